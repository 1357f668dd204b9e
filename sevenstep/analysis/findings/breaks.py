"""Breaks: where data is torn apart."""

from collections.abc import Iterator
from typing import Final

from sevenstep.analysis.findings.blockages import measured, number
from sevenstep.analysis.findings.data_ways import activities, after, before
from sevenstep.analysis.findings.rule import Seen, Sight, finding
from sevenstep.analysis.findings.thresholds import REENTRIES
from sevenstep.analysis.results import Fact
from sevenstep.chain.graph import Chain
from sevenstep.language import Text, joined
from sevenstep.model.quantity import plain_number
from sevenstep.model.step4_paths import CHANNELS, Exchange, Path
from sevenstep.model.step7_flows import METRICS, Activity, Flow


def _titles(chain: Chain, ids: tuple[str, ...] | list[str]) -> Text:
    return joined(chain.elements[one].title for one in ids if one in chain.elements)


@finding(
    "F201",
    "paper-between-systems",
    "break",
    "serious",
    title=Text(zh="系统之间隔着纸", en="Paper between two systems"),
    meaning=Text(
        zh="数据在一个系统里是现成的，却要经过纸张或电话，再进另一个系统：一路上没有人能查、能核。",
        en="The data is there in one system, and yet goes over paper or phone before it enters another: on the way "
        "nobody can look it up or check it.",
    ),
    advice=Text(zh="让后一个系统直接取前一个系统的数据。", en="Let the second system fetch what the first one has."),
)
def paper_between_systems(sight: Sight) -> Iterator[Seen]:
    for flow, _ in measured(sight):
        torn = _torn(flow)
        if torn:
            yield Seen(
                (flow.id, *dict.fromkeys(paper.id for _, paper, _ in torn.values()), *torn),
                _titles(sight.chain, list(torn)).put(
                    zh="“{}”离开一个系统，经人手或纸面，再进另一个系统",
                    en="“{}” leaves one system, goes by hand or paper, and enters another",
                ),
                tuple(
                    Fact(_titles(sight.chain, [data]), _way(sight.chain, first, paper, last))
                    for data, (first, paper, last) in torn.items()
                ),
            )


def _torn(flow: Flow) -> dict[str, tuple[str, Activity, str]]:
    """Data that leaves a system, is handed on by a step without one, and is taken up by hand in another system."""
    written, taken = before(flow), after(flow)
    found: dict[str, tuple[str, Activity, str]] = {}
    for paper in activities(flow):
        if paper.system or paper.mode not in {"manual", None}:
            continue
        for data in paper.reads:
            first = written.of(paper.name, data, None)
            last = taken.of(paper.name, data, first) if first else None
            if first and last:
                found.setdefault(data, (first, paper, last))
    return found


def _way(chain: Chain, first: str, paper: Activity, last: str) -> Text:
    ends = [_titles(chain, [system]) for system in (first, last)]
    return joined((ends[0], paper.title, ends[1]), zh=" → ", en=" → ")


@finding(
    "F202",
    "entered-again",
    "break",
    "serious",
    REENTRIES,
    title=Text(zh="同一数据反复录入", en="The same data is entered again"),
    meaning=Text(
        zh="录一次就够的数据录了多次：费工，而且各处不再一致。",
        en="What needs typing once is typed several times: it costs work, and the copies come to differ.",
    ),
    advice=Text(
        zh="第一次录入的数据共享给后面的系统。", en="Share what was typed first with the systems that come after."
    ),
)
def entered_again(sight: Sight) -> Iterator[Seen]:
    # brought in only when findings are computed: a check knows the rules by their texts and needs no numbers
    from sevenstep.analysis.flow_metrics.entries import hand_entries
    from sevenstep.analysis.flow_metrics.plan import NotAnalysable, plan_of

    limit = sight.threshold(REENTRIES)
    for flow, found in measured(sight):
        times = found.values["reentries"].mean
        if times <= limit:
            continue
        try:
            entries = hand_entries(plan_of(flow))
        except NotAnalysable:
            continue
        names = list(flow.steps)
        steps = dict.fromkeys(f"{flow.id}/{names[step]}" for found_at in entries.values() for step in sorted(found_at))
        data = [one for one in entries if one in sight.chain.elements]
        yield Seen(
            (flow.id, *data, *steps),
            _titles(sight.chain, data).put(
                zh=f"“{{}}”每件要重复录入 {plain_number(round(times, 2))} 次",
                en=f"“{{}}”: re-entries a case: {plain_number(round(times, 2))}",
            ),
            (
                Fact(METRICS["reentries"], number(times)),
                *(Fact(_titles(sight.chain, [one]), _places(flow, entries[one])) for one in data),
            ),
        )


def _places(flow: Flow, steps: frozenset[int]) -> Text:
    nodes = list(flow.steps.values())
    return joined(nodes[step].title for step in sorted(steps))


@finding(
    "F203",
    "exchange-without-work",
    "break",
    "notable",
    title=Text(zh="交接没有对应的作业", en="A hand-over that no step stands behind"),
    meaning=Text(
        zh="路径上说有这次交接，流程里却没有哪一步收、哪一步发：要么流程画漏了，要么交接没人办。",
        en="The path names the hand-over, but no step of a flow sends or takes it: either the flow lacks a step, or "
        "nobody does it.",
    ),
    advice=Text(zh="补上作业，或删掉这次交接。", en="Add the step, or take the hand-over out."),
)
def exchange_without_work(sight: Sight) -> Iterator[Seen]:
    chain = sight.chain
    worked = {key for one in chain.engagement.of(Activity) for key in (*one.reads, *one.writes)}
    for path in chain.engagement.of(Path):
        if not _is_worked_out(chain, path):
            continue
        idle = {
            place: [one for one in exchange.data if one not in worked and one in chain.elements]
            for place, exchange in enumerate(path.exchanges)
        }
        data = list(dict.fromkeys(one for found in idle.values() for one in found))
        if data:
            yield Seen(
                (path.id, *data),
                _titles(chain, data).put(
                    zh="路径上交接“{}”，没有哪一步读它或写它",
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
    return joined((way, CHANNELS[exchange.channel]), zh="，")


def _is_worked_out(chain: Chain, path: Path) -> bool:
    """Whether flows exist for what is done on the path: of the others nothing can be missed yet."""
    for scenario in chain.holders(path.id, "realizes"):
        for item in chain.holders(scenario.id, "belongs-to"):
            if chain.holders(item.id, "details"):
                return True
    return False


RULES: Final = (paper_between_systems, entered_again, exchange_without_work)
"""Breaks, in the order of the codes."""
