"""Who does what: the paths with their functions and letters, and the paths of one actor in one table."""

from collections.abc import Iterator
from typing import Final

from sevenstep.model.field import fields_of
from sevenstep.model.step4_paths import Actor, Path, Raci
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import refs_cell
from sevenstep.publishing.pages.tables import without_empty_columns
from sevenstep.publishing.views import Cell, Row, Table

RACI: Final = "raci"
RELATIONS: Final = frozenset({"raci-R", "raci-A", "raci-C", "raci-I", "hands-from", "hands-to"})
"""The relations of an actor that its table of paths tells."""


def raci_table(context: Context) -> Table:
    """Every function of every path with the actors by letter."""
    words = context.words
    fields = fields_of(Raci)
    heads = (Path.KIND.title.for_language(context.language), words["raci_function"])
    rows = tuple(
        Row(
            (
                refs_cell(context, [path.id]),
                refs_cell(context, [function]),
                *(refs_cell(context, getattr(raci, field.name)) for field in fields),
            )
        )
        for path in context.chain.engagement.of(Path)
        for function, raci in path.connects.items()
    )
    found = Table(words["raci_title"], RACI, (*heads, *(context.said(field.label) for field in fields)), rows)
    return without_empty_columns(found)


def paths_of_actor(context: Context, actor: Actor) -> Table:
    """The paths on which the actor has a part: at which functions by which letter, and whether it hands over there."""
    words = context.words
    fields = fields_of(Raci)
    labels = [context.said(field.label) for field in fields]
    heads = (Path.KIND.title.for_language(context.language), *labels, words["hands_over"], words["receives"])
    every = ((path, tuple(_roles(context, path, actor.id))) for path in context.chain.engagement.of(Path))
    rows = tuple(
        Row((refs_cell(context, [path.id]), *cells)) for path, cells in every if any(cell.refs for cell in cells)
    )
    return without_empty_columns(Table(words["paths_of_actor"], RACI, heads, rows))


def _roles(context: Context, path: Path, actor: str) -> Iterator[Cell]:
    """At which functions of the path the actor has each letter; to whom it hands over, and from whom it receives."""
    for field in fields_of(Raci):
        functions = [function for function, raci in path.connects.items() if actor in getattr(raci, field.name)]
        yield refs_cell(context, functions)
    exchanges = path.exchanges
    yield refs_cell(context, dict.fromkeys(one.receiver for one in exchanges if one.sender == actor))
    yield refs_cell(context, dict.fromkeys(one.sender for one in exchanges if one.receiver == actor))
