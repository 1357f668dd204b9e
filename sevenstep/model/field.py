"""Fields of the model, declared once: on the class, beside the type and the relation.

Labels, completeness, pages, tables, changes, what is said of an element in a terminal, names that people may mean,
search and the reference of all fields are read from there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cached_property
from typing import Annotated, Any, Final, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from sevenstep.language import Text
from sevenstep.memory import per_process
from sevenstep.model.form import Form, OneOf
from sevenstep.model.relation import Relation


class Shown(StrEnum):
    """How the page of an element shows what a field says."""

    FACT = "fact"
    """One value beside its label; of a part, each of its fields."""
    PROSE = "prose"
    """Markdown beside its label."""
    FIGURE = "figure"
    """A number with its unit, marked where nobody vouches for it."""
    TABLE = "table"
    """A table of its own: a row an entry."""
    RELATION = "relation"
    """Links among the relations, from both ends."""
    APART = "apart"
    """In a place of its own that the template gives it."""
    HIDDEN = "hidden"
    """Not at all: other things say it."""


@dataclass(frozen=True, slots=True, eq=False)
class Declared:
    """What people read of a field: its label, what it says, and an example as it is written in YAML.

    What does not say how it is `shown` is a fact, or a relation. An `expected` field makes an element complete. A
    `column` above zero puts it into the table of all elements of the kind, smaller numbers to the left. The rest is for
    a table of its own: `numbered` rows, what a `key` of the mapping and what `each` entry is called, and the `heading`
    of a column that several fields share. What is `numbered` is read in order, behind the tables that are not.
    """

    label: Text
    explanation: Text
    example: str
    shown: Shown | None = None
    expected: bool = False
    column: int = 0
    numbered: bool = False
    key: Text | None = None
    each: Text | None = None
    heading: Text | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """How the values of a type are written: in words, and the `form` that an editor can check (none where the type
    tells it). Stands in the type: ``Annotated[…, Written(Text(…), Form.NAME)]``."""

    words: Text
    form: Form | None = None


@dataclass(frozen=True, eq=False)
class ModelField:
    """A field of a class: its `name` in code, its `key` in the YAML, its type, and what is declared of it."""

    name: str
    key: str
    type: Any
    declared: Declared
    relation: Relation | None
    required: bool

    @property
    def label(self) -> Text:
        return self.declared.label

    @property
    def shown(self) -> Shown:
        return self.declared.shown or (Shown.FACT if self.relation is None else Shown.RELATION)

    @cached_property
    def types(self) -> tuple[Any, ...]:
        """The types that its type is made of, containers included."""
        return tuple(part for part in _inside(self.type) if not isinstance(part, Written))

    @property
    def parts(self) -> tuple[type[BaseModel], ...]:
        """The classes of the parts, or nodes, that it holds."""
        return tuple(part for part in self.types if isinstance(part, type) and issubclass(part, BaseModel))

    @property
    def written(self) -> Text | None:
        """How its values are written, in words, where its type says so."""
        return next((part.words for part in _inside(self.type) if isinstance(part, Written)), None)

    @property
    def own_words(self) -> dict[str, Text]:
        """What the words of a list that the engagement made are called."""
        return {word: said for note in _notes(self.type) if isinstance(note, OneOf) for word, said in note.words}

    @property
    def is_fixed_word(self) -> bool:
        """Whether it is one of a few words of the model."""
        return any(
            get_origin(part) is Literal or (isinstance(part, type) and issubclass(part, Enum)) for part in self.types
        )


_ANNOTATED: Final[Any] = Annotated
_NOT_DECLARED: Final = (
    "{}.{} is not declared: give it a label, an explanation and an example in both languages, "
    "Annotated[…, Declared(Text(zh=…, en=…), Text(zh=…, en=…), “example”)], see sevenstep/model/field.py"
)


@per_process
def fields_of(cls: type[BaseModel]) -> tuple[ModelField, ...]:
    """The fields of a class of the model, in the order in which they are read."""
    return tuple(_field(cls, name, info) for name, info in cls.model_fields.items())


@per_process
def keyed(cls: type[BaseModel]) -> dict[str, ModelField]:
    """The fields of a class by their keys in the YAML."""
    return {field.key: field for field in fields_of(cls)}


def field_of(cls: type[BaseModel], name: str) -> ModelField:
    """One field of a class; raises KeyError where there is none of that name."""
    return {field.name: field for field in fields_of(cls)}[name]


def columns_of(cls: type[BaseModel]) -> list[ModelField]:
    """The fields that are columns of the table of all elements of a class, from left to right."""
    return sorted((field for field in fields_of(cls) if field.declared.column), key=lambda field: field.declared.column)


def _field(cls: type[BaseModel], name: str, info: FieldInfo) -> ModelField:
    relation = next((note for note in info.metadata if isinstance(note, Relation)), None)
    annotated = _ANNOTATED[info.annotation, *info.metadata]
    return ModelField(name, info.alias or name, annotated, _declared(cls, name, info), relation, info.is_required())


def _declared(cls: type[BaseModel], name: str, info: FieldInfo) -> Declared:
    """The last declaration: a class may say of a field otherwise than the class above it."""
    for note in reversed(info.metadata):
        if isinstance(note, Declared):
            return note
    raise TypeError(_NOT_DECLARED.format(cls.__name__, name))


def require_declarations(cls: type[BaseModel]) -> None:
    """Raises TypeError where a field is not declared."""
    for name, info in cls.model_fields.items():
        _declared(cls, name, info)


def _notes(annotation: Any) -> Iterator[Any]:
    """All that is said beside a type, and beside those in it."""
    if get_origin(annotation) is Annotated:
        yield from get_args(annotation)[1:]
        yield from _notes(get_args(annotation)[0])
    elif get_origin(annotation) is not Literal:
        for inner in get_args(annotation):
            yield from _notes(inner)


def _inside(annotation: Any) -> Iterator[Any]:
    """The types that a type is made of, and how they are written."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from (note for note in args[1:] if isinstance(note, Written))
        yield from _inside(args[0])
    elif origin is Literal or not args:
        yield annotation
    else:
        yield origin
        for inner in args:
            yield from _inside(inner)
