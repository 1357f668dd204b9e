"""The whole analysis of an engagement, in the order in which one part needs the other."""

import zlib
from collections.abc import Collection
from dataclasses import replace
from typing import Final

from sevenstep.analysis.appraisal.appraise import appraise
from sevenstep.analysis.assessment.assess import assessments
from sevenstep.analysis.course.compute import course
from sevenstep.analysis.course.results import Course
from sevenstep.analysis.decision.decide import decisions
from sevenstep.analysis.findings import find
from sevenstep.analysis.findings.thresholds import UTILISATION, threshold
from sevenstep.analysis.flow_metrics import metrics, probability_of_steps
from sevenstep.analysis.goal_attainment import goal_attainment
from sevenstep.analysis.item_evaluation.evaluate import evaluate
from sevenstep.analysis.item_ranking import ranking
from sevenstep.analysis.online_rate import online_rates
from sevenstep.analysis.programme.compute import programme
from sevenstep.analysis.regulations.required_work import required_work
from sevenstep.analysis.results import Analysis, FlowMetrics, GoalAttainment, Queues, Unanalysed, Value
from sevenstep.analysis.simulation.queues import queues
from sevenstep.analysis.transport.compute import transport
from sevenstep.analysis.variants import comparisons
from sevenstep.chain.graph import Chain
from sevenstep.language import Text
from sevenstep.memory import per_chain
from sevenstep.model.choices import Variant
from sevenstep.model.step7_flows import Flow
from sevenstep.output.progress import Progress


def analyse(
    chain: Chain, *, seed: int | None = None, cases: int | None = None, progress: Progress | None = None
) -> Analysis:
    """Everything that is computed of the engagement; `seed` and `cases` go before its settings.

    The same model, seed and number of cases give the same results. What cannot be analysed is told in the results, and
    the rest is analysed. Time grows with the number of flows times the cases simulated of each.
    """
    settings = chain.engagement.header.analysis
    begin = settings.seed if seed is None else seed
    count = settings.cases if cases is None else cases

    def measured(flow: Flow) -> FlowMetrics | Unanalysed:
        if any(path[0] in {"steps", "arrivals"} for path in chain.engagement.partial.get(flow.id, ())):
            return Unanalysed(flow.id, _UNREAD)
        return metrics(flow, count, seed_of(begin, flow.id))

    found: dict[str, FlowMetrics] = {}
    unanalysed: list[Unanalysed] = []
    flows = list(chain.engagement.of(Flow))
    for number, flow in enumerate(flows, 1):
        answer = measured(flow)
        if isinstance(answer, FlowMetrics):
            found[flow.id] = answer
        else:
            unanalysed.append(answer)
        if progress is not None:
            progress(Text(zh="计算流程", en="Flows"), number, len(flows))
    lines = _queued(chain, count, begin, progress)
    compared = comparisons(chain, found, measured)

    def step_probability(flow: Flow, steps: Collection[str]) -> Value | None:
        return probability_of_steps(flow, steps, count, seed_of(begin, flow.id))

    attainment = goal_attainment(chain, found, step_probability, lines, unanalysed=unanalysed)
    appraisals = appraise(chain, compared)
    in_time = course(chain, programme(chain).schedule, found, measured, step_probability, attainment)
    evaluations = evaluate(chain, found, lines, unanalysed, threshold(settings, UTILISATION))
    return Analysis(
        metrics=found,
        unanalysed=tuple(unanalysed),
        queues=tuple(lines),
        findings=find(chain, found, lines, evaluations, appraisals, attainment.indicators),
        comparisons=compared,
        goal_attainment=_with_courses(attainment, in_time),
        ranking=ranking(chain),
        evaluations=evaluations,
        transport=transport(chain),
        required=required_work(chain, found),
        online=online_rates(chain, found).shares(),
        appraisals=appraisals,
        programme=programme(chain),
        course=in_time,
        assessments=assessments(chain),
        decisions=decisions(chain),
    )


def _with_courses(attainment: GoalAttainment, in_time: Course) -> GoalAttainment:
    """Every indicator with what is expected of it from day to day."""
    states = {
        key: replace(state, expected=in_time.indicators[key].points) if key in in_time.indicators else state
        for key, state in attainment.indicators.items()
    }
    return replace(attainment, indicators=states)


def _queued(chain: Chain, cases: int, seed: int, progress: Progress | None) -> list[Queues]:
    """How long cases wait for resources, as is and to be, where anything says how many come."""
    lines: list[Queues] = []
    for number, variant in enumerate(Variant):
        if progress is not None:
            progress(Text(zh="模拟排队", en="Queues"), number, len(Variant))
        if (queued := queues(chain, variant, cases, seed)) is not None:
            lines.append(queued)
    return lines


_UNREAD: Final = Text(zh="其中有读不出来的值", en="a value of it could not be read")


@per_chain
def analysis_of(chain: Chain) -> Analysis:
    """The analysis of the engagement by its own settings, made once for pictures and pages."""
    return analyse(chain)


def seed_of(seed: int, flow: str) -> int:
    """A seed of its own for each flow: flows vary apart, one flow with other values keeps its random numbers."""
    return zlib.crc32(flow.encode(), seed) ^ seed
