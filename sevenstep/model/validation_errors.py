"""From pydantic's errors to diagnostics: said in both languages, placed by key path."""

import re
from collections.abc import Iterator
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from sevenstep.diagnostic import Diagnostic, Edit, KeyPath, Place
from sevenstep.language import Text
from sevenstep.model.field import fields_of
from sevenstep.model.meant import Meant, Reading, key_message, languages
from sevenstep.model.names import bare, meant_key, meant_value
from sevenstep.model.part import Part
from sevenstep.model.partial import path_of, what_is_left
from sevenstep.model.problems import MISSING_FIELD, UNKNOWN_FIELD, WRONG_VALUE
from sevenstep.model.quantity import InvalidValue
from sevenstep.model.step7_flows import NODE_TYPES
from sevenstep.model.suggest import did_you_mean
from sevenstep.model.words import VALUES
from sevenstep.source.characters import brief

_EXPECTED: Final[dict[str, Text]] = {
    "string_type": Text(zh="一段文字", en="a text"),
    "dict_type": Text(zh="“键: 值”的映射", en="a mapping of keys to values"),
    "model_type": Text(zh="“字段: 值”的映射", en="a mapping of fields to values"),
    "model_attributes_type": Text(zh="“字段: 值”的映射", en="a mapping of fields to values"),
    "tuple_type": Text(zh="一个列表（- 开头）", en="a list"),
    "list_type": Text(zh="一个列表（- 开头）", en="a list"),
    "float_parsing": Text(zh="一个数", en="a number"),
    "float_type": Text(zh="一个数", en="a number"),
    "int_parsing": Text(zh="一个整数", en="a whole number"),
    "finite_number": Text(zh="一个有限的数", en="a finite number"),
}
_REMEDIES: Final[dict[str, Text]] = {
    "string_type": Text(zh="写成一段文字，必要时加引号", en="Write it as one text, in quotes where needed"),
    "dict_type": Text(zh="每行写一个“键: 值”", en="Write one “key: value” a line"),
    "model_type": Text(zh="在下面缩进写各个字段，每行一个", en="Write its fields below, indented, one a line"),
    "model_attributes_type": Text(
        zh="在下面缩进写各个字段，每行一个", en="Write its fields below, indented, one a line"
    ),
    "tuple_type": Text(zh="写成 [一, 二]，或每行一个“- ”", en="Write [one, two], or one “- ” a line"),
    "list_type": Text(zh="写成 [一, 二]，或每行一个“- ”", en="Write [one, two], or one “- ” a line"),
}
_OF_A_LIST: Final = frozenset({"enum", "literal_error"})
"""What pydantic calls it where a value is none of a closed list, or of a part of one."""
_WORD: Final = re.compile(r"'([^']*)'")
_LOOK_UP: Final = Text(zh="写法见 docs/authoring.md", en="docs/authoring.md shows how it is written")
_SHORTEN: Final = Text(zh="写短一些", en="Shorten it")
_MAX_SHOWN: Final = 60


def read_as_meant(
    cls: type[Part], data: dict[str, Any], base: Place
) -> tuple[Part | None, list[Diagnostic], tuple[KeyPath, ...]]:
    """The part that the data describe, what is wrong with it, and the key paths of values that it lacks therefore.

    Names and words that can only mean one of the model's are read as that, so that nothing follows from them.
    """
    reading, found = Reading(data), list[Diagnostic]()
    for _ in range(_MOST_ROUNDS):
        try:
            return cls.model_validate(reading.data), found, ()
        except ValidationError as error:
            errors = error.errors(include_url=False)
            wrong = [(detail, _meant(detail, cls, reading.data)) for detail in errors]
            sure = [(detail, meant) for detail, meant in wrong if meant]
            if not sure:
                # what is wrong inside a field of another name is said when that has its name
                told = [detail for detail in errors if not reading.is_renamed(path_of(reading.data, detail["loc"]))]
                found += [reading.diagnostic(diagnostic, base) for diagnostic in _said(told, cls, reading.data, base)]
                left, lost = what_is_left(cls, reading.data, error)
                return left, found, tuple(map(reading.path, lost))
            said = _said([detail for detail, _ in sure], cls, reading.data, base)
            found += [reading.diagnostic(diagnostic, base) for diagnostic in said]
            if not reading.take(meaning for _, meant in sure for meaning in meant):
                return None, found, ()
    return None, found, ()


_MOST_ROUNDS: Final = 8
"""A part is looked into when the key that it stands under is understood; so deep nothing is nested."""


