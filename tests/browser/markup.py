"""An engagement with markup in every text there is; its fields are found from the declarations, so none is forgotten.

`marked` fills a model; what it reached it says by class and field, and a test asks for all of `text_fields()`.
"""

import copy
import inspect
import types
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import ValidationError

from sevenstep.language import Text
from sevenstep.model.element import Element
from sevenstep.model.header import Header
from sevenstep.model.kinds import KINDS, SECTIONS
from sevenstep.model.part import Part
from sevenstep.model.relation import Relation
from sevenstep.model.review import ReviewNote
from sevenstep.model.step7_flows.nodes import NODE_TYPES

LONG = """m{0}m<img src=x onerror="pwn({0})"></title></script>"""
LONG += """<script>pwn({0})</script>"'&lt;i&gt;&amp;{{{{7+7}}}}${{7+7}}`z{0}z"""
SHORT = """m{0}m"><svg onload=pwn({0})>"""
GRAMMAR = {
    ("Header", "id"),
    ("Header", "languages"),
    ("Settings", "repository"),
    ("Finding", "rule"),
    ("ReviewNote", "id"),
    ("Calendar", "days"),
    ("Calendar", "hours"),
    ("ReviewNote", "when"),
    ("Element", "id"),
    ("Element", "formerly"),
    ("CustomField", "on"),
    ("CustomField", "to"),
    ("CustomField", "unit"),
}
"""Texts that follow a grammar of their own, which no markup passes."""


@dataclass
class Marked:
    """The markup so far: the field of each number, and what stands there."""

    spared: frozenset[tuple[str, str]] = frozenset()
    """Fields that are left as they are."""
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    written: dict[int, tuple[str, str, str]] = field(default_factory=dict)

    def payloads(self, cls: type[Part], name: str) -> Iterator[str]:
        number = next(self.numbers)
        for form in (LONG, SHORT):
            said = form.format(number)
            self.written[number] = (owner(cls, name), name, said)
            yield said
        del self.written[number]

    @property
    def reached(self) -> set[tuple[str, str]]:
        return {(cls, name) for cls, name, _ in self.written.values()}


def owner(cls: type[Part], name: str) -> str:
    """The class that declares the field."""
    return next(one.__name__ for one in reversed(cls.__mro__) if name in inspect.get_annotations(one))


def leaves(annotation: Any) -> Iterator[Any]:
    """The types that an annotation is made of."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from leaves(get_args(annotation)[0])
    elif origin in {Union, types.UnionType, tuple, dict}:
        for one in get_args(annotation):
            yield from leaves(one)
    elif origin is not Literal:
        yield annotation


def is_relation(info: Any) -> bool:
    return any(isinstance(one, Relation) for one in info.metadata)


def is_container(annotation: Any, kind: type) -> bool:
    origins = [get_origin(one) for one in (annotation, *get_args(annotation))]
    return kind in origins


def parts_of(info: Any) -> list[type[Part]]:
    return [one for one in leaves(info.annotation) if isinstance(one, type) and issubclass(one, Part)]


def is_text(info: Any) -> bool:
    found = list(leaves(info.annotation))
    is_free = str in found and not is_relation(info) and not is_container(info.annotation, dict)
    return (Text in found and not is_container(info.annotation, dict)) or is_free


def classes() -> set[type[Part]]:
    """Every class that the YAML is read by."""
    found: set[type[Part]] = set()
    waiting: list[type[Part]] = [Header, ReviewNote, *KINDS.values()]
    while waiting:
        cls = waiting.pop()
        if cls not in found:
            found.add(cls)
            waiting += [part for info in cls.model_fields.values() for part in parts_of(info)]
    return found


def text_fields() -> set[tuple[str, str]]:
    """Every field that holds text of the author's, by the class that declares it."""
    found = {
        (owner(cls, name), name)
        for cls in classes()
        for name, info in cls.model_fields.items()
        if (is_text(info) and not _is_date(info)) or Text in leaves(info.annotation)
    }
    return found - GRAMMAR


def _is_date(info: Any) -> bool:
    return "parse_date" in str(info.annotation) or "parse_date" in str(info.metadata)


