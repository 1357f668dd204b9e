"""A new kind of element needs its class, its row in the list of kinds and a shape: the rest reads of it there."""

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest

from sevenstep.model.kind import Where
from sevenstep.model.kinds import KINDS
from sevenstep.model.links import relations
from tests.package_copy import ROOT, copy_package, edit, run

PARTS = ROOT / "tests" / "new_kind"
STEP5 = "sevenstep.model.step5_scenarios"
RISK = """
risks:
  late-data: {title: {zh: 数据迟到, en: Data come late}, description: From abroad, threatens: [full-5g]}
context:
  plan: {title: {zh: 上位规划, en: Plan}, type: plan}
positions:
  hub: {title: {zh: 枢纽, en: Hub}, rests_on: plan}
regulations:
  metering: {title: {zh: 计量标准, en: Metering standard}, type: standard}
dimensions:
  shift: {title: {zh: 班次, en: Shift}, members: {day: {zh: 白班, en: Day}, night: {zh: 夜班, en: Night}}}
resources:
  desk: {title: {zh: 窗口, en: Desk}, capacity: 2}
places:
  yard: {title: {zh: 堆场, en: Yard}, description: By the gate, type: park, position: [0, 0]}
  quay: {title: {zh: 码头, en: Quay}, description: By the sea, type: port, position: [1, 0]}
links:
  lane: {title: {zh: 专用道, en: Lane}, from: yard, to: quay, mode: road, time: 1 h}
routes:
  out: {title: {zh: 出港, en: Outward}, description: To the sea, from: yard, to: quay}
principles:
  pilot-first: {title: {zh: 示范引领, en: Pilot first}, description: One plant leads}
phases:
  pilot: {title: {zh: 试点, en: Pilot}}
needs:
  fewer-cables: {title: {zh: 少布线, en: Fewer cables}, description: In the halls}
projects:
  first-hall: {title: {zh: 一号车间, en: First hall}, description: It leads, phase: pilot, principles: pilot-first}
taskforces:
  hall-force: {title: {zh: 专班, en: Force}, members: plant, rhythm: weekly}
kpicards:
  plant-card: {title: {zh: 考核卡, en: Card}, unit: plant}
servicelevels:
  uptime: {title: {zh: 可用率, en: Uptime}, promise: ≥99%}
funds:
  own-money: {title: {zh: 自有资金, en: Own money}}
pools:
  fitters: {title: {zh: 安装工, en: Fitters}, capacity: 6 people}
scales:
  grade: {title: {zh: 等级, en: Grade}, levels: [low, high]}
assessments:
  standing: {title: {zh: 现状评估, en: Standing}, description: Of the plant, subject: plant, scale: grade}
factors:
  cover: {title: {zh: 覆盖, en: Cover}, assessment: standing, scale: grade, values: {2024: 1}}
benchmarks:
  shop: {title: {zh: 药店, en: Drugstores}, description: To the cloud, about: cover}
decisions:
  way: {title: {zh: 方式, en: Way}, options: {own: {title: Own}, rent: {title: Rented}}}
layers:
  centre: {title: {zh: 中心, en: Centre}, count: '1'}
interfaces:
  orders: {title: {zh: 订单接口, en: Orders}, from: access-portal, to: energy-cloud}
services:
  matching: {title: {zh: 匹配, en: Matching}, type: algorithm}
actors:
  workshop: {title: {zh: 车间, en: Workshop}, type: operator, parent: plant}
benefits: {less: {title: {zh: 少录入, en: Less typing}, promised: 10 CNY}}
lessons: {early: {title: {zh: 早谈, en: Talk early}, description: x}}
appraisals:
  money: {title: {zh: 测算, en: Appraisal}, outlay: {title: {zh: 建设, en: Building}, amount: 100 CNY}}
"""


