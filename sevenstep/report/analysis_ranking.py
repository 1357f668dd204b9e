"""The ranking of items, and the load of resources, for a person at a terminal."""

from collections.abc import Iterator

from rich.text import Text as Styled

from sevenstep.analysis.results import Queues
from sevenstep.analysis.wording import shown_hours, shown_share
from sevenstep.language import Language, Text
from sevenstep.report.analysis_report import SECTION, VARIANTS, AnalysisReport, more
from sevenstep.report.table import aligned, cut
from sevenstep.report.wording import many


def ranking(report: AnalysisReport, language: Language, limit: int | None) -> Iterator[Styled]:
    found = report.analysis.ranking
    if not found.items:
        return
    yield Styled(Text(zh="先做什么", en="What to do first").in_(language), SECTION)
    rows = [
        [
            str(one.weighted_place),
            report.named(one.item, language, 52),
            Text(zh=f"{one.weighted:.1f} 分", en=f"{one.weighted:.1f} of 100").in_(language),
            Text(zh=f"TOPSIS 第 {one.topsis_place}", en=f"TOPSIS place {one.topsis_place}").in_(language),
        ]
        for one in found.items[:limit]
    ]
    for line in aligned(rows, left=(1,)):
        yield Styled(f"  {line}")
    yield from more(len(found.items) - limit if limit is not None else 0, language)
    yield Styled(f"  {_stability(report, language)}")
    if found.order:
        order = " → ".join(cut(report.title(one, language), 24) for one in found.order[:limit])
        order += " → …" if limit is not None and len(found.order) > limit else ""
        yield Styled(Text(zh=f"  建议次序：{order}", en=f"  Suggested order: {order}").in_(language))
    if found.unscored:
        count = len(found.unscored)
        text = Text(
            zh=f"  {count} 个事项评分不全，没有参加排序", en=f"  {many(count, 'item')} not ranked for want of scores"
        )
        yield Styled(text.in_(language), "dim")


def _stability(report: AnalysisReport, language: Language) -> str:
    """How far the weights can move before the first place changes: the criterion with the least room."""
    bounds = [
        (abs(bound - move.weight), move, bound, other or "")
        for move in report.analysis.ranking.moves
        for bound, other in ((move.low, move.next_low), (move.high, move.next_high))
        if bound is not None
    ]
    if not bounds:
        return Text(zh="单独改任何一个权重，第一名都不变", en="No change of a single weight moves the first place").in_(
            language
        )
    _, move, bound, other = min(bounds, key=lambda one: one[0])
    criterion = cut(report.title(move.criterion, language), 30)
    first = cut(report.title(other, language), 30)
    now, then = shown_share(move.weight), shown_share(bound)
    return Text(
        zh=f"最敏感的权重：“{criterion}”从 {now} 改到 {then}，第一名就换成“{first}”",
        en=f"Most sensitive weight: with “{criterion}” at {then} (now {now}), “{first}” comes first",
    ).in_(language)


def resources(report: AnalysisReport, language: Language) -> Iterator[Styled]:
    for queues in report.analysis.queues:
        yield from _queue(report, queues, language)


def _queue(report: AnalysisReport, queues: Queues, language: Language) -> Iterator[Styled]:
    if not queues.loads:
        return
    variant = VARIANTS[queues.variant].in_(language)
    yield Styled(Text(zh=f"资源（{variant}）", en=f"Resources ({variant})").in_(language), SECTION)
    over = [one for one in queues.loads if one.is_over_capacity]
    for one in over:
        name, asked = report.named(one.resource, language), shown_share(one.offered)
        text = Text(
            zh=f"  {name} 超负荷：到来的工作是能力的 {asked}，队伍越排越长",
            en=f"  {name} is over capacity: {asked} of what it can do is asked for, and the queue grows without end",
        )
        yield Styled(text.in_(language), "bold yellow")
    busiest = max((one for one in queues.loads if not one.is_over_capacity), key=lambda one: one.offered, default=None)
    if busiest is not None:
        name, busy = report.named(busiest.resource, language), shown_share(busiest.utilisation.mean)
        wait = shown_hours(busiest.wait.mean, language)
        zh, en = (
            ("没有资源超负荷；最忙的是", "No resource is over capacity; the busiest is")
            if not over
            else (
                "其余最忙的是",
                "Of the others the busiest is",
            )
        )
        text = Text(
            zh=f"  {zh} {name}：{busy}，平均等 {wait}", en=f"  {en} {name}: {busy}, {wait} of waiting on average"
        )
        yield Styled(text.in_(language))
