"""What is wrong with where money and work go: spent where nothing moves, and nothing done where there is a gap."""

from collections.abc import Iterator
from typing import Final

from sevenstep.analysis.choices import Weight
from sevenstep.analysis.findings.rule import FindingContext, FindingRule, Match, finding
from sevenstep.analysis.judging import missing
from sevenstep.analysis.programme.compute import programme
from sevenstep.analysis.programme.reach import domains_reached, moves_anything
from sevenstep.analysis.programme.wording import money_said
from sevenstep.analysis.results import Fact, IndicatorState
from sevenstep.chain.graph import Chain
from sevenstep.language import Text, joined, many
from sevenstep.model.choices import FindingType, Stage
from sevenstep.model.frames.project import Project
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step3_architecture import Domain
from sevenstep.model.step7_flows import Measure

_NOW: Final = (Stage.TODAY, Stage.BASELINE, Stage.AS_IS)


@finding(
    "F503",
    "money-where-nothing-moves",
    FindingType.BLIND_SPOT,
    Weight.SERIOUS,
    title=Text(zh="花了钱，业务没有变（数字内卷）", en="Money is spent where nothing moves"),
    meaning=Text(
        zh="项目有预算，却不改变任何流程，也不按任何指标考核：越投越多，业务不变。",
        en="A project has money, yet changes no flow and is judged by no indicator: more of the same, and nobody can "
        "tell whether it helps.",
    ),
    advice=Text(
        zh="先说清要改哪个流程、哪个指标，再投；说不清的，把钱转给有差距而没有人做的领域。",
        en="Say first which flow and which indicator it is to change; else give the money to where there is a gap and "
        "nothing is done.",
    ),
)
def money_where_nothing_moves(context: FindingContext) -> Iterator[Match]:
    money = programme(context.chain)
    for project in context.chain.engagement.of(Project):
        given = money.budget.by_project.get(project.id, 0.0)
        spent = money.spending.by_project.get(project.id, 0.0)
        if not (given or spent) or moves_anything(context.chain, project):
            continue
        told = money_said(max(given, spent), money.budget.currency)
        delivered = tuple(key for key in project.delivers if key in context.chain.elements)
        title = project.title
        facts = [Fact(Text(zh="预算", en="budget"), money_said(given, money.budget.currency))] if given else []
        facts += [Fact(Text(zh="已支出", en="spent"), money_said(spent, money.budget.currency))] if spent else []
        yield Match(
            (project.id, *delivered),
            Text(
                zh=f"“{title.for_language('zh')}”要用 {told.zh}，却不改变任何流程，也不按指标考核",
                en=f"“{title.for_language('en')}” takes {told.en}, yet changes no flow and is judged by no indicator",
            ),
            (*facts, Fact(Text(zh="着力点", en="lever"), _levers(context.chain, delivered))),
        )


@finding(
    "F504",
    "gap-where-nothing-is-done",
    FindingType.BLIND_SPOT,
    Weight.SERIOUS,
    title=Text(zh="有差距，没有人做（数字荒漠）", en="A gap where nothing is done"),
    meaning=Text(
        zh="这个领域的指标还没有达到目标值，却没有一个项目去改善。",
        en="Indicators of the domain miss their targets, and no project does anything for them.",
    ),
    advice=Text(
        zh="立一个项目，或把花了钱而没有见效的项目转过来；决定不做的，写明理由（accepted）。",
        en="Add a project, or turn one to it that spends money where nothing moves; or say why nothing is done "
        "(accepted).",
    ),
)
def gap_where_nothing_is_done(context: FindingContext) -> Iterator[Match]:
    chain = context.chain
    if not chain.engagement.count(Project) or not chain.engagement.has_read_all(Project):
        return
    reached = domains_reached(chain)
    for domain in chain.engagement.of(Domain):
        if domain.id in reached:
            continue
        held = (chain.elements.get(link.source) for link in chain.related("domain") if link.target == domain.id)
        open_ones = [
            one
            for one in held
            if isinstance(one, Indicator) and one.id in context.indicators and _is_open(one, context.indicators[one.id])
        ]
        if not open_ones:
            continue
        names = joined([one.title for one in open_ones])
        title, count = domain.title, len(open_ones)
        yield Match(
            (domain.id, *(one.id for one in open_ones)),
            Text(
                zh=f"领域“{title.for_language('zh')}”有 {count} 个指标没有达到目标值，却没有项目去改善",
                en=f"{many(count, 'indicator')} of domain “{title.for_language('en')}” "
                f"{'misses its target' if count == 1 else 'miss their targets'}, and no project does anything for "
                f"{'it' if count == 1 else 'them'}",
            ),
            (Fact(Text(zh="指标", en="indicators"), names),),
        )


def _is_open(indicator: Indicator, state: IndicatorState) -> bool:
    """Whether what was measured last, else its baseline, else the flow as it is, misses its last target."""
    now = next((state.stage_values[stage] for stage in _NOW if stage in state.stage_values), None)
    direction = indicator.direction or ""
    if now is None or not state.targets or not (direction or state.targets[-1][1].bound):
        return False
    return missing(direction, now, state.targets[-1][1]) > 0


def _levers(chain: Chain, delivered: tuple[str, ...]) -> Text:
    measures = [one for key in delivered if isinstance(one := chain.elements.get(key), Measure)]
    found = dict.fromkeys(lever for measure in measures for lever in measure.lever)
    return joined([lever.label for lever in found]) if found else Text(zh="未写明", en="not said")


RULES: Final[tuple[FindingRule, ...]] = (money_where_nothing_moves, gap_where_nothing_is_done)
"""Findings of the programme, in the order of their codes."""
