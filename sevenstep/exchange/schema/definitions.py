"""Types and classes of the model as schemas: each once, among the definitions of a document."""

from collections.abc import Callable, Iterator
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le, Lt, MaxLen, MinLen
from pydantic import AfterValidator, BeforeValidator, Discriminator, PlainValidator, WrapValidator

from sevenstep.exchange.schema.examples import data_of
from sevenstep.exchange.schema.forms import NULL, SCALAR, Schema, either, of_form, of_words
from sevenstep.exchange.schema.wording import Wording
from sevenstep.language import Choice, Text
from sevenstep.model.custom.classes import NOTHING, Added
from sevenstep.model.custom.lists import LISTS, AddedTo
from sevenstep.model.element import Element
from sevenstep.model.field import ModelField, Written, fields_of
from sevenstep.model.form import Form, OneOf, Reading, Short, Words, reading_of
from sevenstep.model.part import Part
from sevenstep.model.review import ReviewNote
from sevenstep.model.type_words import title_of

_NOT_SAID: Final = (
    "nothing says how {} is written: say so of the function, @reads(…), or of the type, Written(…, Form…), "
    "see sevenstep/model/form.py"
)
_EXPECTED: Final = Text(zh="（应填）", en="(expected)")
_YES_NO: Final = Words(("true", "yes", "y", "t", "on", "1", "false", "no", "n", "f", "off", "0"))
"""What pydantic takes for a truth where nothing reads it before."""
_BOUNDS: Final[dict[type, tuple[str, str]]] = {
    Ge: ("ge", "minimum"),
    Gt: ("gt", "exclusiveMinimum"),
    Le: ("le", "maximum"),
    Lt: ("lt", "exclusiveMaximum"),
}


