"""The steps of a flow as a table: what the picture shows, for reading, copying and search."""

from sevenstep.memory import per_process
from sevenstep.model.field import ModelField, columns_of, field_of, fields_of
from sevenstep.model.kinds import NODE_CLASSES
from sevenstep.model.step7_flows import Activity, AnyNode, Flow, Node, SequenceFlow
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import refs_cell, share_cell, word_cell
from sevenstep.publishing.pages.field_cells import field_cell
from sevenstep.publishing.views import Cell, Row, Table

_ACTOR = field_of(Node, "actor").name
_NEXT = field_of(Node, "next").name


def nodes(context: Context, flow: Flow) -> Table:
    """Every node of the flow in the order it is written; each row can be linked to."""
    after: dict[str, list[SequenceFlow]] = {}
    for arrow in flow.sequence_flows:
        after.setdefault(arrow.source, []).append(arrow)
    rows = tuple(_row(context, flow, name, node, after.get(name, [])) for name, node in flow.steps.items())
    heads = (context.words["step"], *(context.said(field.label) for field in _columns()))
    return Table(context.said(field_of(Flow, "steps").label), "steps", heads, rows)


@per_process
def _columns() -> tuple[ModelField, ...]:
    """The columns of all sorts of nodes."""
    every = {field.name: field for cls in NODE_CLASSES for field in columns_of(cls)}
    return tuple(sorted(every.values(), key=lambda field: field.declared.column))


def _row(context: Context, flow: Flow, name: str, node: AnyNode, after: list[SequenceFlow]) -> Row:
    title = Cell(refs=context.refs_of([node.id])) if isinstance(node, Activity) else _node_title(context, node)
    own = {field.name: field for field in fields_of(type(node))}

    def cell(field: ModelField) -> Cell:
        if field.name == _ACTOR:
            return refs_cell(context, [flow.lanes[name]])
        if field.name == _NEXT:
            return _next(context, flow, after)
        return field_cell(context, node, node, own[field.name]) if field.name in own else Cell()

    return Row((title, *map(cell, _columns())), anchor=f"step-{name}", style=f"node-{node.type}")


def _node_title(context: Context, node: AnyNode) -> Cell:
    """A gateway or event: it has no page of its own, its row is what links lead to."""
    return Cell(text=context.said(node.title), note=word_cell(context, node.type).text)


def _next(context: Context, flow: Flow, after: list[SequenceFlow]) -> Cell:
    """Where the node leads: only said where it is not simply the row below."""
    names = list(flow.steps)
    if len(after) == 1 and not after[0].branch.when and after[0].branch.chance is None:
        position = names.index(after[0].source)
        if position + 1 < len(names) and names[position + 1] == after[0].target:
            return Cell()
    said = []
    for arrow in after:
        target = flow.steps.get(arrow.target)
        title = context.said(target.title) if target is not None else arrow.target
        chance = share_cell(context, arrow.branch.chance).text
        on = " ".join(part for part in (chance, context.said(arrow.branch.when)) if part)
        said.append(
            f"→ {title}（{on}）" if on and context.language == "zh" else f"→ {title} ({on})" if on else f"→ {title}"
        )
    return Cell(text="\n".join(said), style="is-lines")
