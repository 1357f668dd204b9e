"""Places, links and routes for a person at a terminal: the fullest, the ways, and what is lost with each of them."""

from collections.abc import Iterator, Sequence
from typing import Final

from rich.text import Text as Styled

from sevenstep.analysis.findings.thresholds import TRANSPORT_LOAD
from sevenstep.analysis.transport.results import Detour, Load, Loss, RouteWays, Throughput, Transport, Way
from sevenstep.analysis.wording import shown_hours, shown_number, shown_share
from sevenstep.chain.graph import Chain
from sevenstep.language import Language, Text, joined, many
from sevenstep.report.analysis_report import SECTION, AnalysisReport, more
from sevenstep.report.table import aligned
from sevenstep.report.terminal import shown

_UNKNOWN: Final = "–"


def transport_lines(report: AnalysisReport, language: Language, limit: int | None) -> Iterator[Styled]:
    """The fullest places and links, and the losses that cost most; where all is asked for each route beside its next
    best way, too."""
    found = report.analysis.transport
    if not found:
        return
    yield Styled(
        Text(
            zh=f"地点、区段和路线（{found.day} 当时的状况）",
            en=f"Places, links and routes (as they run on {found.day})",
        ).for_language(language),
        SECTION,
    )
    yield from _fullest(report, found, language, limit)
    if limit is None:
        yield from _routes(report, found, language)
    yield from _losses(report, found, language, limit)
    for text in found.left_out:
        yield Styled(f"  {text.for_language(language)}", "yellow")


def _fullest(report: AnalysisReport, found: Transport, language: Language, limit: int | None) -> Iterator[Styled]:
    loads = sorted(
        (load for load in found.loads.values() if load.share is not None), key=lambda load: -(load.share or 0)
    )
    if not loads:
        return
    yield Styled(Text(zh="  负荷占能力的比例", en="  Load, as a share of the capacity").for_language(language), "dim")
    rows = [[shown_load(load, language), report.named(load.element, language)] for load in loads[:limit]]
    for line, load in zip(aligned(rows, left=(1,)), loads, strict=False):
        yield Styled(f"    {line}", "yellow" if (load.share or 0) >= TRANSPORT_LOAD.value else "")
    yield from more(len(loads) - limit if limit is not None else 0, language)


def shown_load(load: Load, language: Language) -> str:
    """The share of the capacity that is used, said to be approximate where it is."""
    if load.share is None:
        return _UNKNOWN
    about = ("约 ", "about ")[language == "en"] if load.approximate else ""
    return f"{about}{shown_share(load.share)}"


def _routes(report: AnalysisReport, found: Transport, language: Language) -> Iterator[Styled]:
    routes = list(found.routes.values())
    if not routes:
        return
    heads = (
        Text(zh="路线", en="Route"),
        Text(zh="时间", en="time"),
        Text(zh="成本", en="cost"),
        Text(zh="可靠度", en="reliability"),
        Text(zh="次优走法", en="the next best way"),
        Text(zh="最满的一处", en="fullest on it"),
    )
    rows = [[head.for_language(language) for head in heads]]
    for route in routes:
        other = route.next_best
        rest = f"{hours_of(other, language)}  {cost_of(other, found.currency, language)}" if other else _UNKNOWN
        rows.append(
            [
                report.named(route.route, language, 48),
                hours_of(route.taken, language),
                cost_of(route.taken, found.currency, language),
                sure_of(route.taken),
                rest,
                report.named(route.binding, language, 40) if route.binding else _UNKNOWN,
            ]
        )
    for number, line in enumerate(aligned(rows, left=(0, 4, 5))):
        problem = routes[number - 1].problem if number else None
        yield Styled(f"  {line}", "dim" if number == 0 else "yellow" if problem is not None else "")
        if problem is not None:
            yield Styled(f"    {problem.for_language(language)}", "yellow")


def _losses(report: AnalysisReport, found: Transport, language: Language, limit: int | None) -> Iterator[Styled]:
    """Those that leave routes without a way, then those with the longest detours."""
    heavy = [loss for loss in found.losses.values() if loss.cut or loss.extra_hours > 0]
    heavy.sort(key=lambda loss: (-len(loss.cut), -loss.extra_hours))
    if not heavy:
        return
    yield Styled(Text(zh="  中断的影响", en="  What is lost with each").for_language(language), "dim")
    for loss in heavy[:limit]:
        style = "yellow" if loss.cut and not loss.answers else ""
        yield Styled(
            f"    {report.named(loss.element, language)}: {loss_in_short(report.chain, loss, language)}", style
        )
    yield from more(len(heavy) - limit if limit is not None else 0, language)


