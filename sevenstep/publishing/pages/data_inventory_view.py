"""The inventory of data over all flows: who has it, who writes and reads it, where it is captured and entered again."""

from dataclasses import dataclass
from typing import Final

from sevenstep.chain.data_inventory import DataEntry, data_inventory
from sevenstep.model.choices import Variant
from sevenstep.model.step7_flows import Activity, DataObject
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import refs_cell, word_cell
from sevenstep.publishing.views import Cell, Row, Table

MOST: Final = 1_000
"""Rows of the table; a longer list is not read on one page."""


@dataclass(frozen=True, slots=True)
class DataInventoryView:
    """The page: what is counted over all data, and the table."""

    counts: tuple[tuple[int, str], ...]
    table: Table


def data_inventory_view(context: Context) -> DataInventoryView:
    """Every data object as a row; nothing where the model has none."""
    words = context.words
    inventory = data_inventory(context.chain)
    every = list(context.chain.engagement.of(DataObject))
    rows = tuple(_row(context, data, inventory[data.id]) for data in every[:MOST])
    note = words["shown_first_rows"] if len(every) > MOST else ""
    heads = (
        words["data_object"],
        words["owner"],
        words["classification"],
        words["system_of_record"],
        words["written_by"],
        words["read_by"],
        words["items_count"],
        words["flows_count"],
        words["captured_as_is"],
        words["again_as_is"],
        words["captured_to_be"],
        words["again_to_be"],
    )
    entries = inventory.values()
    counts = (
        (len(every), words["data_objects"]),
        (sum(len(entry.items) > 1 for entry in entries), words["data_shared"]),
        (sum(len(entry.as_is.again) for entry in entries), words["again_as_is"]),
        (sum(len(entry.to_be.again) for entry in entries), words["again_to_be"]),
    )
    return DataInventoryView(counts, Table(words["data_inventory"], "data-inventory", heads, rows, note))


def _row(context: Context, data: DataObject, entry: DataEntry) -> Row:
    writers = dict.fromkeys((*entry.as_is.writers, *entry.to_be.writers))
    readers = dict.fromkeys((*entry.as_is.readers, *entry.to_be.readers))
    first = Cell(refs=(context.refs[data.id],), note=context.id_note(data.id))
    return Row(
        (
            first,
            refs_cell(context, [data.owner]),
            word_cell(context, data.classification),
            refs_cell(context, [data.system_of_record]),
            refs_cell(context, writers),
            refs_cell(context, readers),
            Cell(text=str(len(entry.items)), number=True),
            Cell(text=str(len(entry.flows)), number=True),
            *(cell for variant in Variant for cell in _entries(context, entry, variant)),
        )
    )


def _entries(context: Context, entry: DataEntry, variant: Variant) -> tuple[Cell, Cell]:
    """Where it is first captured, and where it is entered again."""
    use = entry.of(variant)
    said = "0" if use.flows else "–"
    again = Cell(text=said, refs=context.refs_of(use.again), sort=len(use.again) if use.flows else -1)
    return _captured(context, use.captured), again


def _captured(context: Context, step: str | None) -> Cell:
    """The step with the system it is done in."""
    if step is None:
        return Cell(text="–")
    found = context.chain.elements[step]
    system = found.system if isinstance(found, Activity) else None
    note = context.refs[system].title if system and system in context.refs else context.words["no_system"]
    return Cell(refs=context.refs_of([step]), note=note)
