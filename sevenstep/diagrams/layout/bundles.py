"""Which elements are shown together when the whole chain is folded: by root goal, domain, group, or kind."""

from dataclasses import dataclass

from sevenstep.chain.graph import Chain
from sevenstep.language import Text
from sevenstep.model.element import Element

_REST = Text(zh="……其余", en="… and the rest")
_BY = {
    "goal": ("parent",),
    "indicator": ("domain",),
    "function": ("in-domain",),
    "scenario": ("group",),
    "item": ("belongs-to", "group"),
    "flow": ("details", "belongs-to", "group"),
}
_ALONE = frozenset({"domain", "path", "group"})
_BY_KIND = frozenset({"challenge", "actor", "system", "data"})


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
    if kind.name in _ALONE:
        return Bundle(kind.step, element.id, element.id)
    if kind.name in _BY_KIND:
        return Bundle(kind.step, f"kind {kind.name}", None)
    if kind.name not in _BY:
        return None
    head = _root(chain, element) if kind.name == "goal" else _walk(chain, element, _BY[kind.name])
    if head is None:
        return Bundle(kind.step, f"kind {kind.name}", None)
    return Bundle(kind.step, head.id, head.id)


def _walk(chain: Chain, element: Element, relations: tuple[str, ...]) -> Element | None:
    here: Element | None = element
    for relation in relations:
        here = next(iter(chain.targets(here.id, relation)), None) if here is not None else None
    return here


def _root(chain: Chain, goal: Element) -> Element:
    """The goal at the top; a cycle ends where it closes."""
    seen = {goal.id}
    while (above := next(iter(chain.targets(goal.id, "parent")), None)) and above.id not in seen:
        seen.add(above.id)
        goal = above
    return goal
