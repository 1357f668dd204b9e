"""The chain: the elements of an engagement and every link between them, found from both ends."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from sevenstep.chain.business_order import in_business_order
from sevenstep.language import Text
from sevenstep.model.element import Element
from sevenstep.model.engagement import Engagement
from sevenstep.model.links import Link, links
from sevenstep.model.relation import Relation, Role
from sevenstep.model.step7_flows import Node

STEP_OF: Final = Relation(
    "step-of",
    ("flow",),
    Text(zh="所属流程", en="step of"),
    Text(zh="流程步骤", en="steps"),
    Role.PART_OF,
    forward_verb=Text(zh="属于流程", en="is a step of"),
)
"""The one relation that nobody writes: a node belongs to the flow it is written in."""


@dataclass(frozen=True, eq=False)
class Chain:
    """All elements with all links.

    `written` holds every link by its holder, wherever it leads. `outgoing` and `incoming` hold the links that arrive,
    by the id of either end. `dangling` links name no element, `mistyped` ones an element of a kind that the relation
    does not point to: neither is part of the chain. Links to elements that are in the files but could not be read are
    left out without blame.
    """

    engagement: Engagement
    written: Mapping[str, tuple[Link, ...]]
    outgoing: Mapping[str, tuple[Link, ...]]
    incoming: Mapping[str, tuple[Link, ...]]
    dangling: tuple[Link, ...]
    mistyped: tuple[Link, ...]

    def __repr__(self) -> str:
        links = sum(map(len, self.outgoing.values()))
        return f"<Chain {self.engagement.header.id}: {len(self.elements)} elements, {links} links>"

    @property
    def elements(self) -> Mapping[str, Element]:
        return self.engagement.elements

    def related(self, relation: str) -> list[Link]:
        """Every link of one relation, by its holder in the order of the files."""
        return self._by_relation.get(relation, [])

    @cached_property
    def _by_relation(self) -> dict[str, list[Link]]:
        found: dict[str, list[Link]] = {}
        for link in self.links():
            found.setdefault(link.relation.name, []).append(link)
        return found

    def links(self) -> Iterator[Link]:
        """Every link of the chain, by its holder in the order of the files."""
        for found in self.outgoing.values():
            yield from found

    def targets(self, element: str, *relations: str) -> list[Element]:
        """What `element` points to by any of the named relations."""
        return _distinct(
            self.elements[link.target] for link in self.outgoing.get(element, ()) if link.relation.name in relations
        )

    def holders(self, element: str, *relations: str) -> list[Element]:
        """What points to `element` by any of the named relations."""
        return _distinct(
            self.elements[link.source] for link in self.incoming.get(element, ()) if link.relation.name in relations
        )


def _distinct(elements: Iterable[Element]) -> list[Element]:
    return list({element.id: element for element in elements}.values())


def build(engagement: Engagement, previous: Chain | None = None) -> Chain:
    """Follow every reference of every element. Time and memory grow with the number of references.

    The links of elements that are the same objects in a `previous` chain are taken from there. Items and flows stand
    in the order of the business from here on.
    """
    engagement = in_business_order(engagement)
    elements = engagement.elements
    known = previous.elements if previous is not None else {}
    written: dict[str, tuple[Link, ...]] = {}
    outgoing: dict[str, list[Link]] = {}
    incoming: dict[str, list[Link]] = {}
    dangling: list[Link] = []
    mistyped: list[Link] = []
    for key, element in elements.items():
        if previous is not None and known.get(key) is element:
            written[key] = previous.written[key]
        else:
            written[key] = tuple(_links_of(element))
        for link in written[key]:
            target = elements.get(link.target)
            if target is None:
                if link.target not in engagement.broken:
                    dangling.append(link)
            elif link.relation.to and target.KIND.name not in link.relation.to:
                mistyped.append(link)
            else:
                outgoing.setdefault(link.source, []).append(link)
                incoming.setdefault(link.target, []).append(link)
    return Chain(
        engagement,
        written,
        {key: tuple(found) for key, found in outgoing.items()},
        {key: tuple(found) for key, found in incoming.items()},
        tuple(dangling),
        tuple(mistyped),
    )


def _links_of(element: Element) -> Iterator[Link]:
    yield from links(element)
    if isinstance(element, Node):
        yield Link(element.id, element.id.rpartition("/")[0], STEP_OF, ())
