"""A scene as a reader sees it: texts, looks, arrows, and places in whole pixels; nothing of how the engine is told."""

from collections.abc import Iterator

from sevenstep.diagrams.scene import Address, Before, Cell, Edge, Frame, Label, Node, SameRank, Scene


def seen(scene: Scene) -> str:
    ranks = scene.ranks
    laid = "every part has its place" if ranks is None else f"laid out {ranks.direction} by the engine"
    head = f"{scene.name} · {scene.title.for_language(scene.language)} · {scene.elements} elements · {laid}"
    legend = [f"legend {line}" for line in _rows(scene.legend)]
    return "\n".join((head, *_parts(scene.content, ""), *legend, ""))


def _parts(content, indent: str) -> Iterator[str]:
    for part in content:
        match part:
            case Frame():
                box = " {:.0f},{:.0f}–{:.0f},{:.0f}".format(*part.box) if part.box else ""
                yield f"{indent}frame [{part.classes}]{box}{_leads(part.address)}"
                yield from (f"{indent}    {line}" for line in _rows(part.label))
                yield from _parts(part.content, indent + "  ")
            case Node():
                at = f" at {_point(part.at)} {part.label.width:.0f}×{part.label.height:.0f}" if part.at else ""
                yield f"{indent}{part.name} [{part.classes}] {part.shape} {part.style}{at}{_leads(part.address)}"
                yield from (f"{indent}    {line}" for line in _rows(part.label))
            case Edge():
                yield f"{indent}{part.source} → {part.target} [{part.classes}] {part.heads.value}{_way(part)}"
                yield from (f"{indent}    {line}" for line in (_rows(part.label) if part.label else ()))
            case Before():
                yield f"{indent}{part.source} before {part.target}"
            case SameRank():
                yield f"{indent}in one row: {' '.join(part.names)}"


def _leads(address: Address) -> str:
    leads = f" → {address.url}" if address.url else ""
    return f"{leads} “{address.tip}”" if address.tip else leads


def _way(edge: Edge) -> str:
    ways = f": {' '.join(map(_point, edge.curve.points))}" if edge.curve else ""
    return f"{ways} label at {_point(edge.label_at)}" if edge.label_at else ways


def _point(point) -> str:
    return "{:.0f},{:.0f}".format(*(number + 0.0 for number in point)).replace("-0", "0")


def _rows(label: Label) -> Iterator[str]:
    for row in label.rows:
        yield " | ".join(map(_cell, row))


def _cell(cell: Cell) -> str:
    if cell.swatch is not None:
        return f"{cell.swatch.form} {cell.swatch.shape} [{cell.swatch.classes}]"
    if cell.symbol:
        return f"({cell.symbol})"
    said = " / ".join(line.text for line in cell.lines)
    side = f" {cell.align.lower()}" if cell.align != "LEFT" else ""
    return f"{'+'.join(dict.fromkeys(line.style for line in cell.lines))}{side}: {said}"
