"""Typos, each with the message that a person sees and what `--fix` makes of it: see typos/messages.txt."""

from pathlib import Path

import pytest

from sevenstep.checking.check import check
from sevenstep.checking.fix import fix
from sevenstep.source.files import SourceFile
from sevenstep.source.reader import read

HERE = Path(__file__).parent / "typos"
HEADER = "id: x\ntitle: X\n"
INPUTS = (HERE / "inputs.txt").read_text(encoding="utf-8").split("====\n")
NO_SLIP = {"S102", "S103", "S802"}
"""What is true of these small models besides."""


def checked(text: str):
    return check([read(SourceFile("engagement.yaml", HEADER + text))])


def report(text: str) -> str:
    found = checked(text)
    lines = [text.rstrip("\n")]
    for one in found.located(d for d in found.found if d.rule.code not in NO_SLIP and d.severity.rank < 2):
        said, span = one.diagnostic, one.span
        remedy = said.remedy.for_language if said.remedy else lambda _: "-"
        lines.append(f"  !! {span.line - 2}:{span.column} {said.rule.code} {said.message.zh} → {remedy('zh')}")
        lines.append(f"     {said.message.en} → {remedy('en')}")
    changes, _ = fix(found, check)
    for change in changes:
        pairs = zip(change.before.splitlines(), change.after.splitlines(), strict=True)
        lines += [f"  => {after}" for before, after in pairs if before != after]
    return "\n".join(lines) + "\n"


def test_messages(golden):
    golden(HERE / "messages.txt", "====\n".join(report(text) for text in INPUTS))


@pytest.mark.parametrize("text", INPUTS)
def test_a_fixed_file_has_no_typo_left(text):
    changes, after = fix(checked(text), check)
    if changes and not [one for one in checked(text).found if one.is_error and not one.edits]:
        assert not [one.message.en for one in after.found if one.is_error and one.rule.code != "S011"]


@pytest.mark.parametrize("text", INPUTS)
def test_places_lie_in_the_text_as_it_stands(text):
    found, lines = checked(text), (HEADER + text).splitlines()
    for one in found.located(found.found):
        if one.span is not None:
            assert 1 <= one.span.line <= len(lines) + 1
            assert one.span.column - 1 <= len((*lines, "")[one.span.line - 1])


def test_what_stands_behind_a_typo_is_read():
    """A file is read beyond its typos, so that nothing is said that follows from one."""
    text = "goals:\n  G1: {title: a: b, horizon: 2027}\nchallenges:\n  C1: {title: c, tags: [x}\n  C2: {title: d}\n"
    assert set(checked(text).chain.elements) == {"G1", "C1", "C2"}


@pytest.mark.parametrize(
    "text",
    [
        "goals:\n  G1:\n    title: Gate # four\n    horizon: 2027 #checked\n",
        "goals:\n  G1: # first\n    title: Gate  # TODO\n    statement: Gate four #TODO ask\n    horizon: 2027\n",
        "goals:\n  G1:\n    title: C#4 and F#\n    statement: 'Gate #4'\n    description: |\n      Gate #4\n      #5\n",
        "goals:\n  G1: {title: Gate, # 4\n    horizon: 2027}\n",
        "goals:\n  G1:\n    title: 通关 # 4 月确认\n    horizon: 2027\n",
        "goals:\n  G1:\n    title: Ratio 3:4 at 12:30，注：见附录\n    description: |\n      　　第一段：说明\n",
    ],
)
def test_real_comments_and_harmless_texts(text):
    assert not {"S002", "S016", "S017", "S018"} & {one.rule.code for one in checked(text).found}
