"""Writing DOT: nested clusters of statements, attributes from an allow-list, every text escaped."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from sevenstep.diagrams.output.escape import quoted

ATTRIBUTES: Final = frozenset(
    """URL arrowsize bb bgcolor class dir fixedsize fontname fontsize height labeljust labelloc layout lp margin
    mclimit newrank nodesep nslimit outputorder pad pos rankdir ranksep shape style tooltip weight
    width""".split()  # noqa: SIM905 - as a list it would fill a page
)
"""The attributes of the engine that pictures use, besides labels; none of them reads a file."""


@dataclass(slots=True)
class Cluster:
    """A framed part of the picture (or all of it), and what stands in it."""

    name: str
    attributes: str
    content: list["str | Cluster"] = field(default_factory=list)


def written(cluster: Cluster) -> Iterator[str]:
    """The statements inside a cluster, line by line."""
    for one in cluster.content:
        if isinstance(one, str):
            yield one
        else:
            yield f"subgraph {one.name} {{"
            yield f"graph [{one.attributes}]"
            yield from written(one)
            yield "}"


def listed(attributes: dict[str, str], label: str | None = None) -> str:
    """Attributes between brackets. `label` comes from `card` or `legend`, the only ones that build HTML-like labels."""
    if strange := attributes.keys() - ATTRIBUTES:
        raise ValueError(f"attributes that pictures do not use: {sorted(strange)}")
    said = [f"{name}={quoted(value)}" for name, value in attributes.items() if value]
    if label is not None:
        said.append(f"label={label or quoted('')}")
    return ", ".join(said)
