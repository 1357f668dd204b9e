"""What may stand at a key path of a file, read off the declarations: fields, ids, fixed words, languages."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal, get_args, get_origin

from pydantic import BaseModel

from sevenstep.diagnostic import KeyPath
from sevenstep.language import LANGUAGES, Choice, Text
from sevenstep.memory import by_content
from sevenstep.model.custom.classes import NOTHING, Added, section_class
from sevenstep.model.element import Element
from sevenstep.model.field import ModelField, fields_of, keyed
from sevenstep.model.header import Header
from sevenstep.model.kinds import SECTIONS
from sevenstep.model.quantity import Duration, Portion, Quantity
from sevenstep.model.relation import Relation
from sevenstep.model.review import SECTION as REVIEWS
from sevenstep.model.review import ReviewNote
from sevenstep.source.files import HEADER_FILE

_NUMBERS: Final = (Quantity, Duration, Portion)


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a file: the type of what stands there, and the field that says it, if it is (part of) a field.

    `section` is the class whose elements stand there, each behind its id. Of a file as a whole, `added` is what the
    engagement adds to its elements.
    """

    type: Any
    field: ModelField | None = None
    section: type[BaseModel] | None = None
    added: Added = NOTHING

    @property
    def relation(self) -> Relation | None:
        return self.field.relation if self.field is not None else None

    @property
    def classes(self) -> tuple[type[BaseModel], ...]:
        """The classes whose fields may be keys here."""
        return tuple(one for one in kinds_of(self.type) if isinstance(one, type) and issubclass(one, BaseModel))

    @property
    def words(self) -> tuple[str, ...]:
        """The fixed words, one of which may stand here as a value."""
        own = self.field.own_words if self.field is not None else {}
        return tuple(dict.fromkeys((*own, *(word for one in kinds_of(self.type) for word in _words(one)))))

    @property
    def key_words(self) -> tuple[str, ...]:
        """The fixed words that may be keys here: languages of a text, members of a list of words."""
        found: list[str] = [word for one in kinds_of(self.type) if one is Text for word in LANGUAGES]
        for mapping in _mappings(self.type):
            found += [word for one in kinds_of(mapping[0]) for word in _words(one)]
        return tuple(dict.fromkeys(found))

    @property
    def is_number(self) -> bool:
        """Whether a quantity may stand here, alone or as the short form of a part that holds one."""
        inner = (field.type for cls in self.classes if not issubclass(cls, Element) for field in fields_of(cls))
        return any(_is_number(one) for one in (self.type, *inner))

    @property
    def takes_keys(self) -> bool:
        """Whether ids that the relation names may be keys here."""
        return bool(_mappings(self.type))


def slots_at(file: str, path: KeyPath, added: Added = NOTHING) -> tuple[Slot, ...]:
    """What may stand under that path of a file; none where the path leads nowhere."""
    found = start(file, added)
    for depth, part in enumerate(path):
        found = below(found, part, path[:depth], str(part))
    return tuple(found)


def start(file: str, added: Added = NOTHING) -> list[Slot]:
    """What a file as a whole is."""
    return [Slot(Header if file == HEADER_FILE else None, added=added)]


def below(slots: list[Slot], part: str | int, path: KeyPath, section: str) -> list[Slot]:
    """What may stand behind a key or index of what stands at the path."""
    if not path and slots and (cls := _section(section, slots[0].added)) is not None:
        return [Slot(None, section=cls)]
    found: list[Slot] = []
    for slot in slots:
        if slot.section is not None:
            found.append(Slot(slot.section))
        elif slot.type is not None:
            found += _behind(slot.type, slot.field, part)
    return found


@by_content(20_000)
def _behind(annotation: Any, field: ModelField | None, part: str | int) -> tuple[Slot, ...]:
    return tuple(Slot(inner, own or field) for inner, own in _inside(annotation, part))


def _section(name: str, added: Added) -> type[BaseModel] | None:
    if name == REVIEWS:
        return ReviewNote
    return section_class(name, added) if name in SECTIONS else None


def _inside(annotation: Any, part: str | int) -> Iterator[tuple[Any, ModelField | None]]:
    """The types behind a key or index of something of that type, with the field where the key is one."""
    for one in _branches(annotation):
        origin, args = get_origin(one), get_args(one)
        if isinstance(one, type) and issubclass(one, BaseModel):
            if (field := keyed(one).get(str(part))) is not None and not (issubclass(one, Element) and part == "id"):
                yield field.type, field
        elif origin is dict:
            yield args[1], None
        elif origin in {tuple, list}:
            if isinstance(part, int):
                yield args[0], None
            else:  # one may stand without the list around it
                yield from _inside(args[0], part)
        elif one is Text and part in LANGUAGES:
            yield str, None


def _branches(annotation: Any) -> Iterator[Any]:
    """The types that a type may be: of a union each, without what is noted beside them."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from _branches(args[0])
    elif origin is Literal or origin in {dict, tuple, list} or not args:
        yield annotation
    elif annotation is not type(None):
        for inner in args:
            yield from _branches(inner)


def kinds_of(annotation: Any) -> Iterator[Any]:
    """The types that one value may be: of a list those of its entries."""
    for one in _branches(annotation):
        if get_origin(one) in {tuple, list}:
            yield from kinds_of(get_args(one)[0])
        else:
            yield one


def _mappings(annotation: Any) -> list[tuple[Any, ...]]:
    return [get_args(one) for one in _branches(annotation) if get_origin(one) is dict]


def _is_number(annotation: Any) -> bool:
    return any(isinstance(one, type) and issubclass(one, _NUMBERS) for one in kinds_of(annotation))


def _words(one: Any) -> tuple[str, ...]:
    if get_origin(one) is Literal:
        return tuple(str(getattr(word, "value", word)) for word in get_args(one))
    if isinstance(one, type) and issubclass(one, Choice):
        return tuple(word.value for word in one)
    return ("true", "false") if one is bool else ()


def label_of(slot: Slot, word: str) -> Text | None:
    """What people call a fixed word."""
    if slot.field is not None and (said := slot.field.own_words.get(word)) is not None:
        return said
    for one in kinds_of(slot.type):
        members = get_args(one) if get_origin(one) is Literal else (list(one) if _is_choice(one) else ())
        for member in members:
            if isinstance(member, Choice) and member.value == word:
                return member.label
    return None


def _is_choice(one: Any) -> bool:
    return isinstance(one, type) and issubclass(one, Choice)
