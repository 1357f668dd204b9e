"""Facts, tables and columns as they are declared: which there are, in which order, called what."""

import pytest

from sevenstep.model.kinds import KINDS
from sevenstep.publishing.context import make_context
from sevenstep.publishing.pages.facts import facts
from sevenstep.publishing.pages.step_view import kind_table
from sevenstep.publishing.pages.tables import tables

MODEL = """
goals: {G: {title: Faster, statement: By rail., horizon: 2027}}
indicators:
  trade: {title: Trade, measures: G, unit: CNY, baseline: 4 CNY}
  per-head:
    title: Per head
    measures: G
    definition: Trade by people
    direction: increase
    unit: CNY
    baseline: {value: 1 CNY, date: 2023}
    targets: {2030: 3 CNY, 2027: 2 CNY}
    measurements: {2024: 1.5 CNY}
    formula: "[trade] / 4"
functions: {book: {title: Book, drives: trade}}
actors: {a: {title: Shipper, type: enterprise}, b: {title: Railway, type: operator}}
data: {form: {title: Form, fields: [{zh: 箱型, en: type}, weight]}}
paths:
  p:
    title: Path
    connects: {book: {R: a, A: b}}
    exchanges: [{from: a, to: b, data: form, goods: boxes, money: freight}, {from: b, to: a, channel: email}]
criteria: {gain: {title: Gain, weight: 100%}}
items:
  i:
    title: Item
    operations: [{does: Check, unit: a}]
    resources: {people: two, money: 5 CNY, time: 2 d}
    scores: {gain: 4}
flows:
  f:
    title: Flow
    details: i
    variant: as-is
    scope: {starts: asked, ends: done}
    estimates: {trade: cost}
    steps: {s: {title: Begin, type: start, actor: a}, w: {title: Work, time: 2 h}, e: {title: End, type: end}}
"""


def said(cell) -> str:
    text = " ".join([cell.text, *(ref.title for ref in cell.refs)]).strip()
    return text or (cell.prose or "").replace("<p>", "").replace("</p>", "").strip()


@pytest.fixture
def context(checked):
    return make_context(checked(MODEL), "en", {})


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        ("G", ["Statement: By rail.", "Horizon: 2027"]),
        (
            "per-head",
            ["Definition: Trade by people", "Direction: ↑ higher is better", "Unit: CNY", "Formula: [Trade] / 4"],
        ),
        ("i", ["Money: CNY 5", "Time: 2 days"]),
        ("f", ["Variant: as is", "Starts: asked", "Ends: done"]),
        ("f/w", ["Processing: 2 h"]),
    ],
)
def test_facts(context, element, expected):
    found = facts(context, context.chain.elements[element])
    assert [f"{fact.label}: {said(fact.cell)}" for fact in found] == expected


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        (
            "per-head",
            [
                ("Type", "Date", "Value"),
                ("Baseline", "2023", "CNY 1"),
                ("Measured", "2024", "CNY 1.5"),
                ("Target", "2027", "CNY 2"),
                ("Target", "2030", "CNY 3"),
            ],
        ),
        (
            "p",
            [
                ("Function", "R responsible", "A accountable"),
                ("Book", "Shipper", "Railway"),
                ("Step", "From", "To", "Handed over", "Channel"),
                ("1", "Shipper", "Railway", "boxes · freight Form", ""),
                ("2", "Railway", "Shipper", "", "e-mail"),
            ],
        ),
        (
            "i",
            [
                ("Role",),
                ("two",),
                ("Criterion", "Score"),
                ("Gain", "4"),
                ("Step", "What is done", "Unit"),
                ("1", "Check", "Shipper"),
            ],
        ),
        ("form", [("Data", "Chinese name"), ("type", "箱型"), ("weight", "")]),
        (
            "f",
            [
                ("Indicator", "Metric of the flow"),
                ("Trade", "cost per case"),
                ("Step", "Actor", "Processing"),
                ("Begin", "Shipper", ""),
                ("Work", "Shipper", "2 h"),
                ("End", "Shipper", ""),
            ],
        ),
    ],
)
def test_tables(context, element, expected):
    found = tables(context, context.chain.elements[element])
    rows = [row for table in found for row in (table.heads, *(tuple(map(said, row.cells)) for row in table.rows))]
    assert rows == expected


@pytest.mark.parametrize(
    ("kind", "heads"),
    [
        ("challenge", ("Element", "Answered by")),
        ("goal", ("Element", "Horizon", "Part of", "Answers", "Measured by")),
        ("indicator", ("Element", "Domain", "Direction", "Baseline", "Target", "Measures", "Owner")),
        ("flow", ("Element", "Variant", "Details", "Indicators estimated")),
        ("system", ("Element", "Owner", "Keeps")),
    ],
)
def test_columns(context, kind, heads):
    assert kind_table(context, KINDS[kind]).heads == heads


def test_a_source_that_is_an_assumption_gives_its_reason(checked):
    """Not an empty cell, which reads as if nobody had been asked."""
    text = """
findings:
  x: {title: X, type: break, evidence: [{what: Paper, source: "assumption: seen in the flows"}]}
"""
    context = make_context(checked(text), "en", {})
    (table,) = [one for one in tables(context, context.chain.elements["x"]) if one.rows]
    assert [(cell.text, cell.assumed) for cell in table.rows[0].cells][-1] == ("seen in the flows",) * 2


@pytest.mark.parametrize(("language", "said"), [("zh", "12,000/天"), ("en", "12,000/day")])
def test_a_volume_is_said_by_its_unit(checked, language, said):
    model = "items: {i: {title: Item, volume: 12000/d}}"
    given = make_context(checked(model), language, {})
    cells = [fact.cell.text for fact in facts(given, given.chain.elements["i"])]
    assert said in cells
