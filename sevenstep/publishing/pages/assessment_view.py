"""Assessments as tables of pages: factors against peers, coloured by how good they are, and the whole at every date."""

from collections.abc import Iterator
from typing import Final

from sevenstep.analysis.assessment.results import AssessmentResult, FactorResult, Standing
from sevenstep.analysis.assessment.wording import level_said, peer_title, score_shown, value_shown, width_shown
from sevenstep.model.frames.assessment import Assessment
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import refs_cell
from sevenstep.publishing.pages.measured import number_cell, share_number
from sevenstep.publishing.pages.tables import without_empty_columns
from sevenstep.publishing.views import Cell, Row, Table

GRADES: Final = 5
"""Into how many grades of colour standings are put."""


def assessment_tables(context: Context, assessment: Assessment) -> tuple[Table, ...]:
    """The table of factors, and that of dates where there are several."""
    result = context.analysis.assessments.get(assessment.id)
    if result is None or not result.factors:
        return ()
    found = (_factors(context, assessment, result), _dates(context, result))
    return tuple(table for table in found if table.rows)


def _factors(context: Context, assessment: Assessment, result: AssessmentResult) -> Table:
    words, peers = context.words, list(assessment.peers)
    names = (
        "element",
        "assessed_share",
        "assessed_stated",
        "assessed_now",
        "assessed_level",
        "assessed_target",
        "assessed_gap",
        "assessed_lift",
        "assessed_place",
    )
    heads = (
        *(words[name] for name in names),
        *(context.said(peer_title(context.chain, assessment.id, peer)) for peer in peers),
    )
    rows = (_whole(context, result, peers), *(_factor(context, result, found, peers) for found in result.factors))
    note = words["assessed_note"].format(score_shown(result, 0.0), score_shown(result, 1.0))
    return without_empty_columns(Table(words["assessed_factors"], f"factors-{assessment.id}", heads, rows, note))


def _whole(context: Context, result: AssessmentResult, peers: list[str]) -> Row:
    level = level_said(context.chain, result.scale, result.level)
    return Row(
        (
            Cell(text=context.words["assessed_whole"], style="is-whole"),
            Cell(number=True),
            Cell(number=True),
            _standing(context, result, result.now),
            Cell(text=context.said(level)),
            _standing(context, result, result.target, is_plain=True),
            _width(context, result, result.gap),
            Cell(number=True),
            _place(context, result.place, result.places),
            *(_standing(context, result, result.peers[peer]) for peer in peers),
        )
    )


def _factor(context: Context, result: AssessmentResult, found: FactorResult, peers: list[str]) -> Row:
    said = value_shown(found, found.reached, context.language)
    note = found.reached.date if found.reached is not None else ""
    level = level_said(context.chain, found.scale, found.level)
    return Row(
        (
            refs_cell(context, [found.factor]),
            share_number(context, found.share),
            Cell(text=said, number=True, note=note),
            _standing(context, result, found.now),
            Cell(text=context.said(level)),
            _standing(context, result, found.target, is_plain=True),
            _width(context, result, found.gap),
            _width(context, result, found.lift),
            _place(context, found.place, found.places),
            *(_standing(context, result, found.peers.get(peer), hint=_hint(context, found, peer)) for peer in peers),
        ),
        style=f"ss-deep-{min(found.depth, 4)}",
    )


def _hint(context: Context, found: FactorResult, peer: str) -> str:
    """What was stated of a peer, and when."""
    reached = found.peer_values.get(peer)
    if reached is None:
        return ""
    return " · ".join(part for part in (value_shown(found, reached, context.language), reached.date) if part)


def _standing(
    context: Context, result: AssessmentResult, standing: Standing | None, *, is_plain: bool = False, hint: str = ""
) -> Cell:
    """A score with its colour; where something is missing, between what it lies."""
    if standing is None:
        return Cell(number=True)
    if standing.good is None:
        return Cell(text=context.words["assessed_missing"], style="is-quiet")
    grade = min(GRADES - 1, int(standing.good * GRADES))
    ends = (score_shown(result, standing.low), score_shown(result, standing.high))
    note = "" if is_plain or ends[0] == ends[1] else f"({ends[0]}–{ends[1]})"
    told = score_shown(result, standing.good)
    style = "" if is_plain else f"is-grade-{grade}"
    return number_cell(context, told, result.told(standing.good), "", style=style, note=note, hint=hint)


def _width(context: Context, result: AssessmentResult, width: float | None) -> Cell:
    if width is None:
        return Cell(number=True)
    said = width_shown(result, width)
    return number_cell(context, said, width * (result.high - result.low), "")


def _place(context: Context, place: int | None, places: int) -> Cell:
    if place is None:
        return Cell(number=True)
    return Cell(text=context.words["assessed_of"].format(place, places), number=True, sort=float(place))


def _dates(context: Context, result: AssessmentResult) -> Table:
    words = context.words
    heads = tuple(words[name] for name in ("assessed_date", "assessed_now", "assessed_level", "assessed_known"))
    rows = tuple(_date_rows(context, result)) if len(result.dates) > 1 else ()
    return Table(words["assessed_dates"], f"dates-{result.assessment}", heads, rows)


def _date_rows(context: Context, result: AssessmentResult) -> Iterator[Row]:
    for day, standing in result.dates:
        level = result.level_at(standing.good)
        name = level_said(context.chain, result.scale, level)
        yield Row(
            (
                Cell(text=day),
                _standing(context, result, standing),
                Cell(text=context.said(name)),
                share_number(context, standing.known),
            )
        )
