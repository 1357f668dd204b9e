"""The fields of an element that hold many values each, as tables: one function a table, one table a kind."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from sevenstep.analysis.promises import absolute, is_relative, promises
from sevenstep.analysis.verdict_wording import change_shown
from sevenstep.language import Text
from sevenstep.model.dates import end_of
from sevenstep.model.element import Element, Evidence, Figure
from sevenstep.model.quantity import Quantity, plain_number
from sevenstep.model.step1_goals import Challenge
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step3_architecture import Function
from sevenstep.model.step4_paths import Exchange, Path
from sevenstep.model.step5_scenarios import Scenario
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import METRICS, DataObject, Finding, Flow
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import (
    amount_cell,
    figure_cell,
    prose_cell,
    refs_cell,
    source_cell,
    text_cell,
    word_cell,
)
from sevenstep.publishing.pages.nodes import nodes
from sevenstep.publishing.views import Cell, Row, Table
from sevenstep.publishing.words.words import field_name

_RACI: Final = ("responsible", "accountable", "consulted", "informed")


def tables(context: Context, element: Element) -> tuple[Table, ...]:
    """The tables of an element; empty ones, and columns in which nothing is said, are left out."""
    return tuple(without_empty_columns(table) for table in _tables(context, element) if table.rows)


def _tables(context: Context, element: Element) -> Iterator[Table]:
    match element:
        case Challenge() | Finding():
            yield evidence(context, element, element.evidence)
        case Indicator():
            yield values(context, element)
        case Function():
            yield feeds(context, element)
        case Path():
            yield connects(context, element)
            yield exchanges(context, element)
        case Scenario():
            yield moves(context, element)
        case Item():
            yield scores(context, element)
            yield operations(context, element)
        case DataObject():
            yield fields(context, element)
        case Flow():
            yield estimates(context, element)
            yield nodes(context, element)


def table(context: Context, name: str, heads: tuple[str, ...], rows: Iterator[Row], note: str = "") -> Table:
    """A table called by a field, with columns called by fields."""
    language = context.language
    return Table(
        field_name(name, language), name, tuple(field_name(head, language) for head in heads), tuple(rows), note
    )


def evidence(context: Context, element: Element, listed: tuple[Evidence, ...]) -> Table:
    """What shows that a challenge or finding is real."""
    rows = (
        Row(
            (
                prose_cell(context, one.what),
                amount_cell(context, one.figure, one.source or element.source),
                Cell(text=one.date or ""),
                source_cell(context, one.source or element.source),
            )
        )
        for one in listed
    )
    return table(context, "evidence", ("what", "figure", "date", "source"), rows)


def values(context: Context, element: Indicator) -> Table:
    """The indicator's figures by date: where it stands, what was measured, what is to be reached."""
    words = context.words
    listed = [("baseline", element.baseline.date or "", element.baseline)] if element.baseline else []
    listed += [("measured", date, figure) for date, figure in _in_order(element.measurements)]
    listed += [("target", date, figure) for date, figure in _in_order(element.targets)]
    rows = (
        Row(
            (
                Cell(text=words[kind], style=f"is-{kind}"),
                Cell(text=date),
                figure_cell(context, element, figure, element.unit),
                source_cell(context, figure.source or element.source),
                text_cell(context, figure.note),
            )
        )
        for kind, date, figure in listed
    )
    return table(context, "values", ("type", "date", "value", "source", "note"), rows)


def feeds(context: Context, element: Function) -> Table:
    """What a function gives to others."""
    rows = (Row((refs_cell(context, [feed.to]), refs_cell(context, feed.data))) for feed in element.feeds)
    return table(context, "feeds", ("function", "data"), rows)


def connects(context: Context, element: Path) -> Table:
    """Who does what in each function of a path."""
    rows = (
        Row((refs_cell(context, [key]), *(refs_cell(context, getattr(raci, name)) for name in _RACI)))
        for key, raci in element.connects.items()
    )
    shown = table(context, "connects", ("function",), rows)
    heads = tuple(context.words["raci_means"].split(" · "))
    return Table(shown.title, shown.anchor, (*shown.heads, *heads), shown.rows)


