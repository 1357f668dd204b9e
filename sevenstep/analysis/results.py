"""What the analysis of an engagement says: frozen results, in plain numbers, for reports and pages to show.

Times are elapsed hours, shares and probabilities run from 0 to 1, costs are in the currency of the flow.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from sevenstep.analysis.appraisal.results import AppraisalState
from sevenstep.analysis.assessment.results import AssessmentResult
from sevenstep.analysis.choices import CaveatKind, Method, Verdict, Weight
from sevenstep.analysis.course.results import Course, Point
from sevenstep.analysis.decision.results import DecisionResult
from sevenstep.analysis.item_evaluation.verdicts import ItemEvaluation
from sevenstep.analysis.online_shares import OnlineShares
from sevenstep.analysis.programme.results import Programme
from sevenstep.analysis.stage_value import StageValue as StageValue  # noqa: PLC0414 - everybody takes it from here
from sevenstep.analysis.transport.results import Transport
from sevenstep.analysis.weight_move import WeightMove
from sevenstep.language import Language, Text, many, user_language
from sevenstep.model.choices import FindingType, Metric, Stage, Variant
from sevenstep.notebook import Table, html_card

_SLACK: Final = 1e-9

TOO_SHORT: Final = Text(zh="模拟时间太短，无法确定", en="simulated for too short a time to tell")
SELDOM: Final = Text(zh="几乎无需等待", en="hardly anybody has to wait")
ENDLESS: Final = Text(zh="持续增长，没有均值", en="grows without end, so there is no mean")
"""Why a simulated value has no interval."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a metric is for the mean case, and the 95 % confidence interval of that mean (of no width where exact).

    `p50` and `p90`, from the simulation, are what half and nine tenths of the cases stay below; None where the metric
    is not simulated case by case. Where `reason` is set there is no interval, and it says why: `low` and `high` are
    then as far apart as can be, and the mean is that of the time simulated, or infinite where it grows as long as one
    looks.
    """

    mean: float
    method: Method
    low: float
    high: float
    p50: float | None = None
    p90: float | None = None
    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class StepMetrics:
    """One node of a flow, for the mean case: how often it is passed, and the sums over those times.

    `events` are how many errors, damages and discrepancies are to be expected there, by the metric that counts them,
    `emissions` kilograms of CO2 equivalent.
    """

    visits: float
    processing: float
    waiting: float
    cost: float
    emissions: float = 0.0
    events: Mapping[Metric, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FlowMetrics:
    """The metrics of one flow. `cases` were simulated from `seed`; none where everything is exact.

    `steps` are the nodes by name. `lead_times` are the bounds of equal steps and how many cases fell between them, for
    a histogram. `currency` is that of the costs, empty where none is given. `gaps` are the activities without a time.

    `reasons` say of metrics why they cannot be computed, `notes` of others what they leave out. `parts` are the times
    of some steps that indicators ask for, as far as these lie on the way that decides. `again` has the data objects
    that are entered by hand again, with how often.

    `unstated` say of metrics that only some flows give what it is that this one does not state; they are told only
    where somebody asks.
    """

    flow: str
    values: Mapping[Metric, Value]
    steps: Mapping[str, StepMetrics]
    cases: int
    seed: int
    currency: str
    gaps: tuple[str, ...]
    lead_times: tuple[tuple[float, ...], tuple[int, ...]] | None = None
    parts: Mapping[tuple[Metric, tuple[str, ...]], Value] = field(default_factory=dict)
    again: Mapping[str, float] = field(default_factory=dict)
    reasons: Mapping[Metric, Text] = field(default_factory=dict)
    notes: Mapping[Metric, Text] = field(default_factory=dict)
    unstated: Mapping[Metric, Text] = field(default_factory=dict)

    def __repr__(self) -> str:
        return (
            f"<FlowMetrics {self.flow}: {', '.join(f'{name} {value.mean:g}' for name, value in self.values.items())}>"
        )

    @property
    def method(self) -> Method:
        """How the lead time was found; where it is unknown, how the counts were."""
        known = self.values.get(Metric.LEAD_TIME) or self.values.get(Metric.HANDOFFS)
        return known.method if known is not None else Method.EXACT


@dataclass(frozen=True, slots=True)
class RequiredWork:
    """The steps of a flow that are done only for regulations, in the order of the flow, and for the mean case how often
    one is done, the hours of work and of waiting before it, and the cost; None where that is not known."""

    steps: tuple[str, ...]
    regulations: tuple[str, ...]
    visits: float
    processing: float | None
    waiting: float
    cost: float | None
    currency: str


@dataclass(frozen=True, slots=True)
class Unanalysed:
    """A flow without metrics, and why."""

    flow: str
    reason: Text


@dataclass(frozen=True, slots=True)
class ResourceLoad:
    """A resource under the arrivals of the flows that need it.

    `offered` is the work that arrives for each hour of work that can be done, shared among all that may do it so that
    none has more than it must; `together` are those whose load that is, where it is of several. `utilisation` is the
    share of its capacity that was busy in the simulation, `queue` how many cases waited on average, `wait` how many
    hours a case waited for it.
    """

    resource: str
    offered: float
    utilisation: Value
    queue: Value
    wait: Value
    together: tuple[str, ...] = ()

    @property
    def grows(self) -> bool:
        """Whether the queue grows without end."""
        return math.isinf(self.wait.mean)

    @property
    def is_over_capacity(self) -> bool:
        """Whether more is asked for than can be done. The queue may still be short, where too little comes through."""
        return self.grows or self.offered > 1 + _SLACK


@dataclass(frozen=True, slots=True)
class Queues:
    """What happens when the cases of all flows of one variant compete for resources."""

    variant: Variant
    loads: tuple[ResourceLoad, ...]
    lead_times: Mapping[str, Value]
    """By flow: its lead time with queueing; `p50` and `p90` too."""
    cases: int
    seed: int

    @property
    def groups(self) -> tuple[tuple[ResourceLoad, ...], ...]:
        """The resources, those together that share work, in their order."""
        found: dict[tuple[str, ...], list[ResourceLoad]] = {}
        for load in self.loads:
            found.setdefault(load.together or (load.resource,), []).append(load)
        return tuple(map(tuple, found.values()))


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure of the evidence of a finding: what it is, and its value with unit."""

    what: Text
    value: Text


