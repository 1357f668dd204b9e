"""The evaluation of the items, as tables of pages: verdicts, ranking, sensitivity, roadmap."""

from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.conclusions.effects import comparison_of, difference_of
from sevenstep.analysis.conclusions.priorities import priorities_conclusion
from sevenstep.analysis.results import RankedItem, Ranking
from sevenstep.analysis.weight_move import WeightMove
from sevenstep.analysis.wording import shown_hours, shown_share
from sevenstep.chain.pictures import pictures_on
from sevenstep.model.choices import Metric
from sevenstep.model.quantity import decimal
from sevenstep.model.step6_items import Criterion, Item
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import amount_cell, refs_cell
from sevenstep.publishing.pages.conclusion_view import ConclusionView, shown_conclusion
from sevenstep.publishing.pages.gantt import Gantt, gantt
from sevenstep.publishing.pages.measured import number_cell, share_number
from sevenstep.publishing.pages.tables import score_cell, without_empty_columns
from sevenstep.publishing.pages.verdict_view import VerdictMatrix, verdict_matrix
from sevenstep.publishing.views import Cell, Figure, Heading, Row, Table

_MOST: Final = 1_000
"""Rows of one table; a longer list is not read on one page."""
_SAFE: Final = 2.0
"""The room of a weight that nothing bounds: more than any other."""


@dataclass(frozen=True, slots=True)
class EvaluationView:
    """The page of evaluation: what it says in short, its picture, its tables."""

    conclusion: ConclusionView
    gantt: Gantt | None
    verdicts: VerdictMatrix | None
    figures: tuple[Figure, ...]
    ranking: Table | None
    sensitivity: Table | None
    roadmap: Table | None

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(table for table in (self.ranking, self.sensitivity, self.roadmap) if table is not None)

    def toc(self, verdicts: str, in_time: str) -> tuple[Heading, ...]:
        """What stands on the page, in its order."""
        found = [Heading(self.ranking.title, self.ranking.anchor)] if self.ranking is not None else []
        found += [Heading(in_time, "gantt")] if self.gantt is not None else []
        found += [Heading(verdicts, "verdicts")] if self.verdicts is not None else []
        rest = (table for table in (self.roadmap, self.sensitivity) if table is not None)
        return (*found, *(Heading(table.title, table.anchor) for table in rest))


def evaluation_view(context: Context) -> EvaluationView:
    """Everything that the page shows."""
    found = context.analysis.ranking
    return EvaluationView(
        shown_conclusion(context, priorities_conclusion(context.chain, context.analysis)),
        gantt(context),
        verdict_matrix(context),
        context.figures_of(pictures_on("evaluation")),
        _both(context, found) if found.items else None,
        _sensitivity(context, found) if found.moves else None,
        _roadmap(context, found) if found.phases else None,
    )


def scores_table(context: Context) -> tuple[Table, ...]:
    """The ranked items with their score on every criterion; no table where nothing is ranked."""
    found = context.analysis.ranking.items
    if not found:
        return ()
    words = context.words
    criteria = list(context.chain.engagement.of(Criterion))
    items = {item.id: item for item in context.chain.engagement.of(Item)}
    heads = (
        words["rank"],
        words["element"],
        words["score"],
        *(context.said(criterion.title) for criterion in criteria),
    )
    rows = tuple(
        Row(
            (
                _place(context, context.analysis.ranking, ranked.item),
                refs_cell(context, [ranked.item]),
                _score(context, ranked),
                *(score_cell(context, items[ranked.item].scores[criterion.id]) for criterion in criteria),
            )
        )
        for ranked in found[:_MOST]
    )
    return (Table(words["ranking"], "ranking", heads, rows, _note(context, "ranking_note", len(found))),)


def _note(context: Context, name: str, rows: int) -> str:
    return " ".join((context.words[name], *((context.words["shown_first_rows"],) if rows > _MOST else ())))


def _score(context: Context, ranked: RankedItem) -> Cell:
    said = decimal(ranked.weighted, 1)
    return number_cell(context, said, ranked.weighted, "", bar=ranked.weighted / 100)