class Definitions:
    """What the parts of a document refer to, gathered while they are made."""

    def __init__(self, wording: Wording, added: Added = NOTHING) -> None:
        self.wording = wording
        self.added = added
        self.found: dict[str, Schema] = {}
        self._named: dict[str, type[Part]] = {}

    # -- classes ---------------------------------------------------------------------

    def part(self, cls: type[Part]) -> Schema:
        """A class of the model, with what may stand in place of its fields."""
        return self._once(self._name(cls), lambda: self._part(cls))

    def _name(self, cls: type[Part]) -> str:
        """Its name, with the file that it stands in where another class has that name."""
        cls = getattr(cls, "PLAIN", None) or cls
        if self._named.setdefault(cls.__name__, cls) is cls:
            return cls.__name__
        return f"{cls.__module__.rpartition('.')[2]}.{cls.__name__}"

    def _part(self, cls: type[Part]) -> Schema:
        _refuse_unsaid(cls)
        short = [self._short(cls, instead) for instead in cls.SHORT]
        said = {
            "title": self.wording.title(title_of(cls)),
            "description": self.wording.description(cls.EXPLANATION),
        }
        return {**said, **either(*short, self.fields(cls))}

    def fields(self, cls: type[Part]) -> Schema:
        """The fields of a class, and no others; the id of an element or note is its key, and not written in it."""
        keyed = issubclass(cls, Element | ReviewNote)
        fields = [field for field in fields_of(cls) if not (keyed and field.name == "id")]
        made: Schema = {"type": "object", "properties": {field.key: self._field(cls, field) for field in fields}}
        if required := [field.key for field in fields if field.required]:
            made["required"] = required
        if cls.NEEDS:
            made["anyOf"] = [{"required": [name]} for name in cls.NEEDS]
        return {**made, "additionalProperties": False}

    def _short(self, cls: type[Part], instead: str | Form | Words) -> Schema:
        match instead:
            case Form():
                return self.form(instead)
            case Words():
                return of_words(instead)
            case name:
                field = next(field for field in fields_of(cls) if field.name == name)
                return self.of(field.type, optional=False)

    def _field(self, cls: type[Part], field: ModelField) -> Schema:
        if issubclass(cls, Element) and _is_shared(field):
            return self._once(f"element.{field.key}", lambda: self.field(field))
        return self.field(field)

    def field(self, field: ModelField) -> Schema:
        """One field: what can stand there, and what people read of it."""
        declared = field.declared
        told = [declared.explanation, *([_EXPECTED] if declared.expected else [])]
        return {
            "title": self.wording.title(declared.label),
            "description": self.wording.description(*told),
            **self.of(field.type),
            "examples": [data_of(declared.example)],
        }

    # -- types -----------------------------------------------------------------------

    def form(self, form: Form) -> Schema:
        """A value of one form."""
        return self._once(f"form.{form}", lambda: of_form(form, self.wording))

    def of(self, annotation: Any, *, optional: bool = True) -> Schema:
        """What a type takes, as it stands in the file; without nothing where it is not `optional`."""
        base, notes = _taken_apart(annotation)
        bare, may_be_none = _without_none(base)
        inner, more = _taken_apart(bare)
        notes = (*more, *notes)
        made = self._said(notes) or self._listed(notes) or self._plain(inner, _Notes(notes))
        return either(made, NULL) if may_be_none and optional else made

    def _said(self, notes: tuple[Any, ...]) -> Schema | None:
        """What the type itself says of the form of its values, or a function that reads them."""
        forms = [note.form for note in notes if isinstance(note, Written) and note.form is not None]
        needed = not forms and not any(isinstance(note, OneOf | AddedTo) for note in notes)
        forms += [reading.form for reading in _readings(notes, needed=needed) if reading.form is not None]
        if not forms:
            return None
        limits = {
            schema: bound
            for note in notes
            for kind, (name, schema) in _BOUNDS.items()
            if isinstance(note, kind) and (bound := getattr(note, name)) is not None
        }
        return {**self.form(forms[0]), **limits}

    def _listed(self, notes: tuple[Any, ...]) -> Schema | None:
        """The words of a list that the engagement made."""
        words = next((note.words for note in notes if isinstance(note, OneOf)), None)
        listed = next((note.name for note in notes if isinstance(note, AddedTo)), None)
        if listed is not None:
            words = tuple((str(word), word.label) for word in LISTS[listed])
            words += tuple((str(word), word.label) for name, word in self.added.words if name == listed)
        if words is None:
            return None
        return {
            "enum": [word for word, _ in words],
            "enumDescriptions": [self.wording.title(said) for _, said in words],
        }

    def _plain(self, base: Any, notes: "_Notes") -> Schema:
        origin, args = get_origin(base), get_args(base)
        if origin is dict:
            return self._mapping(args[0], args[1], notes)
        if origin is tuple:
            entry = self.of(args[0])
            return _short_list(entry, notes)
        if origin is Literal:
            return self._words(args)
        if origin in {Union, UnionType}:
            if any(isinstance(note, Discriminator) for note in notes.all):
                return self._by_type([_taken_apart(one)[0] for one in args])
            return either(*(self.of(one) for one in args))
        if isinstance(base, type) and issubclass(base, Enum):
            return self._once(base.__name__, lambda: self._words(tuple(base)))
        if isinstance(base, type) and issubclass(base, Part):
            return self.part(base)
        if base is bool:
            return {"anyOf": [{"type": "boolean"}, of_words(_YES_NO)]}
        if isinstance(base, type) and issubclass(base, str):
            return {"type": SCALAR, **notes.text}
        raise TypeError(_NOT_SAID.format(base))

    def _mapping(self, key: Any, value: Any, notes: "_Notes") -> Schema:
        base, key_notes = _taken_apart(key)
        held = self.of(value)
        made: Schema
        if get_origin(base) is Literal or (isinstance(base, type) and issubclass(base, Enum)):
            words = get_args(base) or tuple(base)
            made = {"type": "object", "properties": {str(word): held for word in words}, "additionalProperties": False}
        else:
            made = {"type": "object", "additionalProperties": held}
            names = self._said(key_notes)
            if names is None and (notes.reading.ids or _holds_elements(value)):
                names = self.form(Form.ID)
            if names is not None:
                made["propertyNames"] = names
        if (most := notes.most) is not None:
            made["maxProperties"] = most
        match notes.reading.short:
            case Short.KEYS:
                name: Schema = {"type": SCALAR}
                return either(name, {"type": "array", "items": name, "uniqueItems": True}, made)
            case Short.VALUES:
                return either({"type": "array", "items": held}, made)
        return made

    def _words(self, words: tuple[Any, ...]) -> Schema:
        said = [self.wording.title(word.label) if isinstance(word, Choice) else str(word) for word in words]
        return {"enum": [str(word) for word in words], "enumDescriptions": said}

    def _by_type(self, classes: list[type[Part]]) -> Schema:
        """One of several classes, told by its `type`; what says none of the others is the first."""
        first, *others = classes
        made = self.part(first)
        for cls in reversed(others):
            field = next(field for field in fields_of(cls) if field.name == "type")
            words = [str(word) for part in field.types if issubclass(part, Enum) for word in part]
            made = {
                "if": {"type": "object", "properties": {"type": {"enum": words}}, "required": ["type"]},
                "then": self.part(cls),
                "else": made,
            }
        return made

    def _once(self, name: str, make: Callable[[], Schema]) -> Schema:
        if name not in self.found:
            self.found[name] = {}  # what it holds may hold it
            self.found[name] = make()
        return {"$ref": f"#/$defs/{name}"}


