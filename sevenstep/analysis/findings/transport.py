"""What is wrong with the places, links and routes: too full, without another way, not there yet."""

from collections.abc import Iterator
from typing import Final

from sevenstep.analysis.choices import Weight
from sevenstep.analysis.findings.rule import FindingContext, FindingRule, Match, finding
from sevenstep.analysis.findings.thresholds import TRANSPORT_DETOUR, TRANSPORT_LOAD
from sevenstep.analysis.results import Fact
from sevenstep.analysis.transport.compute import transport
from sevenstep.analysis.transport.results import Detour, Load, RouteWays, Way
from sevenstep.analysis.wording import shown_hours, shown_number, shown_share
from sevenstep.language import LANGUAGES, Text, joined, many
from sevenstep.model.choices import BestBy, FindingType
from sevenstep.model.step3_places import Route

_FULL: Final = 1 - 1e-9
_MOST_NAMED: Final = 3
_SHARE = Text(zh="负荷占能力的比例", en="load, as a share of the capacity")
_LOAD = Text(zh="负荷", en="load")
_CAPACITY = Text(zh="通过能力", en="capacity")
_EXTRA_HOURS = Text(zh="绕行多用的时间", en="more time by the detour")
_EXTRA_COST = Text(zh="绕行多花的成本", en="more cost by the detour")
_OPENS = Text(zh="开通", en="opens")
_TAKEN = Text(zh="写出的走法", en="as it is written")
_BEST = Text(zh="最好的走法", en="the best way")


def _title(context: FindingContext, key: str) -> Text:
    return context.chain.elements[key].title


def _titles(context: FindingContext, keys: tuple[str, ...]) -> Text:
    """The titles of some elements, of many the first."""
    named = [_quoted(_title(context, key)) for key in keys[:_MOST_NAMED]]
    more = len(keys) - len(named)
    whole = joined(named)
    if more <= 0:
        return whole
    return Text(zh=f"{whole.for_language('zh')}等 {len(keys)} 个", en=f"{whole.for_language('en')} and {more} more")


def _quoted(title: Text) -> Text:
    return title.inserted_into(zh="“{}”", en="“{}”")


def _said(title: Text, zh: str, en: str) -> Text:
    """A sentence that begins with a title."""
    return Text(zh=f"“{title.for_language('zh')}”{zh}", en=f"“{title.for_language('en')}” {en}")


def _load_facts(load: Load) -> Iterator[Fact]:
    if load.share is not None:
        yield Fact(_SHARE, Text(plain=shown_share(load.share)))
    for what, number in ((_LOAD, load.load), (_CAPACITY, load.capacity)):
        if number is not None:
            shown = {language: shown_number(number, load.unit, language) for language in LANGUAGES}
            yield Fact(what, Text(zh=shown["zh"], en=shown["en"]))


def _is_full(load: Load) -> bool:
    """Whether nothing more gets through; about 100 % may be a little less."""
    return load.share is not None and load.share >= _FULL and not (load.approximate and load.share <= 2 - _FULL)


def _loaded(context: FindingContext, *, full: bool, at_least: float) -> Iterator[Match]:
    found = transport(context.chain)
    for load in found.loads.values():
        if load.share is None or load.share < at_least or _is_full(load) is not full:
            continue
        zh, en = ("约 ", "about ") if load.approximate else (" ", "")
        over = [key for key, route in found.routes.items() if route.taken and load.element in route.taken.passed]
        routes = f"，{len(over)} 条路线经过", f"; {many(len(over), 'route')} there"
        yield Match(
            (load.element, *over[:_MOST_NAMED]),
            _said(
                _title(context, load.element),
                f"的负荷已是能力的{zh}{shown_share(load.share)}{routes[0] if over else ''}",
                f"is used to {en}{shown_share(load.share)} of its capacity{routes[1] if over else ''}",
            ),
            tuple(_load_facts(load)),
        )


@finding(
    "F401",
    "place-full",
    FindingType.BLOCKAGE,
    Weight.SERIOUS,
    title=Text(zh="地点或区段已经满负荷", en="A place or link is full"),
    meaning=Text(
        zh="已到能力上限，无法通过更多货物；到货不均时，平日即需排队。",
        en="At its capacity nothing more gets through; as goods never come evenly, they already queue.",
    ),
    advice=Text(
        zh="先错峰、加快周转，再扩能；同时把一部分货引到其他走法上。",
        en="Spread the arrivals and turn round faster before building more; lead some of the goods another way.",
    ),
)
def place_full(context: FindingContext) -> Iterator[Match]:
    return _loaded(context, full=True, at_least=_FULL)