def exchanges(context: Context, element: Path) -> Table:
    """The hand-overs of a path, in order."""
    rows = (
        Row(
            (
                Cell(text=str(number), number=True),
                refs_cell(context, [one.sender]),
                refs_cell(context, [one.receiver]),
                _handed(context, one),
                word_cell(context, one.channel),
                refs_cell(context, [one.system]),
            )
        )
        for number, one in enumerate(element.exchanges, 1)
    )
    return table(context, "exchanges", ("step", "from", "to", "handed", "channel", "system"), rows)


def _handed(context: Context, exchange: Exchange) -> Cell:
    said = [context.said(text) for text in (exchange.goods, exchange.money) if text is not None]
    return Cell(text=" · ".join(said), refs=context.refs_of(exchange.data))


def moves(context: Context, element: Scenario) -> Table:
    """The indicators that a scenario should move, and how far."""
    rows = (
        Row((refs_cell(context, [key]), _moved(context, element, key, change))) for key, change in element.moves.items()
    )
    return table(context, "moves", ("indicator", "change"), rows)


def _moved(context: Context, element: Scenario, key: str, change: Quantity) -> Cell:
    """A move as it was written, and what it comes to: per cent are a part of the baseline, of a share too."""
    cell = amount_cell(context, change, element.source)
    cell = replace(cell, text=f"+{cell.text}") if change.low > 0 else cell
    promise = promises(context.chain).get(key)
    if promise is None or not is_relative(change):
        return cell
    moved = absolute(change, promise.baseline, promise.unit)
    told = change_shown(moved, promise.baseline, promise.unit, context.language)
    return replace(cell, note="" if told == "–" else told)


def scores(context: Context, element: Item) -> Table:
    """What an item scores on each criterion."""
    rows = (
        Row((refs_cell(context, [key]), score_cell(context, score), source_cell(context, element.source)))
        for key, score in element.scores.items()
    )
    return table(context, "scores", ("criterion", "score", "source"), rows)


def score_cell(context: Context, score: Quantity | None) -> Cell:
    """A score with a bar on the engagement's scale."""
    if score is None:
        return Cell(number=True)
    low, high = context.header.settings.scale
    share = (score.middle - low) / (high - low) if high > low else 0.0
    return Cell(text=plain_number(score.middle), number=True, bar=min(1.0, max(0.0, share)))


def operations(context: Context, element: Item) -> Table:
    """The operation steps of an item, in order."""
    rows = (
        Row(
            (
                Cell(text=str(number), number=True),
                prose_cell(context, one.does),
                refs_cell(context, [one.unit]),
                text_cell(context, one.role),
            )
        )
        for number, one in enumerate(element.operations, 1)
    )
    return table(context, "operations", ("step", "does", "performer", "role"), rows)


def fields(context: Context, element: DataObject) -> Table:
    """What a data object holds."""
    rows = (Row((text_cell(context, field), _other(context, field))) for field in element.fields)
    return table(context, "fields", ("data", "note"), rows)


def _other(context: Context, text: Text) -> Cell:
    """The wording in the other language, where there is one."""
    said = text.in_("en" if context.language == "zh" else "zh")
    return Cell(text=said if said != context.said(text) else "", style="is-quiet")


def estimates(context: Context, element: Flow) -> Table:
    """The indicators that get their value from a flow."""
    rows = (
        Row((refs_cell(context, [key]), Cell(text=context.said(METRICS[one.metric]))))
        for key, one in element.estimates.items()
    )
    return table(context, "estimates", ("indicator", "metric"), rows)


def without_empty_columns(shown: Table) -> Table:
    """The table without the columns in which no row says anything."""
    kept = [at for at in range(len(shown.heads)) if any(_says(row.cells[at]) for row in shown.rows)]
    rows = tuple(Row(tuple(row.cells[at] for at in kept), row.anchor, row.style) for row in shown.rows)
    return Table(shown.title, shown.anchor, tuple(shown.heads[at] for at in kept), rows, shown.note)


def _says(cell: Cell) -> bool:
    return bool(cell.text or cell.refs or cell.prose or cell.assumed)


def _in_order(figures: Mapping[str, Figure]) -> list[tuple[str, Figure]]:
    """Figures by date, the earliest first."""
    return sorted(figures.items(), key=lambda one: end_of(one[0]))
