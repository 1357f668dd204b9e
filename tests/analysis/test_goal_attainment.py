"""The chain closes: small models computed by hand, in both directions."""

import pytest

from sevenstep.analysis.analyse import analyse
from sevenstep.analysis.goal_attainment import goal_attainment
from sevenstep.analysis.results import FlowMetrics, GoalAttainment, StepMetrics, Value
from sevenstep.checking.check import Checked


def exact(mean: float) -> Value:
    return Value(mean, "exact", mean, mean)


def metrics_of(flow: str, currency: str = "CNY", **values: Value) -> FlowMetrics:
    steps = {"queue": StepMetrics(2.0, 1.0, 6.0, 30.0), "pay": StepMetrics(0.5, 0.25, 0.0, 10.0)}
    return FlowMetrics(flow, {"lead_time": exact(1), **values}, steps, 0, 7, currency, ())


@pytest.fixture
def closed(checked):
    """Closes the chain of a model, with these metrics of its flows."""

    def close(text: str, *metrics: FlowMetrics, chance: float = 0.5) -> GoalAttainment:
        found: Checked = checked(text)
        assert found.chain is not None
        return goal_attainment(found.chain, {one.flow: one for one in metrics}, lambda flow, steps: exact(chance))

    return close


def indicator(fields: str) -> str:
    return f"indicators: {{I: {{title: t, {fields}}}}}\n"


FLOWS = """
flows:
  now: {title: t, variant: as-is, estimates: {I: ESTIMATE}}
  then: {title: t, variant: to-be, estimates: {I: ESTIMATE}}
"""


@pytest.mark.parametrize(
    ("direction", "target", "value", "gap"),
    [
        ("increase", "80", 79, 1),
        ("increase", "80", 80, 0),
        ("increase", "80..90", 79, 1),
        ("increase", "80..90", 85, 0),
        ("increase", "80..90", 95, 5),
        ("decrease", "80", 81, 1),
        ("decrease", "80", 80, 0),
        ("decrease", "80", 12, 0),
        ("decrease", "70..80", 75, 0),
        ("decrease", "70..80", 82, 2),
        ("decrease", "70..80", 64, 6),
        ("hold", "97..103", 104, 1),
        ("hold", "97..103", 95, 2),
        ("hold", "97..103", 100, 0),
        ("hold", "100", 100, 0),
    ],
)
def test_by_how_much_a_target_is_missed(closed, direction, target, value, gap):
    text = indicator(
        f'unit: "", direction: {direction}, measurements: {{2020: {value}}}, targets: {{2027: {target}, 2025: 1}}'
    )
    state = closed(text).indicators["I"]
    assert state.judged == "today"
    assert state.verdict == ("missed" if gap else "reached")
    assert state.gap == pytest.approx(gap)
    assert [day for day, _ in state.targets] == ["2025", "2027"]


def test_the_design_is_judged_in_the_unit_of_the_indicator(closed):
    text = indicator("unit: d, direction: decrease, baseline: {value: 3 d, date: 2023}, targets: {2027: 24 h}")
    text += FLOWS.replace("ESTIMATE", "lead_time")
    state = closed(
        text,
        metrics_of("now", lead_time=exact(60)),
        metrics_of("then", lead_time=Value(36, "simulated", 33, 39)),
    ).indicators["I"]
    assert {stage: stage_value.value for stage, stage_value in state.stage_values.items()} == pytest.approx(
        {"baseline": 3, "as-is": 2.5, "to-be": 1.5, "target": 1}
    )
    design = state.stage_values["to-be"]
    assert (design.low, design.high, design.origin) == (pytest.approx(33 / 24), pytest.approx(39 / 24), "then")
    assert (state.verdict, state.judged, state.gap) == ("missed", "to-be", pytest.approx(0.5))


