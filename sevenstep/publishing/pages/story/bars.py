"""How long each part takes, as bars on one scale: what is waited and what is worked, one part after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sevenstep.analysis.conclusions.wording import said
from sevenstep.analysis.results import Comparison, FlowMetrics
from sevenstep.language import Text
from sevenstep.model.choices import Metric
from sevenstep.model.step7_flows import Flow
from sevenstep.publishing.context import Context
from sevenstep.publishing.views import Ref


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a bar, in per cent of the scale."""

    kind: Literal["wait", "work"]
    left: float
    width: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One part: its name, its bar as is (and below it that to be, if they are compared), the figures beside it,
    and `where` most of it arises."""

    ref: Ref
    lines: tuple[tuple[Segment, ...], ...]
    said: Text
    where: Ref | None = None


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars on one scale below a heading; `compared` ones have two lines each."""

    title: str
    bars: tuple[Bar, ...]
    compared: bool = False


@dataclass(frozen=True, slots=True)
class _Times:
    """The hours of one flow, and when it begins."""

    begins: float
    waits: float
    works: float

    @property
    def ends(self) -> float:
        return self.begins + self.waits + self.works

    def segments(self, scale: float) -> Iterator[Segment]:
        """What is waited, then what is worked: the parts of both are known, not their turns."""
        for kind, begins, hours in (("wait", self.begins, self.waits), ("work", self.begins + self.waits, self.works)):
            if hours > 0:
                yield Segment(kind, 100 * begins / scale, 100 * hours / scale)  # type: ignore[arg-type]


def in_turn(context: Context, title: str, flows: Sequence[str], *, turns: bool = True) -> Bars | None:
    """The flows one after the other, each where the one before it ends (unless they take no turns); None where of one
    of them nothing is known."""
    found: list[tuple[Flow, _Times]] = []
    begins = 0.0
    for key in flows:
        flow, metrics = context.chain.elements.get(key), context.analysis.metrics.get(key)
        times = _times(metrics, begins) if metrics is not None else None
        if not isinstance(flow, Flow) or times is None:
            return None
        found.append((flow, times))
        begins = times.ends if turns else 0.0
    scale = max((times.ends for _, times in found), default=0.0)
    if not scale:
        return None
    bars = tuple(
        Bar(
            context.refs[flow.details if flow.details in context.refs and turns else flow.id],  # type: ignore[index]
            (tuple(times.segments(scale)),),
            said(Metric.LEAD_TIME, times.ends - times.begins),
        )
        for flow, times in found
    )
    return Bars(title, bars)


@dataclass(frozen=True, slots=True)
class Waited:
    """The hours that are waited and worked in one part, by its element, and the step before which most is waited."""

    element: str
    waits: float
    works: float
    where: str


def beside(context: Context, parts: Sequence[Waited]) -> Bars:
    """Parts that all begin together, with what is waited in each."""
    scale = max(part.waits + part.works for part in parts)
    bars = tuple(
        Bar(
            context.refs[part.element],
            (tuple(_Times(0.0, part.waits, part.works).segments(scale)),),
            said(Metric.WAITING_TIME, part.waits),
            context.refs.get(part.where),
        )
        for part in parts
    )
    return Bars("", bars)


def compared(context: Context, comparisons: Sequence[Comparison]) -> Bars | None:
    """Items as is and to be, all on one scale; those of which one side is not known are left out."""
    found: list[tuple[str, _Times, _Times]] = []
    for comparison in comparisons:
        before, after = _sum(context, comparison.before), _sum(context, comparison.after)
        if comparison.item in context.refs and before is not None and after is not None:
            found.append((comparison.item or "", before, after))
    scale = max((max(before.ends, after.ends) for _, before, after in found), default=0.0)
    if not scale:
        return None
    return Bars("", tuple(_pair(context, *one, scale) for one in found), compared=True)


def _pair(context: Context, item: str, before: _Times, after: _Times, scale: float) -> Bar:
    beside = (before.ends, after.ends)
    first, then = (said(Metric.LEAD_TIME, hours, beside=beside) for hours in beside)
    lines = (tuple(before.segments(scale)), tuple(after.segments(scale)))
    return Bar(context.refs[item], lines, Text(zh=f"{first.zh} → {then.zh}", en=f"{first.en} → {then.en}"))


def _sum(context: Context, flows: Sequence[str]) -> _Times | None:
    waits = works = 0.0
    for key in flows:
        metrics = context.analysis.metrics.get(key)
        times = _times(metrics, 0.0) if metrics is not None else None
        if times is None:
            return None
        waits, works = waits + times.waits, works + times.works
    return _Times(0.0, waits, works) if flows else None


def _times(metrics: FlowMetrics, begins: float) -> _Times | None:
    waits, works = (metrics.values.get(metric) for metric in (Metric.WAITING_TIME, Metric.PROCESSING_TIME))
    return _Times(begins, waits.mean, works.mean) if waits is not None and works is not None else None
