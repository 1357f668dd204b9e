"""Fields that an engagement adds, on its pages: facts, tables, search, and what changed between versions."""

import json

import pytest

from sevenstep import pipeline
from sevenstep.chain.compare import compare
from sevenstep.chain.snapshot import from_json, snapshot_of, to_json
from sevenstep.model.step1_goals import Goal
from sevenstep.publishing.context import make_context
from sevenstep.publishing.pages.changes_view import changes_view
from sevenstep.publishing.pages.facts import facts
from sevenstep.publishing.pages.step_view import kind_table

MODEL = """id: x
title: X
fields:
  urgency:
    label: {zh: 紧急程度, en: Urgency}
    on: goal
    type: word
    words: {now: {label: {zh: 马上, en: At once}, tone: bad}, later: {zh: 以后, en: Later}}
  open: {label: {zh: 公开, en: Open}, on: goal, type: yes-no}
  hidden: {label: {zh: 内部, en: Internal}, on: goal, shown: table}
  apart: {label: {zh: 备注, en: Remark}, on: goal, shown: page}
goals:
  G1: {title: {zh: 甲, en: A}, urgency: now, open: no, hidden: "<i>h</i>", apart: said}
  G2: {title: {zh: 乙, en: B}}
"""


@pytest.fixture
def context(tmp_path):
    def of(text=MODEL, language="en", changes=None, name="model"):
        (tmp_path / name).mkdir(exist_ok=True)
        (tmp_path / name / "engagement.yaml").write_text(text, encoding="utf-8")
        checked = pipeline.check(tmp_path / name)
        return make_context(checked, language, {}, changes), checked

    return of


def test_a_page_says_them_as_facts(context):
    made, checked = context()
    said = {fact.label: (fact.cell.text, fact.cell.style) for fact in facts(made, checked.chain.elements["G1"])}
    assert said == {"Urgency": ("At once", "ss-tone is-bad"), "Open": ("no", ""), "Remark": ("said", "")}
    zh, checked = context(language="zh")
    assert {fact.label: fact.cell.text for fact in facts(zh, checked.chain.elements["G1"])} == {
        "紧急程度": "马上",
        "公开": "否",
        "备注": "said",
    }


def test_the_table_of_the_kind_has_their_columns(context):
    made, _ = context()
    table = kind_table(made, Goal)
    heads = list(table.heads)
    assert [head for head in heads if head in {"Urgency", "Open", "Internal", "Remark"}] == [
        "Urgency",
        "Open",
        "Internal",
    ]
    told = dict(zip(heads, (cell.text for cell in table.rows[0].cells), strict=True))
    assert (told["Urgency"], told["Open"], told["Internal"]) == ("At once", "no", "<i>h</i>")


def test_a_model_without_any_has_the_columns_that_it_had(context):
    made, _ = context("id: x\ntitle: X\ngoals: {G1: {title: A}}\n")
    assert not {"Urgency", "Open"} & set(kind_table(made, Goal).heads)


def test_what_changed_is_told_in_their_words(context):
    snapshots = []
    for name, text in (("old", MODEL), ("new", MODEL.replace("urgency: now", "urgency: later"))):
        _, checked = context(text, name=name)
        snapshots.append(from_json(to_json(snapshot_of(checked.chain, checked.documents))))
    changes = compare(*snapshots)
    view = changes_view(make_context(checked, "en", {}, changes), changes)
    [change] = next(step for step in view.steps if step.step.number == 1).changes
    [field] = change.fields
    assert field.label == "Urgency"
    assert tuple(
        "".join(text for piece, text in field.pieces if piece in {"same", kind}).strip() for kind in ("del", "ins")
    ) == ("At once", "Later")


def test_search_finds_them_and_nothing_of_theirs_is_markup(context, tmp_path):
    _, checked = context(MODEL.replace('"<i>h</i>"', "h").replace("said", "<b>zebra</b>"))
    pipeline.publish(checked, tmp_path / "site", draft=True)
    page = (tmp_path / "site" / "en" / "goals" / "G1.html").read_text(encoding="utf-8")
    assert "&lt;b&gt;zebra&lt;/b&gt;" in page and "<b>zebra" not in page
    index = json.loads((tmp_path / "site" / "en" / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert "zebra" in json.dumps(index)
