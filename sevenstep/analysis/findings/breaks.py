"""Breaks: where data is torn apart."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from sevenstep.analysis.choices import Weight
from sevenstep.analysis.findings.blockages import measured, number
from sevenstep.analysis.findings.data_ways import Ways, activities, before, may_carry
from sevenstep.analysis.findings.rule import FindingContext, Match, finding
from sevenstep.analysis.findings.thresholds import REENTRIES
from sevenstep.analysis.results import Fact
from sevenstep.chain.flow_graph import following, reached
from sevenstep.chain.graph import Chain
from sevenstep.chain.path_variants import with_other_variants
from sevenstep.language import Text, joined
from sevenstep.model.choices import FindingType, Metric, Mode
from sevenstep.model.quantity import plain_number
from sevenstep.model.step4_paths import Exchange, Path
from sevenstep.model.step7_flows import Activity, Flow

if TYPE_CHECKING:
    from sevenstep.analysis.flow_metrics.carrying import Carried


def _titles(chain: Chain, ids: tuple[str, ...] | list[str]) -> Text:
    return joined(chain.elements[key].title for key in ids if key in chain.elements)


@finding(
    "F201",
    "paper-between-systems",
    FindingType.BREAK,
    Weight.SERIOUS,
    title=Text(zh="系统之间靠纸面衔接", en="Paper between two systems"),
    meaning=Text(
        zh="数据在一个系统中已有，却要经纸面或电话，再由人录入另一个尚无该数据的系统：途中无法查询和核对。"
        "接口已传送的、只查看不录入的不计。",
        en="The data is there in one system, and yet goes over paper or phone before a person puts it into another "
        "that does not have it: on the way nobody can look it up or check it. What an interface has passed on, or what "
        "is only looked at, does not count.",
    ),
    advice=Text(zh="让后一个系统直接取前一个系统的数据。", en="Let the second system fetch what the first one has."),
)
def paper_between_systems(context: FindingContext) -> Iterator[Match]:
    for flow, _ in measured(context):
        handled = {
            data
            for activity in activities(flow)
            if _is_on_paper(activity)
            for data in (*activity.reads, *activity.writes)
        }
        asked = [(activity, data) for activity, data in may_carry(flow) if data in handled]
        torn = [carried for carried in context.carried(flow, asked) if carried.over_paper] if asked else []
        if torn:
            met = before(flow)
            over = {id(carried): _over(flow, met, carried) for carried in torn}
            papers = dict.fromkeys(paper.id for carried in torn for paper in over[id(carried)])
            data = list(dict.fromkeys(carried.data for carried in torn))
            yield Match(
                (flow.id, *dict.fromkeys((*papers, *(carried.step.id for carried in torn))), *data),
                _titles(context.chain, data).inserted_into(
                    zh="“{}”由一个系统导出后，经人工或纸面，再录入另一个系统",
                    en="“{}” leaves one system, goes by hand or paper, and is entered into another",
                ),
                tuple(
                    Fact(
                        _titles(context.chain, [carried.data]),
                        _way(context.chain, met, over[id(carried)], carried),
                    )
                    for carried in torn
                ),
            )


def _is_on_paper(activity: Activity) -> bool:
    return not activity.system and activity.mode in {Mode.MANUAL, None}


def _over(flow: Flow, met: Ways, carried: "Carried") -> list[Activity]:
    """The steps without a system over which the data goes from another system to the step that enters it."""
    onward = following(flow)
    return [
        paper
        for paper in activities(flow)
        if _is_on_paper(paper)
        and carried.data in (*paper.reads, *paper.writes)
        and met.of(paper.name, carried.data, carried.step.system) is not None
        and carried.step.name in reached([paper.name], onward)
    ]


def _way(chain: Chain, met: Ways, over: Sequence[Activity], carried: "Carried") -> Text:
    """From the system that holds it, over the steps without one, to the step that enters it and its system."""
    first = _titles(chain, [met.of(carried.step.name, carried.data, carried.step.system) or ""])
    last = _titles(chain, [carried.step.system or ""])
    between = joined(paper.title for paper in over)
    return joined((first, between, carried.step.title, last), zh=" → ", en=" → ")


@finding(
    "F202",
    "entered-again",
    FindingType.BREAK,
    Weight.SERIOUS,
    REENTRIES,
    title=Text(zh="同一数据反复录入", en="The same data is entered again"),
    meaning=Text(
        zh="只需录入一次的数据被录入多次：费工，且各处易不一致。",
        en="What needs typing once is typed several times: it costs work, and the copies come to differ.",
    ),
    advice=Text(zh="首次录入的数据与后续系统共享。", en="Share what was typed first with the systems that come after."),
)
def entered_again(context: FindingContext) -> Iterator[Match]:
    limit = context.threshold(REENTRIES)
    for flow, found in measured(context):
        value = found.values.get(Metric.REENTRIES)
        if value is None or value.mean <= limit:
            continue
        entries = {data: _entering(flow, data) for data in found.again}
        steps = dict.fromkeys(step.id for listed in entries.values() for step in listed)
        data = [entry for entry in entries if entry in context.chain.elements]
        yield Match(
            (flow.id, *data, *steps),
            _titles(context.chain, data).inserted_into(
                zh=f"“{{}}”每件要重复录入 {plain_number(round(value.mean, 2))} 次",
                en=f"“{{}}”: re-entries a case: {plain_number(round(value.mean, 2))}",
            ),
            (
                Fact(Metric.REENTRIES.label, number(value.mean)),
                *(Fact(_titles(context.chain, [key]), joined(step.title for step in entries[key])) for key in data),
            ),
        )


def _entering(flow: Flow, data: str) -> list[Activity]:
    """The steps that enter the data by hand."""
    return [
        activity for activity in activities(flow) if activity.mode in {Mode.MANUAL, None} and data in activity.writes
    ]


@finding(
    "F203",
    "exchange-without-work",
    FindingType.BREAK,
    Weight.NOTABLE,
    title=Text(zh="交接没有对应的作业", en="A hand-over that no step stands behind"),
    meaning=Text(
        zh="路径中有这次交接，流程中却没有步骤发出或接收：或是流程有遗漏，或是交接无人办理。",
        en="The path names the hand-over, but no step of a flow sends or takes it: either the flow lacks a step, or "
        "nobody does it.",
    ),
    advice=Text(zh="补上作业，或删掉这次交接。", en="Add the step, or take the hand-over out."),
)
def exchange_without_work(context: FindingContext) -> Iterator[Match]:
    chain = context.chain
    worked = {key for activity in chain.engagement.of(Activity) for key in (*activity.reads, *activity.writes)}
    for path in chain.engagement.of(Path):
        if not _is_worked_out(chain, path):
            continue
        idle = {
            place: [key for key in exchange.data if key not in worked and key in chain.elements]
            for place, exchange in enumerate(path.exchanges)
        }
        data = list(dict.fromkeys(key for found in idle.values() for key in found))
        if data:
            yield Match(
                (path.id, *data),
                _titles(chain, data).inserted_into(
                    zh="路径上交接“{}”，没有步骤读取或写入",
                    en="“{}” is handed over on this path, but no step reads or writes it",
                ),
                tuple(
                    Fact(_titles(chain, found), _handed(chain, path.exchanges[place]))
                    for place, found in idle.items()
                    if found
                ),
            )


def _handed(chain: Chain, exchange: Exchange) -> Text:
    way = joined((_titles(chain, [end]) for end in (exchange.sender, exchange.receiver)), zh=" → ", en=" → ")
    if exchange.channel is None:
        return way
    return joined((way, exchange.channel.label), zh="，")


def _is_worked_out(chain: Chain, path: Path) -> bool:
    """Whether flows exist for what is done on the path: of the others nothing can be missed yet."""
    paths = with_other_variants(chain, [path])
    for scenario in (holder for one in paths for holder in chain.holders(one.id, "realizes")):
        for item in chain.holders(scenario.id, "belongs-to"):
            if chain.holders(item.id, "details"):
                return True
    return False


RULES: Final = (paper_between_systems, entered_again, exchange_without_work)
"""Breaks, in the order of the codes."""
