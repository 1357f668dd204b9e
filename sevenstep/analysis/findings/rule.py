"""What a rule for findings is: what it finds, what that means, and a function that looks."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sevenstep.analysis.appraisal.results import AppraisalState
from sevenstep.analysis.choices import Weight
from sevenstep.analysis.findings.thresholds import ThresholdInfo, threshold
from sevenstep.analysis.item_evaluation.verdicts import ItemEvaluation
from sevenstep.analysis.results import Fact, FlowMetrics, IndicatorState, Queues
from sevenstep.chain.graph import Chain
from sevenstep.language import Text
from sevenstep.model.choices import FindingType
from sevenstep.model.step7_flows import Activity, Flow

if TYPE_CHECKING:
    from sevenstep.analysis.flow_metrics.carrying import Carried
    from sevenstep.analysis.flow_metrics.savings import Savings


@dataclass(frozen=True, slots=True)
class FindingContext:
    """What a rule looks at."""

    chain: Chain
    metrics: Mapping[str, FlowMetrics]
    queues: Sequence[Queues]
    evaluations: Mapping[str, ItemEvaluation]
    appraisals: Sequence[AppraisalState] = ()
    indicators: Mapping[str, IndicatorState] = field(default_factory=dict)
    _savings: "dict[str, Savings]" = field(default_factory=dict)

    def threshold(self, info: ThresholdInfo) -> float:
        """From where on, in this engagement."""
        return threshold(self.chain.engagement.header.analysis, info)

    def cases(self, flow: Flow) -> int:
        """How many cases of the flow are simulated where it is not exact."""
        return self.metrics[flow.id].cases or self.chain.engagement.header.analysis.cases

    def savings(self, flow: Flow) -> "Savings":
        """What it would save to do away with waiting in the flow."""
        # brought in only when findings are computed: a check knows the rules by their texts and needs no numbers
        from sevenstep.analysis.flow_metrics.savings import Savings

        if flow.id not in self._savings:
            self._savings[flow.id] = Savings(flow, self.cases(flow), self.metrics[flow.id].seed)
        return self._savings[flow.id]

    def carried(self, flow: Flow, asked: Sequence[tuple[Activity, str]]) -> "list[Carried]":
        """How often data are brought by hand into the systems of steps, from other systems."""
        from sevenstep.analysis.flow_metrics.carrying import carried

        return carried(flow, asked, self.cases(flow), self.metrics[flow.id].seed)


@dataclass(frozen=True, slots=True)
class Match:
    """One thing that a rule sees: the elements, the one where it is felt most first, what is wrong, and the figures."""

    touches: tuple[str, ...]
    message: Text
    facts: tuple[Fact, ...] = ()


Detector = Callable[[FindingContext], Iterable[Match]]


@dataclass(frozen=True, slots=True)
class FindingRule:
    """A rule for findings. `meaning` says what it means for the business, `advice` what usually helps."""

    code: str
    name: str
    type: FindingType
    weight: Weight
    title: Text
    meaning: Text
    advice: Text
    thresholds: tuple[ThresholdInfo, ...]
    detect: Detector

    def __repr__(self) -> str:
        return f"<FindingRule {self.code} {self.name} ({self.type})>"


def finding(
    code: str,
    name: str,
    type: FindingType,
    weight: Weight,
    *thresholds: ThresholdInfo,
    title: Text,
    meaning: Text,
    advice: Text,
) -> Callable[[Detector], FindingRule]:
    """Make a rule of a function that looks. Registers nothing: the catalogue is written out."""

    def make(detect: Detector) -> FindingRule:
        return FindingRule(code, name, type, weight, title, meaning, advice, thresholds, detect)

    return make
