"""What is to be done: what to begin with, what it costs, and what nobody knows yet."""

from collections import Counter, defaultdict
from typing import Final

from sevenstep.analysis.conclusions.effects import difference_of
from sevenstep.analysis.conclusions.item import amount_said
from sevenstep.analysis.conclusions.wording import is_same, joint, named, said, sentence, titled
from sevenstep.analysis.results import Difference, RankedItem
from sevenstep.chain.pictures import PRIORITY
from sevenstep.language import many
from sevenstep.model.choices import Metric, StoryPart
from sevenstep.model.quantity import Quantity
from sevenstep.model.quantity.yearly import one_sum
from sevenstep.model.step6_items import Item
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import refs_cell
from sevenstep.publishing.pages.story.aims import MOST_ROWS
from sevenstep.publishing.pages.story.narration import narrated
from sevenstep.publishing.pages.story.stop import Stop
from sevenstep.publishing.views import Cell, Row, Table

_MOST_ASKED: Final = 6
"""Of so many parties it is said what they are asked; the questions are long."""


def _in_turn(context: Context) -> list[RankedItem]:
    """The ranked items as they can be begun: by phase, then by place."""
    return sorted(context.analysis.ranking.items, key=lambda one: (one.phase, one.weighted_place))


def order(context: Context) -> Stop | None:
    """With which items to begin."""
    ranked = sorted(context.analysis.ranking.items, key=lambda one: one.weighted_place)
    if not ranked:
        return None
    ahead = {one.item: one.phase for one in ranked}
    first = ranked[0]
    begin = titled(context.chain, first.item)
    zh, en = f"先办{begin.zh}", f"Begin with {begin.en}"
    if first.phase > 1:
        earlier = [one.item for one in _in_turn(context) if one.phase < first.phase]
        needs = [item for item in earlier if _leads_to(context, item, first.item)]
        if needs:
            before = named(context.chain, needs, 2)
            zh, en = (
                f"最应先办的是{begin.zh}，先要有{before.zh}",
                f"{begin.en} matters most and needs {before.en} first",
            )
    following = [one.item for one in ranked[1:3]]
    if following:
        then = named(context.chain, following)
        zh, en = f"{zh}，再办{then.zh}", f"{en}, then {then.en}"
    told = next((text for name, text in context.header.narrations.items() if name == "step6"), None)
    kicker = context.said(StoryPart.ORDER.label)
    rows = tuple(
        Row(
            (
                Cell(text=str(one.weighted_place), number=True),
                refs_cell(context, [one.item]),
                Cell(text=str(ahead[one.item]), number=True),
            )
        )
        for one in ranked[:MOST_ROWS]
    )
    heads = tuple(context.words[name] for name in ("rank", "item", "story_phase"))
    table = Table("", "order", heads, rows)
    return Stop(
        StoryPart.ORDER,
        kicker,
        sentence(zh, en),
        "evaluation.html",
        6,
        said=narrated(context, told),
        figures=(PRIORITY.name,),
        table=table,
    )


def _leads_to(context: Context, first: str, last: str) -> bool:
    """Whether an item depends on another, over however many."""
    seen, waiting = {last}, [last]
    while waiting:
        for before in context.chain.targets(waiting.pop(), "depends-on"):
            if before.id == first:
                return True
            if before.id not in seen:
                seen.add(before.id)
                waiting.append(before.id)
    return False


