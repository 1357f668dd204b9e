"""Places, links and routes on the pages, on a network worked out by hand."""

import pytest

from sevenstep.publishing.context import make_context
from sevenstep.publishing.pages.transport_view import transport_of, transport_tables

# From a to c over b in 2 + 3 h, or over d in 4 + 4 h; only a leads to e.
MODEL = """
date: 2026-01
functions: {move: {title: Move}}
places:
  a: {title: A}
  b: {title: B, capacity: 10 TEU/day, load: 9.5 TEU/day}
  c: {title: C}
  d: {title: D}
  e: {title: E}
links:
  ab: {title: ab, from: a, to: b, mode: rail, time: 2 h, cost: 20 CNY}
  bc: {title: bc, from: b, to: c, mode: rail, time: 3 h, cost: 30 CNY}
  ad: {title: ad, from: a, to: d, mode: road, time: 4 h, cost: 10 CNY}
  dc: {title: dc, from: d, to: c, mode: road, time: 4 h, cost: 10 CNY}
  ae: {title: ae, from: a, to: e, mode: road, time: 1 h, cost: 5 CNY}
routes:
  main: {title: Main, from: a, to: c, serves: move}
  side: {title: Side, from: e, to: c, serves: move}
"""


@pytest.fixture
def context(checked):
    return make_context(checked(MODEL), "en", {})


def texts(table):
    return [[" ".join(ref.id for ref in cell.refs) or cell.text for cell in row.cells] for row in table.rows]


def test_the_ways_of_a_route(context):
    (table,) = transport_of(context, context.chain.elements["main"])
    assert [row[:4] for row in texts(table)] == [
        ["the way it takes, fastest", "a b c", "5 h", "CNY 50"],
        ["The next best way, cheapest", "a d c", "8 h", "CNY 20"],
    ]


def test_what_is_lost_with_a_place(context):
    load, lost = transport_of(context, context.chain.elements["b"])
    assert texts(load) == [["95%", "9.5 TEU/day", "10 TEU/day"]]
    assert texts(lost) == [["main", "a d c", "3 h", "−CNY 30"], ["side", "e a d c", "3 h", "−CNY 30"]]


def test_what_leaves_a_route_without_a_way(context):
    tables = {table.anchor: table for table in transport_tables(context)}
    worst = texts(tables["resilience"])[:2]
    assert {row[0] for row in worst} == {"a", "ae"}
    assert [row[1] for row in worst] == ["side", "side"]
    assert {row[4] for row in worst} == {"none answers it"}
    assert texts(tables["loads"]) == [["b", "95%", "9.5 TEU/day", "10 TEU/day"]]
    assert [row[0] for row in texts(tables["ways"])] == ["main", "side"]


def test_an_engagement_without_places_has_none_of_it(checked):
    bare = make_context(checked("goals: {G: {title: G}}\n"), "en", {})
    assert [table for table in transport_tables(bare) if table.rows] == []
