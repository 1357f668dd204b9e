"""``sevenstep new``, as a person meets it at a terminal and as a script runs it."""

import io
import shutil
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sevenstep import pipeline
from sevenstep.cli import questions
from sevenstep.cli.app import app

ROOT = Path(__file__).parents[2]


@pytest.fixture
def model(tmp_path, monkeypatch):
    shutil.copytree(ROOT / "templates" / "start", tmp_path / "m")
    monkeypatch.chdir(tmp_path / "m")
    return tmp_path / "m"


def typed(*arguments, lang="en", answers=None, monkeypatch=None):
    """Run a command; with `answers`, as if a person sat there."""
    if answers is not None:
        monkeypatch.setattr(questions, "can_ask", lambda: True)
    done = CliRunner().invoke(app, ["new", *arguments], input=answers, env={"SEVENSTEP_LANG": lang, "COLUMNS": "120"})
    return done, done.output if done.exception is None or done.exit_code == 0 else f"{done.output}{done.exception}"


def test_a_script_gives_options(model):
    done, said = typed(
        *("indicator", "--title", "zh=满意度", "--title", "en=Satisfaction", "--for", "Mended within a day"),
        *("--set", "unit=%", "--set", "方向=上升", "--set", "baseline={value: 70%, date: 2025}"),
    )
    assert done.exit_code == 0, said
    assert "+  satisfaction:" in said and "Written to step2_indicators.yaml" in said
    assert "has no definition" in said
    found = pipeline.check(model).chain.elements["satisfaction"]
    assert found.measures == ("G1.1",) and found.direction == "increase" and found.baseline.value.text == "70%"


def test_fields_that_the_engagement_adds(model):
    header = model / "engagement.yaml"
    words = "{now: {zh: 马上, en: At once}, later: {zh: 以后, en: Later}}"
    declared = f"  urgency: {{label: {{zh: 紧急程度, en: Urgency}}, on: goal, type: word, words: {words}}}\n"
    header.write_text(f"{header.read_text(encoding='utf-8')}\nfields:\n{declared}", encoding="utf-8")
    done, said = typed(
        *("goal", "--title", "zh=省心", "--title", "en=Less trouble", "--set", "紧急程度=马上"),
        *("--set", "horizon=2027", "--yes"),
    )
    assert done.exit_code == 0, said
    assert "+    urgency: now" in said


def test_a_title_of_several_lines_becomes_one(model):
    done, said = typed("goal", "--title", "a\tb\nc", "--dry-run")
    assert done.exit_code == 0
    assert "title: a b c" in said


def test_a_dry_run_writes_nothing(model):
    before = {path: path.read_bytes() for path in model.rglob("*.yaml")}
    done, said = typed("goal", "--title", "zh=一", "--title", "en=One", "--set", "parent=G1", "--dry-run")
    assert done.exit_code == 0 and "+  G1.3:" in said
    assert {path: path.read_bytes() for path in model.rglob("*.yaml")} == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["indicator", "--for", "G1"], "--title"),
        (["indicator", "--title", "x"], "--for"),
        (["actor", "--title", "x"], "type"),
        (["actor", "--title", "x", "--set", "type"], "FIELD=VALUE"),
        (["actor", "--title", "x", "--set", "colour=red"], "colour"),
        (["actor", "--title", "x", "--set", "type=alien"], "alien"),
        (["goal", "--title", "x", "--id", "a b"], "a b"),
        (["goal", "--title", "x", "--to-be-of", "repair-asis"], "flow"),
        (["flow", "--to-be-of", "repair-asis"], "repair-tobe"),
        (["goal", "nowhere", "--title", "x"], "nowhere"),
        (["xyzzy"], "xyzzy"),
        (["steps", "repair-asis", "--from", "nothere.txt"], "there is no such file"),
        (["goal", "--title", "x", "--for", "nobody at all"], "sevenstep new"),
        (["context", "--title", "x", "--set", "type=plan"], "--yes"),
    ],
)
def test_what_cannot_be_done_says_why_and_writes_nothing(model, arguments, said):
    before = {path: path.read_bytes() for path in model.rglob("*.yaml")}
    done, told = typed(*arguments)
    assert done.exit_code != 0
    assert said in told
    assert {path: path.read_bytes() for path in model.rglob("*.yaml")} == before


