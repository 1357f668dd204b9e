"""What becomes of a path, from as it is to as it shall be: what is counted, and every exchange."""

from collections.abc import Iterator
from typing import Final

from sevenstep.chain.choices import ExchangeFate, PathFigure
from sevenstep.chain.path_change_wording import said_number, what
from sevenstep.chain.path_changes import ExchangeChange, PathChange, path_changes
from sevenstep.language import Text
from sevenstep.model.step4_paths import Exchange, Path
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import refs_cell, text_cell
from sevenstep.publishing.views import Cell, Row, Table

_FEWER_IS_BETTER: Final = frozenset({PathFigure.BY_HAND})


def change_of_path(context: Context, path: Path) -> PathChange | None:
    """The change that a path is either side of."""
    changes = path_changes(context.chain)
    if path.id in changes:
        return changes[path.id]
    return next((change for change in changes.values() if change.before == path.id), None)


def path_change_tables(context: Context, path: Path) -> Iterator[Table]:
    """What is counted before and after, and what becomes of each exchange; nothing of a path told in one way."""
    change = change_of_path(context, path)
    if change is None:
        return
    yield _figures(context, change)
    yield _exchanges(context, change)


def _figures(context: Context, change: PathChange) -> Table:
    words = context.words
    heads = (words["what"], words["as_is"], words["to_be"], words["difference"])
    rows = tuple(_figure(context, figure, *change.figures[figure]) for figure in PathFigure)
    return Table(words["path_figures"], "path-figures", heads, rows)


def _figure(context: Context, figure: PathFigure, before: int, after: int) -> Row:
    moved = after - before
    said = f"+{moved}" if moved > 0 else f"−{-moved}" if moved < 0 else "0"
    style = ""
    if moved and figure in _FEWER_IS_BETTER:
        style = "is-better" if moved < 0 else "is-worse"
    counts = (Cell(str(count), number=True) for count in (before, after))
    return Row((text_cell(context, figure.label), *counts, Cell(said, number=True, style=style)))


def _exchanges(context: Context, change: PathChange) -> Table:
    words = context.words
    names = ("exchange_number", "becomes", "handed_by", "handed_to", "handed_over", "way_as_is", "way_to_be")
    heads = tuple(words[name] for name in names)
    rows = tuple(_exchange(context, one) for one in change.exchanges)
    counts = (f"{context.said(fate.label)} {change.of(fate)}" for fate in ExchangeFate)
    return Table(words["path_change"], "path-change", heads, rows, " · ".join(counts))


def _exchange(context: Context, one: ExchangeChange) -> Row:
    shown = one.shown
    old = one.before
    before = old or shown
    ends = (
        _end(context, shown.sender, before.sender),
        _end(context, shown.receiver, before.receiver),
    )
    handed = text_cell(context, what(context.chain, shown))
    if one.content and old is not None:
        handed = Cell(text=handed.text, note=context.words["was"].format(context.said(what(context.chain, old))))
    return Row(
        (
            Cell(text=context.said(said_number(one))),
            Cell(text=context.said(one.fate.label), style=f"is-{one.fate}"),
            *ends,
            handed,
            _way(context, old),
            _way(context, one.after),
        )
    )


def _end(context: Context, now: str, was: str) -> Cell:
    """Who stands at one end, and who stood there before."""
    cell = refs_cell(context, [now])
    if now == was:
        return cell
    title = context.refs[was].title if was in context.refs else was
    return Cell(refs=cell.refs, note=context.words["was"].format(title))


def _way(context: Context, exchange: Exchange | None) -> Cell:
    """By what channel, and through which system."""
    if exchange is None:
        return Cell(text="–")
    channel = exchange.channel.label if exchange.channel else Text(zh="未写明", en="not said")
    said = context.said(channel)
    if exchange.system is None:
        return Cell(text=said)
    ref = context.refs.get(exchange.system)
    return Cell(refs=(ref,), note=said) if ref else Cell(text=said, note=exchange.system)
