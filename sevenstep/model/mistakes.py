"""From pydantic's errors to diagnostics: said in both languages, placed by key path."""

from collections.abc import Iterator
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from sevenstep.diagnostic import Diagnostic, Edit, KeyPath, Place
from sevenstep.language import Text
from sevenstep.model.element import Part, same_id
from sevenstep.model.problems import MISSING_FIELD, UNKNOWN_FIELD, WRONG_VALUE
from sevenstep.model.quantity import Unfit
from sevenstep.model.step7_flows import NODE_TYPES
from sevenstep.model.suggest import did_you_mean, surely_meant

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
_LOOK_UP: Final = Text(zh="写法见 docs/authoring.md", en="docs/authoring.md shows how it is written")
_SHORTEN: Final = Text(zh="写短一些", en="Shorten it")
_MAX_SHOWN: Final = 60


def diagnostics(error: ValidationError, cls: type[Part], data: Any, base: Place) -> Iterator[Diagnostic]:
    """One diagnostic for each error; `data` is what was validated, `base` the place it stands at."""
    for detail in error.errors(include_url=False):
        loc = detail["loc"]
        path = _path_in(data, loc)
        on_key = bool(loc) and loc[-1] == "[key]"
        beside = _at(data, path[:-1])
        yield _diagnostic(detail, cls, Place(base.file, (*base.path, *path), on_key), beside)


def _at(data: Any, path: KeyPath) -> Any:
    for part in path:
        data = data[part]
    return data


def _path_in(data: Any, loc: tuple[str | int, ...]) -> KeyPath:
    """The error's location as a key path: without the tags of unions, which are not in the file."""
    path: list[str | int] = []
    here = data
    for position, part in enumerate(loc):
        last = position == len(loc) - 1
        in_mapping = isinstance(here, dict) and part in here
        in_list = isinstance(here, list) and isinstance(part, int) and part < len(here)
        if in_mapping or in_list:
            here = here[part]
        elif isinstance(here, str):
            return tuple(path)  # a part written short, or a list of one
        elif not last or part == "[key]" or part in NODE_TYPES.values():
            continue
        path.append(part)
    return tuple(path)


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
        hint = did_you_mean(name, known)
        listed = ", ".join(known)
        key = Place(place.file, place.path, on_key=True)
        meant = surely_meant(name, known)
        return Diagnostic(
            UNKNOWN_FIELD,
            key,
            Text(zh=f"这里没有“{name}”这个字段", en=f"There is no field “{name}” here"),
            hint or Text(zh=f"这里可以写：{listed}", en=f"Fields here: {listed}"),
            edits=(Edit(key, meant),) if meant and isinstance(beside, dict) and meant not in beside else (),
        )
    message, remedy = _wrong_value(detail)
    meant = _same_word(detail)
    return Diagnostic(WRONG_VALUE, place, message, remedy, edits=(Edit(place, meant),) if meant else ())


def _same_word(detail: ErrorDetails) -> str | None:
    """The one word of a list that differs from what was typed in case and width only."""
    given = detail["input"]
    if detail["type"] != "literal_error" or not isinstance(given, str):
        return None
    fitting = [one for one in _choices(detail) if same_id(one) == same_id(given.strip()).replace(" ", "-")]
    return fitting[0] if len(fitting) == 1 else None


def _choices(detail: ErrorDetails) -> list[str]:
    return str(detail["ctx"]["expected"]).replace(" or ", ", ").replace("'", "").split(", ")


def _wrong_value(detail: ErrorDetails) -> tuple[Text, Text | None]:
    context = detail.get("ctx", {})
    unfit = context.get("error")
    if isinstance(unfit, Unfit):
        return unfit.message, unfit.remedy or _LOOK_UP
    given = detail["input"]
    kind = detail["type"]
    if kind == "literal_error":
        choices = _choices(detail)
        return (
            Text(zh=f"{_shown(given, 'zh')}不能写在这里", en=f"{_shown(given, 'en')} is not allowed here"),
            (did_you_mean(given, choices) if isinstance(given, str) else None)
            or Text(zh=f"可以写：{', '.join(choices)}", en=f"Write one of: {', '.join(choices)}"),
        )
    if kind in _EXPECTED:
        wanted = _EXPECTED[kind]
        return (
            Text(
                zh=f"这里要写{wanted.in_('zh')}，写的是{_shown(given, 'zh')}",
                en=f"{wanted.in_('en').capitalize()} is needed here, not {_shown(given, 'en')}",
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


def _known_fields(cls: type[Part], loc: tuple[str | int, ...]) -> list[str]:
    """The fields of the part in which the last name of `loc` stands."""
    here: type[Part] = cls
    for part in loc[:-1]:
        here = _class_below(here, part) or here
    return [info.alias or name for name, info in here.model_fields.items() if name != "id"]


def _class_below(cls: type[Part], part: str | int) -> type[Part] | None:
    """The class of the part under a field, or the member of a union that a tag names."""
    from sevenstep.model.kinds import KINDS

    if isinstance(part, str) and part in NODE_TYPES.values() and "steps" in cls.model_fields:
        return KINDS[part]
    fields = {info.alias or name: info for name, info in cls.model_fields.items()}
    info = fields.get(str(part))
    waiting: list[Any] = [info.annotation] if info is not None else []
    found: list[type[Part]] = []
    while waiting:
        one = waiting.pop()
        if isinstance(one, type) and issubclass(one, Part):
            found.append(one)
        else:
            waiting.extend(getattr(one, "__args__", ()))
    return found[0] if len(found) == 1 else None