@pytest.mark.parametrize(
    ("unit", "estimate", "expected"),
    [
        ("h", "{metric: waiting_time, of: queue}", 6),
        ("min", "{metric: processing_time, of: [queue, pay]}", 75),
        ("元/箱", "{metric: cost, of: [queue, pay]}", 40),
        ("千元", "{metric: cost, of: [queue, pay, pay]}", 0.04),
        ("次", "{metric: visits, of: pay}", 0.5),
        ('"%"', "{metric: probability, of: [pay]}", 50),
        ("‰", "{metric: probability, of: [pay]}", 500),
        ("h", "{metric: work, of: queue}", 1),
        ("platforms", "handoffs", 4),
        ('"%"', "flow_efficiency", 20),
    ],
)
def test_metrics_of_steps(closed, unit, estimate, expected):
    text = indicator(f"unit: {unit}, direction: decrease, targets: {{2027: 1}}")
    text += FLOWS.replace("ESTIMATE", estimate)
    metrics = [metrics_of(flow, handoffs=exact(4), flow_efficiency=exact(0.2)) for flow in ("now", "then")]
    assert closed(text, *metrics).indicators["I"].stage_values["to-be"].value == pytest.approx(expected)


@pytest.mark.parametrize(
    ("fields", "flows", "why"),
    [
        ("unit: h, direction: decrease", "", "no target"),
        ("unit: h, targets: {2027: 5}", "", "which way"),
        ("unit: h, direction: decrease, baseline: 9, targets: {2027: 5}", "", "measurement"),
        ("unit: 工作日, direction: decrease, targets: {2027: 5}", "lead_time", "converted"),
        ("unit: h, direction: decrease, targets: {2027: 5}", "rework_probability", "converted"),
        ('unit: "%", direction: decrease, targets: {2027: 5}', "rework_probability", "does not give"),
        ("unit: h, direction: decrease, targets: {2027: 5 CNY}", "", "converted"),
    ],
)
def test_what_is_unknown_says_why(closed, fields, flows, why):
    text = indicator(fields) + (FLOWS.replace("ESTIMATE", flows) if flows else "")
    values = {} if why == "does not give" else {"rework_probability": exact(0.1)}
    state = closed(text, metrics_of("now", **values), metrics_of("then", **values)).indicators["I"]
    assert (state.verdict, state.gap) == ("unknown", 0)
    assert state.reason is not None
    assert why in state.reason.for_language("en")


def test_a_flow_without_metrics_is_a_reason(closed):
    text = indicator("unit: h, direction: decrease, targets: {2027: 5}") + FLOWS.replace("ESTIMATE", "lead_time")
    assert "could not be computed" in closed(text).indicators["I"].reason.for_language("en")


def test_measurements_of_the_future_do_not_count(closed):
    text = indicator("unit: h, direction: decrease, measurements: {2020: 9, 2021Q3: 8, 2999: 1}, targets: {2027: 5}")
    today = closed(text).indicators["I"].stage_values["today"]
    assert (today.value, today.date, today.origin) == (8, "2021Q3", "measured")


# -- formulas ------------------------------------------------------------------------

PARTS = """
indicators:
  cost: {title: Cost, unit: 万元, baseline: 100, measurements: {2020: 90}}
  boxes: {title: Boxes, unit: TEU, baseline: 500..1500}
  each: {title: Cost a box, unit: CNY/TEU, formula: "[cost] / [boxes]", direction: decrease, targets: {2027: 800}}
  twice: {title: Twice, formula: "2 * [each]"}
flows:
  then: {title: t, variant: to-be, estimates: {cost: cost}}
"""


def test_a_formula_is_computed_at_every_stage_that_has_something_new(closed):
    found = closed(PARTS, metrics_of("then", cost=exact(850_000))).indicators
    each = found["each"].stage_values
    assert {stage: stage_value.value for stage, stage_value in each.items()} == pytest.approx(
        {"baseline": 1000, "today": 900, "to-be": 850, "target": 800}
    )
    assert each["today"].assumes == ("boxes",)
    assert each["baseline"].assumes == ()
    assert each["to-be"].origin == "formula"
    assert (found["each"].verdict, found["each"].gap) == ("unsettled", pytest.approx(50))  # of 500..1500 boxes
    assert found["twice"].unit == "CNY/TEU"
    assert found["twice"].stage_values["to-be"].value == pytest.approx(1700)
    assert found["twice"].stage_values["to-be"].assumes == ("boxes",)


