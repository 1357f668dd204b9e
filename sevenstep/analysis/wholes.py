"""The value of every figure as a whole: as stated, or rolled up from the members that it is told by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from sevenstep.analysis.results import StageValue
from sevenstep.analysis.roll_up import Part, Whole, mean, total
from sevenstep.analysis.stated import stage_value
from sevenstep.analysis.units import UnlikeUnits, convert
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import KeyPath
from sevenstep.language import Text, joined
from sevenstep.memory import per_chain
from sevenstep.model.choices import RollUpRule
from sevenstep.model.dates import days_of, end_of
from sevenstep.model.dimensions import Dimension, RollUp
from sevenstep.model.evidence import Figure, MemberFigure
from sevenstep.model.quantity import Bound, Quantity
from sevenstep.model.step2_indicators import Indicator

FROM_MEMBERS: Final = "members"
"""Where a value comes from that was rolled up."""


class NoWhole(ValueError):
    """Members that no whole follows from, and why."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.for_language("en"))
        self.message = message


class NoRule(NoWhole):
    """The indicator does not say how a whole follows, or that none does."""


class MembersMissing(NoWhole):
    """Members are missing of what is to be added up."""


class WeightProblem(NoWhole):
    """A weight is missing or below zero, or all are zero. `members` are those that are meant."""

    def __init__(self, message: Text, members: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.members = members


class UnlikeWeights(WeightProblem):
    """Weights in units of several kinds."""


@dataclass(frozen=True, slots=True)
class RolledUp:
    """A whole of the members of one dimension; `half` is what their digits leave open, `without` are the members that
    are missing in it."""

    dimension: str
    value: StageValue
    half: float
    bound: Bound = ""
    without: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wholes:
    """Rolls up what indicators say by dimension."""

    chain: Chain

    def stands(self, indicator: Indicator, figure: Figure, unit: str, origin: str, day: str = "") -> StageValue | None:
        """The figure as a whole in `unit`, as stated, else rolled up; None where neither can be.

        Where it is a bound, this is where the bound begins. Raises UnlikeUnits.
        """
        if figure.value is not None:
            return stage_value(figure, unit, origin, day)
        for dimension in figure.by:
            try:
                rolled = self.rolled_up(indicator, figure, dimension, unit)
            except (NoWhole, UnlikeUnits):
                continue
            return replace(rolled.value, date=figure.date or day)
        return None

    def why_not(self, indicator: Indicator, figure: Figure, unit: str) -> Text | None:
        """Why no whole follows from a figure that is told by dimension alone."""
        reasons: list[Text] = []
        for dimension in figure.by:
            try:
                self.rolled_up(indicator, figure, dimension, unit)
            except (NoWhole, UnlikeUnits) as problem:
                reasons.append(problem.message)
            else:
                return None
        return reasons[0] if reasons else None

    def rolled_up(self, indicator: Indicator, figure: Figure, dimension: str, unit: str) -> RolledUp:
        """What the members of one dimension come to by the indicator's rule; raises NoWhole and UnlikeUnits.

        Computed once for a chain. Only what was found is kept: a kept exception would keep the chain by its traceback.
        """
        known, key = _found(self.chain), (indicator.id, id(figure), dimension, unit)
        if key not in known:
            known[key] = figure, self._rolled_up(indicator, figure, dimension, unit)
        return known[key][1]

    def _rolled_up(self, indicator: Indicator, figure: Figure, dimension: str, unit: str) -> RolledUp:
        rule = indicator.roll_up
        if rule is None or rule.rule == RollUpRule.NONE:
            raise NoRule(_NO_RULE if rule is None else _NOT_AT_ALL)
        known = self.chain.elements.get(dimension)
        if not isinstance(known, Dimension):
            raise NoWhole(Text(zh=f"没有维度“{dimension}”", en=f"there is no dimension “{dimension}”"))
        members = figure.by[dimension]
        every = dict.fromkeys(known.member_ids)
        if strange := [member for member in members if member not in every]:
            raise NoWhole(_listed("{}不是它的成员", "it has no member {}", self, known, strange))
        given = {member: part for member, part in members.items() if part.value is not None}
        without = tuple(member for member in every if member not in given)
        if without and (rule.rule == RollUpRule.SUM or not given):
            raise MembersMissing(
                _listed("缺{}的数，得不出整体", "{} missing, so that no whole follows", self, known, without)
            )
        weights = self._weights(indicator, rule, figure, dimension, tuple(given))
        parts = [_part(part, unit, *weights.get(member, (1.0, 0.0))) for member, part in given.items()]
        whole = total(parts) if rule.rule == RollUpRule.SUM else mean(parts)
        return RolledUp(dimension, _value(whole), whole.half, _bound(given), without)

    def _weights(
        self, indicator: Indicator, rule: RollUp, figure: Figure, dimension: str, given: tuple[str, ...]
    ) -> Mapping[str, tuple[float, float]]:
        """The weight of each member with what its digits leave open; empty where all count the same."""
        if rule.weighted_by is not None:
            found = self._weights_by(indicator, rule.weighted_by, figure, dimension)
        elif rule.weights:
            if dimension not in rule.weights:
                raise WeightProblem(Text(zh="这个维度未写权数", en="there are no weights for this dimension"))
            found = self._weights_written(rule.weights[dimension], dimension)
        else:
            return {}
        known = self.chain.elements.get(dimension)
        if lacking := tuple(member for member in given if member not in found):
            raise WeightProblem(_listed("{}没有权数", "there is no weight of {}", self, known, lacking), lacking)
        if below := tuple(member for member in given if found[member][0] < 0):
            raise WeightProblem(_listed("{}的权数小于零", "the weight of {} is below zero", self, known, below), below)
        if not any(found[member][0] for member in given):
            raise WeightProblem(Text(zh="权数全是零", en="all weights are zero"), given)
        return found

    def _weights_written(self, weights: Mapping[str, Quantity], dimension: str) -> dict[str, tuple[float, float]]:
        """Weights that stand in the rule, all in the unit of the first: only how they stand to each other counts."""
        found: dict[str, tuple[float, float]] = {}
        first = next(iter(weights.values()), None)
        for member, weight in weights.items():
            unit = first.unit if first is not None else ""
            try:
                factor = convert(1.0, weight.unit, unit)
            except UnlikeUnits as unlike:
                known = self.chain.elements.get(dimension)
                one = _listed("{}", "{}", self, known, [member])
                raise UnlikeWeights(
                    Text(
                        zh=f"{one.zh}的权数和其他的不是一种单位：{unlike.message.zh}",
                        en=f"the weight of {one.en} is in a unit of another kind: {unlike.message.en}",
                    ),
                    (member,),
                ) from None
            found[member] = (weight.middle * factor, weight.half * abs(factor))
        return found

    def _weights_by(
        self, indicator: Indicator, key: str, weighed: Figure, dimension: str
    ) -> dict[str, tuple[float, float]]:
        """What another indicator has of the members: at the same date, else when last measured, else at first."""
        other = self.chain.elements.get(key)
        if key == indicator.id:
            raise WeightProblem(Text(zh="指标不能以自身作权数", en="an indicator cannot weigh itself"))
        if not isinstance(other, Indicator):
            raise WeightProblem(Text(zh=f"“{key}”不能提供权数", en=f"“{key}” cannot give weights"))
        path = next(path for path, own in indicator.told_figures() if own is weighed)
        figure = next((figure for figure in _beside(other, path) if dimension in figure.by), None)
        if figure is None:
            raise WeightProblem(
                other.title.inserted_into(zh="“{}”没有按这个维度写", en="“{}” is not told by this dimension")
            )
        unit = other.figures_unit or ""
        return {
            member: (part.value.middle * factor, part.value.half * abs(factor))
            for member, part in figure.by[dimension].items()
            if part.value is not None
            for factor in (convert(1.0, part.value.unit or unit, unit),)
        }

    def title_of(self, dimension: Dimension | None, member: str) -> Text:
        """What a member is called."""
        return member_title(self.chain, dimension, member)


@per_chain
def _found(chain: Chain) -> dict[tuple[str, int, str, str], tuple[Figure, RolledUp]]:
    """What has been rolled up of a chain so far. The figure is kept beside, so that no other has its identity."""
    return {}


def member_title(chain: Chain, dimension: Dimension | None, member: str) -> Text:
    """What a member of a dimension is called: as the dimension says, else as the element that it is."""
    if dimension is not None and member in dimension.members:
        return dimension.members[member]
    element = chain.elements.get(member) if dimension is not None and member in dimension.elements else None
    return element.title if element is not None else Text(plain=member)


_NO_RULE: Final = Text(zh="指标未写如何汇总（roll_up）", en="the indicator does not say how a whole follows (roll_up)")
_NOT_AT_ALL: Final = Text(zh="指标不汇总（roll_up: none）", en="the indicator has no whole (roll_up: none)")
_MOST_NAMED: Final = 5


def _listed(zh: str, en: str, names: Wholes, dimension: object, members: tuple[str, ...] | list[str]) -> Text:
    known = dimension if isinstance(dimension, Dimension) else None
    titles = (names.title_of(known, member) for member in members[:_MOST_NAMED])
    said = joined(title.inserted_into(zh="“{}”", en="“{}”") for title in titles)
    more = len(members) - _MOST_NAMED
    if more > 0:
        said = Text(zh=f"{said.zh}等 {len(members)} 个成员", en=f"{said.en} and {more} more")
    return said.inserted_into(zh=zh, en=en)


def _part(figure: MemberFigure, unit: str, weight: float, weight_half: float) -> Part:
    found = stage_value(figure, unit, "stated")
    half = abs(convert(figure.known.half, figure.known.unit or unit, unit))
    return Part(found.value, found.low, found.high, half, weight, weight_half)


def _value(whole: Whole) -> StageValue:
    low, high = min(whole.low, whole.value), max(whole.high, whole.value)
    return StageValue(whole.value, low, high, FROM_MEMBERS)


def _bound(given: Mapping[str, MemberFigure]) -> Bound:
    """The bound that all members have; raises NoWhole where they have several."""
    bounds = {figure.known.bound for figure in given.values()}
    if len(bounds) > 1:
        raise NoWhole(Text(zh="部分成员写的是界限，部分不是", en="some members have a bound that others do not have"))
    return bounds.pop()


def bound_of(figure: Figure) -> Bound:
    """The bound of a target: its own, else that of its members."""
    if figure.value is not None:
        return figure.value.bound
    given = (part.value.bound for members in figure.by.values() for part in members.values() if part.value is not None)
    return next(given, "")


def _beside(indicator: Indicator, path: KeyPath) -> Iterator[Figure]:
    """The figures that stand beside the one at `path`, the likeliest first."""
    if len(path) > 1:
        held: Mapping[str, Figure] = indicator.targets if path[0] == "targets" else indicator.measurements
        days = days_of(str(path[1]))
        yield from (figure for day, figure in held.items() if days_of(day) == days)
        yield from (indicator.measurements[day] for day in sorted(indicator.measurements, key=end_of, reverse=True))
    if indicator.baseline is not None:
        yield indicator.baseline