# -- what stands in a type ------------------------------------------------------------


class _Notes:
    """What is said of a type beside it."""

    def __init__(self, notes: tuple[Any, ...]) -> None:
        self.all = notes
        self.reading = next(_readings(notes, needed=True), Reading())

    @property
    def most(self) -> int | None:
        longest = next((note.max_length for note in self.all if isinstance(note, MaxLen)), None)
        return self.reading.most if longest is None else longest

    @property
    def text(self) -> Schema:
        """What a text is limited by."""
        found: Schema = {}
        for note in self.all:
            if isinstance(note, MaxLen):
                found["maxLength"] = note.max_length
            elif isinstance(note, MinLen):
                found["minLength"] = note.min_length
            elif isinstance(pattern := getattr(note, "pattern", None), str):
                found["pattern"] = pattern
        return found


def _readings(notes: tuple[Any, ...], *, needed: bool) -> Iterator[Reading]:
    """What the functions before a type read; raises TypeError where that is said of none, and `needed`."""
    for note in notes:
        if isinstance(note, BeforeValidator | PlainValidator | WrapValidator | AfterValidator):
            reading = reading_of(note.func)
            if reading is not None:
                yield reading
            elif needed and not isinstance(note, AfterValidator):
                raise TypeError(_NOT_SAID.format(note.func))


def _refuse_unsaid(cls: type[Part]) -> None:
    """A class that reads its data in a way of its own has to say what it reads."""
    found = cls.__pydantic_decorators__
    modes: set[str] = {one.info.mode for one in found.model_validators.values()}
    modes |= {one.info.mode for one in found.field_validators.values()}
    if modes & {"before", "wrap", "plain"} and not any("SHORT" in vars(one) for one in cls.__mro__ if one is not Part):
        raise TypeError(_NOT_SAID.format(cls.__name__))


def _short_list(entry: Schema, notes: _Notes) -> Schema:
    made: Schema = {"type": "array", "items": entry}
    if notes.reading.least:
        made["minItems"] = notes.reading.least
    if notes.most is not None:
        made["maxItems"] = notes.most
    return either(entry, made) if notes.reading.short is Short.ONE else made


def _taken_apart(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    """A type, and what is said of it."""
    if get_origin(annotation) is not Annotated:
        return annotation, ()
    base, *notes = get_args(annotation)
    return base, tuple(notes)


def _without_none(base: Any) -> tuple[Any, bool]:
    if get_origin(base) not in {Union, UnionType} or NoneType not in get_args(base):
        return base, False
    left = tuple(one for one in get_args(base) if one is not NoneType)
    return (left[0] if len(left) == 1 else Union[left]), True  # noqa: UP007  (made of what is found)


def _is_shared(field: ModelField) -> bool:
    """Whether it is a field that all elements share, as they share it."""
    return any(one.name == field.name and one.declared is field.declared for one in fields_of(Element))


def _holds_elements(annotation: Any) -> bool:
    """Whether the entries of a mapping are elements, whose keys are their ids."""
    if isinstance(annotation, type):
        return issubclass(annotation, Element)
    return any(_holds_elements(one) for one in get_args(annotation))
