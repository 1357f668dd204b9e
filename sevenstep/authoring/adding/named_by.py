"""Elements by what people call them: an id, a title in either language, or nearly so."""

from collections.abc import Iterable, Mapping
from typing import Final

from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.model.element import Element
from sevenstep.model.engagement import Engagement
from sevenstep.model.field import ModelField
from sevenstep.model.nearest import nearest
from sevenstep.model.values import same_id, same_words

_NOTHING: Final[Mapping[str, str]] = {}


class Names:
    """The elements of an engagement by id and title; `means` are names that somebody said to stand for an id."""

    def __init__(self, engagement: Engagement, means: Mapping[str, str] = _NOTHING) -> None:
        self.engagement = engagement
        self.means = {same_words(name): element for name, element in means.items()}
        self._of_kinds: dict[frozenset[str], list[Element]] = {}
        self._known: dict[frozenset[str], dict[str, list[Element]]] = {}

    def candidates(self, field: ModelField) -> list[Element]:
        """The elements that a field can name."""
        return self.of_kinds(frozenset(field.relation.to) if field.relation is not None else frozenset())

    def of_kinds(self, kinds: frozenset[str]) -> list[Element]:
        """The elements of these kinds; none named: all."""
        if kinds not in self._of_kinds:
            elements = self.engagement.elements.values()
            self._of_kinds[kinds] = [one for one in elements if not kinds or one.KIND.name in kinds]
        return self._of_kinds[kinds]

    def find(self, said: str, kinds: frozenset[str]) -> Element | None:
        """The one element that is called so; None where none is, or several are."""
        wanted = self.means.get(same_words(said), said)
        known = self._table(kinds)
        found = known.get(same_id(wanted.strip())) or known.get(same_words(wanted)) or []
        return found[0] if len(found) == 1 else None

    def near(self, said: str, kinds: frozenset[str]) -> list[Element]:
        """Those that may be meant, the likeliest first."""
        return nearest(said, self.of_kinds(kinds), 0.5)

    def id_of(self, said: str, field: ModelField) -> str:
        """The id of the element that a field names; raises Failure where none is called so."""
        kinds = frozenset(field.relation.to) if field.relation is not None else frozenset[str]()
        found = self.find(said, kinds)
        if found is None:
            raise no_element(said, self.near(said, kinds) or self.of_kinds(kinds)[:5])
        return found.id

    def any_id_of(self, said: str) -> str:
        """The id of the element of any kind that is called so; raises Failure."""
        found = self.find(said, frozenset())
        if found is None:
            raise no_element(said, self.near(said, frozenset()))
        return found.id

    def _table(self, kinds: frozenset[str]) -> dict[str, list[Element]]:
        if kinds not in self._known:
            known: dict[str, list[Element]] = {}
            for element in self.of_kinds(kinds):
                for name in {same_id(element.id), *(same_words(title) for title in element.title.wordings())}:
                    known.setdefault(name, []).append(element)
            for element in self.of_kinds(kinds):  # an id goes before what others are called
                known[same_id(element.id)] = [element]
            self._known[kinds] = known
        return self._known[kinds]


def no_element(said: str, near: Iterable[Element]) -> Failure:
    """That nothing is called so, and what comes near."""
    found = list(near)
    return Failure(
        Text(zh=f"没有要素叫“{said}”", en=f"Nothing is called “{said}”"),
        Text(
            zh="相近的有 " + "、".join(f"{one.id}（{one.title.for_language('zh')}）" for one in found),
            en="Near are " + ", ".join(f"{one.id} ({one.title.for_language('en')})" for one in found),
        )
        if found
        else Text(
            zh="写编号或完整的名称；还没有的先添加：sevenstep new",
            en="Write an id or the whole title; what is not there yet is added first: sevenstep new",
        ),
    )
