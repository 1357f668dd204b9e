"""Small files of one element each, made of all models and of the examples of all fields; and slips made in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sevenstep.model.field import fields_of
from sevenstep.model.header import Header
from sevenstep.model.kinds import SECTIONS
from sevenstep.model.part import Part
from sevenstep.model.review import SECTION as REVIEWS
from sevenstep.model.review import ReviewNote
from sevenstep.model.sections import sections_of
from sevenstep.source.document import Document
from sevenstep.source.files import HEADER_FILE, SourceFile
from sevenstep.source.reader import read

MODELS = Path(__file__).parents[2] / "models"
KeyPath = tuple[str | int, ...]
VALUES: tuple[Any, ...] = (
    *(
        "",
        " ",
        "many",
        "tbd",
        "待定",
        "true",
        "no",
        "0",
        "7",
        "-3",
        "0.5",
        "120%",
        "12 %",
        "≥95%",
        "3 d or more",
        "2h",
        "2小时",
    ),
    *(
        "7..9 d",
        "9..7 d",
        "1,5",
        "30 CNY",
        "40/d",
        "2024",
        "2024-03",
        "2024-13",
        "2024年3月",
        "3 to 5 days",
        "normal(2h, 10min)",
    ),
    *("a b", "G1", "[1, 5]", "约30天", "lead_time", "draft", "草稿", "as-is", "customs", "x" * 300),
    *(
        None,
        [],
        {},
        ["a"],
        ["a", "a"],
        [["a"]],
        ["1", "5"],
        [None],
        {"zh": "甲"},
        {"zh": None},
        {"fr": "un"},
        {"zh": ["a"]},
    ),
    *({"a": "b"}, {"value": "3 d"}, {"2024": "3 d"}, {"value": "3 d", "unit": "d"}, [{"a": "b"}], {"a": {"b": "c"}}),
)
KEYS = ("colour", "名称", "titel", "a/b", "2024-13", "说明", "Title", "-x", "x.", "id")


@dataclass(frozen=True)
class Small:
    """A file as the reader of YAML has it, and where in it the element or header begins."""

    name: str
    data: dict[str, Any]
    begin: KeyPath


def said_by_reader(small: Small) -> list[str]:
    """What the reader says of the form of a file."""
    sections = sections_of(Document(small.name, "", small.data, True))
    found = [*sections.diagnostics, *(one for entry in sections.entries for one in entry.diagnostics)]
    found += [one for entry in sections.entries for one in _unsafe_steps(small, entry.id)]
    return [f"{one.rule.code} {one.message.for_language('en')}" for one in found]


def _unsafe_steps(small: Small, flow: str) -> Iterator[Any]:
    """Names of steps are looked at when the files are put together."""
    from sevenstep.model.build import build

    document = Document(small.name, "", small.data, True)
    yield from (
        one for one in build([sections_of(document)])[1] if one.rule.code == "S010" and "steps" in one.place.path
    )


@cache
def smalls() -> tuple[Small, ...]:
    """One of each element and note of the models, each header, and each field of each class with its example."""
    return (*_of_models(), *_of_examples())


def _of_models() -> Iterator[Small]:
    seen: set[tuple[str, ...]] = set()
    for file in sorted(MODELS.glob("**/*.yaml")):
        data = read(SourceFile(file.name, file.read_text(encoding="utf-8"))).data
        if not isinstance(data, dict):
            continue
        for section, content in data.items():
            if section not in SECTIONS and section != REVIEWS:
                continue
            for name, element in (content or {}).items():
                form = (section, *sorted(element))  # elements of the same fields differ in nothing that matters here
                if form not in seen:
                    seen.add(form)
                    yield Small("elements.yaml", {section: {name: element}}, (section, name))
        if file.name == HEADER_FILE:
            header = {key: value for key, value in data.items() if key not in SECTIONS and key != REVIEWS}
            yield Small(HEADER_FILE, header, ())


def _of_examples() -> Iterator[Small]:
    for section, cls in [*SECTIONS.items(), (REVIEWS, ReviewNote)]:
        for data in _examples(cls):
            yield Small("elements.yaml", {section: {"x": data}}, (section, "x"))
    for data in _examples(Header, keyed=False):
        yield Small(HEADER_FILE, data, ())


def _examples(cls: type[Part], *, keyed: bool = True) -> Iterator[dict[str, Any]]:
    """Each field with its example, beside those that have to be there."""
    fields = [field for field in fields_of(cls) if not (keyed and field.name == "id")]
    for field in fields:
        lines = [f"{one.key}: {one.declared.example}" for one in fields if one.required or one is field]
        data = read(SourceFile("example.yaml", "\n".join(lines))).data
        assert isinstance(data, dict)
        yield data


def paths(value: Any, path: KeyPath = ()) -> Iterator[KeyPath]:
    """Every place in the data."""
    yield path
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, entry in entries:
        yield from paths(entry, (*path, key))


def changed(value: Any, path: KeyPath, change: Any) -> Any:
    """A copy of the data with a change at a place: `change` is called with what stands there and says what shall."""
    if not path:
        return change(value)
    head, rest = path[0], path[1:]
    if isinstance(value, dict):
        return {key: changed(entry, rest, change) if key == head else entry for key, entry in value.items()}
    return [changed(entry, rest, change) if number == head else entry for number, entry in enumerate(value)]


def without(value: Any, path: KeyPath) -> Any:
    """A copy without what stands at a place."""
    head = path[-1]

    def cut(here: Any) -> Any:
        if isinstance(here, dict):
            return {key: entry for key, entry in here.items() if key != head}
        return [entry for number, entry in enumerate(here) if number != head]

    return changed(value, path[:-1], cut)


def renamed(value: Any, path: KeyPath, name: str) -> Any:
    """A copy with another key at a place."""
    head = path[-1]
    return changed(value, path[:-1], lambda here: {name if key == head else key: entry for key, entry in here.items()})
