"""Size alone: long lines, large files, many keys, many files. All end in time, and nothing is left out unsaid."""

import pytest

from sevenstep.checking.load import load_and_check
from sevenstep.model import build
from sevenstep.source import load as loading
from sevenstep.source import reader, walk
from sevenstep.source.files import MAX_BYTES

MB = 1024 * 1024


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("goals: {G1: {title: '" + "x" * 5 * MB + "'}}\n", "S008"),
        ("goals: [" + "x," * 400_000 + "\n", "S002"),
        ("k" * 5 * MB + ": 1\n", "S002"),
        ("? " + "k" * 5 * MB + "\n: 1\n", "S003"),
        ("? " + "k" * 5 * MB + "\n", "S003"),
        ("a: &" + "a" * 5 * MB + " 1\n", "S003"),
        ("a: *" + "a" * 5 * MB + " \n", "S003"),
        ("a: !" + "a" * 5 * MB + " 1\n", "S003"),
        ('a: "' + "\\u4e00" * MB + '"\n', "S006"),
        ("#" + "x" * 5 * MB + "\na: [\n", "S002"),
        ("\n" * 5 * MB + "a: [\n", "S002"),
        ("'" * 5 * MB, "S005"),
        ("{a：，“" * 30_000, "S002"),
        ("actors：" + "，：“”" * 400_000, "S005"),
    ],
    ids=[
        "title",
        "list",
        "key",
        "explicit",
        "lone",
        "anchor",
        "alias",
        "tag",
        "escapes",
        "comment",
        "lines",
        "quotes",
        "wide braces",
        "wide quotes",
    ],
)
def test_long_lines_and_many_lines(reported, text, code):
    assert code in reported(text)


@pytest.mark.parametrize("name", ["a.yaml", "engagement.yaml"])
def test_the_largest_file_is_read_and_one_byte_more_is_not(reported, name):
    head = b"id: sample\ntitle: x\nwrong: 1\n" if name == "engagement.yaml" else b"wrong: 1\n"
    filling = (b"#" + b"x" * 78 + b"\n") * (MAX_BYTES // 80 + 1)
    largest = head + filling[: MAX_BYTES - len(head)]
    assert reported(largest, name) == {"S006"}
    assert reported(largest + b"x", name) == {"S001"}


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"k{n}: 1\n" for n in range(1_000_000)),
        "goals:\n" + "".join(f"  k{n}: 1\n" for n in range(1_000_000)),
        "goals:\n  G1:\n    title: A\n    answers: [" + "a, " * 1_100_000 + "]\n",
        "- \n" * 1_100_000,
    ],
    ids=["sections", "elements", "references", "entries"],
)
def test_a_million_keys_are_one_problem(reported, text):
    assert reported(text) == {"S003"}


def test_a_million_equal_keys_are_few_problems(reported, judged):
    assert "S004" in reported("a: 1\n" * 1_000_000)
    assert len(judged().problems) < 60


def test_many_files(folder, judged, monkeypatch):
    for number in range(1_000):
        (folder / f"z{number:05}.yaml").write_text("goals:\n", encoding="utf-8")
    assert len(judged().documents) == 1_002
    monkeypatch.setattr(walk, "MAX_FILES", 1_001)
    problems = judged().problems
    assert [one.diagnostic.place.file for one in problems if one.diagnostic.rule.code == "S001"] == ["z00999.yaml"]


def test_ten_thousand_files(folder, judged):
    for number in range(10_000 - 2):
        (folder / f"f{number:05}.yaml").write_text("a: [*x, *x, *x]\n", encoding="utf-8")
    checked = judged()
    assert len(checked.documents) == 10_000
    refused = [one.diagnostic.place.file for one in checked.problems if one.diagnostic.rule.code == "S003"]
    assert len(set(refused)) == 9_998, "every file tells at least one of its problems"
    assert len(refused) < 13_000


def test_a_folder_with_too_much_of_anything(folder, monkeypatch):
    monkeypatch.setattr(walk, "MAX_ENTRIES", 30)
    (folder / "sub").mkdir()
    for number in range(40):
        (folder / "sub" / f"f{number:05}.txt").touch()
    found = loading.load(folder).unread
    assert [one.place.file for one in found] == ["sub"]
    assert "none is read" in found[0].message.en


@pytest.mark.parametrize(("limit", "at"), [("MAX_CHARACTERS", 1_000), ("MAX_PARTS", 300)])
def test_all_files_together(folder, monkeypatch, limit, at):
    monkeypatch.setattr(loading, limit, at)
    for name in ("x1", "x2", "x3"):
        (folder / f"{name}.yaml").write_text("goals:\n" + "".join(f"  {name}{n}: {{title: A}}\n" for n in range(99)))
    loaded = loading.load(folder)
    assert [one.place.file for one in loaded.unread] == ["x2.yaml", "x3.yaml"]
    assert {one.name for one in loaded.documents if not one.complete} == {"x2.yaml", "x3.yaml"}


def test_what_holds_too_much_is_not_half_checked(folder, reported, monkeypatch):
    monkeypatch.setattr(reader, "MAX_EVENTS", 50)
    assert reported("".join(f"k{n}: 1\n" for n in range(100))) == {"S003"}


def test_as_many_elements_as_can_be_checked_in_time(folder, judged, monkeypatch):
    monkeypatch.setattr(build, "MAX_ELEMENTS", 40)
    goals = "goals:\n" + "".join(f"  {{0}}{n}: {{{{title: A}}}}\n" for n in range(30))
    for name in ("x1", "x2"):
        (folder / f"{name}.yaml").write_text(goals.format(name), encoding="utf-8")
    steps = "".join(f"      s{n}: {{title: A}}\n" for n in range(50))
    (folder / "x3.yaml").write_text(f"flows:\n  f:\n    steps:\n{steps}", encoding="utf-8")
    checked = judged()
    refused = [one.diagnostic for one in checked.problems if one.diagnostic.rule.code == "S001"]
    assert {one.place.file: one.message.en for one in refused} == dict.fromkeys(
        ("x2.yaml", "x3.yaml"), "Not read: the engagement has more than 40 elements"
    )
    assert "x10" in checked.chain.elements and "x20" not in checked.chain.elements
    assert not checked.chain.engagement.complete
    (folder / "x1.yaml").unlink()
    again = load_and_check(folder, previous=checked)
    assert "x20" in again.chain.elements, "what was left out comes in as soon as there is room"


def test_a_file_of_too_many_elements_keeps_its_header(folder, judged, monkeypatch):
    monkeypatch.setattr(build, "MAX_ELEMENTS", 5)
    with (folder / "engagement.yaml").open("a", encoding="utf-8") as file:
        file.write("goals:\n" + "".join(f"  G{n}: {{title: A}}\n" for n in range(9)))
    assert judged().chain.engagement.header.id == "sample"
