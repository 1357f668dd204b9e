"""All that an actor hands over and receives, as a table of its page: what the collaboration matrix leads to."""

from collections.abc import Iterator

from sevenstep.chain.partners import told_pairs
from sevenstep.chain.path_change_wording import what
from sevenstep.language import Text
from sevenstep.model.element import Element
from sevenstep.model.step4_paths import Actor, Exchange, Path
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import refs_cell, word_cell
from sevenstep.publishing.views import Cell, Row, Table

_TITLE = Text(zh="与各方的交互", en="Exchanges with others")
_GIVES = Text(zh="交给", en="hands to")
_TAKES = Text(zh="接收自", en="receives from")
_HEADS = (
    Text(zh="方向", en="Direction"),
    Text(zh="对方", en="With"),
    Text(zh="内容", en="What"),
    Text(zh="渠道", en="Channel"),
    Text(zh="信息系统", en="System"),
    Text(zh="协同路径", en="Path"),
)


def exchanges_of(context: Context, element: Element) -> Table:
    """What an actor hands over, then what it receives, partner by partner; without rows for any other element."""
    rows = tuple(_rows(context, element)) if isinstance(element, Actor) else ()
    return Table(context.said(_TITLE), "exchanges", tuple(context.said(head) for head in _HEADS), rows)


def _rows(context: Context, actor: Actor) -> Iterator[Row]:
    for mine, said in ((0, _GIVES), (1, _TAKES)):
        for ends, told in told_pairs(context.chain).items():
            if ends[mine] == actor.id:
                for number, (path, exchange) in enumerate(told):
                    anchor = f"with-{ends[1]}" if mine == 0 and number == 0 else ""
                    yield Row(_cells(context, said, ends[1 - mine], path, exchange), anchor=anchor)


def _cells(context: Context, said: Text, partner: str, path: Path, exchange: Exchange) -> tuple[Cell, ...]:
    return (
        Cell(text=context.said(said)),
        refs_cell(context, [partner]),
        Cell(text=context.said(what(context.chain, exchange))),
        word_cell(context, exchange.channel),
        refs_cell(context, [exchange.system] if exchange.system else []),
        refs_cell(context, [path.id]),
    )
