"""Chapters under check: what they name is found, with its place; what is wrong with them keeps nothing else unread."""

from pathlib import Path

import pytest

from sevenstep import pipeline
from sevenstep.chain.pictures import WHOLE
from sevenstep.checking.check import Checked
from sevenstep.checking.load import load_and_check
from sevenstep.diagrams.pictures import catalogue
from sevenstep.model.header import CheckSettings
from sevenstep.source.walk import is_source

MODEL = """
goals:
  G1: {title: {zh: 更快通关, en: Faster clearance}, horizon: 2027}
indicators:
  lead-time: {title: Lead time, measures: G1, unit: d, baseline: {value: 3.5, date: 2023}, targets: {2025: 2, 2027: 1}}
"""
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


@pytest.fixture
def chapters(engagement):
    """Writes an engagement with chapters (names with their text or bytes) and checks it."""

    def write(sections: str = MODEL, **files: str | bytes) -> Checked:
        folder = engagement(sections)
        for name, text in files.items():
            path = folder / "chapters" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return load_and_check(folder)

    return write


def found(checked: Checked) -> list[tuple[str, int, int]]:
    """Code, line and column of what is wrong with the chapters."""
    return [
        (
            located.diagnostic.rule.code,
            located.span.line if located.span else 0,
            located.span.column if located.span else 0,
        )
        for located in checked.problems
        if located.diagnostic.place.file.startswith("chapters/")
    ]


def test_a_wrong_reference_is_reported_where_it_stands_with_the_nearest_id(chapters):
    checked = chapters(**{"a.md": "# T\r\n\r\n正文[[G1]]，[[led-time|这里]]。\r\n"})
    assert found(checked) == [("S831", 3, 10)]
    (diagnostic,) = [diagnostic for diagnostic in checked.found if diagnostic.rule.code == "S831"]
    assert "lead-time" in diagnostic.remedy.for_language("en")


@pytest.mark.parametrize(
    "text",
    [
        "`[[no]]`",
        "```\n[[no]] {{no}}\n```",
        "    [[no]] {{no}}",
        "\\[[no]] \\{{no}}",
        "[[no](#x)]",
        "- a\n\n      [[no]]",
    ],
)
def test_code_and_escaped_marks_are_left_alone(chapters, text):
    assert found(chapters(**{"a.md": f"# T\n\n{text}\n"})) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{{ 7*7 }}", "S832"),
        ("{{value}}", "S832"),
        ("{{value lead-time", "S832"),
        ("[[G1", "S832"),
        ("[[G1] x", "S832"),
        ("【【G1】】", "S832"),
        ("{{value｝｝", "S832"),
        ("{{picture nothing}}", "S833"),
        ("{{picture trace/nothing}}", "S833"),
        ("{{table nothing}}", "S834"),
        ("{{value nothing}}", "S831"),
        ("{{value G1}}", "S835"),
        ("{{value lead-time tomorrow}}", "S835"),
        ("{{value lead-time target 2026}}", "S835"),
        ("see {{table goals}}", "S838"),
        ("[x](javascript:alert(1))", "S837"),
        ("[x](java&#115;cript:alert(1))", "S837"),
        ("[x](data:text/html,x)", "S837"),
        ("[x](//example.org)", "S837"),
        ("[x](../engagement.yaml)", "S837"),
        ("[x](../../secret.md)", "S837"),
        ("[x](/etc/passwd)", "S837"),
        ("![x](https://example.org/x.png)", "S837"),
        ("![x](../../x.png)", "S837"),
        ("![x](x.svg)", "S837"),
        ("![x](missing.png)", "S837"),
    ],
)
def test_what_cannot_be_shown_is_an_error_at_its_place(chapters, text, code):
    assert [row[:2] for row in found(chapters(**{"a.md": f"# T\n\n{text}\n"}))] == [(code, 3)]


@pytest.mark.parametrize(
    "text",
    [
        "[[G1]] [[G1|own words]] [[G1\\|own words]]",
        "| a |\n|---|\n| [[G1|own words]] |",
        "{{value lead-time}} {{value lead-time baseline}} {{value lead-time today}} {{value lead-time target 2025}}",
        "{{picture goal-tree}}\n{{table goals}}",
        "- a\n  {{picture trace/G1}}",
        "{{table raci}}",
        "[w](https://example.org) [m](mailto:a@example.org) [p](#s-x) [b](b.md) [b](b.md#s-x) [b](b.zh.md)",
    ],
)
def test_what_can_be_shown_passes(chapters, text):
    checked = chapters(**{"a.md": f"# T\n\n{text}\n", "b.zh.md": "# B", "b.en.md": "# B"})
    assert found(checked) == []


def test_an_image_of_the_folder_is_found_and_what_is_none_is_reported(chapters):
    assert found(chapters(**{"a.md": "# T\n\n![x](图/x.png)\n", "图/x.png": PNG})) == []
    assert found(chapters(**{"a.md": "# T\n", "y.png": b"<svg onload=alert(1)>"})) == [("S001", 0, 0)]
    assert found(chapters(**{"a.md": "# T\n", "y.png": PNG + bytes(6_000_000)})) == [("S001", 0, 0)]