def test_warnings_elsewhere_are_written_with_consent(model):
    done, said = typed("context", "--title", "zh=规划", "--title", "en=Plan", "--set", "type=plan", "--yes")
    assert done.exit_code == 0, said
    assert "Other elements would then lack something" in said


def test_a_conversation_finds_choices_by_number_and_by_part_of_a_title(model, monkeypatch):
    answers = "\n".join(
        [
            "客户满意度",  # title, in Chinese
            "Satisfaction",
            "xyz",  # what it measures: none is called so
            "修好",  # by a part of the title
            "1",  # its domain, by number
            "", "",  # the definition, in both languages: later
            "越高越好",  # the direction, by a part of its label
            "分", "70 分",  # unit, baseline (asked again if it cannot be read)
            "",  # targets
            "", "", "",
            "",  # the id that is suggested
            "y",
        ]
    )  # fmt: skip
    done, said = typed("指标", lang="zh", answers=answers + "\n" * 12 + "y\n", monkeypatch=monkeypatch)
    assert done.exit_code == 0, said
    assert "没有“xyz”" in said and "指标的名称（中文）" in said and "写入？" in said
    found = pipeline.check(model).chain.elements["satisfaction"]
    assert found.measures == ("G1.1",)
    assert found.title.zh == "客户满意度"


def test_saying_no_writes_nothing(model, monkeypatch):
    before = {path: path.read_bytes() for path in model.rglob("*.yaml")}
    done, said = typed(
        "domain", "--title", "zh=一", "--title", "en=One", answers="\n" * 4 + "n\n" * 3, monkeypatch=monkeypatch
    )
    assert done.exit_code != 0 and ("nothing was written" in said or "没有写入" in said)
    assert {path: path.read_bytes() for path in model.rglob("*.yaml")} == before


def test_kinds_are_listed_in_the_language_of_the_person(model):
    done, said = typed("--list", lang="zh")
    assert done.exit_code == 0
    assert "indicator" in said and "指标" in said


TABLE = "步骤\t责任人\t时间\n登记\t服务台\t2 小时\n派工\t调度室\t30 分钟\n"


def test_a_pasted_table_is_shown_and_written_with_yes_only(model, monkeypatch):
    file = model / "steps.txt"
    file.write_text(TABLE, encoding="gb18030")
    done, said = typed("steps", "repair-asis", "--from", "steps.txt")
    assert done.exit_code != 0 and "row 3, column “责任人”: no actor is called “调度室”" in said
    given = ("steps", "repair-asis", "--from", "steps.txt", "--means", "调度室=service-desk")
    done, said = typed(*given)
    assert done.exit_code != 0 and "This was understood" in said and "--yes" in said
    assert "step-1" not in pipeline.check(model).chain.elements["repair-asis"].steps
    done, said = typed(*given, "--yes")
    assert done.exit_code == 0, said
    assert pipeline.check(model).chain.elements["repair-asis/step-2"].actor == "service-desk"


def test_a_table_comes_from_standard_input(model, monkeypatch):
    done = CliRunner().invoke(app, ["new", "raci", "path-repair", "--yes"], input="环节\t服务台\n报修受理\tA/R\n")
    assert done.exit_code == 0, done.exception
    assert "report" in done.output


def test_at_a_terminal_unknown_names_are_asked_for(model, monkeypatch):
    monkeypatch.setattr(questions, "pasted_lines", lambda _language: TABLE)
    done, said = typed("steps", "repair-asis", lang="zh", answers="服务台\ny\n", monkeypatch=monkeypatch)
    assert done.exit_code == 0, said
    assert "第 3 行“责任人”栏的“调度室”是谁？" in said
    assert pipeline.check(model).chain.elements["repair-asis/step-2"].actor == "service-desk"


def test_a_paste_ends_with_an_empty_line(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.StringIO("\na\tb\n1\t2\n\nnot of it\n"))
    assert questions.pasted_lines("en") == "a\tb\n1\t2"


def test_a_folder_that_is_no_engagement(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done, said = typed("goal", "--title", "x")
    assert done.exit_code != 0 and "engagement" in said


def test_without_a_kind_it_tells_how_it_is_used(model):
    _, said = typed(lang="zh")
    assert "raci" in said and "KIND" in said and "--list" in said