def test_the_ends_of_a_formula_come_from_the_ends_of_its_inputs(closed):
    baseline = closed(PARTS).indicators["each"].stage_values["baseline"]
    assert (baseline.low, baseline.high) == (pytest.approx(1_000_000 / 1500), pytest.approx(2000))


def test_an_indicator_that_stands_twice_moves_in_both_places(closed):
    text = """
    indicators:
      a: {title: A, unit: h, baseline: 5..15}
      same: {title: Same, unit: "", formula: "[a] / [a]"}
    """
    baseline = closed(text).indicators["same"].stage_values["baseline"]
    assert (baseline.low, baseline.value, baseline.high) == (1, 1, 1)


def test_fixed_dates_beside_a_stated_value(closed):
    text = """
    indicators:
      trade: {title: Trade, unit: 万亿元, baseline: {value: 24.4, date: 2012}, measurements: {2022: 42.07}}
      growth:
        {title: Growth, unit: "%", baseline: {value: 5.52, date: 2022},
         formula: "([trade@2022] / [trade@baseline]) ^ (1/10) - 1"}
    """
    stage_values = closed(text).indicators["growth"].stage_values
    assert stage_values["baseline"].value == 5.52
    assert stage_values["today"].value == pytest.approx(5.5986, abs=5e-5)


def test_circles_and_division_by_zero_leave_the_rest_alone(closed):
    text = """
    indicators:
      a: {title: A, unit: h, formula: "[b] * 2"}
      b: {title: B, unit: h, formula: "[a] / 2"}
      on: {title: On, unit: h, formula: "[a] + [c]"}
      c: {title: C, unit: h, baseline: 0, direction: decrease, targets: {2027: 1}}
      zero: {title: Z, unit: "", formula: "[c] / [c]", direction: decrease, targets: {2027: 1}}
      unlike: {title: U, unit: h, formula: "[c] + 5", direction: decrease, targets: {2027: 1}}
      fine: {title: F, unit: h, formula: "[c] + 1 h"}
      strange: {title: S, unit: h, formula: "[c] + [nowhere]"}
    """
    found = closed(text).indicators
    assert found["fine"].stage_values["baseline"].value == 1
    assert "divides by zero" in found["zero"].reason.for_language("en")
    assert "puts hour and a pure number together" in found["unlike"].reason.for_language("en")
    assert not found["a"].stage_values
    assert not found["on"].stage_values
    assert not found["strange"].stage_values


def test_a_long_line_of_formulas_is_computed(closed):
    lines = ["  i0: {title: t0, unit: h, baseline: 1}"]
    lines += [f'  i{n}: {{title: t{n}, unit: h, formula: "[i{n - 1}] + 1 h"}}' for n in range(1, 2000)]
    found = closed("indicators:\n" + "\n".join(lines))
    assert found.indicators["i1999"].stage_values["baseline"].value == 2000


# -- goals ---------------------------------------------------------------------------

GOALS = """
goals:
  G: {title: G}
  G1: {title: G1, parent: G}
  G2: {title: G2, parent: G}
  G11: {title: G11, parent: G1}
  round: {title: R, parent: about}
  about: {title: A, parent: round}
indicators:
  hit: {title: a, measures: [G11, G2], unit: h, direction: decrease, measurements: {2020: 1}, targets: {2027: 5}}
  miss: {title: b, measures: [G1, round], unit: h, direction: decrease, measurements: {2020: 9}, targets: {2027: 5}}
  open: {title: c, measures: [G, G2], unit: h}
"""


def test_goals_count_what_stands_below_them_once(closed):
    goals = closed(GOALS).goals
    counts = {key: (one.reached, one.missed, one.unknown) for key, one in goals.items()}
    assert counts == {
        "G": (1, 1, 1),
        "G1": (1, 1, 0),
        "G2": (1, 0, 1),
        "G11": (1, 0, 0),
        "round": (0, 1, 0),
        "about": (0, 0, 0),
    }
    assert goals["G"].indicators == ("open",)
    assert goals["G2"].indicators == ("hit", "open")