@pytest.fixture(scope="module")
def without_shape(tmp_path_factory) -> Path:
    """A copy of the package with one kind more: its class, and its row in the list."""
    copy = copy_package(tmp_path_factory.mktemp("package"))
    model = copy / "sevenstep" / "model"
    step5 = model / "step5_scenarios.py"
    step5.write_text(step5.read_text(encoding="utf-8") + (PARTS / "risk.py.txt").read_text(encoding="utf-8"))
    edit(model / "kinds.py", f"from {STEP5} import Group, Scenario", f"from {STEP5} import Group, Risk, Scenario")
    edit(model / "kinds.py", "    Scenario,\n", "    Scenario,\n    Risk,\n")
    return copy


@pytest.fixture(scope="module")
def seen(without_shape, tmp_path_factory) -> dict:
    """What is shown of a model with elements of every kind."""
    shapes = without_shape / "sevenstep" / "diagrams" / "looks" / "shapes.py"
    edit(shapes, f"from {STEP5} import Group, Scenario", f"from {STEP5} import Group, Risk, Scenario")
    edit(shapes, "    Scenario: ", "    Risk: _SHARP,\n    Scenario: ")
    engagement = tmp_path_factory.mktemp("model") / "engagement"
    shutil.copytree(ROOT / "tests" / "models" / "compute-network", engagement)
    (engagement / "risks.yaml").write_text(RISK, encoding="utf-8")
    done = run(without_shape, str(PARTS / "probe.py"), str(engagement))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_kind_without_a_shape_is_told_where_to_get_one(without_shape):
    done = run(without_shape, "-c", "import sevenstep.diagrams.looks.shapes")
    expected = "TypeError: Risk has no shape in pictures: give it one in sevenstep/diagrams/looks/shapes.py"
    assert done.stderr.splitlines()[-1] == expected


def test_the_new_kind_is_everywhere(seen):
    risk = seen["elements"]["late-data"]
    assert risk["shown"] == {
        "page": True,
        "explorer": True,
        "chain": True,
        "trace": True,
        "own-trace": True,
    }
    assert "Risks" in seen["chain"]
    assert risk["table"] and risk["search"]
    assert "Risk late-data  Data come late" in risk["show"] and "→ threatens" in risk["show"]
    assert ">Threatens<" in risk["html"] or ">threatens<" in risk["html"]
    assert risk["why"][0] == "full-5g" and risk["why"][-1] in {"G1", "G1.1", "G1.2"}
    assert not [code for element, code in seen["problems"] if element == "late-data"]


def test_every_kind_is_shown_everywhere_or_says_why_not(seen):
    kinds = {element["kind"]: element["left_out"] for element in seen["elements"].values()}
    assert set(kinds) == {*KINDS, "risk"}
    for where in Where:
        if where is Where.COUNT:
            continue
        shown = {element["kind"] for element in seen["elements"].values() if element["shown"][where]}
        for kind, left_out in kinds.items():
            if where in left_out:
                assert kind not in shown, f"Kind “{kind}” says why it has no place in “{where}”, but is shown there"
            else:
                assert kind in shown, f"Kind “{kind}” is not shown in “{where}” and gives no reason: see its left_out"


def test_every_kind_is_found_in_a_table_and_by_search(seen):
    for key, element in seen["elements"].items():
        assert element["search"], f"{key} is not found by search"
        assert element["table"] is ("/" not in key), f"{key}: steps stand in the table of their flow, all else by step"
        assert key in element["show"]


def test_the_counts_are_of_the_kinds_that_are_counted(seen):
    expected = Counter(
        element["step"] for element in seen["elements"].values() if Where.COUNT not in element["left_out"]
    )
    assert {int(step): count for step, count in seen["counts"].items()} == expected


def test_reasons_are_sentences_and_relations_exist():
    for name, cls in KINDS.items():
        assert all(len(reason.split()) > 3 for reason in cls.KIND.left_out.values()), name
        here = {name}
        for relation in cls.KIND.gathered_by or ():
            leading = [known for kind in here for known in relations(kind) if known.name == relation]
            assert leading, f"{name} is gathered by “{relation}”, which does not lead on from {here}"
            here = {kind for known in leading for kind in known.to}
