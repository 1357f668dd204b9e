"""Which elements are shown together when the whole chain is folded: by what their kind is gathered by."""

from dataclasses import dataclass

from sevenstep.chain.graph import Chain
from sevenstep.language import Text
from sevenstep.model.element import Element
from sevenstep.model.kind import Where
from sevenstep.model.links import relations

_REST = Text(zh="……其余", en="… and the rest")


@dataclass(frozen=True, slots=True)
class Bundle:
    """A card of the folded chain: its step, a name within the step (empty: all the rest), the element it is named
    after (None: a whole kind)."""

    step: int
    name: str
    element: str | None

    @property
    def key(self) -> str:
        """The key of its node."""
        return f"{self.step} {self.name}"

    def title(self, element: Element | None) -> Text:
        """What its card says."""
        return element.title if element is not None else _REST


def bundle_of(chain: Chain, element: Element) -> Bundle | None:
    """The bundle that the element is counted in; None for what the folded chain leaves out."""
    kind = element.KIND
    if not kind.is_shown(Where.CHAIN):
        return None
    head = _head(chain, element)
    if head is None:
        return Bundle(kind.step, f"kind {kind.name}", None)
    return Bundle(kind.step, head.id, head.id)


def _head(chain: Chain, element: Element) -> Element | None:
    """The element under whose title it is counted; None where that is its kind."""
    kind = element.KIND
    if kind.gathered_by is None:
        return None
    here: Element | None = element
    for name in kind.gathered_by:
        if any(relation.name == name and kind.name in relation.to for relation in relations(kind.name)):
            here = _top(chain, element, name)
        else:
            here = next(iter(chain.targets(here.id, name)), None) if here is not None else None
    return here


def _top(chain: Chain, element: Element, relation: str) -> Element:
    """The element at the top of the tree that the relation forms; a cycle ends where it closes."""
    seen = {element.id}
    while (above := next(iter(chain.targets(element.id, relation)), None)) and above.id not in seen:
        seen.add(above.id)
        element = above
    return element
