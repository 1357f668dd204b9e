"""What a rule for findings is: what it finds, what that means, and a function that looks."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sevenstep.analysis.findings.thresholds import ThresholdInfo, threshold
from sevenstep.analysis.results import Fact, FlowMetrics, Queues
from sevenstep.chain.graph import Chain
from sevenstep.language import Text

FindingType = Literal["blockage", "break", "blind-spot"]
Weight = Literal["serious", "notable", "minor"]

TYPES: dict[FindingType, Text] = {
    "blockage": Text(zh="堵点", en="blockage"),
    "break": Text(zh="断点", en="break"),
    "blind-spot": Text(zh="盲点", en="blind spot"),
}
WEIGHTS: dict[Weight, Text] = {
    "serious": Text(zh="严重", en="serious"),
    "notable": Text(zh="值得注意", en="notable"),
    "minor": Text(zh="轻微", en="minor"),
}


@dataclass(frozen=True, slots=True)
class Sight:
    """What a rule looks at."""

    chain: Chain
    metrics: Mapping[str, FlowMetrics]
    queues: Sequence[Queues]

    def threshold(self, info: ThresholdInfo) -> float:
        """From where on, in this engagement."""
        return threshold(self.chain.engagement.header.analysis, info)


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing that a rule sees: the elements, the one where it is felt most first, what is wrong, and the figures."""

    touches: tuple[str, ...]
    message: Text
    facts: tuple[Fact, ...] = ()


Look = Callable[[Sight], Iterable[Seen]]


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
    look: Look


def finding(
    code: str,
    name: str,
    type: FindingType,
    weight: Weight,
    *thresholds: ThresholdInfo,
    title: Text,
    meaning: Text,
    advice: Text,
) -> Callable[[Look], FindingRule]:
    """Make a rule of a function that looks. Registers nothing: the catalogue is written out."""

    def make(look: Look) -> FindingRule:
        return FindingRule(code, name, type, weight, title, meaning, advice, thresholds, look)

    return make
