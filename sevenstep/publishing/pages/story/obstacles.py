"""What the analysis finds in the way today: each kind of obstacle once, where it weighs most."""

from collections import defaultdict
from itertools import islice
from typing import Final

from sevenstep.analysis.choices import Weight
from sevenstep.analysis.conclusions.finding import computed_stake
from sevenstep.analysis.conclusions.wording import sentence, sentence_of
from sevenstep.analysis.results import ComputedFinding
from sevenstep.language import many, noun
from sevenstep.model.choices import StoryPart, Variant
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import refs_cell
from sevenstep.publishing.pages.story.stop import Stop
from sevenstep.publishing.views import Cell, Row, Table

_MOST: Final = 6
"""Kinds of obstacles that are told."""
_WEIGHTS: Final = {weight: place for place, weight in enumerate(Weight)}


def obstacles(context: Context) -> Stop | None:
    """How many there are, how many are serious, and the worst of each kind."""
    found = [one for one in context.analysis.findings if one.variant != Variant.TO_BE and one.accepted is None]
    if not found:
        return None
    serious = sum(one.weight == Weight.SERIOUS for one in found)
    answered = sum(bool(one.measures) for one in found)
    count = len(found)
    zh = f"查出 {count} 处堵点、断点和盲点"
    en = f"{many(count, 'blockage, break or blind spot', 'blockages, breaks and blind spots')} found"
    if serious:
        zh, en = f"{zh}，其中 {serious} 处严重", f"{en}, {serious} of them serious"
    left = count - answered
    lead = sentence(
        f"{answered} 处已有举措回应，{left} 处还没有",
        f"Measures answer {answered} of them; {left} {noun(left, 'has', 'have')} none yet",
    )
    kicker = context.said(StoryPart.OBSTACLES.label)
    table = _worst_of_each_kind(context, found)
    return Stop(StoryPart.OBSTACLES, kicker, sentence(zh, en), "findings.html", 7, lead=(lead,), table=table)


def _worst_of_each_kind(context: Context, found: list[ComputedFinding]) -> Table:
    kinds: dict[str, list[ComputedFinding]] = defaultdict(list)
    for one in sorted(found, key=lambda one: (_WEIGHTS[one.weight], -_hours(context, one))):
        kinds[one.code].append(one)
    names = ("story_obstacle", "story_how_many_places", "story_worst", "story_where", "story_answer")
    rows = tuple(_row(context, same) for same in islice(kinds.values(), _MOST))
    return Table("", "obstacles", tuple(context.words[name] for name in names), rows)


def _row(context: Context, same: list[ComputedFinding]) -> Row:
    worst = same[0]
    return Row(
        (
            Cell(text=context.said(worst.title)),
            Cell(text=str(len(same)), number=True),
            Cell(text=context.said(sentence_of(worst.message))),
            refs_cell(context, worst.touches[:1]),
            refs_cell(context, worst.measures[:1]),
        )
    )


def _hours(context: Context, found: ComputedFinding) -> float:
    stake = computed_stake(context.chain, context.analysis, found)
    return stake.hours if stake is not None else 0.0
