"""What becomes of the exchanges of a path, and the flows of all items joined: what is drawn, by hand."""

import json

import pytest

from sevenstep import pipeline
from sevenstep.diagrams.output.render import render
from sevenstep.diagrams.output.rendered import Rendered
from sevenstep.diagrams.pictures import catalogue
from sevenstep.diagrams.scene import Edge, Node

HEAD = "id: port\ntitle: {zh: 港口, en: Port}\n"
PATHS = """
actors:
  shipper: {title: "<b>Shipper</b>", type: enterprise}
  forwarder: {title: Forwarder, type: enterprise}
  railway: {title: Railway, type: operator}
data: {form: {title: Form}, bill: {title: Bill}}
systems: {hub: {title: Hub}}
paths:
  today:
    title: Today
    variant: as-is
    exchanges:
      - {from: shipper, to: forwarder, data: form, channel: phone}
      - {from: forwarder, to: railway, data: form, channel: paper}
  design:
    title: Design
    variant: to-be
    changes: today
    exchanges:
      - {from: shipper, to: railway, data: form, channel: system, system: hub}
      - {from: railway, to: shipper, data: bill, channel: system, system: hub}
"""


@pytest.fixture
def chain_of(tmp_path):
    def read(text):
        (tmp_path / "engagement.yaml").write_text(HEAD + text, encoding="utf-8")
        return pipeline.check(tmp_path).chain

    return read


def parts(chain, name, language="en"):
    scene = catalogue.draw(chain, name, language, lambda element: f"{element.id}.html")
    assert all(isinstance(one, Rendered) for one in render([scene]))
    return list(scene.parts())


def text_of(label):
    return " ".join(line.text for row in label.rows for cell in row for line in cell.lines) if label else ""


def items(count, scenarios=1, depends=True):
    """So many items in so many scenarios, each handing data to the next."""
    said = {f"i{n}": {"title": f"I{n}", "scenario": f"s{n * scenarios // count}"} for n in range(count)}
    flows = {
        f"i{n}-f": {
            "title": f"F{n}",
            "details": f"i{n}",
            "variant": "as-is",
            "steps": {"a": {"title": "A", "reads": [f"d{n - 1}"] if n else [], "writes": [f"d{n}"]}},
        }
        for n in range(count)
    }
    data = {f"d{n}": {"title": f"D{n}"} for n in range(count)}
    groups = {f"s{n}": {"title": f"S{n}"} for n in range(scenarios)}
    every = {"scenarios": groups, "items": said, "data": data, "flows": flows}
    return "\n".join(f"{section}: {json.dumps(entries)}" for section, entries in every.items()) + "\n"


def test_each_fate_has_a_line_of_its_own_and_says_so(chain_of):
    edges = [part for part in parts(chain_of(PATHS), "path-change/design") if isinstance(part, Edge)]
    said = {text_of(edge.label): edge.classes for edge in edges if edge.label is not None}
    assert {" ".join(text.split()): style for text, style in said.items()} == {
        "1 Form changed: was <b>Shipper</b> → Forwarder; phone → system; Hub": "exchange fate-changed step6 broken",
        "old 2 Form dropped": "exchange fate-dropped step1 dotted",
        "2 Bill new": "exchange fate-new step7 bold",
    }


def test_who_takes_no_part_any_more_is_told(chain_of):
    nodes = [text_of(part.label) for part in parts(chain_of(PATHS), "path-change/design") if isinstance(part, Node)]
    assert [node for node in nodes if "takes no part any more" in node] == ["Forwarder takes no part any more"]


def test_only_a_path_told_twice_has_the_picture(chain_of):
    assert "path-change/design" in catalogue.names(chain_of(PATHS))
    plain = chain_of(PATHS.replace("    changes: today\n", ""))
    assert not [name for name in catalogue.names(plain) if name.startswith("path-change")]


def test_items_lead_to_their_flows_and_arrows_name_the_data(chain_of):
    found = parts(chain_of(items(3)), "joined-flows-as-is")
    nodes = [part for part in found if isinstance(part, Node) and "kind-item" in part.classes]
    assert [node.address.url for node in nodes] == ["i0-f.html", "i1-f.html", "i2-f.html"]
    assert [text_of(part.label) for part in found if isinstance(part, Edge)] == ["D0", "D1"]


def test_one_item_alone_is_not_joined(chain_of):
    assert not [name for name in catalogue.names(chain_of(items(1))) if name.startswith("joined-flows")]


def test_items_of_several_scenarios_stand_in_lanes(chain_of):
    found = [part for part in parts(chain_of(items(9, 3)), "joined-flows-as-is") if isinstance(part, Node)]
    assert {text_of(part.label) for part in found if "lane-head" in part.classes} == {"S0", "S1", "S2"}
    assert sum("kind-item" in part.classes for part in found) == 9


CASES = """
items: {a: {title: A}, b: {title: B}, c: {title: C}}
data: {d: {title: Form}, e: {title: Bill}}
flows:
  a-f:
    title: AF
    details: a
    variant: as-is
    scope: {starts: asked, ends: granted}
    steps: {b: {title: B, type: start}, s: {title: Write, time: 1h, wait: 2d, writes: [d, e]}, x: {title: X, type: end}}
  b-f:
    title: BF
    details: b
    variant: as-is
    scope: {starts: granted, ends: closed}
    steps: {b: {title: B, type: start}, s: {title: Read, time: 1h, wait: 1h, reads: d}, x: {title: X, type: end}}
  c-f:
    title: CF
    details: c
    variant: as-is
    scope: {starts: closed, ends: over}
    steps: {b: {title: B, type: start}, s: {title: Look, time: 1h, reads: [d, e]}, x: {title: X, type: end}}
"""


def test_data_that_goes_without_the_case_is_told_at_its_taker(chain_of, monkeypatch):
    monkeypatch.setattr("sevenstep.diagrams.pictures.joined_flows._FEW", 0)
    found = parts(chain_of(CASES), "joined-flows-as-is")
    arrows = [part for part in found if isinstance(part, Edge)]
    assert len(arrows) == 2
    assert all("hands-case" in arrow.classes for arrow in arrows)
    said = [text_of(part.label) for part in found if isinstance(part, Node) and "kind-item" in part.classes]
    assert [" ".join(one.split()[:5]) for one in said] == [
        "1 A 1 activity wait",
        "2 B 1 activity wait",
        "3 C 1 activity also",
    ]
    assert said[0].startswith("1 A 1 activity wait 2 days")
    assert said[2].endswith("also data of 1")


def test_a_hundred_items_are_folded_into_their_scenarios(chain_of):
    found = parts(chain_of(items(100, 10)), "joined-flows-as-is")
    nodes = [part for part in found if isinstance(part, Node)]
    assert len(nodes) == 10
    assert all("10 items" in text_of(node.label) for node in nodes)
    assert len([part for part in found if isinstance(part, Edge)]) == 9


def test_a_scenario_says_on_the_map_how_many_functions_it_improves(chain_of):
    text = "functions: {f: {title: F}, g: {title: G}}\nscenarios: {s: {title: S, improves: [f, g]}, t: {title: T}}\n"
    nodes = [text_of(part.label) for part in parts(chain_of(text), "scenario-map") if isinstance(part, Node)]
    assert nodes == ["", "In no group", "S improves 2 functions", "T"]