def _meant(detail: ErrorDetails, cls: type[Part], data: Any) -> list[Meant]:
    """What the name or word that the error is about can only mean."""
    path = path_of(data, detail["loc"])
    given = detail["input"]
    if detail["type"] == "extra_forbidden":
        name = str(detail["loc"][-1])
        beside = _at(data, path[:-1])
        meant = _meant_field(name, _known_fields(cls, detail["loc"]), beside)
        return [Meant(path, meant, on_key=True)] if meant else []
    if detail["type"] in _OF_A_LIST and isinstance(given, str):
        meant = meant_value(given, _choices(detail))
        return [Meant(path, meant)] if meant else []
    return languages(detail, path)


def _said(errors: list[ErrorDetails], cls: type[Part], data: Any, base: Place) -> Iterator[Diagnostic]:
    """One diagnostic for each error; `data` is what was validated, `base` the place it stands at."""
    for detail in errors:
        loc = detail["loc"]
        path = path_of(data, loc)
        on_key = bool(loc) and loc[-1] == "[key]"
        beside = _at(data, path[:-1])
        yield _diagnostic(detail, cls, Place(base.file, (*base.path, *path), on_key), beside)


def _at(data: Any, path: KeyPath) -> Any:
    for part in path:
        data = data[part]
    return data


def _diagnostic(detail: ErrorDetails, cls: type[Part], place: Place, beside: Any) -> Diagnostic:
    kind, name = detail["type"], str(detail["loc"][-1]) if detail["loc"] else ""
    if kind == "missing":
        return Diagnostic(
            MISSING_FIELD,
            Place(place.file, place.path[:-1], on_key=True),
            Text(zh=f"缺少 {name}", en=f"“{name}” is missing"),
            Text(zh=f"补上一行 {name}: …", en=f"Add a line: {name}: …"),
        )
    if kind == "extra_forbidden":
        known = _known_fields(cls, detail["loc"])
        key = Place(place.file, place.path, on_key=True)
        meant = _meant_field(name, known, beside)
        return Diagnostic(
            UNKNOWN_FIELD,
            key,
            *unknown_key(name, meant, list(known)),
            edits=(Edit(key, meant),) if meant else (),
        )
    if (renamed := languages(detail, place.path)) and detail["type"] != "extra_forbidden":
        places = [Place(place.file, meaning.path, on_key=True) for meaning in renamed]
        return Diagnostic(
            UNKNOWN_FIELD,
            places[0],
            *key_message(str(renamed[0].path[-1]), renamed[0].new),
            also=tuple(places[1:]),
            edits=tuple(Edit(where, meaning.new) for where, meaning in zip(places, renamed, strict=True)),
        )
    given = detail["input"]
    if (detail["type"] in _OF_A_LIST or detail["type"] == "string_type") and (alone := _alone(given)) is not None:
        return Diagnostic(WRONG_VALUE, place, *_one_in_brackets(alone), edits=(Edit(place, alone),))
    message, remedy = _wrong_value(detail)
    word = meant_value(given, _choices(detail)) if detail["type"] in _OF_A_LIST and isinstance(given, str) else None
    return Diagnostic(WRONG_VALUE, place, message, remedy, edits=(Edit(place, word),) if word else ())


def unknown_key(name: str, meant: str | None, known: list[str]) -> tuple[Text, Text]:
    """That there is no such field, and which is meant."""
    shown = brief(name)
    message = Text(zh=f"这里没有“{shown}”这个字段", en=f"There is no field “{shown}” here")
    if meant is not None and (bare(meant) == bare(name) or not did_you_mean(name, [meant])):
        return key_message(name, meant)
    listed = ", ".join(known)
    return message, did_you_mean(name, known) or Text(zh=f"这里可以写：{listed}", en=f"Fields here: {listed}")


def _choices(detail: ErrorDetails) -> list[str]:
    loc = detail["loc"]
    if loc[-1] == "type" and len(loc) > 2 and loc[-2] in NODE_TYPES.values():
        return list(NODE_TYPES)  # what an unknown type is taken for is no choice
    return _WORD.findall(str(detail["ctx"]["expected"]))