@dataclass(frozen=True, slots=True)
class ComputedFinding:
    """A finding that a rule has computed. `touches` are ids of elements, the first is where it is felt most.

    `weight` is how much it matters. `variant` tells whether it is felt in a flow of today or still in the design (None:
    in neither). `taken_up` are findings of the model written by hand that stand for it; `measures` those that answer
    them; `accepted` why the author lives with it.
    """

    code: str
    type: FindingType
    title: Text
    message: Text
    touches: tuple[str, ...]
    facts: tuple[Fact, ...]
    weight: Weight = Weight.NOTABLE
    variant: Variant | None = None
    taken_up: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    accepted: Text | None = None

    def __repr__(self) -> str:
        return f"<{self.type} {self.key}: {self.message.for_language(user_language())}>"

    @property
    def key(self) -> str:
        """A name that stays while the finding does: the rule and the element where it is felt most."""
        return f"{self.code} {self.touches[0]}"


@dataclass(frozen=True, slots=True)
class Share:
    """The part of a difference that measures account for: one, or several that cannot be told apart."""

    measures: tuple[str, ...]
    difference: float


@dataclass(frozen=True, slots=True)
class Difference:
    """A metric as is and to be: the difference (to be less as is) with its 95 % confidence interval.

    `shares` are those of the measures, applied one by one in the order given; `rest` is what none of them explains.
    """

    metric: Metric
    before: Value
    after: Value
    mean: float
    low: float
    high: float
    shares: tuple[Share, ...]
    rest: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """An item, or (None) all items of one journey, mostly the whole engagement: the metrics as is against to be.

    Costs are in `currency`; `reasons` tell why a metric is not compared, `notes` what others leave out. Where the model
    has several journeys, `journey` says which one it is, and `number` counts them from 1.
    """

    item: str | None
    before: tuple[str, ...]
    after: tuple[str, ...]
    differences: tuple[Difference, ...]
    currency: str = ""
    reasons: Mapping[Metric, Text] = field(default_factory=dict)
    notes: Mapping[Metric, Text] = field(default_factory=dict)
    journey: Text | None = None
    number: int = 1

    def __repr__(self) -> str:
        means = ", ".join(f"{difference.metric} {difference.mean:+.3g}" for difference in self.differences)
        return f"<Comparison of {self.item or 'the engagement'}: {means}>"