def _both(context: Context, found: Ranking) -> Table:
    """Every item with its place, what it takes and what it brings, and where the other way of ranking differs."""
    words = context.words
    names = ("rank", "element", "score", "change_money", "change_time", "what_it_brings", "places_differ")
    items = {item.id: item for item in context.chain.engagement.of(Item)}
    rows = tuple(
        Row(
            (
                _place(context, found, ranked.item),
                refs_cell(context, [ranked.item]),
                _score(context, ranked),
                *_change(context, items[ranked.item]),
                _effect(context, ranked.item),
                Cell(text=_differ(context, ranked)),
            )
        )
        for ranked in found.items[:_MOST]
    )
    note = _note(context, "ranking_both_note", len(found.items))
    heads = tuple(words[name] for name in names)
    return without_empty_columns(Table(words["ranking_both"], "ranking", heads, rows, note))


def _place(context: Context, found: Ranking, item: str) -> Cell:
    """The place, with a word where another item has the same score."""
    level = context.words["level_with_another"] if item in found.level else ""
    return Cell(text=str(found.places[item]), number=True, note=level, sort=float(found.places[item]))


def _effect(context: Context, item: str) -> Cell:
    """What the item brings: its lead time from as is to to be."""
    difference = difference_of(comparison_of(context.analysis, item), Metric.LEAD_TIME)
    if difference is None:
        return Cell()
    before, after = difference.before.mean, difference.after.mean
    said = [shown_hours(hours, context.language, (before, after)) for hours in (before, after)]
    style = "is-better" if after < before else "is-worse" if after > before else ""
    return Cell(
        text=" → ".join(said),
        note=Metric.LEAD_TIME.label.for_language(context.language),
        style=style,
        sort=after - before,
    )


def _differ(context: Context, ranked: RankedItem) -> str:
    up = ranked.weighted_place - ranked.topsis_place
    return context.words["places_up" if up > 0 else "places_down"].format(abs(up)) if up else ""


def _sensitivity(context: Context, found: Ranking) -> Table:
    words = context.words
    moves = sorted(found.moves, key=_room)
    heads = tuple(words[name] for name in ("weight", "weight_room", "weight_reading"))
    rows = tuple(
        Row(
            (
                refs_cell(context, [move.criterion]),
                share_number(context, move.weight),
                Cell(text=f"{shown_share(move.low or 0.0)}–{shown_share(_high(move))}", number=True),
                Cell(text="\n".join(_readings(context, move)), style="is-lines"),
            )
        )
        for move in moves
    )
    criterion = Criterion.KIND.title.for_language(context.language)
    return Table(words["sensitivity"], "sensitivity", (criterion, *heads), rows, words["sensitivity_note"], folded=True)


def _high(move: WeightMove) -> float:
    return 1.0 if move.high is None else move.high


def _room(move: WeightMove) -> float:
    return min((abs(weight - move.weight) for weight in (move.low, move.high) if weight is not None), default=_SAFE)


def _readings(context: Context, move: WeightMove) -> list[str]:
    bounds = (("weight_up", move.high, move.next_high), ("weight_down", move.low, move.next_low))
    found = [
        _reading(context, way, move.weight, bound, rival)
        for way, bound, rival in bounds
        if bound is not None and rival is not None
    ]
    return found or [context.words["weight_safe"]]


def _reading(context: Context, way: str, weight: float, bound: float, rival: str) -> str:
    now, then = shown_share(weight), shown_share(bound)
    said = context.words[f"{way}_level" if now == then else way]
    return said.format(now=now, then=then, next=context.refs[rival].title)


def _roadmap(context: Context, found: Ranking) -> Table:
    words = context.words
    places = {item: str(place) for item, place in found.places.items()}
    items = {item.id: item for item in context.chain.engagement.of(Item)}
    listed = [(number, item) for number, together in enumerate(found.phases, 1) for item in together]
    rows = tuple(
        Row(
            (
                Cell(text=str(number), number=True),
                refs_cell(context, [item]),
                Cell(text=places.get(item, words["not_ranked"]), number=item in places),
                refs_cell(context, [needed.id for needed in context.chain.targets(item, "depends-on")]),
                *_change(context, items[item]),
            )
        )
        for number, item in listed[:_MOST]
    )
    heads = tuple(words[name] for name in ("phase", "element", "rank", "begins_after", "change_money", "change_time"))
    note = _note(context, "roadmap_note", len(listed))
    return without_empty_columns(Table(words["roadmap"], "roadmap", heads, rows, note, folded=True))


def _change(context: Context, item: Item) -> tuple[Cell, Cell]:
    """What it costs and how long it takes to bring the item about."""
    said = item.change
    if said is None:
        return Cell(number=True), Cell(number=True)
    return amount_cell(context, said.money, item.source), amount_cell(context, said.time, item.source)
