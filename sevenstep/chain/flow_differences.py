"""A process as it is beside the same process as it shall be: which steps go, stay, change and come.

Steps belong together by their id within the flow, else by their title, else by what a measure says becomes of the step
of today: who then does it, and in which system. A start or an end stays one whatever it is called.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain
from sevenstep.model.choices import Variant
from sevenstep.model.step7_flows import Activity, AnyNode, Change, Flow, Measure

COMPARED: Final = ("actor", "system", "mode", "time", "wait", "cost")
"""The fields of a step that are compared."""


class Fate(Enum):
    """What becomes of a step."""

    GOES = "goes"
    STAYS = "stays"
    CHANGES = "changes"
    COMES = "comes"


@dataclass(frozen=True, slots=True)
class StepPair:
    """A step as it is and as it shall be, by their names in the flows; None where there is none."""

    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class FlowDifference:
    """The pairs of steps: in the order of the design, what goes behind the step that it followed."""

    before: Flow
    after: Flow
    pairs: tuple[StepPair, ...]

    def fate(self, pair: StepPair) -> Fate:
        """What becomes of the step."""
        if pair.after is None:
            return Fate.GOES
        if pair.before is None:
            return Fate.COMES
        return Fate.CHANGES if self.changed(pair) else Fate.STAYS

    def changed(self, pair: StepPair) -> tuple[str, ...]:
        """The fields in which a step differs that is in both."""
        if pair.before is None or pair.after is None:
            return ()
        old, new = self.before.steps[pair.before], self.after.steps[pair.after]
        return tuple(name for name in COMPARED if _plain(old, name) != _plain(new, name))


def counterpart(chain: Chain, flow: Flow) -> Flow | None:
    """The flow of the same item in the other variant: the first where there are several."""
    if flow.details is None:
        return None
    others = (other for other in chain.holders(flow.details, "details") if isinstance(other, Flow))
    return next((other for other in others if other.variant != flow.variant and other.steps), None)


@per_chain
def flow_differences(chain: Chain) -> dict[str, FlowDifference]:
    """By the id of the flow as it shall be, where there is one as it is."""
    found = {}
    for after in chain.engagement.of(Flow):
        before = counterpart(chain, after) if after.variant == Variant.TO_BE and after.steps else None
        if before is not None:
            found[after.id] = _difference(chain, before, after)
    return found


def _difference(chain: Chain, before: Flow, after: Flow) -> FlowDifference:
    partner: dict[str, str] = {}
    """By the name of the step as it shall be, that of the step as it is."""
    for belongs in (_same_name, _same_title, _same_end, _as_measures_say(chain)):
        _match(before, after, partner, belongs)
    return FlowDifference(before, after, tuple(_in_order(before, after, partner)))


_Belongs = Callable[[str, AnyNode, str, AnyNode], bool]


def _match(before: Flow, after: Flow, partner: dict[str, str], belongs: _Belongs) -> None:
    """Pair what is left, the first with the first."""
    left = [name for name in before.steps if name not in set(partner.values())]
    for name, node in after.steps.items():
        if name in partner:
            continue
        found = next((old for old in left if belongs(old, before.steps[old], name, node)), None)
        if found is not None:
            partner[name] = found
            left.remove(found)


def _same_name(old: str, was: AnyNode, new: str, node: AnyNode) -> bool:
    return old == new and was.KIND is node.KIND


def _same_title(_old: str, was: AnyNode, _new: str, node: AnyNode) -> bool:
    return was.KIND is node.KIND and bool(set(was.title.wordings()) & set(node.title.wordings()))


def _same_end(_old: str, was: AnyNode, _new: str, node: AnyNode) -> bool:
    return was.type == node.type and was.type in {"start", "end"}


def _as_measures_say(chain: Chain) -> _Belongs:
    changes: dict[str, list[Change]] = {}
    for measure in chain.engagement.of(Measure):
        for key, change in (measure.changes or {}).items():
            changes.setdefault(key, []).append(change)

    def belongs(_old: str, was: AnyNode, _new: str, node: AnyNode) -> bool:
        if not (isinstance(was, Activity) and isinstance(node, Activity)):
            return False
        found = [change for change in changes.get(was.id, ()) if not change.drop]
        return any(
            (change.actor or change.system)
            and (change.actor or was.actor) == node.actor
            and (change.system or was.system) == node.system
            for change in found
        )

    return belongs


def _in_order(before: Flow, after: Flow, partner: dict[str, str]) -> Iterator[StepPair]:
    new_name = {old: new for new, old in partner.items()}
    behind: dict[str | None, list[str]] = {}
    last: str | None = None
    for name in before.steps:
        if name in new_name:
            last = new_name[name]
        else:
            behind.setdefault(last, []).append(name)
    yield from (StepPair(name, None) for name in behind.get(None, ()))
    for name in after.steps:
        yield StepPair(partner.get(name), name)
        yield from (StepPair(gone, None) for gone in behind.get(name, ()))


def _plain(node: AnyNode, name: str) -> Any:
    """The value of a field as it is compared: nothing and no time at all are the same."""
    value = getattr(node, name, None)
    if name in {"time", "wait"}:
        return value.hours if value is not None and value.mean_hours else None
    return getattr(value, "canonical", value)
