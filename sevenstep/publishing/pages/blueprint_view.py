"""Tables of the blueprint: what has to get from system to system and whether anything carries it, what is shared."""

from collections.abc import Iterable, Iterator
from typing import Final

from sevenstep.analysis.blueprint.pairs import SystemPair, system_pairs
from sevenstep.analysis.blueprint.sharing import shared_data
from sevenstep.chain.coverage import elements_by_step
from sevenstep.method import BLUEPRINT
from sevenstep.model.element import Element
from sevenstep.model.step7_flows import DataObject, System
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import refs_cell
from sevenstep.publishing.pages.tables import without_empty_columns
from sevenstep.publishing.views import Cell, Row, Table

_MOST: Final = 1_000


def blueprint_tables(context: Context) -> Iterator[Table]:
    """All connections, and all data that is shared."""
    for table in (_connections(context, system_pairs(context.chain).values()), _shared(context)):
        if table.rows:
            yield without_empty_columns(table)


def connections_of(context: Context, element: Element) -> Iterator[Table]:
    """What a system gives to others and takes from them, where the model says anything of the blueprint."""
    if isinstance(element, System) and elements_by_step(context.chain)[BLUEPRINT.number]:
        pairs = [pair for ends, pair in system_pairs(context.chain).items() if element.id in ends]
        if pairs:
            yield without_empty_columns(_connections(context, pairs))


def _connections(context: Context, pairs: Iterable[SystemPair]) -> Table:
    words = context.words
    heads = ("gives", "takes", "exchanged_data", "over_interfaces", "typed_today", "connection_state")
    rows = [_row(context, pair) for pair in sorted(pairs, key=_urgency)]
    note = words["connections_note"]
    if len(rows) > _MOST:
        note = f"{note} {words['shown_first_rows']}"
    return Table(words["connections"], "connections", tuple(words[head] for head in heads), tuple(rows[:_MOST]), note)


def _urgency(pair: SystemPair) -> int:
    """What lacks an interface comes first, what is there today only comes last."""
    return 0 if pair.lacking else 1 if pair.needed or pair.declared or pair.still_by_hand else 2


def _row(context: Context, pair: SystemPair) -> Row:
    carried = {data.id for key in pair.declared for data in context.chain.targets(key, "interface-carries")}
    data = dict.fromkeys((*pair.needed, *pair.today, *pair.still_by_hand, *carried))
    state, style = _state(pair)
    return Row(
        (
            refs_cell(context, [pair.source]),
            refs_cell(context, [pair.target]),
            refs_cell(context, data),
            refs_cell(context, dict.fromkeys((*pair.declared, *pair.via))),
            refs_cell(context, pair.by_hand),
            Cell(text=context.words[state] if state else "", style=style),
        )
    )


def _state(pair: SystemPair) -> tuple[str, str]:
    """The word for how it stands, and its style."""
    if pair.lacking:
        return ("is_lacking" if len(pair.lacking) == len(pair.needed) else "is_partly_lacking"), "is-worse"
    if pair.needed or pair.declared:
        return "is_carried", "is-better"
    if pair.still_by_hand:
        return "is_by_hand_then", "is-worse"
    return "is_today_only", ""


def _shared(context: Context) -> Table:
    words = context.words
    heads = ("shared_giver", "shared_taker", "exchanged_data", "shared_level")
    rows = []
    for one in shared_data(context.chain):
        data = context.chain.elements[one.data]
        level = data.sharing if isinstance(data, DataObject) else None
        rows.append(
            Row(
                (
                    refs_cell(context, [one.giver]),
                    refs_cell(context, [one.taker]),
                    refs_cell(context, [one.data]),
                    Cell(text=context.said(level.label) if level is not None else ""),
                )
            )
        )
    note = words["shown_first_rows"] if len(rows) > _MOST else ""
    return Table(
        words["shared_list"], "shared", tuple(words[head] for head in heads), tuple(rows[:_MOST]), note, folded=True
    )
