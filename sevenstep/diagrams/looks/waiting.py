"""Waiting as heat: the longer it is waited at a step, the deeper its ground.

The classes are those of an item: its flows as they are and as they shall be are told on one scale.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.wording import shown_hours
from sevenstep.chain.graph import Chain
from sevenstep.diagrams.scene import Entry
from sevenstep.language import Text
from sevenstep.model.step7_flows import Activity, Event, Flow, Node

_ROUND: Final = (
    *(minutes / 60 for minutes in (1, 2, 5, 10, 15, 30)),
    *(1.0, 2.0, 4.0, 8.0, 12.0),
    *(24.0 * days for days in (1, 2, 3, 5, 7, 14, 30, 60, 90, 180, 365)),
)
"""Lengths of time that a reader knows, in hours."""
_PARTS: Final = (0.2, 0.5)
"""Where classes end, as shares of the longest wait."""
CLASSES: Final = tuple(f"heat{number}" for number in range(1, len(_PARTS) + 2))


@dataclass(frozen=True, slots=True)
class Heat:
    """The classes of waits: their bounds in hours; without a longest wait nothing is told apart."""

    bounds: tuple[float, ...]
    longest: float

    def of(self, node: object) -> str:
        """The CSS class of a node; empty where nobody waits there."""
        return self.of_hours(wait_of(node))

    def of_hours(self, hours: float) -> str:
        """The CSS class of a wait."""
        return CLASSES[bisect_right(self.bounds, hours)] if self.longest and hours > 0 else ""

    def entry(self, css_class: str, shape: str = "box", style: str = "rounded") -> Entry:
        """What the legend says of a class."""
        at = CLASSES.index(css_class)
        above = self.bounds[at - 1] if at else None
        below = self.bounds[at] if at < len(self.bounds) else None
        return Entry("node", f"work {css_class}", _said(above, below), shape, style)


NO_HEAT: Final = Heat((), 0.0)


def heat_of(flows: Iterable[Flow]) -> Heat:
    """The classes for these flows together."""
    return heat_upto(max((wait_of(node) for flow in flows for node in flow.steps.values()), default=0.0))


def heat_upto(longest: float) -> Heat:
    """The classes up to the longest wait there is, in hours."""
    if not longest:
        return NO_HEAT
    bounds = sorted({min(_ROUND, key=lambda known: abs(known - longest * part)) for part in _PARTS})
    return Heat(tuple(bounds), longest)


def flows_beside(chain: Chain, flow: Flow) -> list[Flow]:
    """The flow and all others of its item."""
    others = (
        [other for other in chain.holders(flow.details, "details") if isinstance(other, Flow)] if flow.details else []
    )
    return others if flow in others else [flow, *others]


def wait_of(node: object) -> float:
    """How long a case waits at a node on average, in hours."""
    wait = node.wait if isinstance(node, Activity | Event) else None
    return wait.mean_hours if wait is not None else 0.0


def is_waited_at(node: Node) -> bool:
    """Whether a case waits there at all."""
    return wait_of(node) > 0


def _said(above: float | None, below: float | None) -> Text:
    def shown(hours: float | None) -> tuple[str, str]:
        return (shown_hours(hours, "zh"), shown_hours(hours, "en")) if hours is not None else ("", "")

    (zh_above, en_above), (zh_below, en_below) = shown(above), shown(below)
    if below is None:
        return (
            Text(zh=f"等 {zh_above}及以上", en=f"wait {en_above} or more") if above else Text(zh="等待", en="waiting")
        )
    if above is None:
        return Text(zh=f"等不到 {zh_below}", en=f"wait under {en_below}")
    return Text(zh=f"等 {zh_above}至 {zh_below}", en=f"wait {en_above} to {en_below}")
