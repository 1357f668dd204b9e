"""The page of step 7 in the five moves of the method: each with its pictures, its tables and where to read on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.blueprint.flow_moves import flows_by_move, has_done
from sevenstep.chain.joined_flows import joined_flows
from sevenstep.chain.pictures import DATA_LINEAGE, JOINED_AS_IS, JOINED_TO_BE
from sevenstep.model.choices import FlowMove
from sevenstep.model.element import Element
from sevenstep.model.step7_flows import DataObject, Finding, Flow, Measure, Resource, System
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import refs_cell, text_cell
from sevenstep.publishing.pages.tables import without_empty_columns
from sevenstep.publishing.views import Cell, Figure, Row, Table


@dataclass(frozen=True, slots=True)
class Move:
    """One move: what is shown of it, and the pages (address, title) that say more."""

    name: str
    figures: tuple[Figure, ...]
    tables: tuple[Table, ...]
    links: tuple[tuple[str, str], ...] = ()
    done: tuple[int, int] | None = None
    """Of how many flows it is done, and of how many; None where no flow says how far it has come."""


_TABLES: Final = {
    "move_data": (DataObject.KIND.section, System.KIND.section, Resource.KIND.section),
    "move_optimise": (Finding.KIND.section, Measure.KIND.section),
}
"""The tables of all elements that belong to a move; those of no move stand with the flows."""
_FIGURES: Final = {"move_flow": (JOINED_AS_IS.name, JOINED_TO_BE.name), "move_integrate": (DATA_LINEAGE.name,)}


def moves(context: Context, figures: Sequence[Figure], tables: Sequence[Table]) -> tuple[Move, ...]:
    """The five moves; empty where there is no flow yet."""
    if not any(True for _ in context.chain.engagement.of(Flow)):
        return ()
    return tuple(_moves(context, figures, tables))


def _moves(context: Context, figures: Sequence[Figure], tables: Sequence[Table]) -> Iterator[Move]:
    words = context.words
    placed = {name for names in _TABLES.values() for name in names}
    drawn = {name for names in _FIGURES.values() for name in names}
    links = {
        "move_data": (("data-inventory.html", words["data_inventory"]),),
        "move_integrate": (
            ("data-inventory.html", words["data_inventory"]),
            ("matrices.html#crud", "CRUD"),
        ),
        "move_optimise": (
            ("findings.html", words["findings_title"]),
            ("outlook.html", words["outlook"]),
            ("evaluation.html", words["evaluation"]),
        ),
    }
    if not any(True for _ in context.chain.engagement.of(DataObject)):
        links = {"move_optimise": links["move_optimise"]}
    done = _done_flows(context)
    for name in _MOVES:
        shown = [table for table in tables if table.anchor in _TABLES.get(name, ())]
        pictures = [figure for figure in figures if figure.name in _FIGURES.get(name, ())]
        if name == "move_scope":
            shown = [table for table in (scopes(context),) if table.rows]
        elif name == "move_flow":
            shown = [table for table in tables if table.anchor not in placed]
            pictures += [figure for figure in figures if figure.name not in drawn]
        yield Move(name, tuple(pictures), tuple(shown), links.get(name, ()), done.get(name))


_MOVES: Final = {
    "move_scope": FlowMove.BOUND,
    "move_data": FlowMove.COLLECT,
    "move_flow": FlowMove.LAY_OUT,
    "move_integrate": FlowMove.ANALYSE,
    "move_optimise": FlowMove.OPTIMISE,
}


def _done_flows(context: Context) -> dict[str, tuple[int, int]]:
    """For each move of how many flows it is done; nothing where no flow says so."""
    if not flows_by_move(context.chain):
        return {}
    flows = list(context.chain.engagement.of(Flow))
    return {name: (sum(has_done(flow, move) for flow in flows), len(flows)) for name, move in _MOVES.items()}


def scopes(context: Context) -> Table:
    """Where each flow starts and ends, and which items it hands over to, in the order of the items."""
    words = context.words
    heads = tuple(words[name] for name in ("scope_flow", "scope_item", "scope_starts", "scope_ends", "scope_next"))
    heads = (*heads, words["scope_move"], words["scope_keys"])
    rows: list[Row] = []
    for joined in joined_flows(context.chain).values():
        takers: dict[str, list[str]] = {}
        for handover in joined.handovers:
            takers.setdefault(handover.giver, []).append(handover.taker)
        for item, flows in joined.flows.items():
            for key in flows:
                flow = context.chain.elements[key]
                scope = flow.scope if isinstance(flow, Flow) else None
                rows.append(
                    Row(
                        (
                            Cell(refs=context.refs_of([key]), note=context.id_note(key)),
                            refs_cell(context, [item]),
                            text_cell(context, scope.starts if scope else None),
                            text_cell(context, scope.ends if scope else None),
                            refs_cell(context, takers.get(item, ())),
                            *_done(context, flow),
                        )
                    )
                )
    note = words["shown_first_rows"] if len(rows) > _MOST else ""
    return without_empty_columns(Table(words["scopes"], "scopes", heads, tuple(rows[:_MOST]), note))


def _done(context: Context, flow: Element | None) -> tuple[Cell, Cell]:
    """How far the work on the flow has come, and which of its nodes are key."""
    if not isinstance(flow, Flow):
        return Cell(), Cell()
    move = context.said(flow.move.label) if flow.move is not None else ""
    place = list(FlowMove).index(flow.move) if flow.move is not None else None
    keys = "、" if context.language == "zh" else ", "
    titles = keys.join(context.said(node.title) for node in flow.steps.values() if node.key_node)
    return Cell(text=move, sort=place), Cell(text=titles)


_MOST: Final = 1_000
"""Rows of one table; a longer list is not read on one page."""
