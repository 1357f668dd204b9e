"""Which typed values of a flow an estimate depends on, and which of them nobody vouches for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from sevenstep.analysis.flow_metrics.blocks import Block, blocks
from sevenstep.analysis.flow_metrics.expected_visits import expected_visits
from sevenstep.analysis.flow_metrics.flow_model import FlowModel, NotAnalysable, flow_model_of
from sevenstep.analysis.flow_metrics.linear import NeverEnds
from sevenstep.analysis.flow_metrics.visit_probability import visit_probability
from sevenstep.chain.soundness.net import FiringRule
from sevenstep.model.choices import Metric
from sevenstep.model.quantity import Portion, Quantity
from sevenstep.model.step7_flows import Activity, Estimate, Event, Flow, Node

Field = Literal["time", "wait", "cost", "emissions", "error", "damage", "discrepancy", "chance"]
_FIELDS: Final[dict[Metric, tuple[Field, ...]]] = {
    Metric.LEAD_TIME: ("time", "wait"),
    Metric.FLOW_EFFICIENCY: ("time", "wait"),
    Metric.PROCESSING_TIME: ("time",),
    Metric.WORK: ("time",),
    Metric.MANUAL_SHARE: ("time",),
    Metric.WAITING_TIME: ("wait",),
    Metric.TOTAL_WAITING: ("wait",),
    Metric.COST: ("cost",),
    Metric.EMISSIONS: ("emissions",),
    Metric.ACCURACY: ("error",),
    Metric.DAMAGE_RATE: ("damage",),
    Metric.DISCREPANCY_RATE: ("discrepancy",),
    Metric.FIRST_PASS_YIELD: ("error", "damage", "discrepancy"),
}
"""What each metric adds up; they depend on chances too."""
_OF_STRUCTURE: Final[frozenset[Metric]] = frozenset({Metric.HANDOFFS, Metric.SYSTEM_SWITCHES, Metric.REENTRIES})
"""What follows from who does what where, rather than from typed figures."""
_PUSH: Final = 0.37
"""By how much the branches of a gateway are weighted apart, to see whether anything moves."""
_SAME: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Input:
    """A value as it stands in a flow: at which node, in which field, how it was typed (a chance: none), and whether it
    is an assumption."""

    node: str
    field: Field
    typed: Quantity | None
    is_assumed: bool


def inputs(flow: Flow, asked: Estimate) -> tuple[Input, ...]:
    """The inputs of what the flow estimates; none where it cannot be computed, or follows from the structure."""
    if asked.metric in _OF_STRUCTURE:
        return ()
    try:
        model = flow_model_of(flow)
        return tuple(_inputs(model, asked))
    except (NotAnalysable, NeverEnds):
        return ()


def _inputs(model: FlowModel, asked: Estimate) -> Iterator[Input]:
    wanted = set(asked.of) or {node.name for node in model.nodes}
    fields = _FIELDS.get(asked.metric, ())
    counted: set[int] = set()
    for number, node in enumerate(model.nodes):
        for field in fields:
            typed = _typed(node, field)
            if node.name in wanted and typed is not None and typed.high > 0:
                counted.add(number)
                yield Input(node.id, field, typed, _is_assumed(model.flow, node))
    if asked.metric in {Metric.VISITS, Metric.PROBABILITY, Metric.ONLINE_RATE}:
        counted = {number for number, node in enumerate(model.nodes) if node.name in wanted}
    for number in _deciding(model, _Outcome(asked.metric, frozenset(counted))):
        yield Input(model.nodes[number].id, "chance", None, _is_assumed(model.flow, model.nodes[number]))


def _typed(node: Node, field: Field) -> Quantity | None:
    if field == "wait":
        return node.wait if isinstance(node, Activity | Event) else None
    said = getattr(node, field) if isinstance(node, Activity) else None
    return Quantity(said.shown("en"), (float(said),), "") if isinstance(said, Portion) else said


def _is_assumed(flow: Flow, node: Node) -> bool:
    source = node.source or flow.source
    return source is None or source.is_assumption


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What chances of branches can change: how often the nodes that count are passed, whether they are, or whether a
    case is sent back."""

    metric: Metric
    counted: frozenset[int]

    def of(self, model: FlowModel, known: Sequence[Block]) -> list[float] | None:
        match self.metric:
            case Metric.PROBABILITY:
                return [visit_probability(model, known, self.counted)]
            case Metric.REWORK_PROBABILITY:
                return [visit_probability(model, known, (), model.back)]
        passes = expected_visits(model, known)
        again = [visit_probability(model, known, (), model.back)] if self.metric == Metric.FIRST_PASS_YIELD else []
        return None if passes is None else [*again, *(float(passes[node]) for node in sorted(self.counted))]


def _deciding(model: FlowModel, outcome: _Outcome) -> Iterator[int]:
    """The nodes whose chances change the outcome; all that have some where that cannot be told."""
    known = blocks(model)
    usual = outcome.of(model, known) if known is not None else None
    for node, leaving in enumerate(model.out_of):
        if len(leaving) < 2 or model.firing_rules[node] is FiringRule.ALL:
            continue
        if model.firing_rules[node] is FiringRule.SOME or known is None or usual is None:
            yield node
            continue
        other = outcome.of(_pushed(model, leaving), known)
        if other is None or any(abs(a - b) > _SAME * max(1.0, abs(a)) for a, b in zip(usual, other, strict=True)):
            yield node


def _pushed(model: FlowModel, leaving: Sequence[int]) -> FlowModel:
    """The plan with other chances of these arrows."""
    arrows = list(model.arrows)
    weights = [arrows[arrow].weight * (1 + _PUSH * place) for place, arrow in enumerate(leaving)]
    for arrow, weight in zip(leaving, weights, strict=True):
        arrows[arrow] = replace(arrows[arrow], weight=weight / sum(weights))
    return replace(model, arrows=tuple(arrows))
