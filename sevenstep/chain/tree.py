"""Elements of one kind that stand inside one another: goals under goals, actors under actors."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sevenstep.chain.graph import Chain


@dataclass(frozen=True)
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

    def related(self, element: str, other: str) -> bool:
        """Whether the two are one, or one of them stands above the other. Takes no time, however deep the tree is."""
        if element == other:
            return True
        first, second = self._stretches.get(element), self._stretches.get(other)
        if first is None or second is None:
            return False
        return first[0] <= second[0] < first[1] or second[0] <= first[0] < second[1]

    @cached_property
    def _stretches(self) -> dict[str, tuple[int, int]]:
        """Numbers in the order of a walk through the tree: those below an element lie within its stretch.

        (Tarjan's way to tell ancestors; elements of a circle, which have no top, get none.)
        """
        found: dict[str, tuple[int, int]] = {}
        begun: dict[str, int] = {}
        waiting = [top for top in self.children if top not in self.parent]
        count = 0
        while waiting:
            here = waiting.pop()
            if here in begun:
                found[here] = (begun[here], count)
                continue
            begun[here] = count
            count += 1
            waiting.append(here)
            waiting.extend(self.children.get(here, ()))
        return found


def tree(chain: Chain, relation: str) -> Tree:
    """The tree that the links of one relation form, each from child to parent."""
    parent: dict[str, str] = {}
    children: dict[str, list[str]] = {}
    for link in chain.related(relation):
        if link.source not in parent:
            parent[link.source] = link.target
            children.setdefault(link.target, []).append(link.source)
    return Tree(parent, {key: tuple(found) for key, found in children.items()})