def test_slips_of_a_chinese_keyboard_are_mended(chapters, engagement):
    chapters(**{"a.md": "# T\n\n【【G1】】和｛｛value lead-time｝｝，{{value lead-time｝｝\n"})
    changes, checked = pipeline.fix(engagement(MODEL), dry_run=True)
    assert changes[0].after == "# T\n\n[[G1]]和{{value lead-time}}，{{value lead-time}}\n"
    assert found(checked) == []


def test_references_are_not_judged_while_the_model_is_incomplete(chapters):
    assert found(chapters("goals: [", **{"a.md": "# T\n\n[[G1]]\n{{picture goal-tree}}"})) == []


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        ("# 标题".encode("gb18030"), ("S001", 1, 3)),
        (b"# T\n\nA longer text with one NUL:\x00", ("S001", 3, 28)),
        ("# T\n\nx\u202ey".encode(), ("S001", 3, 2)),
        (b"# T\n" + b"a" * 200_000, ("S001", 1, 1)),
    ],
)
def test_a_chapter_that_cannot_be_read_leaves_the_model_complete(chapters, raw, place):
    checked = chapters(**{"a.md": raw, "b.md": "# B\n\n[[no]]"})
    assert found(checked) == [place, ("S831", 3, 1)]
    assert checked.chain.engagement.complete


def test_a_link_out_of_the_folder_is_not_followed(chapters, engagement, tmp_path):
    (tmp_path / "secret.md").write_text("# Secret", encoding="utf-8")
    (tmp_path / "secret.png").write_bytes(PNG)
    folder = engagement(MODEL)
    (folder / "chapters").mkdir()
    try:
        (folder / "chapters" / "a.md").symlink_to(tmp_path / "secret.md")
        (folder / "chapters" / "a.png").symlink_to(tmp_path / "secret.png")
    except OSError:
        pytest.skip("no symbolic links here")
    checked = chapters()
    assert found(checked) == [("S001", 0, 0), ("S001", 0, 0)]
    assert not checked.chain.engagement.chapters
    assert not checked.chain.engagement.images


def test_notes_elsewhere_and_readmes_are_no_chapters(chapters, engagement):
    folder = engagement(MODEL)
    (folder / "notes.md").write_text("[[nothing]]", encoding="utf-8")
    checked = chapters(**{"README.md": "[[nothing]]", "deep/a.md": "# A"})
    assert [chapter.file for chapter in checked.chain.engagement.chapters] == ["chapters/deep/a.md"]


def test_too_many_chapters(chapters):
    checked = chapters(**{f"{number:03}.md": "# T" for number in range(302)})
    assert found(checked) == [("S001", 0, 0), ("S001", 0, 0)]
    assert len(checked.chain.engagement.chapters) == 300


def test_settings_hold_for_chapters(chapters, engagement):
    chapters(**{"a.md": "[[no]]"})
    settings = CheckSettings.model_validate({"files": {"chapters/": {"ignore": ["S83"]}}})
    assert found(load_and_check(engagement(MODEL), settings)) == []


def test_an_unchanged_chapter_is_not_parsed_again(chapters, engagement):
    first = chapters(**{"a.md": "# A", "b.md": "# B"})
    folder = engagement(MODEL)
    (folder / "chapters" / "b.md").write_text("# B [[no]]", encoding="utf-8")
    second = load_and_check(folder, previous=first)
    assert second.chain.engagement.chapters[0] is first.chain.engagement.chapters[0]
    assert found(second) == [("S831", 1, 5)]


@pytest.mark.parametrize(
    "bomb",
    [
        "[" * 20_000,
        "[[" * 20_000,
        "[[a]]" * 19_000,
        "{{" * 20_000,
        "{{picture goal-tree}}\n" * 4_000,
        "{{value lead-time}}" * 5_000,
        "{{" + "a" * 90_000,
        "![](" * 20_000,
        "[a](b.md) " * 9_000,
        "> " * 40_000,
        "【【" * 20_000,
        "|a" * 9_000 + "\n" + "|-" * 9_000 + "\n" + "|x\n" * 9_000,
    ],
)
def test_bombs_are_survived(chapters, bomb):
    checked = chapters(**{"a.md": f"# T\n\n{bomb}"})
    assert not [diagnostic for diagnostic in checked.found if diagnostic.rule.code == "S000"]


def test_the_nearest_names_are_looked_for_only_so_often(chapters):
    wrong = "".join(f"[[led-time{number}]] " for number in range(60))
    checked = chapters(**{f"{number}.md": f"# T\n\n{wrong}" for number in range(3)})
    remedies = [diagnostic.remedy.for_language("en") for diagnostic in checked.found if diagnostic.rule.code == "S831"]
    assert len(remedies) == 180
    assert sum("Did you mean" in remedy for remedy in remedies) == 50


def test_only_what_may_change_the_site_is_watched():
    assert is_source(Path("m/chapters/a.md")) and is_source(Path("m/chapters/图/a.PNG")) and is_source(Path("m/a.yaml"))
    assert not is_source(Path("m/notes.md")) and not is_source(Path("m/out/a.png"))
    assert not is_source(Path("m/chapters/.a.md.swp"))


def test_pictures_are_known_by_the_same_names_where_they_are_drawn(chapters):
    chain = pipeline.check(Path(__file__).parents[2] / "tests" / "models" / "compute-network").chain
    for name in [*(row.name for row in WHOLE), *catalogue.names(chain)]:
        assert catalogue.draw(chain, name, "en", lambda element: element.id).name == name
