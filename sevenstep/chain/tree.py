"""Elements of one kind that stand inside one another: goals under goals, actors under actors."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sevenstep.chain.graph import Chain


@dataclass(frozen=True, slots=True)
class Tree:
    """Parents and children by id; where a model draws a circle, every way ends when it comes round."""

    parent: Mapping[str, str]
    children: Mapping[str, tuple[str, ...]]

    def above(self, element: str) -> Iterator[str]:
        """The parent, its parent, and so on."""
        seen = {element}
        while (element := self.parent.get(element, "")) and element not in seen:
            seen.add(element)
            yield element

    def below(self, element: str) -> Iterator[str]:
        """The children, their children, and so on."""
        found = self.downwards([element])
        next(found)
        yield from found

    def downwards(self, tops: Iterable[str]) -> Iterator[str]:
        """`tops` and all below them, every parent before its children."""
        waiting = list(tops)
        seen: set[str] = set()
        while waiting:
            here = waiting.pop()
            if here not in seen:
                seen.add(here)
                yield here
                waiting.extend(self.children.get(here, ()))

    def line(self, element: str) -> Iterator[str]:
        """The element itself, all above it and all below it."""
        yield element
        yield from self.above(element)
        yield from self.below(element)


def tree(chain: Chain, relation: str) -> Tree:
    """The tree that the links of one relation form, each from child to parent."""
    parent: dict[str, str] = {}
    children: dict[str, list[str]] = {}
    for link in chain.related(relation):
        if link.source not in parent:
            parent[link.source] = link.target
            children.setdefault(link.target, []).append(link.source)
    return Tree(parent, {key: tuple(found) for key, found in children.items()})