@dataclass(frozen=True, slots=True)
class Caveat:
    """What a verdict is to be read with, as one sentence without its full stop, and the elements that it is about.

    `count` is how many assumptions are meant."""

    kind: CaveatKind
    message: Text
    elements: tuple[str, ...] = ()
    count: int = 1


@dataclass(frozen=True, slots=True)
class Judgement:
    """One target held against a value: what was measured when its date had come, else what the design gives, else
    today's value. `gap` is by how much the value misses it, never negative; `reason` says why nobody knows."""

    date: str
    target: StageValue
    verdict: Verdict
    stage: Stage | None = None
    value: StageValue | None = None
    gap: float = 0.0
    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class IndicatorState:
    """An indicator at every stage. `verdict`, `judged`, `gap` and `reason` are those of the last target: the stage that
    it was held against, by how much that misses it (in the unit of the indicator, never negative; of per cent these are
    points), and why it is unknown. `judgements` has all targets in order of time; `caveats` what to read them with.
    """

    indicator: str
    unit: str
    stage_values: Mapping[Stage, StageValue]
    targets: tuple[tuple[str, StageValue], ...]
    verdict: Verdict
    judged: Stage | None
    gap: float
    reason: Text | None = None
    judgements: tuple[Judgement, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    dimensions: tuple["DimensionState", ...] = ()
    expected: tuple[Point, ...] = ()
    """What it is expected to be from day to day, as projects bring measures into force; nothing without projects."""

    @property
    def value(self) -> StageValue | None:
        """The value that the last target was held against."""
        if self.judgements:
            return self.judgements[-1].value
        return self.stage_values.get(self.judged) if self.judged is not None else None

    def has(self, kind: CaveatKind) -> bool:
        """Whether the verdict is to be read with that."""
        return any(caveat.kind == kind for caveat in self.caveats)


@dataclass(frozen=True, slots=True)
class MemberState:
    """One member of a dimension as an indicator of its own: its values, its targets and what they come to.

    `provisional` are the stages at which its figure will be revised, `missing` those that are told by the dimension
    while its figure is not there.
    """

    member: str
    title: Text
    state: IndicatorState
    provisional: frozenset[Stage] = frozenset()
    missing: frozenset[Stage] = frozenset()


@dataclass(frozen=True, slots=True)
class MemberSpread:
    """How far the members lie apart at a stage, of `count` that have a figure: the lowest and the highest, the
    difference, how many times the one is the other, and the standard deviation as a part of the mean (None where these
    mean nothing)."""

    stage: Stage
    count: int
    lowest: str
    highest: str
    difference: float
    ratio: float | None
    variation: float | None


@dataclass(frozen=True, slots=True)
class DimensionState:
    """An indicator by one dimension: its members, and how far they lie apart."""

    dimension: str
    title: Text
    members: tuple[MemberState, ...]
    spreads: tuple[MemberSpread, ...]

    def named(self, member: str) -> Text:
        """What a member is called."""
        return next(found.title for found in self.members if found.member == member)


@dataclass(frozen=True, slots=True)
class GoalState:
    """A goal: the indicators that measure it, and how many of these and of those that measure the goals below it are
    reached; an indicator counts once."""

    goal: str
    indicators: tuple[str, ...]
    reached: int
    missed: int
    unknown: int
    unsettled: int = 0


@dataclass(frozen=True, slots=True)
class GoalAttainment:
    """How the design stands to the goals."""

    indicators: Mapping[str, IndicatorState]
    goals: Mapping[str, GoalState]

    def __repr__(self) -> str:
        return f"<Closure: {many(len(self.indicators), 'indicator')}, {many(len(self.goals), 'goal')}>"


@dataclass(frozen=True, slots=True)
class RankedItem:
    """An item in the ranking: places begin with 1; `weighted` runs from 0 to 100, `topsis` from 0 to 1.

    `value` and `effort` are its coordinates in the priority picture, 0 to 1; None where no criterion has that axis.
    `phase` is the step of the roadmap in which it can begin, from 1 on: after all that it depends on.
    """

    item: str
    weighted: float
    weighted_place: int
    topsis: float
    topsis_place: int
    value: float | None
    effort: float | None
    phase: int


@dataclass(frozen=True, slots=True)
class Ranking:
    """The evaluation of the items that have a score on every criterion, the best by weighted sum first.

    `phases` is the suggested roadmap: what can begin together, phase by phase; items without scores are in it too.
    `unscored` items lack a score.
    """

    items: tuple[RankedItem, ...]
    moves: tuple[WeightMove, ...]
    phases: tuple[tuple[str, ...], ...]
    unscored: tuple[str, ...]

    def __repr__(self) -> str:
        return f"<Ranking: {', '.join(ranked.item for ranked in self.items)}>"

    @property
    def places(self) -> dict[str, int]:
        """The place of each item, every place once: of those that are level the better by TOPSIS goes first."""
        return {ranked.item: place for place, ranked in enumerate(self.items, 1)}

    @property
    def level(self) -> frozenset[str]:
        """The items that have the same weighted sum as another."""
        sums = [ranked.weighted_place for ranked in self.items]
        return frozenset(ranked.item for ranked in self.items if sums.count(ranked.weighted_place) > 1)

    @property
    def order(self) -> tuple[str, ...]:
        """The suggested order of the roadmap."""
        return tuple(item for phase in self.phases for item in phase)


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything that is computed of an engagement."""

    metrics: Mapping[str, FlowMetrics]
    unanalysed: tuple[Unanalysed, ...]
    queues: tuple[Queues, ...]
    findings: tuple[ComputedFinding, ...]
    comparisons: tuple[Comparison, ...]
    goal_attainment: GoalAttainment
    ranking: Ranking
    evaluations: Mapping[str, ItemEvaluation] = field(default_factory=dict)
    transport: Transport = field(default_factory=Transport)
    required: Mapping[str, RequiredWork] = field(default_factory=dict)
    """By flow: what is done only for regulations; flows without such steps are not in it."""
    online: OnlineShares = field(default_factory=OnlineShares)
    appraisals: tuple[AppraisalState, ...] = ()
    programme: Programme = field(default_factory=Programme)
    course: Course = field(default_factory=Course)
    assessments: Mapping[str, AssessmentResult] = field(default_factory=dict)
    decisions: Mapping[str, DecisionResult] = field(default_factory=dict)

    @property
    def flows(self) -> tuple[str, ...]:
        """The flows, those without metrics behind the others."""
        return (*self.metrics, *(gone.flow for gone in self.unanalysed))

    def __repr__(self) -> str:
        return f"<Analysis: {', '.join(self._counts('en'))}>"

    def _repr_html_(self) -> str:
        language = user_language()
        rows = ((found.code, found.type, found.weight, found.message.for_language(language)) for found in self.findings)
        title = Text(zh="分析", en="Analysis").for_language(language)
        return html_card(title, self._counts(language), Table(("code", "type", "weight", "message"), rows))

    def _counts(self, language: Language) -> list[str]:
        goals, items = self.goal_attainment.goals, self.ranking.items
        indicators = [state.verdict for state in self.goal_attainment.indicators.values()]
        said = (
            Text(zh=f"{len(self.metrics)} 个流程", en=many(len(self.metrics), "flow")),
            Text(zh=f"{len(self.findings)} 个发现", en=many(len(self.findings), "finding")),
            Text(
                zh=f"{len(indicators)} 个指标中 {indicators.count(Verdict.REACHED)} 个能达标",
                en=f"{indicators.count(Verdict.REACHED)} of {many(len(indicators), 'indicator')} reached",
            ),
            *(
                Text(
                    zh=f"{indicators.count(verdict)} 个{verdict.label.zh}", en=f"{indicators.count(verdict)} {verdict}"
                )
                for verdict in Verdict
                if verdict is not Verdict.REACHED and verdict in indicators
            ),
            Text(zh=f"{len(goals)} 个目标", en=many(len(goals), "goal")),
            Text(zh=f"{len(items)} 个事项已排序", en=f"{many(len(items), 'item')} ranked"),
        )
        return [count.for_language(language) for count in said]
