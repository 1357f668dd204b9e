"""Hostile engagements: written as bytes, checked through the public door, and judged by what holds for any input."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sevenstep.checking.check import Checked
from sevenstep.checking.load import load_and_check
from sevenstep.source.characters import INVISIBLE
from sevenstep.source.lines import LINE_END

HEADER = "id: sample\ntitle: {zh: 样例, en: Sample}\n"
GOOD = "goals:\n  SEEN: {title: Seen, titel: wrong}\n"
"""A neighbour: that its slip is reported shows that the other files are still checked."""
SECONDS = 10


def codes(checked: Checked, name: str) -> set[str]:
    """The codes of what was reported on one file."""
    return {one.diagnostic.rule.code for one in checked.problems if one.diagnostic.place.file == name}


def assert_sound(checked: Checked) -> None:
    """What holds for any input: no rule crashed, all is said in both languages, and places lie inside their files."""
    documents = {document.name: document for document in checked.documents}
    lines = {name: LINE_END.split(document.text) for name, document in documents.items()}
    reported = set()
    for one in checked.problems:
        diagnostic, span = one.diagnostic, one.span
        reported.add(diagnostic.place.file)
        assert "crash" not in diagnostic.rule.name, diagnostic
        assert diagnostic.message.zh and diagnostic.message.en
        assert not INVISIBLE.search(diagnostic.place.file)
        if diagnostic.rule.code in {"S001", "S002", "S003", "S004", "S005"}:
            assert diagnostic.remedy is not None
            assert len(diagnostic.message.en) < 400
        document = documents.get(diagnostic.place.file)
        if document is None or not document.text:
            continue
        assert span is not None, diagnostic
        here = lines[document.name]
        assert 1 <= span.line <= len(here) + 1
        assert 1 <= span.column <= (len(here[span.line - 1]) if span.line <= len(here) else 0) + 1
    assert {document.name for document in checked.documents if not document.complete} <= reported


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A sound engagement with one more file that has one slip."""
    folder = tmp_path / "engagement"
    folder.mkdir()
    (folder / "engagement.yaml").write_text(HEADER, encoding="utf-8")
    (folder / "neighbour.yaml").write_text(GOOD, encoding="utf-8")
    return folder


@pytest.fixture
def judged(folder: Path) -> Callable[[], Checked]:
    """Checks the folder within the time there is; the neighbour must have been checked as well."""

    def check() -> Checked:
        start = time.perf_counter()
        checked = load_and_check(folder)
        assert time.perf_counter() - start < SECONDS
        assert_sound(checked)
        assert "S006" in codes(checked, "neighbour.yaml")
        return checked

    return check


@pytest.fixture
def reported(folder: Path, judged: Callable[[], Checked]) -> Callable[..., set[str]]:
    """Writes one more file and checks: the codes of what was reported on it."""

    def write_and_check(content: str | bytes, name: str = "a.yaml") -> set[str]:
        raw = content.encode("utf-8") if isinstance(content, str) else content
        (folder / name).write_bytes(raw)
        return codes(judged(), name)

    return write_and_check


@pytest.fixture(scope="session")
def sound() -> Callable[[Checked], None]:
    """The judge of `assert_sound`, for tests that write and check by themselves."""
    return assert_sound
