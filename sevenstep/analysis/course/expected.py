"""The value of every indicator with measures in force for shares of the cases: from flows, then by formulas."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.choices import Verdict
from sevenstep.analysis.course.flow_states import FlowStates, Pair, Shares, State, weighted
from sevenstep.analysis.course.online import OnlineInTime, online_in_time
from sevenstep.analysis.estimates import StepProbability, estimate, speakers
from sevenstep.analysis.indicator_formulas import formulas
from sevenstep.analysis.indicator_values import indicator_values
from sevenstep.analysis.online_rate import ORIGIN, online_rates
from sevenstep.analysis.results import GoalAttainment, StageValue
from sevenstep.analysis.units import UnlikeUnits
from sevenstep.chain.graph import Chain
from sevenstep.model.choices import Stage, Variant
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step7_flows import Flow

_BEFORE: Final = (Stage.AS_IS, Stage.TODAY, Stage.BASELINE)
Values = Mapping[str, StageValue]


@dataclass(frozen=True, slots=True)
class _FromFlows:
    """An indicator that flows estimate: the pairs whose figures add up; `before` is its value where only the design
    tells, so that nothing of it is known until all is in force."""

    pairs: tuple[Pair, ...]
    before: StageValue | None = None
    online: OnlineInTime | None = None
    """How the rate is made up, of an indicator that is an online rate."""

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(key for pair in self.pairs for key in pair.keys))


class Expected:
    """Remembers every value by the shares that it depends on, so that dates at which nothing changes cost nothing."""

    def __init__(
        self, chain: Chain, states: FlowStates, step_probability: StepProbability, attainment: GoalAttainment
    ) -> None:
        self._chain, self._states, self._step_probability = chain, states, step_probability
        self._attainment = attainment
        self._units = formulas(chain).units
        self._direct = {**dict(self._found()), **dict(self._online())}
        self.keys: dict[str, tuple[str, ...]] = {key: found.keys for key, found in self._direct.items()}
        for key, formed in formulas(chain).formed.items():
            indicator = chain.elements.get(key)
            if formed.computable is None or key in self.keys or not isinstance(indicator, Indicator):
                continue
            inputs = indicator.formula.references if indicator.formula is not None else ()
            found = dict.fromkeys(one for other in inputs for one in self.keys.get(other, ()))
            if found:
                self.keys[key] = tuple(found)
        self._formed = [key for key in self.keys if key not in self._direct]
        self._all_keys = tuple(dict.fromkeys(key for keys in self.keys.values() for key in keys))
        self._known: dict[tuple[str, tuple[float, ...]], StageValue | None] = {}
        self._formed_known: dict[tuple[float, ...], Values] = {}

    def values(self, shares: Shares, wanted: Iterable[str] | None = None) -> dict[str, StageValue]:
        """The values of all indicators, or of some, that change with what is in force."""
        asked = list(self.keys if wanted is None else wanted)
        found = {key: self._value(key, shares) for key in asked if key in self._direct}
        if any(key not in self._direct for key in asked):
            by_formula = self._by_formula(shares)
            found |= {key: by_formula.get(key) for key in asked if key not in self._direct}
        return {key: value for key, value in found.items() if value is not None}

    def pairs_of(self, indicator: str) -> tuple[Pair, ...]:
        """The pairs of flows that tell an indicator, itself or what its formula is made of."""
        if indicator in self._direct:
            return self._direct[indicator].pairs
        keys = set(self.keys.get(indicator, ()))
        found = {pair.item: pair for one in self._direct.values() for pair in one.pairs if keys & set(pair.keys)}
        return tuple(found.values())

    def targets_of(self, indicator: str) -> tuple[str, tuple[tuple[str, StageValue], ...], frozenset[str]]:
        """The unit of an indicator, its targets in the order of time, and of which days it is not settled whether the
        design reaches them."""
        state = self._attainment.indicators[indicator]
        doubtful = (judged.date for judged in state.judgements if judged.verdict == Verdict.UNSETTLED)
        return state.unit, tuple(state.targets), frozenset(doubtful)

    # -- from flows ----------------------------------------------------------------------

    def _found(self) -> Iterable[tuple[str, _FromFlows]]:
        telling = speakers(self._chain)
        for key, state in self._attainment.indicators.items():
            as_is = telling.get((key, Variant.AS_IS), [])
            to_be = telling.get((key, Variant.TO_BE), [])
            if Stage.TO_BE not in state.stage_values or not to_be:
                continue
            pairs = tuple(self._pairs(to_be))
            if len(pairs) < len(to_be):
                continue
            is_told_before = {flow.details for flow in as_is} == {pair.item for pair in pairs}
            if is_told_before and Stage.AS_IS in state.stage_values:
                yield key, _FromFlows(pairs)
                continue
            before = next((state.stage_values[stage] for stage in _BEFORE if stage in state.stage_values), None)
            if before is not None:
                yield key, _FromFlows(pairs, before)

    def _online(self) -> Iterable[tuple[str, _FromFlows]]:
        """The indicators that are online rates, as far as the design of an item changes them."""
        states = self._attainment.indicators
        asked = [
            one for one in self._chain.engagement.of(Indicator) if one.online_rate is not None and one.id in states
        ]
        if not asked:
            return
        to_be = [flow for flow in self._chain.engagement.of(Flow) if flow.variant == Variant.TO_BE]
        pairs = {pair.item: pair for pair in self._pairs(to_be)}
        rates = online_rates(self._chain, self._states.metrics)
        for indicator in asked:
            values, unit = states[indicator.id].stage_values, self._units.get(indicator.id) or ""
            if not {Stage.AS_IS, Stage.TO_BE} <= values.keys() or values[Stage.TO_BE].origin != ORIGIN:
                continue
            found = online_in_time(self._chain, rates, indicator, unit, pairs)
            if found is not None:
                told = {pair.item: pair for of_source in found.pairs.values() for pair in of_source}
                yield indicator.id, _FromFlows(tuple(told.values()), online=found)

    def _pairs(self, to_be: Iterable[Flow]) -> Iterable[Pair]:
        for flow in to_be:
            if flow.details is None or flow.id not in self._states.metrics:
                continue
            of_item = (one for one in self._chain.holders(flow.details, "details") if isinstance(one, Flow))
            as_is = next((one for one in of_item if one.variant == Variant.AS_IS), None)
            if as_is is not None and as_is.id in self._states.metrics:
                yield self._states.pair(as_is, flow)

    def _value(self, indicator: str, shares: Shares) -> StageValue | None:
        found = self._direct[indicator]
        key = (indicator, tuple(shares.get(one, 0.0) for one in found.keys))
        if key not in self._known:
            self._known[key] = self._mixed(indicator, found, shares)
        return self._known[key]

    def _mixed(self, indicator: str, found: _FromFlows, shares: Shares) -> StageValue | None:
        if found.online is not None:
            return found.online.value(shares, _designed)
        if found.before is not None:
            share = min(_designed(pair, shares) for pair in found.pairs)
            after = self._attainment.indicators[indicator].stage_values[Stage.TO_BE]
            return _sum([(found.before, 1 - share), (after, share)])
        parts: list[tuple[StageValue, float]] = []
        for pair in found.pairs:
            for in_force, share in weighted(shares, pair.keys):
                value = self._told(indicator, pair, in_force)
                if value is None:
                    return None
                parts.append((value, share))
        return _sum(parts)

    def _told(self, indicator: str, pair: Pair, in_force: frozenset[str]) -> StageValue | None:
        """What the flow says with those measures; where it cannot say it then, what it says as it is."""
        for state in (self._states.state(pair, in_force), self._states.state(pair, frozenset())):
            value = self._estimate(indicator, pair, state)
            if value is not None:
                return value
        return None

    def _estimate(self, indicator: str, pair: Pair, state: State) -> StageValue | None:
        asked = (pair.to_be if state.variant == Variant.TO_BE else pair.as_is).estimates[indicator]
        unit = self._units.get(indicator) or ""
        try:
            value = estimate(state.flow, asked, state.metrics, self._step_probability, unit)
        except UnlikeUnits:
            return None
        return value if isinstance(value, StageValue) else None

    # -- by formulas ---------------------------------------------------------------------

    def _by_formula(self, shares: Shares) -> Values:
        """What formulas give with the flows as they then run; measures as they are today stand for the rest."""
        key = tuple(shares.get(one, 0.0) for one in self._all_keys)
        if key not in self._formed_known:
            told: dict[str, dict[Stage, StageValue]] = {}
            for indicator, state in self._attainment.indicators.items():
                values = state.stage_values
                mine = {stage: values[stage] for stage in (Stage.AS_IS, Stage.TO_BE) if stage in values}
                if indicator in self._direct:
                    value = self._value(indicator, shares)
                    mine = {**mine, Stage.TO_BE: value} if value is not None else {}
                if mine and indicator not in self._formed and values[next(iter(mine))].origin != "formula":
                    told[indicator] = mine
            found = indicator_values(self._chain, told).stage_values
            self._formed_known[key] = {
                one: found[one][Stage.TO_BE] for one in self._formed if Stage.TO_BE in found.get(one, {})
            }
        return self._formed_known[key]


def _designed(pair: Pair, shares: Shares) -> float:
    """For which share of cases the design of a pair is in force."""
    of_measures = min((shares.get(key, 0.0) for key in pair.measures), default=0.0)
    return max(of_measures, shares.get(pair.item, 0.0))


def _sum(parts: Iterable[tuple[StageValue, float]]) -> StageValue:
    told = list(parts)
    origin = " ".join(dict.fromkeys(name for value, _ in told for name in value.origin.split()))
    return StageValue(
        sum(value.value * share for value, share in told),
        sum(value.low * share for value, share in told),
        sum(value.high * share for value, share in told),
        origin,
    )