def _wrong_value(detail: ErrorDetails) -> tuple[Text, Text | None]:
    context = detail.get("ctx", {})
    invalid = context.get("error")
    if isinstance(invalid, InvalidValue):
        return invalid.message, invalid.remedy or _LOOK_UP
    given = detail["input"]
    kind = detail["type"]
    if kind in _OF_A_LIST:
        choices = _choices(detail)
        word = meant_value(given, choices) if isinstance(given, str) else None
        if isinstance(given, list) and len(given) > 1:
            return _only_one(given)
        return (
            Text(zh=f"{_shown(given, 'zh')}不能写在这里", en=f"{_shown(given, 'en')} is not allowed here"),
            (did_you_mean(given, choices) if isinstance(given, str) else None)
            or (_write(word, choices) if word else None)
            or Text(zh=f"可以写：{_glossed(choices)}", en=f"Write one of: {', '.join(choices)}"),
        )
    if kind == "string_type" and isinstance(given, list) and len(given) > 1:
        return _only_one(given)
    if kind in _EXPECTED:
        wanted = _EXPECTED[kind]
        return (
            Text(
                zh=f"这里要写{wanted.for_language('zh')}，写的是{_shown(given, 'zh')}",
                en=f"{wanted.for_language('en').capitalize()} is needed here, not {_shown(given, 'en')}",
            ),
            _REMEDIES.get(kind, _LOOK_UP),
        )
    if kind == "string_too_long":
        limit = context["max_length"]
        return Text(zh=f"最多 {limit} 个字符", en=f"{limit} characters at most"), _SHORTEN
    if kind == "string_pattern_mismatch":
        return (
            Text(zh=f"{_shown(given, 'zh')}的写法不对", en=f"{_shown(given, 'en')} is not written right"),
            Text(zh="网址以 https:// 开头", en="An address begins with https://"),
        )
    return (
        Text(zh=f"{_shown(given, 'zh')}不合适（{detail['msg']}）", en=f"{_shown(given, 'en')}: {detail['msg']}"),
        _LOOK_UP,
    )


def _glossed(choices: list[str]) -> str:
    """The words that may be written, each with what it means in Chinese."""
    return "、".join(
        f"{choice}（{VALUES[choice].for_language('zh')}）" if choice in VALUES else choice for choice in choices
    )


def _write(word: str, choices: list[str]) -> Text:
    shown = VALUES.get(word)
    zh, en = (f"（{shown.for_language('zh')}）", "") if shown is not None else ("", "")
    others = [choice for choice in choices if choice != word]
    zh_more = f"；也可以写：{_glossed(others)}" if others else ""
    en_more = f"; the others are {', '.join(others)}" if others else ""
    return Text(zh=f"改成 {word}{zh}{zh_more}", en=f"Write {word}{en}{en_more}")


def _alone(given: Any) -> str | None:
    """The one word of a list of one."""
    return given[0] if isinstance(given, list) and len(given) == 1 and isinstance(given[0], str) else None


def _one_in_brackets(word: str) -> tuple[Text, Text]:
    shown = brief(word)
    return (
        Text(zh=f"这里只能写一个，不用列表：{shown}", en=f"Only one may stand here, and no list: {shown}"),
        Text(zh=f"去掉方括号或短横：{shown}", en=f"Take off the brackets, or the hyphen: {shown}"),
    )


def _only_one(given: list[Any]) -> tuple[Text, Text]:
    shown = brief(", ".join(word for word in given if isinstance(word, str)))
    return (
        Text(
            zh=f"这里只能写一个，写了 {len(given)} 个：{shown}",
            en=f"Only one may stand here, not {len(given)}: {shown}",
        ),
        Text(zh="留下一个", en="Keep one of them"),
    )


def _shown(value: Any, language: str) -> str:
    zh = language == "zh"
    if value is None:
        return "空值" if zh else "nothing"
    if isinstance(value, dict):
        return "映射" if zh else "a mapping"
    if isinstance(value, list):
        return "列表" if zh else "a list"
    text = str(value)
    return f"“{text if len(text) <= _MAX_SHOWN else text[:_MAX_SHOWN] + '…'}”"


def _meant_field(name: str, known: dict[str, Text], beside: Any) -> str | None:
    """Which field that does not stand there yet the name means."""
    return meant_key(name, known, beside, known) if isinstance(beside, dict) else None


def _known_fields(cls: type[Part], loc: tuple[str | int, ...]) -> dict[str, Text]:
    """The fields of the part in which the last name of `loc` stands, and what they are called."""
    here: type[Part] = cls
    for part in loc[:-1]:
        here = _class_below(here, part) or here
    return {field.key: field.label for field in fields_of(here) if field.name != "id"}


def _class_below(cls: type[Part], part: str | int) -> type[Part] | None:
    """The class of the part under a field, or the member of a union that a tag names."""
    from sevenstep.model.kinds import KINDS

    if isinstance(part, str) and part in NODE_TYPES.values() and "steps" in cls.model_fields:
        return KINDS[part]
    found = [below for field in fields_of(cls) if field.key == part for below in field.parts]
    return found[0] if len(found) == 1 else None
