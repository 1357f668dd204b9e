"""How the value of a field is written, in the words of a person who writes YAML and no code."""

from collections.abc import Iterable
from enum import Enum
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from sevenstep.language import Choice, Text, joined
from sevenstep.model.element import Element
from sevenstep.model.field import ModelField, Written
from sevenstep.model.kinds import KINDS
from sevenstep.model.part import Part
from sevenstep.model.relation import Relation


def type_in_words(field: ModelField) -> Text:
    """What is written behind the field's key."""
    said = _said(field.type)
    if said is None and field.relation is not None:
        return _ids(field, field.relation)
    return said or _of_type(field, field.type)


def title_of(cls: type[Part]) -> Text:
    """What a class of the model is called."""
    return cls.KIND.title if issubclass(cls, Element) else cls.TITLE


_ANY = Text(zh="任何要素", en="element of any step")
_ALL = Text(zh="任何要素", en="elements of any step")


def _ids(field: ModelField, relation: Relation) -> Text:
    """Ids of other elements: one, several, or each with something."""
    kinds = [KINDS[name].KIND for name in relation.to]
    title = joined((kind.title for kind in kinds), "、", " or ") if kinds else _ANY
    titles = joined((kind.titles for kind in kinds), "、", " or ") if kinds else _ALL
    singular, plural = title.for_language("en").lower(), titles.for_language("en").lower()
    if dict in field.types:
        value = _of_type(field, get_args(_bare(field.type))[1])
        return Text(
            zh=f"{titles.for_language('zh')}的编号，各带：{value.for_language('zh')}",
            en=f"ids of {plural}, each with: {value.for_language('en')}",
        )
    if tuple in field.types:
        return Text(
            zh=f"{titles.for_language('zh')}的编号：一个，或一个列表", en=f"one id, or a list of ids, of {plural}"
        )
    return Text(zh=f"一个{title.for_language('zh')}的编号", en=f"the id of one {singular}")


def _bare(annotation: Any) -> Any:
    """The type without what is said of it and without None."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    return annotation if (member := _optional(annotation)) is None else _bare(member)


def _optional(annotation: Any) -> Any:
    """The type that may be left out; None where it is not one that may."""
    members = _members(annotation)
    return members[0] if NoneType in get_args(annotation) and len(members) == 1 else None


def _members(annotation: Any) -> list[Any]:
    return [member for member in get_args(annotation) if member is not NoneType]


def _of_type(field: ModelField, annotation: Any) -> Text:
    if said := _said(annotation):
        return said
    bare = _bare(annotation)
    args = get_args(bare)
    if get_origin(bare) is dict:
        key = field.declared.key or Text(zh="名称", en="Name")
        value = _of_type(field, args[1])
        return Text(
            zh=f"按{key.for_language('zh')}写，各是：{value.for_language('zh')}",
            en=f"by {key.for_language('en').lower()}: {value.for_language('en')}",
        )
    if get_origin(bare) is tuple and _bare(args[0]) is str and _said(args[0]) is None:
        return Text(zh="文字：一段，或一个列表", en="a text, or a list of texts")
    if get_origin(bare) is tuple:
        value = _of_type(field, args[0])
        return Text(
            zh=f"一个列表，每项：{value.for_language('zh')}", en=f"a list, each entry: {value.for_language('en')}"
        )
    if get_origin(bare) is Literal:
        return _one_of(args)
    if isinstance(bare, type) and issubclass(bare, Enum):
        return _one_of(bare)
    if isinstance(bare, type) and issubclass(bare, Part):
        return title_of(bare)
    if len(members := _members(bare)) > 1:
        return joined((_of_type(field, member) for member in members), "、", " or ")
    return _PLAIN[bare]


_PLAIN = {
    str: Text(zh="文字", en="text"),
    bool: Text(zh="true 或 false", en="true or false"),
    int: Text(zh="一个整数", en="a whole number"),
    float: Text(zh="一个数", en="a number"),
}


def _said(annotation: Any) -> Text | None:
    """What the type itself, or that which may be left out, says of how it is written."""
    if get_origin(annotation) is Annotated:
        said = next((note.words for note in get_args(annotation) if isinstance(note, Written)), None)
        return said or _said(get_args(annotation)[0])
    member = _optional(annotation)
    return _said(member) if member is not None else None


def _one_of(words: Iterable[Any]) -> Text:
    """The fixed words, in Chinese each with what it means."""
    known = [(str(word), word.label if isinstance(word, Choice) else Text(plain=str(word))) for word in words]
    zh = "、".join(
        f"`{word}`（{said.for_language('zh')}）" if said.for_language("zh") != word else f"`{word}`"
        for word, said in known
    )
    en = ", ".join(f"`{word}`" for word, _ in known)
    return Text(zh=f"其中一个：{zh}" if len(known) > 1 else zh, en=f"one of {en}" if len(known) > 1 else en)
