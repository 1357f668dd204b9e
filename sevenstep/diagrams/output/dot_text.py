"""A scene as DOT: what the engine gets, and what `draw --format dot` writes. Every text is escaped.

Attributes come from an allow-list; none of them reads a file.
"""

from collections.abc import Iterator
from typing import Final

from sevenstep.diagrams.geometry import Point
from sevenstep.diagrams.output import labels
from sevenstep.diagrams.output.escape import quoted
from sevenstep.diagrams.scene import (
    Address,
    Before,
    Curve,
    Edge,
    Frame,
    Heads,
    Label,
    Node,
    Part,
    Ranks,
    SameRank,
    Scene,
)

ATTRIBUTES: Final = frozenset(
    """URL arrowsize bb bgcolor class dir fixedsize fontname fontsize height labeljust labelloc layout lp margin
    mclimit newrank nodesep nslimit outputorder pad pos rankdir ranksep shape style tooltip weight
    width""".split()  # noqa: SIM905 - as a list it would fill a page
)
"""The attributes of the engine that pictures use, besides labels."""
_FONT: Final = {"fontname": "Verdana", "fontsize": "12"}
_INCH: Final = 72
_CDS_MARGIN: Final = 0.08
"""In inches: the engine forgets the margin of this shape."""


def dot(scene: Scene) -> str:
    """The scene as DOT."""
    return "\n".join(
        (
            f"digraph {quoted(scene.title.for_language(scene.language))} {{",
            *([] if scene.ranks else ["// every part brings its place: neato -n2 -Tsvg"]),
            f"graph [{listed(_graph(scene), scene.legend)}]",
            f"node [{listed({**_FONT, 'margin': '0.11,0.07'})}]",
            f"edge [{listed({**_FONT, 'fontsize': '10', 'arrowsize': '0.6'})}]",
            *_parts(scene.content),
            "}",
            "",
        )
    )


def _graph(scene: Scene) -> dict[str, str]:
    ranks = scene.ranks or Ranks()
    return {
        "nodesep": f"{ranks.node_distance:g}",
        "ranksep": f"{ranks.rank_distance:g}",
        "pad": "0.15",
        "labelloc": "b",
        "labeljust": "l",
        "bgcolor": "#ffffff",
        "nslimit": "4",
        "mclimit": "1",
        "outputorder": "nodesfirst" if scene.nodes_first else "edgesfirst",
        **_FONT,
        **({"rankdir": ranks.direction} if scene.ranks else {"layout": "neato"}),
        **({"newrank": "true"} if ranks.new_rank else {}),
    }


def _parts(content: tuple[Part, ...]) -> Iterator[str]:
    """The statements inside the picture or a frame, line by line."""
    for part in content:
        match part:
            case Frame():
                yield f"subgraph {part.name} {{"
                yield f"graph [{listed(_frame(part), part.label)}]"
                yield from _parts(part.content)
                yield "}"
            case Node():
                yield f"{part.name} [{listed(_node(part), part.label)}]"
            case Edge():
                yield f"{part.source} -> {part.target} [{listed(_edge(part), part.label)}]"
            case Before():
                weight = {} if part.weight is None else {"weight": str(part.weight)}
                yield f"{part.source} -> {part.target} [{listed({'style': 'invis', **weight})}]"
            case SameRank():
                yield f"{{ rank=same; {'; '.join(part.names)} }}"


def _frame(frame: Frame) -> dict[str, str]:
    attributes = {"labelloc": "t", "labeljust": "l", "margin": str(frame.margin), "class": frame.classes, **_FONT}
    attributes |= {**_address(frame.address), "style": frame.style}
    if frame.box is not None:
        left, top, right, bottom = frame.box
        attributes["bb"] = f"{left:g},{-bottom:.2f},{right:.2f},{-top:.2f}"
    return attributes


def _node(node: Node) -> dict[str, str]:
    attributes = {"shape": node.shape, "style": node.style}
    label = node.label
    if node.at is not None:
        size = {"width": f"{label.width / _INCH:.4f}", "height": f"{label.height / _INCH:.4f}"}
        attributes |= {"pos": _point(node.at), **size, "fixedsize": "true"}
    elif node.shape == "cds":
        attributes["height"] = f"{label.height / _INCH + _CDS_MARGIN:.3f}"
    return {**attributes, **_address(node.address), "class": node.classes}


def _edge(edge: Edge) -> dict[str, str]:
    return {
        "pos": _curve(edge.curve) if edge.curve is not None else "",
        "lp": _point(edge.label_at) if edge.label_at is not None else "",
        "dir": edge.heads.value if edge.heads is not Heads.LAST else "",
        "class": edge.classes,
    }


def _address(address: Address) -> dict[str, str]:
    return {"tooltip": address.tip, "URL": address.url}


def _curve(curve: Curve) -> str:
    first = f"s,{_point(curve.first_tip)} " if curve.first_tip is not None else ""
    last = f"e,{_point(curve.last_tip)} " if curve.last_tip is not None else ""
    return f"{first}{last}{' '.join(map(_point, curve.points))}"


def _point(point: Point) -> str:
    """A point for the engine, whose y grows upwards."""
    return f"{point[0]:.2f},{0.0 - point[1]:.2f}"


def listed(attributes: dict[str, str], label: Label | None = None) -> str:
    """Attributes between brackets; empty ones say nothing."""
    if strange := attributes.keys() - ATTRIBUTES:
        raise ValueError(f"attributes that pictures do not use: {sorted(strange)}")
    said = [f"{name}={quoted(value)}" for name, value in attributes.items() if value]
    if label is not None:
        said.append(f"label={labels.written(label)}")
    return ", ".join(said)