@finding(
    "F402",
    "place-nearly-full",
    FindingType.BLOCKAGE,
    Weight.NOTABLE,
    TRANSPORT_LOAD,
    title=Text(zh="地点或区段接近满负荷", en="A place or link is nearly full"),
    meaning=Text(
        zh="余量只够平日：遇旺季、检修或绕行货物即会拥堵。",
        en="The reserve is enough for ordinary days only: the high season, repairs or diverted goods will block it.",
    ),
    advice=Text(zh="应及早安排扩能或分流。", en="Plan more capacity or another way now, before it is full."),
)
def place_nearly_full(context: FindingContext) -> Iterator[Match]:
    return _loaded(context, full=False, at_least=context.threshold(TRANSPORT_LOAD))


@finding(
    "F403",
    "single-point-of-failure",
    FindingType.BREAK,
    Weight.SERIOUS,
    title=Text(zh="路线依赖一处：没有其他走法", en="A route depends on one place or link"),
    meaning=Text(
        zh="该处中断时，所经货物目前没有其他走法，也没有应急场景应对。",
        en="When that is lost, the goods have no other way today, and no scenario of emergency responds.",
    ),
    advice=Text(
        zh="准备一条替代的走法；在应急场景上写 responds_to，把预案做实。",
        en="Prepare another way, and have a scenario of emergency respond to it (responds_to).",
    ),
)
def single_point_of_failure(context: FindingContext) -> Iterator[Match]:
    found = transport(context.chain)
    for key in found.routes:
        points = tuple(loss.element for loss in found.losses.values() if key in loss.cut and not loss.answers)
        if points:
            listed = _titles(context, points)
            yield Match(
                (key, *points),
                _said(
                    _title(context, key),
                    f"依赖{listed.for_language('zh')}：中断就没有其他走法，也没有应急场景应对",
                    f"hangs on {listed.for_language('en')}: without it there is no other way, and no scenario responds",
                ),
            )


@finding(
    "F404",
    "long-detour",
    FindingType.BREAK,
    Weight.NOTABLE,
    TRANSPORT_DETOUR,
    title=Text(zh="一处中断须绕行很远", en="A long detour where one place or link is lost"),
    meaning=Text(
        zh="有其他走法，但绕行增加的时间超过一定比例，交期和成本难以保证；也没有应急场景应对。",
        en="There is another way, but it takes so much longer that dates and prices do not hold; no scenario responds.",
    ),
    advice=Text(
        zh="事先谈好绕行的舱位和价格，写进应急预案（responds_to）。",
        en="Settle space and prices for the detour beforehand, in a scenario of emergency (responds_to).",
    ),
)
def long_detour(context: FindingContext) -> Iterator[Match]:
    limit = context.threshold(TRANSPORT_DETOUR)
    found = transport(context.chain)
    far: dict[str, list[tuple[str, Detour]]] = {}
    for loss in found.losses.values():
        for detour in loss.detours if not loss.answers else ():
            taken = found.routes[detour.route].taken
            if taken is not None and taken.hours and (detour.hours or 0.0) / taken.hours > limit:
                far.setdefault(detour.route, []).append((loss.element, detour))
    for key in found.routes:
        if key not in far:
            continue
        element, worst = max(far[key], key=lambda each: each[1].hours or 0.0)
        hours = worst.hours or 0.0
        count, rest = len(far[key]), [lost for lost, _ in far[key] if lost != element]
        facts = [Fact(_EXTRA_HOURS, Text(zh=shown_hours(hours, "zh"), en=shown_hours(hours, "en")))]
        if worst.cost is not None:
            cost = {language: shown_number(worst.cost, found.currency, language) for language in LANGUAGES}
            facts.append(Fact(_EXTRA_COST, Text(zh=cost["zh"], en=cost["en"])))
        title = _title(context, element)
        yield Match(
            (key, element, *rest),
            _said(
                _title(context, key),
                f"有 {count} 处中断须绕行，最远的是“{title.for_language('zh')}”：增加 {shown_hours(hours, 'zh')}",
                f"has a long detour when any of {many(count, 'place or link', 'places and links')} is lost, the "
                "longest "
                f"without “{title.for_language('en')}”: {shown_hours(hours, 'en')} more",
            ),
            tuple(facts),
        )


