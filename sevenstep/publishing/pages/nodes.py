"""The steps of a flow as a table: what the picture shows, for reading, copying and search."""

from sevenstep.model.element import Source
from sevenstep.model.step7_flows import Activity, AnyNode, Event, Flow, Transition
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import amount_cell, refs_cell, share_cell, word_cell
from sevenstep.publishing.views import Cell, Row, Table
from sevenstep.publishing.words.words import field_name

_HEADS = ("step", "actor", "system", "mode", "time", "wait", "cost", "reads", "writes", "next")


def nodes(context: Context, flow: Flow) -> Table:
    """Every node of the flow in the order it is written; each row can be linked to."""
    after: dict[str, list[Transition]] = {}
    for arrow in flow.transitions:
        after.setdefault(arrow.source, []).append(arrow)
    rows = tuple(_row(context, flow, name, node, after.get(name, [])) for name, node in flow.steps.items())
    heads = tuple(field_name(head, context.language) for head in _HEADS)
    return Table(field_name("steps", context.language), "steps", heads, rows)


def _row(context: Context, flow: Flow, name: str, node: AnyNode, after: list[Transition]) -> Row:
    source = node.source or flow.source
    title = Cell(refs=context.refs_of([node.id])) if isinstance(node, Activity) else _node_title(context, node)
    cells = (title, refs_cell(context, [flow.lanes[name]]), *_work(context, node, source), _next(context, flow, after))
    return Row(cells, anchor=f"step-{name}", style=f"node-{node.type}")


def _node_title(context: Context, node: AnyNode) -> Cell:
    """A gateway or event: it has no page of its own, its row is what links lead to."""
    return Cell(text=context.said(node.title), note=word_cell(context, node.type).text)


def _work(context: Context, node: AnyNode, source: Source | None) -> tuple[Cell, ...]:
    if isinstance(node, Activity):
        return (
            refs_cell(context, [node.system]),
            word_cell(context, node.mode),
            amount_cell(context, node.time, source),
            amount_cell(context, node.wait, source),
            amount_cell(context, node.cost, source),
            refs_cell(context, node.reads),
            refs_cell(context, node.writes),
        )
    waits = amount_cell(context, node.wait, source) if isinstance(node, Event) else Cell()
    return (Cell(), Cell(), Cell(), waits, Cell(), Cell(), Cell())


def _next(context: Context, flow: Flow, after: list[Transition]) -> Cell:
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
