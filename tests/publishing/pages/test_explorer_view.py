"""What the explorer is given."""

import json

from sevenstep.publishing.context import make_context
from sevenstep.publishing.navigation import pages
from sevenstep.publishing.pages.explorer_view import actors_of, domains_of, explorer_view

MODEL = """
goals:
  G1: {title: {zh: 目标, en: Goal}}
indicators:
  I1: {title: Indicator, measures: G1, domain: D1}
domains:
  D1: {title: "</script><script>alert(1)</script>"}
functions:
  F1: {title: Function, domain: D1, drives: I1}
actors:
  A1: {title: Actor, type: enterprise}
flows:
  flow:
    title: Flow
    variant: as-is
    steps:
      s: {title: s, type: start, actor: A1}
      a: {title: a}
      e: {title: e, type: end}
findings:
  found: {title: Found, type: break, touches: flow}
"""


def test_elements_links_domains_actors_and_findings(checked):
    model = checked(MODEL)
    seen = explorer_view(make_context(model, "en", {}))
    rows = {row[0]: row for row in seen["elements"]}
    names = [row[0] for row in seen["elements"]]
    assert set(rows) == {"G1", "I1", "D1", "F1", "A1", "flow", "flow/a", "found"}
    assert [names[number] for number in rows["F1"][5]] == ["D1"]
    assert [names[number] for number in rows["G1"][5]] == ["D1"]
    assert [names[number] for number in rows["flow"][6]] == ["A1"]
    assert rows["flow"][7] == 1
    links = seen["links"]
    triples = [tuple(links[at : at + 3]) for at in range(0, len(links), 3)]
    measures = next(t for t in triples if names[t[0]] == "I1" and names[t[1]] == "G1")
    assert seen["relations"][measures[2]] == ["measures", "measured by", 1]


def test_a_reason_passes_over_the_steps_of_a_flow(checked):
    """The actor is tied to the chain by the start event of a flow, which is no element of the explorer."""
    model = MODEL.replace("variant: as-is", "variant: as-is\n    details: T")
    model += "items: {T: {title: T, scenario: S}}\nscenarios: {S: {title: S, realizes: P}}\n"
    model += "paths: {P: {title: P, connects: {F1: {}}}}\n"
    seen = explorer_view(make_context(checked(model), "en", {}))
    names = [row[0] for row in seen["elements"]]
    more, undecided, _, to, *_ = seen["reasons"][names.index("A1")]
    assert (names[to], undecided) == ("flow", 0)
    assert more >= 0


def test_everything_in_one_domain_and_of_one_actor(checked):
    model = checked(MODEL)
    assert domains_of(model.chain)["I1"] == ["D1"]
    assert actors_of(model.chain)["flow"] == ["A1"]


def test_a_title_cannot_leave_the_data(checked):
    model = checked(MODEL)
    page = next(page for page in pages(make_context(model, "en", {})) if page.path == "explorer")
    assert "<script>alert" not in page.html
    data = page.html.partition('id="ss-chain">')[2].partition("</script>")[0]
    assert any("alert(1)" in row[2] for row in json.loads(data)["elements"])