@finding(
    "F405",
    "waits-to-be-built",
    FindingType.BREAK,
    Weight.NOTABLE,
    title=Text(zh="路线有待在建部分开通", en="A route waits for what is not open yet"),
    meaning=Text(
        zh="所写走法目前不通：其中有在建、规划或停用的部分。",
        en="The way that is written cannot be taken today: a part of it is being built, planned or closed.",
    ),
    advice=Text(
        zh="开通以前用现有走法；把开通的时间写进目标和里程碑。",
        en="Take today's way until it opens, and let goals and milestones go by its date.",
    ),
)
def waits_to_be_built(context: FindingContext) -> Iterator[Match]:
    for key, route in transport(context.chain).routes.items():
        way = route.taken or route.later
        if way is None or not way.waits_for:
            continue
        listed = _titles(context, way.waits_for)
        facts = (Fact(_OPENS, Text(plain=route.opens)),) if route.opens else ()
        rest = (
            ("，目前另有走法", "; today there is another way")
            if route.ways
            else ("，目前没有走法", "; today there is none")
        )
        yield Match(
            (key, *way.waits_for[:_MOST_NAMED]),
            _said(
                _title(context, key),
                f"要等{listed.for_language('zh')}开通{rest[0]}",
                f"waits for {listed.for_language('en')} to open{rest[1]}",
            ),
            facts,
        )


@finding(
    "F406",
    "better-way-unused",
    FindingType.BLIND_SPOT,
    Weight.MINOR,
    TRANSPORT_DETOUR,
    title=Text(zh="有更好的走法未采用", en="A better way is not taken"),
    meaning=Text(
        zh="按该路线的择优依据，另有明显更好的走法：或是尚未考虑，或是模型缺少不采用的理由。",
        en="By what the route is judged by there is a much better way: either nobody has considered it, or the "
        "model lacks the reason against it.",
    ),
    advice=Text(
        zh="试走一次；不用的理由（班期、箱源、政策）写进说明。",
        en="Try it once, or write down why not: timetables, containers, policy.",
    ),
)
def better_way_unused(context: FindingContext) -> Iterator[Match]:
    limit = context.threshold(TRANSPORT_DETOUR)
    currency = transport(context.chain).currency
    for key, route in transport(context.chain).routes.items():
        element = context.chain.elements[key]
        better = _better(route, element.best, limit) if isinstance(element, Route) else None
        if better is None or route.taken is None or not isinstance(element, Route):
            continue
        over = _titles(context, better.places[1:-1] or better.links)
        yield Match(
            (key, *better.links[:_MOST_NAMED]),
            _said(
                element.title,
                f"有{element.best.label.zh}的走法未采用：经过{over.for_language('zh')}",
                f"does not take the {element.best.label.en} way: over {over.for_language('en')}",
            ),
            (
                Fact(_TAKEN, _figure(route.taken, element.best, currency)),
                Fact(_BEST, _figure(better, element.best, currency)),
            ),
        )


def _better(route: RouteWays, best: BestBy, limit: float) -> Way | None:
    """The best way, where the one taken runs today and is worse by more than the limit."""
    if route.taken is None or route.taken.waits_for or not route.ways or route.ways[0].passed == route.taken.passed:
        return None
    mine, other = route.taken.by(best), route.ways[0].by(best)
    return route.ways[0] if mine is not None and other is not None and mine > other * (1 + limit) else None


def _figure(way: Way, best: BestBy, currency: str) -> Text:
    if best is BestBy.FASTEST:
        hours = way.hours or 0.0
        return Text(zh=shown_hours(hours, "zh"), en=shown_hours(hours, "en"))
    if best is BestBy.CHEAPEST:
        cost = {language: shown_number(way.cost or 0.0, currency, language) for language in LANGUAGES}
        return Text(zh=cost["zh"], en=cost["en"])
    return Text(plain=shown_share(way.reliability or 0.0))


RULES: Final[tuple[FindingRule, ...]] = (
    place_full,
    place_nearly_full,
    single_point_of_failure,
    long_detour,
    waits_to_be_built,
    better_way_unused,
)
