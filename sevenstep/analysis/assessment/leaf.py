"""What the lowest factors say: the values of the subject by date, those of the peers, and the target."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from sevenstep.analysis.assessment.factor_tree import Node
from sevenstep.analysis.assessment.results import Reached, Standing
from sevenstep.analysis.assessment.yardstick import Yardstick, comparable, of_figures, of_scale
from sevenstep.analysis.units import UnlikeUnits
from sevenstep.chain.graph import Chain
from sevenstep.language import Text
from sevenstep.model.choices import Direction
from sevenstep.model.dates import days_of, end_of
from sevenstep.model.frames.assessment import Assessment
from sevenstep.model.frames.factor import Factor
from sevenstep.model.quantity import Quantity
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step3_architecture import Function

MISSING: Final = Standing(None, 0.0, 1.0, 0.0)
NO_YARDSTICK: Final = Text(
    zh="未写明按什么衡量：等级表，或单位、方向、最差值和最好值",
    en="nothing says by what it is measured: a scale, or the unit, the direction, the worst and the best",
)


@dataclass(frozen=True, slots=True)
class Stated:
    """What was stated of a leaf, before it is measured: values by date, targets by date, and those of the peers."""

    values: tuple[tuple[str, Quantity], ...] = ()
    targets: tuple[tuple[str, Quantity], ...] = ()
    peers: Mapping[str, tuple[str, Quantity]] = field(default_factory=dict)
    unit: str = ""
    direction: Direction | None = None
    origin: str = ""
    scale: str | None = None


@dataclass(frozen=True, slots=True)
class Leaf:
    """A lowest factor with everything measured; `problem` says why it could not be."""

    yardstick: Yardstick | None
    values: tuple[Reached, ...] = ()
    target: Reached | None = None
    peers: Mapping[str, Reached] = field(default_factory=dict)
    problem: Text | None = None

    def at(self, day: date) -> Reached | None:
        """Where the subject stood on that day: its latest value up to then."""
        past = [value for value in self.values if begin_of(value.date) <= day]
        return past[-1] if past else None


def begin_of(day: str) -> date:
    """Its first day; the first there is for what has no date."""
    days = days_of(day)
    return days[0] if days else date.min


def leaf_of(chain: Chain, assessment: Assessment, node: Node) -> Leaf:
    """Everything that a lowest factor says, measured by its yardstick."""
    said = stated(chain, assessment, node.factor)
    yardstick, problem = _yardstick(chain, node, said)
    if yardstick is None:
        return Leaf(None, problem=problem)
    read = _Reader(yardstick, said.origin)
    values = read.each(sorted(said.values, key=lambda entry: end_of(entry[0])))
    targets = read.each(sorted(said.targets, key=lambda entry: end_of(entry[0])))
    peers = {name: found for name, entry in said.peers.items() if (found := read(*entry, own=True)) is not None}
    return Leaf(yardstick, tuple(values), targets[-1] if targets else None, peers, read.problem)


def stated(chain: Chain, assessment: Assessment, factor: Factor) -> Stated:
    """What a factor says itself, and what it takes of an indicator or a function."""
    peers = {
        name: (reading.date or assessment.peers[name].date or "", reading.value)
        for name, reading in factor.peers.items()
        if reading.value is not None and name in assessment.peers
    }
    direction = factor.direction
    taken = next(iter(chain.targets(factor.id, "takes-value-of")), None)
    if isinstance(taken, Indicator):
        figures = [(taken.baseline.date or "", taken.baseline)] if taken.baseline is not None else []
        figures += taken.measurements.items()
        return Stated(
            tuple((day, figure.value) for day, figure in figures if figure.value is not None),
            tuple((day, target.value) for day, target in taken.targets.items() if target.value is not None),
            peers,
            taken.figures_unit or factor.unit or "",
            direction or taken.direction,
            taken.id,
        )
    if isinstance(taken, Function):
        found = taken.maturity
        return Stated(
            ((found.date or "", found.now),) if found is not None and found.now is not None else (),
            ((found.by or "", found.target),) if found is not None and found.target is not None else (),
            peers,
            origin=taken.id,
            scale=found.scale if found is not None else None,
        )
    return Stated(
        tuple((day, reading.value) for day, reading in factor.values.items() if reading.value is not None),
        tuple((day, aim.value) for day, aim in factor.targets.items() if aim.value is not None),
        peers,
        factor.unit or "",
        direction,
    )


def _yardstick(chain: Chain, node: Node, said: Stated) -> tuple[Yardstick | None, Text | None]:
    factor = node.factor
    is_figure = factor.unit is not None or (bool(said.origin) and said.scale is None and factor.scale is None)
    if not is_figure and not (factor.worst is not None and factor.best is not None):
        found = of_scale(chain, factor.scale or said.scale or node.scale)
        return found, None if found is not None else NO_YARDSTICK
    unit = said.unit or next((value.unit for _, value in said.values if value.unit), "")
    numbers = [(value.middle, value.unit) for _, value in (*said.values, *said.targets, *said.peers.values())]
    try:
        found = of_figures(factor, unit, said.direction, comparable(numbers, unit))
    except UnlikeUnits as unlike:
        return None, unlike.message
    return found, None if found is not None else NO_YARDSTICK


class _Reader:
    """Reads quantities by a yardstick, and keeps the first problem."""

    def __init__(self, yardstick: Yardstick, origin: str) -> None:
        self.yardstick = yardstick
        self.origin = origin
        self.problem: Text | None = None

    def each(self, dated: list[tuple[str, Quantity]]) -> list[Reached]:
        return [found for day, value in dated if (found := self(day, value)) is not None]

    def __call__(self, day: str, value: Quantity, *, own: bool = False) -> Reached | None:
        in_unit: Callable[[float], float] = lambda number: self.yardstick.in_unit(number, value.unit)  # noqa: E731
        try:
            low, middle, high = (in_unit(number) for number in (value.low, value.middle, value.high))
        except UnlikeUnits as unlike:
            self.problem = self.problem or unlike.message
            return None
        worse, better = sorted((self.yardstick.good(low), self.yardstick.good(high)))
        standing = Standing(self.yardstick.good(middle), worse, better, 1.0)
        return Reached(low, middle, high, day, standing, "" if own else self.origin)
