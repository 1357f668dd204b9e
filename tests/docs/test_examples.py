"""The examples of the documents are right: engagements pass the check, commands run and say what is shown."""

import json
import re
from pathlib import Path

import pytest

from sevenstep.model.header import Header
from sevenstep.model.kinds import SECTIONS
from tests.docs.conftest import engagement_of, keys
from tests.docs.document import SPAN, Block, Document, documents, versions

OURS = frozenset({*SECTIONS, *Header.model_fields, "reviews"})
OTHERS = frozenset({"plugins", "repos", "jobs", "include"})
"""By what an example for MkDocs, pre-commit, GitHub and GitLab is known; tests/ci has an eye on them."""
ELSEWHERE = frozenset({"S011", "S701", "S801"})
"""What a part of an engagement may leave to others: the elements that it names, steps of a flow, what it serves."""
HEADER = "id: sample\ntitle: {zh: 样例, en: Sample}\n"

each = pytest.mark.parametrize("document", documents(), ids=lambda document: document.name)


def problems(typed, folder: Path, language: str) -> list[dict]:
    """What the check says of a folder."""
    said = typed(f"sevenstep check '{folder}' --format json", language)
    assert said.exit_code in {0, 1}, said.output
    return json.loads(said.stdout)["problems"]


def in_words(found: list[dict]) -> list[str]:
    return [f"{problem['line']}: {problem['code']} {problem['message']}" for problem in found]


def engagements(document: Document) -> list[Block]:
    return [block for block in document.blocks if keys(block) and not keys(block) & OTHERS]


@each
def test_examples_of_engagements_have_no_errors(document, typed, tmp_path):
    for number, block in enumerate(engagements(document)):
        unknown = keys(block) - OURS
        assert unknown == set(), f"{document.name} has an example with unknown sections: {block.text[:80]}"
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "baseline.json").write_text('{"version": 1, "known": {}}', encoding="utf-8")
        header = "" if "id" in keys(block) else HEADER
        (folder / "engagement.yaml").write_text(header + block.text, encoding="utf-8")
        found = problems(typed, folder, document.language)
        wrong = [problem for problem in found if problem["severity"] == "error" and problem["code"] not in ELSEWHERE]
        assert in_words(wrong) == [], f"{document.name}: {block.text[:80]}"


@pytest.mark.parametrize("document", versions("authoring"), ids=lambda document: document.name)
def test_the_example_of_all_sections_is_clean(document, typed, tmp_path):
    header, sections = engagements(document)[:2]
    (tmp_path / "engagement.yaml").write_text(header.text, encoding="utf-8")
    (tmp_path / "sections.yaml").write_text(sections.text, encoding="utf-8")
    assert in_words(problems(typed, tmp_path, document.language)) == []


def commands() -> dict[str, str]:
    """Every command of the examples once, with the language of its document; setting up is run by the CI."""
    found: dict[str, str] = {}
    for document in documents():
        for block in document.blocks:
            if block.language == "sh" and not any("pip install" in command for command in block.commands):
                for command in block.commands:
                    found.setdefault(command, document.language)
    return found


@pytest.mark.parametrize("command, language", commands().items())
def test_commands_run(command, language, typed):
    said = typed(command, language)
    assert said.exit_code == 0, f"{said.output[-2000:]} {said.exception!r}"


@each
def test_examples_in_python_run(document, folder, monkeypatch):
    """The Chinese ones are the same statements; the recipes of python.md have a test of their own."""
    monkeypatch.chdir(folder)
    names: dict[str, object] = {}
    for block in document.blocks:
        if block.language == "python" and document.language == "en" and document.path.stem != "python":
            exec(compile(block.text, document.name, "exec"), names)


@each
def test_outputs_are_what_the_tool_says(document, typed, folder):
    """An output may leave out lines, where it has a line of three dots, and blanks at the end of a line."""
    engagement_of(document, folder)
    for block in document.blocks:
        if block.language != "console":
            continue
        for part in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            said = typed(command, document.language)
            pieces = [_lines(piece) for piece in re.split(r"^…\n", shown, flags=re.MULTILINE)]
            rest = _lines(said.output)
            for piece in pieces:
                start = next((at for at in range(len(rest)) if rest[at : at + len(piece)] == piece), None)
                assert start is not None, (
                    f"{document.name} shows\n" + "\n".join(piece) + "\nbut it says\n" + "\n".join(rest)
                )
                rest = rest[start + len(piece) :]


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip("\n").splitlines() if line.strip()]


def values(document: Document, row: int) -> list[str]:
    """What the table of values gives to write in that row, without what only a sentence around it makes one."""
    table = [line for line in document.prose.splitlines() if line.startswith("|")]
    spans = (span for _, span in SPAN.findall(table[row + 2]))
    return [span for span in spans if not re.match(r"[a-z]+$|\w+:|\[|\{", span)]


@pytest.mark.parametrize("document", versions("authoring"), ids=lambda document: document.name)
def test_values_are_read_as_they_are_written_there(document, typed, tmp_path):
    """Numbers, ranges, abouts, bounds and points of per cent as targets, times and chances in a flow, dates."""
    targets = [value for row in (2, 3, 4, 5, 6) for value in values(document, row)]
    times, chances, dates = values(document, 7), values(document, 9), values(document, 10)
    assert min(len(targets) - 25, len(times) - 6, len(chances) - 4, len(dates) - 8) >= 0, "the table has moved"
    indicators = [f"  i{at}: {{title: i{at}, targets: {{2030: '{value}'}}}}" for at, value in enumerate(targets)]
    indicators += [f"  d{at}: {{title: d{at}, baseline: {{value: 1, date: '{day}'}}}}" for at, day in enumerate(dates)]
    steps = [f"      t{at}: {{title: t{at}, time: '{value}'}}" for at, value in enumerate(times)]
    steps += [
        f"      c{at}: {{title: c, type: exclusive, next: {{t0: '{value}'}}}}" for at, value in enumerate(chances)
    ]
    text = [
        HEADER + "indicators:",
        *indicators,
        "flows:",
        "  f:",
        "    title: f",
        "    variant: as-is",
        "    steps:",
        *steps,
    ]
    (tmp_path / "engagement.yaml").write_text("\n".join(text) + "\n", encoding="utf-8")
    unread = [problem for problem in problems(typed, tmp_path, document.language) if problem["code"] < "S019"]
    assert in_words(unread) == []


@pytest.mark.parametrize("document", versions("authoring"), ids=lambda document: document.name)
def test_values_that_are_unclear_are_refused_as_it_is_told_there(document, typed, tmp_path):
    line = next(line for line in document.prose.split("\n\n") if "`1,5 h`" in line)
    refused = [span for _, span in SPAN.findall(line)]
    assert len(refused) == 7
    for at, value in enumerate(refused):
        said = f"date: '{value}'" if value.startswith(("03/", "FY")) else f"value: '{value}'"
        folder = tmp_path / str(at)
        folder.mkdir()
        text = f"{HEADER}indicators:\n  i: {{title: i, baseline: {{{said}}}}}\n"
        (folder / "engagement.yaml").write_text(text, encoding="utf-8")
        assert "S008" in [problem["code"] for problem in problems(typed, folder, document.language)], value
