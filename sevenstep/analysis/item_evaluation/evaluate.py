"""The evaluation of every item: four questions, each with its verdict."""

from collections.abc import Iterator, Mapping, Sequence

from sevenstep.analysis.choices import Answer, ItemQuestion
from sevenstep.analysis.item_evaluation import people, provision
from sevenstep.analysis.item_evaluation.adjusting import adjustable
from sevenstep.analysis.item_evaluation.matching import Matching, matchings
from sevenstep.analysis.item_evaluation.operations import operations
from sevenstep.analysis.item_evaluation.people import TeamLoad
from sevenstep.analysis.item_evaluation.responsible import responsible
from sevenstep.analysis.item_evaluation.verdicts import Ground, ItemEvaluation, ItemVerdict, of_weakest
from sevenstep.analysis.item_evaluation.volume import Volume, volume
from sevenstep.analysis.results import FlowMetrics, Queues, Unanalysed
from sevenstep.analysis.wording import shown_number
from sevenstep.chain.graph import Chain
from sevenstep.language import Text


def evaluate(
    chain: Chain,
    metrics: Mapping[str, FlowMetrics],
    queues: Sequence[Queues],
    unanalysed: Sequence[Unanalysed],
    limit: float,
) -> dict[str, ItemEvaluation]:
    """The evaluation of each item; people and places that are busier than `limit` have no reserve.

    Time grows with the operations and activities, and within an item as told in `order`.
    """
    reasons = {gone.flow: gone.reason for gone in unanalysed}
    return {
        key: _evaluated(chain, matching, metrics, queues, reasons, limit) for key, matching in matchings(chain).items()
    }


def _evaluated(
    chain: Chain,
    matching: Matching,
    metrics: Mapping[str, FlowMetrics],
    queues: Sequence[Queues],
    reasons: Mapping[str, Text],
    limit: float,
) -> ItemEvaluation:
    item = matching.item
    unread = any(path[0] == "steps" for flow in matching.flows for path in chain.engagement.partial.get(flow.id, ()))
    said = volume(chain, item, matching.variant)
    teams: list[TeamLoad] = []
    needs = [*_volume(chain, item.id, said)]
    if matching.flows and said is not None:
        missing = [flow for flow in matching.flows if flow.id not in metrics]
        if missing:
            needs += [_not_computed(missing[0].id, reasons)]
        else:
            work = people.work_of(matching, metrics, said.cases)
            staff = item.resources.people if item.resources is not None else ()
            teams, unclear = people.loads(staff, work)
            needs += people.grounds(chain, matching, work, teams, unclear, limit)
    needs += _provisions(chain, matching, metrics, queues, said, limit)
    verdicts = (
        operations(matching, unread),
        responsible(chain, matching),
        ItemVerdict(ItemQuestion.RESOURCES, of_weakest(needs), tuple(needs)),
        adjustable(chain, matching, teams, limit),
    )
    return ItemEvaluation(
        item.id,
        matching.variant,
        tuple(flow.id for flow in matching.flows),
        said.cases if said is not None else None,
        {verdict.question: verdict for verdict in verdicts},
    )


def _volume(chain: Chain, item: str, said: Volume | None) -> Iterator[Ground]:
    if said is None:
        yield Ground(
            Answer.UNKNOWN,
            Text(zh="未写明一年办理多少件", en="How many cases there are a year is not said"),
            add=Text(zh="写上 volume，或给流程写上 arrivals", en="Add volume, or arrivals to its flow"),
        )
        return
    cases = (shown_number(said.cases, "", "zh"), shown_number(said.cases, "", "en"))
    by_flow = said.told_by != item
    yield Ground(
        None,
        Text(
            zh=f"一年 {cases[0]} 件{'（按流程的到达率）' if by_flow else ''}",
            en=f"{cases[1]} cases a year{', as many as arrive at the flow' if by_flow else ''}",
        ),
        (said.told_by,) if by_flow else (),
    )


def _not_computed(flow: str, reasons: Mapping[str, Text]) -> Ground:
    reason = reasons.get(flow, Text(zh="无法计算", en="it could not be computed"))
    return Ground(
        Answer.UNKNOWN,
        reason.inserted_into(zh="流程算不出工作量：{}", en="The work of the flow is not known: {}"),
        (flow,),
        Text(zh="先改好流程", en="Fix the flow first"),
    )


def _provisions(
    chain: Chain,
    matching: Matching,
    metrics: Mapping[str, FlowMetrics],
    queues: Sequence[Queues],
    said: Volume | None,
    limit: float,
) -> Iterator[Ground]:
    if not matching.flows:
        yield Ground(
            Answer.UNKNOWN,
            Text(zh="没有流程，工作量无从得知", en="There is no flow, and so no work is known"),
            add=Text(zh="画出它的流程", en="Draw its flow"),
        )
        return
    yield from provision.systems(chain, matching)
    yield from provision.places(chain, matching, queues, limit)
    if said is not None and all(flow.id in metrics for flow in matching.flows):
        yield provision.money(matching, metrics, said.cases)
