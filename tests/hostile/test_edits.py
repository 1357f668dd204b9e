"""A good model, edited at random: the check never raises, and every place lies inside its file."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sevenstep.checking.load import load_and_check

MODEL = Path(__file__).parents[2] / "tests" / "models" / "compute-network"
FILES = {path.name: path.read_text(encoding="utf-8") for path in sorted(MODEL.glob("*.yaml"))}
NASTY = [
    *"\t\r\n\x00\x1b\x85\xa0\xad：，－—“”。（　{}[]&*!|>%@`'\"#,:?-~<=.\\/0",
    "\r\n", "\ufeff", "\u200b", "\u202e", "\u2028", "😀", "e\u0301", "<<: ", "? ", "- ", ": ", " #", "---\n", "...\n",
    "&a ", "*a ", "!!int ", '"\\u202e"', '"\\x00"', "'", "|\n", ">-\n", "[", "{", "null", "~", "1e999", "[[[[[[", 
    "\n\t",
]  # fmt: skip

places = st.integers(0, max(map(len, FILES.values())))
edits = st.tuples(
    st.sampled_from(["delete", "insert", "double", "swap"]), places, st.integers(1, 40), st.sampled_from(NASTY)
)


def edited(text: str, kind: str, at: int, length: int, nasty: str) -> str:
    """`text` with one edit; a place behind its end begins again at the start."""
    at %= len(text) + 1
    piece = text[at : at + length]
    if kind == "delete":
        return text[:at] + text[at + length :]
    if kind == "insert":
        return text[:at] + nasty + text[at:]
    if kind == "double":
        return text[:at] + piece + text[at:]
    lines = text.split("\n")
    first, second = at % len(lines), (at + length) % len(lines)
    lines[first], lines[second] = lines[second], lines[first]
    return "\n".join(lines)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("model")
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(name=st.sampled_from(sorted(FILES)), changes=st.lists(edits, min_size=1, max_size=4))
def test_no_edit_makes_it_raise_and_places_lie_inside(model, sound, name, changes):
    text = FILES[name]
    for change in changes:
        text = edited(text, *change)
    try:
        (model / name).write_bytes(text.encode("utf-8"))
        sound(load_and_check(model))
    finally:
        (model / name).write_bytes(FILES[name].encode("utf-8"))
