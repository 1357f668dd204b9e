"""SVG as a small tree of our own, and how it is written."""

from dataclasses import dataclass, field
from html import escape


@dataclass(slots=True)
class Node:
    """An element of SVG: its tag, its attributes in the order they are written, its content."""

    tag: str
    attributes: dict[str, str]
    content: list["Node"] = field(default_factory=list)
    text: str = ""

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()


def written(node: Node) -> str:
    """The element as XML, one line a piece."""
    said = "".join(f' {name}="{escape(value)}"' for name, value in node.attributes.items())
    if not node.content and not node.text:
        return f"<{node.tag}{said}/>"
    inside = "\n".join(map(written, node.content))
    gap = "\n" if node.content else ""
    return f"<{node.tag}{said}>{escape(node.text, quote=False)}{gap}{inside}{gap}</{node.tag}>"