def money(context: Context) -> Stop | None:
    """What it takes to bring the items about, in the order in which they rank."""
    items = list(context.chain.engagement.of(Item))
    known = [item for item in items if item.change is not None and item.change.money is not None]
    if not known:
        return None
    total = joint(*(amount_said(amount) for amount in _sums(known)))
    count, without = len(known), len(items) - len(known)
    zh = f"办成 {count} 个事项，一次性投入共 {total.zh}"
    en = f"Bringing about {many(count, 'item')} takes {total.en} once"
    if without:
        zh, en = f"{zh}；另有 {without} 个尚无估算", f"{en}; {without} more have no estimate yet"
    places = {one.item: one.weighted_place for one in context.analysis.ranking.items}
    effects = {one.item: difference_of(one, Metric.LEAD_TIME) for one in context.analysis.comparisons if one.item}
    shown = sorted(known, key=lambda item: places.get(item.id, len(items) + 1))
    heads = tuple(context.words[name] for name in ("rank", "item", "story_money", "story_lasts", "story_effect"))
    rows = tuple(_money_row(context, item, places.get(item.id), effects.get(item.id)) for item in shown[:MOST_ROWS])
    kicker = context.said(StoryPart.MONEY.label)
    more = len(shown) - MOST_ROWS
    lead = (sentence(f"这里列出前 {MOST_ROWS} 个", f"These are the first {MOST_ROWS}"),) if more > 0 else ()
    return Stop(
        StoryPart.MONEY,
        kicker,
        sentence(zh, en),
        "evaluation.html",
        6,
        lead=lead,
        table=Table("", "money", heads, rows),
    )


def _money_row(context: Context, item: Item, place: int | None, effect: Difference | None) -> Row:
    change = item.change
    language = context.language
    money = change.money.shown(language) if change is not None and change.money is not None else ""
    lasts = change.time.shown(language) if change is not None and change.time is not None else ""
    moved = ""
    if effect is not None and not is_same(effect.before.mean, effect.after.mean):
        beside = (effect.before.mean, effect.after.mean)
        moved = " → ".join(context.said(said(Metric.LEAD_TIME, number, beside=beside)) for number in beside)
    return Row(
        (
            Cell(text=str(place) if place is not None else "", number=True),
            refs_cell(context, [item.id]),
            Cell(text=money, number=True),
            Cell(text=lasts, number=True),
            Cell(text=moved, number=True),
        )
    )


def _sums(items: list[Item]) -> list[Quantity]:
    """The money of the items together, one sum for each currency; ranges add up to ranges."""
    ends: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for item in items:
        if item.change is not None and (amount := item.change.money) is not None and amount.points:
            ends[amount.unit][0] += min(amount.points)
            ends[amount.unit][1] += max(amount.points)
    return [
        one_sum(f"{low:.15g} {unit}" if low == high else f"{low:.15g}..{high:.15g} {unit}")
        for unit, (low, high) in ends.items()
    ]


def questions(context: Context) -> Stop | None:
    """What is to be confirmed, and by whom."""
    found = context.questions
    if not found:
        return None
    asked: Counter[tuple[str, ...]] = Counter(tuple(actor.id for actor in one.whom) for one in found)
    count = len(found)
    nobody = asked.pop((), 0)
    zh, en = f"尚有 {count} 件事待确认", f"{many(count, 'question')} to be answered"
    if asked:
        (most, times) = asked.most_common(1)[0]
        whom = named(context.chain, most, 2)
        zh = f"{zh}，问得最多的是{whom.zh}（{times} 件）"
        en = f"{en}, most of them by {whom.en} ({times})"
    lead = (
        (sentence(f"其中 {nobody} 件尚未写明问谁", f"Of {nobody} of them nobody is named who could answer"),)
        if nobody
        else ()
    )
    first = {tuple(actor.id for actor in one.whom): one for one in reversed(found)}
    groups = [*asked.most_common(_MOST_ASKED - bool(nobody)), *([((), nobody)] if nobody else [])]
    rows = tuple(
        Row(
            (
                refs_cell(context, whom[:2]) if whom else Cell(text=context.words["story_nobody"]),
                Cell(text=str(times), number=True),
                Cell(text=context.said(first[whom].text)),
            )
        )
        for whom, times in groups
    )
    heads = tuple(context.words[name] for name in ("story_whom", "story_how_many", "story_such_as"))
    kicker = context.said(StoryPart.QUESTIONS.label)
    return Stop(
        StoryPart.QUESTIONS,
        kicker,
        sentence(zh, en),
        "questions.html",
        0,
        lead=lead,
        table=Table("", "asked", heads, rows),
    )