def test_a_deep_tree_of_goals_is_counted(closed):
    goals = "".join(f"  g{n}: {{title: t{n}, parent: g{n - 1}}}\n" for n in range(1, 3000))
    text = f"goals:\n  g0: {{title: t}}\n{goals}"
    text += "indicators: {I: {title: I, unit: h, measures: [g2999, g10]}}\n"
    found = closed(text).goals
    assert (found["g0"].unknown, found["g11"].unknown) == (1, 1)


def test_flows_of_different_items_add_up_where_the_metric_does(checked):
    def one(name: str, cost: int, metric: str) -> str:
        return f"""
  {name}:
    title: {name}
    details: {name}-item
    variant: to-be
    estimates: {{total: {metric}}}
    steps:
      s: {{title: s, type: start}}
      a: {{title: a, cost: {cost} CNY, mode: manual}}
      e: {{title: e, type: end}}
"""

    def total(metric: str, unit: str) -> float:
        text = f"""
indicators:
  total: {{title: Total, unit: "{unit}", direction: decrease, targets: {{2027: 60}}}}
items:
  gate-item: {{title: Gate}}
  yard-item: {{title: Yard}}
flows:{one("gate", 30, metric)}{one("yard", 50, metric)}"""
        chain = checked(text).chain
        return analyse(chain, cases=200).goal_attainment.indicators["total"].stage_values["to-be"].value

    assert total("cost", "CNY/TEU") == pytest.approx(80)
    assert total("manual_share", "%") == pytest.approx(100)  # no sum of shares: the first speaks


@pytest.mark.parametrize(
    ("time", "estimate", "verdict"),
    [
        ("time: 1h, ", "lead_time", "reached"),
        ("", "lead_time", "unsettled"),
        ("", "{metric: processing_time, of: [a, b]}", "unsettled"),
        ("", "{metric: processing_time, of: a}", "reached"),
        ("", "waiting_time", "reached"),
    ],
)
def test_a_step_without_a_time_leaves_open_what_is_reached(checked, time, estimate, verdict):
    text = (
        indicator("unit: h, direction: decrease, baseline: 90, targets: {2027: 20}")
        + f"""
flows:
  f:
    title: F
    variant: to-be
    estimates: {{I: {estimate}}}
    steps:
      s: {{title: s, type: start}}
      a: {{title: A, time: 2h, wait: 3h}}
      b: {{title: B, {time}wait: 3h}}
      e: {{title: e, type: end}}
"""
    )
    state = analyse(checked(text).chain, cases=200).goal_attainment.indicators["I"]
    assert state.verdict == verdict
    caveats = {one.kind: one for one in state.caveats}
    assert ("incomplete" in caveats) == (verdict == "unsettled")
    if verdict == "unsettled":
        assert caveats["incomplete"].elements == ("f/b",)


@pytest.mark.parametrize(
    ("estimate", "unit", "why"),
    [
        ("cost", "CNY", "costs are in CNY (“A”) and USD (“B”), which cannot be added up"),
        ("{metric: cost, of: c}", "CNY", "costs are in CNY"),
        ("flow_efficiency", '"%"', "no time is given for “B”, “C”"),
        ("manual_share", '"%"', "no time is given for “B”, “C”"),
        ("{metric: work, of: [b, c]}", "h", "no time is given for “B”, “C”"),
        ("{metric: waiting_time, of: c}", "h", "no wait is given for “C”"),
    ],
)
def test_what_a_flow_cannot_tell_has_its_reason(checked, estimate, unit, why):
    text = (
        indicator(f"unit: {unit}, direction: decrease, baseline: 90, targets: {{2027: 20}}")
        + f"""
flows:
  f:
    title: F
    variant: to-be
    estimates: {{I: {estimate}}}
    steps:
      s: {{title: s, type: start}}
      a: {{title: A, time: 2h, wait: 3h, cost: 3 CNY, mode: manual}}
      b: {{title: B, wait: 3h, cost: 3 USD, mode: manual}}
      c: {{title: C, mode: automatic}}
      e: {{title: e, type: end}}
"""
    )
    state = analyse(checked(text).chain, cases=200).goal_attainment.indicators["I"]
    assert state.verdict == "unknown"
    assert why in state.reason.for_language("en")
