"""One entry more, and nothing else: read again by the reader, which knows nothing of how it was put in."""

import pytest

from sevenstep.diagnostic import KeyPath
from sevenstep.source.files import SourceFile
from sevenstep.source.insert_entries import with_inserted
from sevenstep.source.reader import read

CASES: dict[str, tuple[str, KeyPath, str]] = {
    "block": ("g:\n  a:\n    t: x\n", ("g", "a"), "g:\n  a:\n    t: x\n    n: 1 d\n"),
    "brackets": ("g:\n  a: {t: x}  # c\n", ("g", "a"), 'g:\n  a: {t: x, n: "1 d"}  # c\n'),
    "a comment behind": ("g:\n  a:\n    t: x  # c\n  # of b\n  b: {}\n", ("g", "a"), ""),
    "a new mapping": ("g:\n  a:\n    t: x\n", ("g", "a", "m"), ""),
    "a text of lines": ("g:\n  a:\n    t: |\n      x\n\n      y\n\n  b: {t: z}\n", ("g", "a"), ""),
    "CRLF": ("g:\r\n  a:\r\n    t: x\r\n", ("g", "a"), ""),
    "no line end": ("g:\n  a:\n    t: x", ("g", "a"), ""),
    "the top": ("t: x\n", (), ""),
    "brackets over lines": ("g:\n  a: {\n    t: x,\n  }\n", ("g", "a"), ""),
}


@pytest.mark.parametrize("name", CASES)
def test_an_entry_is_added(name: str) -> None:
    text, path, _ = CASES[name]
    after = with_inserted(read(SourceFile("a.yaml", text)), path, {"n": "1 d"})
    assert after is not None
    data = read(SourceFile("a.yaml", after)).data
    for part in path:
        data = data[part]  # type: ignore[index, call-overload]
    assert isinstance(data, dict)
    assert data["n"] == "1 d"
    assert [line for line in text.splitlines() if "#" in line] == [
        line for line in after.splitlines() if "#" in line
    ] or (name == "brackets")
    assert ("\r\n" in text) == ("\r\n" in after)
    assert after.count("\n") <= text.count("\n") + 3


def test_what_is_there_is_not_written_over() -> None:
    assert with_inserted(read(SourceFile("a.yaml", "g: {a: {n: x}}\n")), ("g", "a"), {"n": "y"}) is None


def test_what_cannot_be_read_is_left_alone() -> None:
    assert with_inserted(read(SourceFile("a.yaml", "g: {a: [}\n")), ("g",), {"n": "y"}) is None


def test_a_path_that_leads_into_a_text() -> None:
    assert with_inserted(read(SourceFile("a.yaml", "g: {a: x}\n")), ("g", "a", "i"), {"n": "y"}) is None
