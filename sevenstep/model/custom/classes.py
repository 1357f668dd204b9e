"""The classes of an engagement that adds fields: a built-in class, and its fields. One place joins them.

Everything that reads declarations off the class of an element (checks, pages, tables, search, completeness, changes)
reads those of the engagement too.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, PlainValidator, create_model

from sevenstep.diagnostic import KeyPath
from sevenstep.language import Text
from sevenstep.memory import by_content
from sevenstep.model.choices import CustomShown, CustomType, Tone
from sevenstep.model.custom.declaration import CustomField
from sevenstep.model.custom.lists import AddedWords
from sevenstep.model.custom.word import CustomWord
from sevenstep.model.element import Element
from sevenstep.model.field import Declared, Shown, Written, fields_of
from sevenstep.model.form import Form, OneOf
from sevenstep.model.header import Header
from sevenstep.model.kinds import SECTIONS
from sevenstep.model.members import is_true
from sevenstep.model.names import meant_value
from sevenstep.model.quantity import InvalidValue, Quantity, same_unit
from sevenstep.model.relation import Closeness, Relation
from sevenstep.model.suggest import did_you_mean
from sevenstep.model.values import Amount, Date, Prose, Reference, Title, one_or_many
from sevenstep.source.characters import brief
from sevenstep.source.document import Plain

CustomFields = tuple[tuple[str, CustomField], ...]
"""The fields that an engagement adds, by name, as they stand in engagement.yaml."""

_FIELDS: Final = "fields"
_COLUMN: Final = 1_000
"""Behind all columns that are there."""


@dataclass(frozen=True, slots=True)
class Added:
    """What an engagement adds to its elements. Of fields that are `unread`, their declaration being wrong, nothing is
    said where they are written."""

    fields: CustomFields = ()
    unread: frozenset[str] = frozenset()
    words: AddedWords = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Added) and (self.fields, self.unread, self._said) == (
            other.fields,
            other.unread,
            other._said,
        )

    def __hash__(self) -> int:
        return hash((self.unread, self._said))

    @property
    def _said(self) -> tuple[tuple[str, str, Text, Tone | None], ...]:
        """The words with what they are called."""
        return tuple((listed, str(word), word.label, word.tone) for listed, word in self.words)


NOTHING: Final = Added()


def added_by(header: Header | None, lost: Iterable[KeyPath], written: Plain) -> Added:
    """What engagement.yaml adds, of which it is `written` what could be read."""
    paths = [path for path in lost if path[:1] == (_FIELDS,)]
    if header is None or not (header.fields or header.lists or paths):
        return NOTHING
    words = tuple(
        (listed, CustomWord(word, said.label, said.tone))
        for listed, told in header.lists.items()
        for word, said in told.items()
    )
    there = written.get(_FIELDS) if isinstance(written, dict) else None
    unread = (
        set(there) if (_FIELDS,) in paths and isinstance(there, dict) else {str(path[1]) for path in paths if path[1:]}
    )
    taken = {name for name, _ in clashes(header.fields)}
    fields = tuple((name, field) for name, field in header.fields.items() if name not in taken)
    return Added(fields, frozenset(unread - {name for name, _ in fields}), words)


def section_class(section: str, added: Added = NOTHING) -> type[Element]:
    """The class of the elements of a section, with what the engagement adds to it."""
    cls = SECTIONS[section]
    own = tuple((name, field) for name, field in added.fields if cls.KIND.name in field.on)
    return _customised(cls, _Key(own)) if own else cls


def with_added_fields(cls: type[Element], added: Added) -> type[Element]:
    """The class with what the engagement adds to elements of its kind; those without a section get nothing."""
    return section_class(cls.KIND.section, added) if SECTIONS.get(cls.KIND.section) is cls else cls


def clashes(added: Mapping[str, CustomField]) -> list[tuple[str, str]]:
    """The names that a kind has a field of already, with the kind."""
    by_kind = {cls.KIND.name: cls for cls in SECTIONS.values()}
    return [
        (name, kind)
        for name, field in added.items()
        for kind in field.on
        if name in {one for there in fields_of(by_kind[kind]) for one in (there.key, there.name)}
        or hasattr(by_kind[kind], name)
    ]


class _Key:
    """Declarations, compared by what they say."""

    def __init__(self, fields: CustomFields) -> None:
        self.fields = fields
        self.said = repr(fields)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.said == other.said

    def __hash__(self) -> int:
        return hash(self.said)


@by_content(256)
def _customised(cls: type[Element], key: _Key) -> type[Element]:
    """The class with the fields; elements of it are handed to other processes by what the class was made of."""
    fields: dict[str, Any] = {name: (_type(name, field), () if field.many else None) for name, field in key.fields}

    def reduced(self: Element) -> tuple[Any, ...]:
        return _remade, (cls, key.fields, self.__getstate__())

    made = create_model(cls.__name__, __base__=cls, __module__=cls.__module__, **fields)
    made.PLAIN = cls
    made.__reduce__ = reduced  # type: ignore[method-assign, assignment]
    return made


def _remade(cls: type[Element], fields: CustomFields, state: dict[Any, Any]) -> Element:
    made = _customised(cls, _Key(fields))
    element = made.__new__(made)
    element.__setstate__(state)
    return element


# -- one field ------------------------------------------------------------------------


def _type(name: str, field: CustomField) -> Any:
    """Its type as a class has it, with what people read of it."""
    each, notes = _each(name, field)
    whole: Any = _ANNOTATED[_TUPLE[each, ...], BeforeValidator(one_or_many)] if field.many else each | None
    return _ANNOTATED[whole, *notes, _declared(name, field)]


_ANNOTATED: Final[Any] = Annotated
_TUPLE: Final[Any] = tuple
"""As values: the types are made of what an engagement says."""


def _each(name: str, field: CustomField) -> tuple[Any, tuple[Any, ...]]:
    match field.type:
        case CustomType.TEXT:
            return Title, ()
        case CustomType.PROSE:
            return Prose, ()
        case CustomType.NUMBER:
            return (Amount if field.unit is None else _in_unit(field.unit)), ()
        case CustomType.DATE:
            return Date, ()
        case CustomType.WORD:
            return _one_of(field), ()
        case CustomType.YES_NO:
            return _YES_NO, ()
        case CustomType.REFERENCE:
            return Reference, (
                Relation(f"field-{name}", field.to, field.label, _seen(field), closeness=Closeness.NONE),
            )


def _seen(field: CustomField) -> Text:
    """What those that it names call it."""
    return field.label.inserted_into(zh="“{}”一栏所属", en="named as “{}” by")


_YES: Final = CustomWord("yes", Text(zh="是", en="yes"))
_NO: Final = CustomWord("no", Text(zh="否", en="no"))
_YES_NO: Final[Any] = Annotated[
    CustomWord,
    PlainValidator(lambda value: value if isinstance(value, CustomWord) else _YES if is_true(value) else _NO),
    Written(Text(zh="true 或 false", en="true or false"), Form.YES_NO),
]
"""Whether something holds, which readers are told either way."""


def _in_unit(unit: str) -> Any:
    def read(value: Any) -> Any:
        if isinstance(value, Quantity):
            return value
        if not isinstance(value, str):
            raise InvalidValue(Text(zh="此处须为一个值", en="A value is needed here"))
        said = Quantity.parse(value)
        if not said.unit:
            said = Quantity.parse(f"{value.strip()} {unit}")
        if not same_unit(said.unit, unit):
            raise InvalidValue(
                Text(zh=f"“{brief(value)}”的单位不是 {unit}", en=f"“{brief(value)}” is not in {unit}"),
                Text(zh=f"写成以 {unit} 计的数", en=f"Write it in {unit}"),
            )
        return said

    words = Text(zh=f"一个以 {unit} 计的数或范围", en=f"a number or a range, in {unit}")
    return Annotated[Quantity, PlainValidator(read), Written(words, Form.QUANTITY)]


def _one_of(field: CustomField) -> Any:
    words = {word: CustomWord(word, said.label, said.tone) for word, said in field.words.items()}

    def read(value: Any) -> CustomWord:
        if isinstance(value, CustomWord):
            return value
        if isinstance(value, str) and value.strip() in words:
            return words[value.strip()]
        raise InvalidValue(
            Text(
                zh=f"“{brief(str(value))}”不是可选的词", en=f"“{brief(str(value))}” is none of the words of this field"
            ),
            _remedy(str(value), words),
        )

    told = Text(
        zh="其中一个：" + "、".join(f"`{word}`（{one.label.for_language('zh')}）" for word, one in words.items()),
        en="one of " + ", ".join(f"`{word}`" for word in words),
    )
    listed = tuple((word, one.label) for word, one in words.items())
    return Annotated[CustomWord, PlainValidator(read), OneOf(listed), Written(told)]


def _remedy(value: str, words: Mapping[str, CustomWord]) -> Text:
    labels = {said: word for word, one in words.items() for said in one.label.wordings()}
    if (word := labels.get(value.strip()) or meant_value(value, words)) is not None:
        return Text(zh=f"改成 {word}", en=f"Write {word}")
    listed = ", ".join(words)
    return did_you_mean(value, words) or Text(zh=f"可以写：{listed}", en=f"Write one of: {listed}")


def _declared(name: str, field: CustomField) -> Declared:
    shown = None if CustomShown.PAGE in field.shown else Shown.HIDDEN
    if shown is None and field.type is not CustomType.REFERENCE:
        shown = _SHOWN.get(field.type, Shown.FACT)
    return Declared(
        field.label,
        field.explanation or field.label,
        _example(field),
        shown=shown,
        expected=field.expected,
        column=_COLUMN if CustomShown.TABLE in field.shown else 0,
    )


_SHOWN: Final = {CustomType.NUMBER: Shown.FIGURE, CustomType.PROSE: Shown.PROSE}


def _example(field: CustomField) -> str:
    """What could be written."""
    one = {
        CustomType.TEXT: "{zh: 文字, en: Text}",
        CustomType.PROSE: "{zh: 文字, en: Text}",
        CustomType.NUMBER: f"3 {field.unit or ''}".strip(),
        CustomType.DATE: "2024-03",
        CustomType.WORD: next(iter(field.words), ""),
        CustomType.YES_NO: '"true"',
        CustomType.REFERENCE: "G1",
    }[field.type]
    return f"[{one}]" if field.many else one
