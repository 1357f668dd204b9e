"""What is wrong with the client's business, as far as the model shows it."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from sevenstep.analysis.appraisal.results import AppraisalState
from sevenstep.analysis.findings.catalogue import FINDING_RULES
from sevenstep.analysis.findings.rule import FindingContext, FindingRule, Match
from sevenstep.analysis.item_evaluation.verdicts import ItemEvaluation
from sevenstep.analysis.results import ComputedFinding, FlowMetrics, IndicatorState, Queues
from sevenstep.chain.acceptance import acceptance
from sevenstep.chain.graph import Chain
from sevenstep.language import Text
from sevenstep.model.choices import Variant
from sevenstep.model.step7_flows import Finding, Flow

_NONE: Final[Mapping[str, ItemEvaluation]] = MappingProxyType({})
_NO_STATES: Final[Mapping[str, IndicatorState]] = MappingProxyType({})


def find(
    chain: Chain,
    metrics: Mapping[str, FlowMetrics],
    queues: Sequence[Queues],
    evaluations: Mapping[str, ItemEvaluation] = _NONE,
    appraisals: Sequence[AppraisalState] = (),
    indicators: Mapping[str, IndicatorState] = _NO_STATES,
) -> tuple[ComputedFinding, ...]:
    """Everything that the rules for findings see, by rule, in the order of the model.

    A finding written by hand that names the rule stands for what the rule sees at the elements it touches; a flow
    stands for its steps. Time grows with the elements, and in each flow with
    its arrows times the data in systems.
    """
    context = FindingContext(chain, metrics, queues, evaluations, appraisals, indicators)
    by_hand = _by_hand(chain)
    return tuple(
        _found(chain, rule, match, by_hand.get(rule.code, ()))
        for rule in FINDING_RULES
        for match in rule.detect(context)
    )


def _by_hand(chain: Chain) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in chain.engagement.of(Finding):
        if finding.rule is not None:
            found.setdefault(finding.rule, []).append(finding)
    return found


def _found(chain: Chain, rule: FindingRule, match: Match, by_hand: Sequence[Finding]) -> ComputedFinding:
    touched = _with_flows(match.touches)
    taken_up = tuple(finding.id for finding in by_hand if not touched.isdisjoint(finding.touches))
    measures = dict.fromkeys(measure.id for key in taken_up for measure in chain.holders(key, "answers-finding"))
    return ComputedFinding(
        code=rule.code,
        type=rule.type,
        weight=rule.weight,
        title=rule.title,
        message=match.message,
        touches=match.touches,
        facts=match.facts,
        variant=_variant(chain, match.touches),
        taken_up=taken_up,
        measures=tuple(measures),
        accepted=_accepted(chain, rule, match.touches),
    )


def _with_flows(touches: Sequence[str]) -> set[str]:
    """The elements, and the flows of those that are steps."""
    return {*touches, *(key.rpartition("/")[0] for key in touches if "/" in key)}


def _variant(chain: Chain, touches: Sequence[str]) -> Variant | None:
    for key in touches[:2]:
        flow = chain.elements.get(key.rpartition("/")[0] or key)
        if isinstance(flow, Flow):
            return flow.variant
    return None


def _accepted(chain: Chain, rule: FindingRule, touches: Sequence[str]) -> Text | None:
    for key in dict.fromkeys((touches[0], touches[0].rpartition("/")[0])):
        given = acceptance(chain, key, rule.code, rule.name) if key else None
        if given is not None:
            return given.acceptance.reason
    return None
