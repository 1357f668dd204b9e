"""The ranking of items, and the load of resources, for a person at a terminal."""

from collections.abc import Iterator, Sequence

from rich.text import Text as Styled

from sevenstep.analysis.results import Queues, ResourceLoad
from sevenstep.analysis.wording import reach, shown_hours, shown_share, shown_simulated
from sevenstep.language import Language, Text, many
from sevenstep.report.analysis_report import SECTION, AnalysisReport, more
from sevenstep.report.table import aligned, cut


def ranking(report: AnalysisReport, language: Language, limit: int | None) -> Iterator[Styled]:
    found = report.analysis.ranking
    if not found.items:
        return
    yield Styled(Text(zh="实施优先级", en="What to do first").for_language(language), SECTION)
    rows = [
        [
            str(ranked.weighted_place),
            report.named(ranked.item, language, 52),
            Text(zh=f"{ranked.weighted:.1f} 分", en=f"{ranked.weighted:.1f} of 100").for_language(language),
            Text(zh=f"TOPSIS 第 {ranked.topsis_place}", en=f"TOPSIS place {ranked.topsis_place}").for_language(
                language
            ),
        ]
        for ranked in found.items[:limit]
    ]
    for line in aligned(rows, left=(1,)):
        yield Styled(f"  {line}")
    yield from more(len(found.items) - limit if limit is not None else 0, language)
    yield Styled(f"  {_stability(report, language)}")
    if found.order:
        order = " → ".join(cut(report.title(item, language), 24) for item in found.order[:limit])
        order += " → …" if limit is not None and len(found.order) > limit else ""
        yield Styled(Text(zh=f"  建议次序：{order}", en=f"  Suggested order: {order}").for_language(language))
    if found.unscored:
        count = len(found.unscored)
        text = Text(
            zh=f"  {count} 个事项评分不全，没有参加排序", en=f"  {many(count, 'item')} not ranked for want of scores"
        )
        yield Styled(text.for_language(language), "dim")


def _stability(report: AnalysisReport, language: Language) -> str:
    """How far the weights can move before the first place changes: the criterion with the least room."""
    bounds = [
        (abs(bound - move.weight), move, bound, other or "")
        for move in report.analysis.ranking.moves
        for bound, other in ((move.low, move.next_low), (move.high, move.next_high))
        if bound is not None
    ]
    if not bounds:
        return Text(
            zh="单独改任何一个权重，第一名都不变", en="No change of a single weight moves the first place"
        ).for_language(language)
    _, move, bound, other = min(bounds, key=lambda distance: distance[0])
    criterion = cut(report.title(move.criterion, language), 30)
    first = cut(report.title(other, language), 30)
    now, then = shown_share(move.weight), shown_share(bound)
    return Text(
        zh=f"最敏感的权重：“{criterion}”从 {now} 改到 {then}，第一名即换成“{first}”",
        en=f"Most sensitive weight: with “{criterion}” at {then} (now {now}), “{first}” comes first",
    ).for_language(language)


def resources(report: AnalysisReport, language: Language, limit: int | None) -> Iterator[Styled]:
    """What is over its capacity or busiest, today and in the design; in full with how that was found."""
    for queues in report.analysis.queues:
        yield from _queue(report, queues, language, is_short=limit is not None)


def _queue(report: AnalysisReport, queues: Queues, language: Language, *, is_short: bool) -> Iterator[Styled]:
    if not queues.loads:
        return
    variant = queues.variant.label.for_language(language)
    yield Styled(Text(zh=f"资源（{variant}）", en=f"Resources ({variant})").for_language(language), SECTION)
    over = [group for group in queues.groups if any(load.is_over_capacity for load in group)]
    for group in over:
        yield Styled(f"  {_too_much(report, group).for_language(language)}", "bold yellow")
    others = [group for group in queues.groups if group not in over]
    busiest = max(others, key=lambda group: group[0].offered) if others else ()
    if busiest:
        yield Styled(f"  {_busiest(report, busiest, is_alone=not over).for_language(language)}")
    if is_short:
        return
    errors_zh, errors_en = _errors(busiest, "zh"), _errors(busiest, "en")
    text = Text(
        zh=f"  负荷由到达的工作直接算出；等候由模拟得出（{queues.cases:,} 件，随机种子 {queues.seed}"
        f"{f'，平均等候的模拟误差 {errors_zh}' if errors_zh else ''}）",
        en=f"  Loads follow from the work that comes; waits are simulated ({many(queues.cases, 'case')}, "
        f"seed {queues.seed}{f', error of the mean wait {errors_en}' if errors_en else ''})",
    )
    yield Styled(text.for_language(language), "dim")


def _too_much(report: AnalysisReport, group: Sequence[ResourceLoad]) -> Text:
    asked, names = shown_share(group[0].offered), _names(report, group)
    are, they = ("are", "they") if len(group) > 1 else ("is", "it")
    if not any(load.grows for load in group):
        return Text(
            zh=f"{names.for_language('zh')} 超负荷：工作量为能力的 {asked}；排队不长，只因业务先滞留在前面",
            en=f"{names.for_language('en')} {are} over capacity: {asked} of what {they} can do is "
            f"asked for; the queue is short "
            "only because cases are held up before",
        )
    return Text(
        zh=f"{names.for_language('zh')} 超负荷：工作量为能力的 {asked}，排队持续增长",
        en=f"{names.for_language('en')} {are} over capacity: {asked} of what {they} can do is asked "
        f"for, and the queue grows "
        "without end",
    )


def _busiest(report: AnalysisReport, group: Sequence[ResourceLoad], *, is_alone: bool) -> Text:
    asked, names = shown_share(group[0].offered), _names(report, group)
    zh, en = ("没有资源超负荷；最忙的是", "No resource is over capacity; the busiest")
    if not is_alone:
        zh, en = ("其余最忙的是", "Of the others the busiest")
    waits_zh, waits_en = [_wait(load, "zh") for load in group], [_wait(load, "en") for load in group]
    are, they, wait = ("are", "they", "waits") if len(group) > 1 else ("is", "it", "wait")
    return Text(
        zh=f"{zh} {names.for_language('zh')}：工作量为能力的 {asked}，平均等候 {'、'.join(waits_zh)}",
        en=f"{en} {are} {names.for_language('en')}: {asked} of what {they} can do; mean {wait} {_listed(waits_en)}",
    )


def _names(report: AnalysisReport, group: Sequence[ResourceLoad]) -> Text:
    """The resources, and that they share the work where they are several."""
    zh = "、".join(report.named(load.resource, "zh") for load in group)
    names = [report.named(load.resource, "en") for load in group]
    if len(group) == 1:
        return Text(zh=zh, en=names[0])
    return Text(zh=f"{zh} 合起来", en=f"{_listed(names)} together")


def _listed(several: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(several[:-1]), several[-1]) if part)


def _wait(load: ResourceLoad, language: Language) -> str:
    return shown_simulated(load.wait, lambda hours: shown_hours(hours, language, half=reach(load.wait)), language)


def _errors(group: Sequence[ResourceLoad], language: Language) -> str:
    """How far chance moves the mean waits that are told of these resources."""
    waits = [load.wait for load in group if load.wait.reason is None and reach(load.wait) > 0]
    errors = [f"±{shown_hours(reach(wait), language, (wait.mean,))}" for wait in waits]
    return "、".join(errors) if language == "zh" else _listed(errors)