def loss_in_short(chain: Chain, loss: Loss, language: Language) -> str:
    """What falls away with it, in one line."""
    said: list[Text] = []
    if loss.cut:
        routes = _titles(chain, loss.cut)
        said.append(routes.inserted_into(zh="没有其他走法：{}", en="no other way for {}"))
    if loss.detours:
        extra = loss.extra_hours
        count = len(loss.detours)
        zh, en = f"{count} 条路线绕行", f"{many(count, 'route')} by another way"
        if extra > 0:
            zh, en = f"{zh}，最多多用 {shown_hours(extra, 'zh')}", f"{en}, up to {shown_hours(extra, 'en')} longer"
        said.append(Text(zh=zh, en=en))
    if loss.ended:
        count = len(loss.ended)
        verbs = "begins or ends" if count == 1 else "begin or end"
        said.append(Text(zh=f"{count} 条路线以此为起点或终点", en=f"{many(count, 'route')} {verbs} there"))
    if loss.pairs:
        said.append(
            Text(zh=f"{loss.pairs} 对地点不再相连", en=f"{many(loss.pairs, 'pair')} of places no longer joined")
        )
    if loss.answers:
        said.append(_titles(chain, loss.answers).inserted_into(zh="应急场景：{}", en="answered by {}"))
    return shown(joined(said, "；", "; ").for_language(language))


def of_element(chain: Chain, found: Transport, element: str, language: Language) -> Iterator[Styled]:
    """All that is computed of one place, link or route."""
    lines = [
        *_of_load(found.loads.get(element), language),
        *_of_route(chain, found, found.routes.get(element), language),
        *_of_loss(chain, found, found.losses.get(element), language),
    ]
    if lines:
        yield Styled(
            Text(zh=f"  算出的结果（{found.day}）", en=f"  Computed (on {found.day})").for_language(language), "bold"
        )
        yield from (Styled(f"    {line}") for line in lines)


def _of_load(load: Load | None, language: Language) -> Iterator[str]:
    if load is None or load.share is None:
        return
    known = load.load is not None and load.capacity is not None
    of = ""
    if known:
        amounts = (shown_number(number or 0.0, load.unit, language) for number in (load.load, load.capacity))
        of = " = " + " / ".join(amounts)
    label = Text(zh="负荷占能力：", en="Load of capacity: ").for_language(language)
    yield f"{label}{shown_load(load, language)}{of}"


def _of_route(chain: Chain, found: Transport, route: RouteWays | None, language: Language) -> Iterator[str]:
    if route is None:
        return
    if route.problem is not None:
        yield route.problem.for_language(language)
    labels = ((Text(zh="走法：", en="Way: "), route.taken), (Text(zh="次优：", en="Next best: "), route.next_best))
    for label, way in labels:
        if way is not None:
            yield f"{label.for_language(language)}{way_in_words(chain, way, found.currency, language)}"
    if route.later is not None:
        better = Text(zh=f"{route.opens or '将来'} 起更好：", en=f"Better from {route.opens or 'some day'} on: ")
        yield f"{better.for_language(language)}{way_in_words(chain, route.later, found.currency, language)}"
    if route.binding:
        title = _titles(chain, (route.binding,)).for_language(language)
        yield Text(zh=f"最满的一处：{title}", en=f"Fullest on it: {title}").for_language(language)
    if route.through is not None:
        yield _through(chain, route.through, language)


def _through(chain: Chain, through: Throughput, language: Language) -> str:
    most = shown_number(through.most, through.unit, language)
    cut = _titles(chain, through.cut).for_language(language)
    return Text(
        zh=f"两头之间所有走法合计最多过 {most}，卡在：{cut}",
        en=f"Over all ways together at most {most} get through; bound by {cut}",
    ).for_language(language)


def _of_loss(chain: Chain, found: Transport, loss: Loss | None, language: Language) -> Iterator[str]:
    if loss is None:
        return
    label = Text(zh="若中断：", en="If it is lost: ").for_language(language)
    yield f"{label}{loss_in_short(chain, loss, language)}"
    for detour in loss.detours:
        yield f"  {_detour(chain, detour, found.currency, language)}"


def _detour(chain: Chain, detour: Detour, currency: str, language: Language) -> str:
    title = _titles(chain, (detour.route,)).for_language(language)
    hours = _UNKNOWN
    if detour.hours is not None:
        hours = f"{'+' if detour.hours > 0 else ''}{shown_hours(detour.hours, language)}"
    cost = _UNKNOWN
    if detour.cost is not None:
        cost = f"{'+' if detour.cost > 0 else ''}{shown_number(detour.cost, currency, language)}"
    over = way_in_words(chain, detour.way, currency, language, figures=False)
    return f"{title}：{hours}，{cost}：{over}" if language == "zh" else f"{title}: {hours}, {cost}: {over}"


def way_in_words(chain: Chain, way: Way, currency: str, language: Language, *, figures: bool = True) -> str:
    """The places of a way in their order, with its sums."""
    places = " → ".join(shown(chain.elements[place].title.for_language(language)) for place in way.places)
    if not figures:
        return places
    sums: Sequence[str] = (hours_of(way, language), cost_of(way, currency, language), sure_of(way))
    return f"{places} ({', '.join(each for each in sums if each != _UNKNOWN)})"


def hours_of(way: Way | None, language: Language) -> str:
    """How long a way takes."""
    return _UNKNOWN if way is None or way.hours is None else shown_hours(way.hours, language)


def cost_of(way: Way | None, currency: str, language: Language) -> str:
    """What a way costs."""
    return _UNKNOWN if way is None or way.cost is None else shown_number(way.cost, currency, language)


def sure_of(way: Way | None) -> str:
    """How reliable a way is."""
    return _UNKNOWN if way is None or way.reliability is None else shown_share(way.reliability)


def _titles(chain: Chain, keys: tuple[str, ...]) -> Text:
    return joined(chain.elements[key].title for key in keys if key in chain.elements)
