"""The reader is the independent answer: wherever it finds a key or a value, the cursor there stands under its path."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sevenstep.diagnostic import KeyPath
from sevenstep.lsp.cursor import Role, cursor_at
from sevenstep.source.document import Plain
from sevenstep.source.files import SourceFile
from sevenstep.source.lines import LineIndex
from sevenstep.source.places import locate
from sevenstep.source.reader import read

MODELS = Path(__file__).parents[2] / "models"
FILES = sorted(MODELS.rglob("*.yaml"))


def paths_of(data: Plain, path: KeyPath = ()) -> list[KeyPath]:
    """Every key path of the data."""
    inner = list(data.items()) if isinstance(data, dict) else list(enumerate(data)) if isinstance(data, list) else []
    return [one for key, value in inner for one in ((*path, key), *paths_of(value, (*path, key)))]


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_every_key_and_value_of_a_model_is_found_under_its_path(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    document = read(SourceFile(file.name, text))
    paths = paths_of(document.data)
    step = max(1, len(paths) // 150)  # each costs a look at its section
    spans = locate(text, set(paths[::step]))
    lines = LineIndex(text)
    for path, found in spans.items():
        if found.key is not None:
            at = lines.start(found.key.end_line) + found.key.end_column - 1
            cursor = cursor_at(text, at)
            assert (cursor.role, (*cursor.path, text[cursor.start : cursor.end].strip("\"'"))) == (Role.KEY, path)
        value = _at(document.data, path)
        if isinstance(value, str) and value and found.value.line == found.value.end_line:
            at = lines.start(found.value.line) + found.value.column
            cursor = cursor_at(text, at)
            if cursor.role is not Role.TEXT:  # a block of text
                assert (cursor.role, cursor.path) == (Role.VALUE, path), text[at - 20 : at + 20]


def _at(data: Plain, path: KeyPath) -> Plain:
    for part in path:
        data = data[part]  # type: ignore[index, call-overload]
    return data


@given(st.text(alphabet="ab:-{}[],'\"#|> \n中：\r", max_size=60), st.data())
def test_nothing_that_is_typed_breaks_it(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    cursor = cursor_at(text, offset)
    assert 0 <= cursor.start <= offset <= cursor.end <= len(text)


CASES = {
    "goals:\n  G1:\n    ti¦": (("goals", "G1"), Role.KEY, "ti"),
    "goals:\n  G1:\n    title: {zh: 快, en: ¦}\n": (("goals", "G1", "title", "en"), Role.VALUE, ""),
    "goals:\n  G1:\n    serves: [a, b¦]\n": (("goals", "G1", "serves", 1), Role.VALUE, "b"),
    "goals:\n  G1:\n    serves:\n      - a\n      - ¦\n": (("goals", "G1", "serves", 1), Role.VALUE, ""),
    "goals:\n  G1:\n    title: x\n  ¦\n  G2: {}\n": (("goals",), Role.KEY, ""),
    "¦": ((), Role.KEY, ""),
    "go¦als:\n  x: 1\n": ((), Role.KEY, "go"),
    "a:\n- x\n- y¦\n": (("a", 1), Role.VALUE, "y"),
    "goals:\n  G1:\n    owner:¦\n": (("goals", "G1", "owner"), Role.VALUE, ""),
    'goals:\n  G1:\n    owner: "a¦b"\n': (("goals", "G1", "owner"), Role.VALUE, "a"),
    "flows:\n  F1:\n    steps:\n      a: {type: task, ne¦\n      b: {type: end}\n": (
        ("flows", "F1", "steps", "a"),
        Role.KEY,
        "ne",
    ),
    "flows:\n  F1:\n    steps:\n      a: {type: task, next: \n      b: {type: end, ¦}\n": (
        ("flows", "F1", "steps", "b"),
        Role.KEY,
        "",
    ),
    "paths:\n  P1:\n    exchanges:\n      - from: a\n        to: ¦\n": (
        ("paths", "P1", "exchanges", 0, "to"),
        Role.VALUE,
        "",
    ),
    "goals:\n  G1:\n    description: |-\n      some te¦xt\n    owner: q\n": (
        ("goals", "G1", "description"),
        Role.TEXT,
        "      some te",
    ),
    "goals:\n  G1:\n    owner: a # b¦\n": (("goals", "G1", "owner"), Role.TEXT, " # b"),
    "goals: {G1: {title: x, ¦}}": (("goals", "G1"), Role.KEY, ""),
}


@pytest.mark.parametrize("text", CASES)
def test_half_typed(text: str) -> None:
    offset = text.index("¦")
    cursor = cursor_at(text.replace("¦", ""), offset)
    assert (cursor.path, cursor.role, cursor.word) == CASES[text]


def test_the_keys_beside_it_are_told() -> None:
    text = "goals:\n  G1:\n    title: x\n    \n    owner: y\n    # z: 1\n    tags: {a: 1}\n  G2: {}\n"
    assert cursor_at(text, text.index("    \n") + 4).present == {"title", "owner", "tags"}
    text = "goals:\n  G1: {title: x, , owner: {a: b}}\n"
    assert cursor_at(text, text.index(", ,") + 2).present == {"title", "owner"}


def test_an_open_bracket_does_not_swallow_what_follows() -> None:
    text = "goals:\n  G1:\n    title: {zh: 快, en: fast\n    owner: \n"
    cursor = cursor_at(text, len(text) - 1)
    assert (cursor.path, cursor.role) == (("goals", "G1", "owner"), Role.VALUE)
