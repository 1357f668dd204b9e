"""The evaluation of the items, as tables of pages: verdicts, ranking, sensitivity, roadmap."""

from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.results import RankedItem, Ranking, WeightMove
from sevenstep.analysis.wording import shown_share
from sevenstep.chain.pictures import pictures_on
from sevenstep.model.step6_items import Criterion, Item
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import amount_cell, refs_cell
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

    verdicts: VerdictMatrix | None
    lead: tuple[str, ...]
    figures: tuple[Figure, ...]
    ranking: Table | None
    sensitivity: Table | None
    roadmap: Table | None

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(table for table in (self.ranking, self.sensitivity, self.roadmap) if table is not None)

    def toc(self, verdicts: str) -> tuple[Heading, ...]:
        """What stands on the page, the verdicts under their heading first."""
        first = (Heading(verdicts, "verdicts"),) if self.verdicts is not None else ()
        return (*first, *(Heading(table.title, table.anchor) for table in self.tables))


def evaluation_view(context: Context) -> EvaluationView:
    """Everything that the page shows."""
    found = context.analysis.ranking
    return EvaluationView(
        verdict_matrix(context),
        _lead(context, found),
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
                Cell(text=str(ranked.weighted_place), number=True),
                refs_cell(context, [ranked.item]),
                _score(ranked),
                *(score_cell(context, items[ranked.item].scores[criterion.id]) for criterion in criteria),
            )
        )
        for ranked in found[:_MOST]
    )
    return (Table(words["ranking"], "ranking", heads, rows, _note(context, "ranking_note", len(found))),)


def _lead(context: Context, found: Ranking) -> tuple[str, ...]:
    words = context.words
    if not found.items:
        return (words["evaluation_none"],)
    first = found.items[0]
    other = min(found.items, key=lambda ranked: ranked.topsis_place)
    same = first.topsis_place == other.topsis_place
    said = [words["evaluation_agree" if same else "evaluation_apart"].format(*_titles(context, first, other))]
    if found.unscored:
        count = len(found.unscored)
        many = f"{count} item{'s' if count > 1 else ''}" if context.language == "en" else str(count)
        said.append(words["unscored_count"].format(many))
    return tuple(said)


def _titles(context: Context, *items: RankedItem) -> tuple[str, ...]:
    return tuple(context.refs[ranked.item].title for ranked in items)


def _note(context: Context, name: str, rows: int) -> str:
    return " ".join((context.words[name], *((context.words["shown_first_rows"],) if rows > _MOST else ())))


def _score(ranked: RankedItem) -> Cell:
    return Cell(text=f"{ranked.weighted:.2f}", number=True, bar=ranked.weighted / 100)


def _both(context: Context, found: Ranking) -> Table:
    """Both places of every item, and where they differ."""
    words = context.words
    names = ("rank", "element", "score", "topsis_place", "topsis_value", "places_differ")
    rows = tuple(
        Row(
            (
                Cell(text=str(ranked.weighted_place), number=True),
                refs_cell(context, [ranked.item]),
                _score(ranked),
                Cell(text=str(ranked.topsis_place), number=True),
                Cell(text=f"{ranked.topsis:.2f}", number=True),
                Cell(text=_differ(context, ranked)),
            )
        )
        for ranked in found.items[:_MOST]
    )
    note = _note(context, "ranking_both_note", len(found.items))
    heads = tuple(words[name] for name in names)
    return without_empty_columns(Table(words["ranking_both"], "ranking", heads, rows, note))


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
                Cell(text=shown_share(move.weight), number=True),
                Cell(text=f"{shown_share(move.low or 0.0)} – {shown_share(_high(move))}", number=True),
                Cell(text="\n".join(_readings(context, move)), style="is-lines"),
            )
        )
        for move in moves
    )
    criterion = Criterion.KIND.title.for_language(context.language)
    return Table(words["sensitivity"], "sensitivity", (criterion, *heads), rows, words["sensitivity_note"])


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
    places = {ranked.item: str(ranked.weighted_place) for ranked in found.items}
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
    return without_empty_columns(Table(words["roadmap"], "roadmap", heads, rows, note))


def _change(context: Context, item: Item) -> tuple[Cell, Cell]:
    """What it costs and how long it takes to bring the item about."""
    said = item.change
    if said is None:
        return Cell(number=True), Cell(number=True)
    return amount_cell(context, said.money, item.source), amount_cell(context, said.time, item.source)