def fits(cls: type[Part], data: Any) -> bool:
    try:
        cls.model_validate({**data, "id": "x"} if issubclass(cls, Element | ReviewNote) else data)
    except ValidationError:
        return False
    return True


def fill(marked: Marked, cls: type[Part], data: dict[str, Any]) -> None:
    """Put markup into every text field of `data`, and of the parts in it; what may be absent is added."""
    for name, info in cls.model_fields.items():
        key = info.alias or name
        if name == "id" or (owner(cls, name), name) in marked.spared:
            continue
        if is_text(info) and not _is_date(info):
            before = data.get(key)  # several words keep those that name something
            for said in marked.payloads(cls, name):
                data[key] = [*(before or ()), said] if is_container(info.annotation, tuple) else said
                if fits(cls, data):
                    break
            else:
                _restore(data, key, before)
        elif any(one is Text for one in leaves(info.annotation)):
            _fill_texts(marked, cls, name, info, data, key)
        elif parts := parts_of(info):
            _fill_parts(marked, cls, info, data, key, parts)


def _restore(data: dict[str, Any], key: str, before: Any) -> None:
    if before is None:
        data.pop(key, None)
    else:
        data[key] = before


def _fill_texts(marked: Marked, cls: type[Part], name: str, info: Any, data: dict[str, Any], key: str) -> None:
    """A mapping of texts: for every key that is allowed."""
    keys = get_args(get_args(info.annotation)[0]) or ("x",)
    for one in keys:
        for said in marked.payloads(cls, name):
            data.setdefault(key, {})[one] = said
            if fits(cls, data):
                break


def _fill_parts(
    marked: Marked, cls: type[Part], info: Any, data: dict[str, Any], key: str, parts: list[type[Part]]
) -> None:
    before = copy.deepcopy(data.get(key))
    found = data.get(key)
    filled: Any = found
    if is_container(info.annotation, dict):
        if found is None and not is_relation(info):
            found = {_key(info): None}
        if isinstance(found, dict):
            filled = {one: _part(marked, parts, value) for one, value in found.items()}
    elif is_container(info.annotation, tuple):
        held = found if isinstance(found, list) else [found]
        filled = [_part(marked, parts, value) for value in held]
    else:
        filled = _part(marked, parts, found)
    if filled:
        data[key] = filled
    if not fits(cls, data):
        _restore(data, key, before)


def _key(info: Any) -> str:
    return "2031" if "parse_date" in str(info.annotation) else "S705"


def _part(marked: Marked, parts: list[type[Part]], value: Any) -> Any:
    cls = parts[0]
    if cls is not parts[-1]:  # the nodes of a flow
        cls = KINDS[NODE_TYPES[value.get("type", "activity")]] if isinstance(value, dict) else parts[0]
    first = next(iter(cls.model_fields.items()))
    given: dict[str, Any] = copy.deepcopy(value) if isinstance(value, dict) else {}
    if not isinstance(value, dict) and first[0] == "value":
        given = {"value": value if isinstance(value, str) else "1"}
    elif isinstance(value, str) and first[0] == "metric":
        given = {"metric": value}
    elif isinstance(value, str) and cls.__name__ == "Branch":
        given = {"chance": value.split()[0]} if "%" in value else {"when": value}
    for name, info in cls.model_fields.items():
        if info.is_required() and name not in given and name != "id":
            given[info.alias or name] = "x"
    fill(marked, cls, given)
    return given if fits(cls, given) else value


def mark_all(marked: Marked, documents: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The documents, by name, with markup everywhere."""
    result = copy.deepcopy(documents)
    for name, data in result.items():
        if name == "engagement.yaml":
            fill(marked, Header, data)
        for section, cls in SECTIONS.items():
            for element in (data.get(section) or {}).values():
                if isinstance(element, dict):
                    fill(marked, cls, element)
        for note in (data.get("reviews") or {}).values():
            fill(marked, ReviewNote, note)
    return result


def read(folder: Any) -> dict[str, dict[str, Any]]:
    """The YAML of a folder as plain texts, by file."""
    import yaml

    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.yaml"))}
    return {name: _nulls(yaml.load(path.read_text("utf-8"), yaml.BaseLoader)) for name, path in files.items()}


def _nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _nulls(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_nulls(one) for one in value]
    return value or None
