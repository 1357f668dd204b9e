"""Edge cases of the rules of step 2: units, directions, dates, ranges, and figures that are missing."""

from textwrap import indent

import pytest

from sevenstep.checking.check import Checked


@pytest.fixture
def indicator(checked):
    """Checks one indicator `I` with these fields; the codes of step 2 that it violates."""

    def check(fields: str) -> list[str]:
        text = "indicators:\n  I:\n    title: Clearance time\n" + indent(fields.strip(), "    ") + "\n"
        return codes(checked(text), "I")

    return check


def codes(found: Checked, element: str) -> list[str]:
    return [
        diagnostic.rule.code
        for diagnostic in found.found
        if diagnostic.element == element and diagnostic.rule.code.startswith("S2")
    ]


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ("baseline: 36", True),
        ("baseline: 36 h", False),
        ("{baseline: 36 h, targets: {2027: 16}}", True),
        ('unit: ""\nbaseline: 36', False),
        ("direction: decrease", True),
        ('formula: "[J] * 2"', False),
        ('formula: "[J] * 2"\nbaseline: 3', True),
    ],
)
def test_a_unit_is_asked_for_where_nothing_says_it(indicator, fields, missing):
    fields = fields[1:-1].replace(", targets", "\ntargets") if fields.startswith("{") else fields
    assert ("S202" in indicator(fields)) is missing


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        ("targets: {2027: 16}", ["S204", "S207"]),
        ("source: {dataset: customs statistics}", ["S204"]),
        ("targets: {2027: {value: 16, source: plan p. 3}}", ["S204", "S207"]),
        ("measurements: {2026: 30}", []),
        ("baseline: 36", []),
        ('formula: "[J] * 2"', []),
    ],
)
def test_what_is_not_known_is_asked_once(indicator, fields, asked):
    assert [code for code in indicator(fields) if code in {"S204", "S207"}] == asked


FLOW = """
indicators:
  I: {title: Clearance time}
flows:
  F: {title: Clearance today, details: T, estimates: {I: lead_time}WRONG}
"""


@pytest.mark.parametrize("wrong", ["", ", variannt: as-is"])
def test_an_indicator_that_a_flow_estimates_needs_no_baseline(checked, wrong):
    found = codes(checked(FLOW.replace("WRONG", ", variant: as-is" + wrong)), "I")
    assert "S204" not in found
    assert "S207" not in found


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ("direction: decrease\nbaseline: 36\ntargets: {2027: 48}", True),
        ("direction: increase\nbaseline: 36\ntargets: {2027: 30}", True),
        ("direction: decrease\nbaseline: 36\ntargets: {2027: 36}", False),
        ("direction: decrease\nbaseline: 36\ntargets: {2027: 30..40}", False),
        ("direction: decrease\nbaseline: 36\ntargets: {2027: 40..50}", True),
        ("direction: decrease\nbaseline: 36 h\ntargets: {2027: 48 d}", False),
        ("direction: decrease\nunit: h\nbaseline: 36\ntargets: {2027: 48小时}", True),
        ("direction: decrease\nbaseline: 36\ntargets: {2025: 48, 2027: 24}", True),
        ("direction: hold\nbaseline: 36\ntargets: {2027: 48..50}", False),
        ("baseline: 36\ntargets: {2027: 48}", False),
    ],
)
def test_every_target_is_held_against_the_baseline(indicator, fields, wrong):
    assert ("S209" in indicator(fields)) is wrong


def test_a_slip_in_the_last_target_is_said_once(indicator):
    found = indicator("direction: decrease\nunit: h\nbaseline: 36\ntargets: {2025: 24, 2027: 240}")
    assert found.count("S209") == 1
    assert "S210" not in found


def test_targets_are_compared_in_order_of_time_however_they_are_written(indicator):
    found = indicator("direction: decrease\nunit: h\ntargets: {2027: 16, 2025: 24}")
    assert "S210" not in found
    assert "S211" in found


@pytest.mark.parametrize(
    ("baseline", "target", "wrong"),
    [
        ("2025", "2025", True),
        ("2025", "2025Q4", True),
        ("2025-06", "2025", False),
        ("2025", "2026-01", False),
        ("2025Q2", "2025Q1", True),
    ],
)
def test_a_target_comes_after_the_baseline(indicator, baseline, target, wrong):
    found = indicator(f"unit: h\nbaseline: {{value: 36, date: {baseline}}}\ntargets: {{{target}: 16}}")
    assert ("S211" in found) is wrong


@pytest.mark.parametrize(
    ("targets", "wrong"), [("{2027: 900}", True), ("{2025: 900, 2027: 800..1000}", False), ("{}", False)]
)
def test_to_hold_takes_a_range(indicator, targets, wrong):
    assert ("S212" in indicator(f"direction: hold\ntargets: {targets}")) is wrong


@pytest.mark.parametrize(
    ("title", "fields", "wrong"),
    [
        ("Trains on time", 'unit: "%"\nbaseline: 120', True),
        ("Trains on time", "baseline: 120%", True),
        ("Trains on time", 'unit: "％"\nbaseline: -1', True),
        ("Trains on time", 'unit: "%"\nbaseline: 0\ntargets: {2027: 100}', False),
        ("Trains on time", "unit: h\nbaseline: 120", False),
        ("Growth of trade", 'unit: "%"\nbaseline: -3', False),
        ("贸易额同比", 'unit: "%"\nbaseline: 120', False),
        ("Trade", 'unit: "%"\nbaseline: 120\ndefinition: Yearly change', False),
        ("Exchange of data", 'unit: "%"\nbaseline: 120', True),
        ("增值税覆盖率", 'unit: "%"\nbaseline: 120', True),
    ],
)
def test_a_share_is_no_more_than_the_whole_but_growth_may_be(checked, title, fields, wrong):
    text = f"indicators:\n  I:\n    title: {title}\n" + indent(fields, "    ") + "\n"
    assert ("S213" in codes(checked(text), "I")) is wrong


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ("unit: h\nbaseline: 36 小时\ntargets: {2027: 16 Hours}", 0),
        ("unit: h\nbaseline: 1.5 d\ntargets: {2027: 16 h}", 1),
        ("unit: CNY / TEU\nbaseline: 7800 cny/teu", 0),
        ('unit: "%"\nbaseline: 70％', 0),
        ("baseline: 36 h\ntargets: {2025: 1 d, 2027: 16 h}", 1),
        ('unit: ""\nbaseline: 36 h', 1),
        ("unit: h\nbaseline: 36\ntargets: {2027: -30%}", 1),
    ],
)
def test_units_may_differ_in_spelling_only(indicator, fields, wrong):
    assert indicator(fields).count("S214") == wrong


def test_twins_are_named_once_with_the_plainest_likeness(checked):
    found = checked("""
        indicators:
          a: {title: {zh: 通关时间, en: Clearance time}, definition: From declaration to release}
          b: {title: {zh: 放行时间, en: clearance TIME}, definition: from declaration to  release}
          c: {title: Cost, formula: "[a] * 2"}
          d: {title: Charges, formula: "[a]  * 2"}
    """)
    twins = [
        (diagnostic.element, diagnostic.place.path[-1]) for diagnostic in found.found if diagnostic.rule.code == "S215"
    ]
    assert twins == [("b", "title"), ("d", "formula")]


# -- formulas ------------------------------------------------------------------------

PARTS = """
indicators:
  cost: {{title: Cost, unit: 万元, baseline: {cost}, targets: {{2027: 80}}, measurements: {{2024Q1: 90}}}}
  boxes: {{title: Boxes, unit: TEU, baseline: 1500, targets: {{2027: 1600}}}}
  each: {{title: Cost a box, unit: {unit}, formula: "{formula}", {figures}}}
"""


@pytest.mark.parametrize(
    ("cost", "formula", "figures", "wrong"),
    [
        ("100", "[cost] / [boxes]", "baseline: 667", []),
        ("100", "[cost] / [boxes]", "baseline: 700", []),  # two digits were lost
        ("100.0", "[cost] / [boxes]", "baseline: 710", ["S242"]),
        ("100.0", "[cost] / [boxes]", "baseline: 600..700", []),
        ("100.0", "[cost] / [boxes]", "baseline: 600..610", ["S242"]),
        ("90..110", "[cost] / [boxes]", "baseline: 610", []),
        ("100.0", "[cost] / [boxes]", "targets: {2027: 500}", []),
        ("100.0", "[cost] / [boxes]", "targets: {2027: 612}", ["S242"]),
        ("100.0", "[cost] / [boxes]", "targets: {2026: 612}", []),
        ("100.0", "[cost] / [boxes]", "measurements: {2024Q1: 1}", []),  # no boxes were counted then
        ("100.0", "[cost@2024Q1] / [boxes@baseline]", "baseline: 600", []),
        ("100.0", "[cost@2024Q1] / [boxes@baseline]", "baseline: 637", ["S242"]),
        ("100.0", "[cost@target] / [boxes@target]", "targets: {2027: 1}", []),
        ("100.0", "[cost] / [boxes@2030]", "baseline: 617", ["S243"]),
        ("100.0", "[cost] / ([boxes] - 1500 TEU)", "baseline: 617", ["S241"]),
        ("100.0", "[cost] + [boxes]", "baseline: 617", ["S240"]),
        ("100.0", "[cost] / [nowhere]", "baseline: 617", []),
    ],
)
def test_figures_beside_a_formula(checked, cost, formula, figures, wrong):
    found = checked(PARTS.format(cost=cost, unit="CNY/TEU", formula=formula, figures=figures))
    assert [code for code in codes(found, "each") if code >= "S240"] == wrong


def test_a_share_a_hundred_times_too_large_is_told_how_to_mend(checked):
    found = checked("""
        indicators:
          now: {title: Now, unit: h, baseline: 53}
          then: {title: Then, unit: h, baseline: 50}
          growth: {title: Growth, unit: "%", baseline: 6, formula: "([now] / [then] - 1) * 100"}
    """)
    (violation,) = (diagnostic for diagnostic in found.found if diagnostic.rule.code == "S242")
    assert "* 100%" in violation.remedy.for_language("en")


def test_a_formula_that_cannot_be_read_is_a_problem_at_its_place(checked):
    found = checked('indicators: {each: {title: t, unit: h, formula: "[a] + * [b]"}}')
    (wrong,) = (diagnostic for diagnostic in found.found if diagnostic.rule.code == "S008")
    assert wrong.place.path[-1] == "formula"
    assert "character 7" in wrong.message.for_language("en")


# -- estimates -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("estimate", "wrong"),
    [
        ("lead_time", []),
        ("{metric: waiting_time, of: [queue, start]}", []),
        ("{metric: waiting_time, of: [queue, nowhere, nowhere]}", ["S244"]),
        ("{metric: handoffs, of: queue}", ["S245"]),
        ("visits", ["S245"]),
        ("{metric: visits, of: queue}", []),
    ],
)
def test_what_is_asked_of_a_flow(checked, estimate, wrong):
    found = checked(f"""
        indicators: {{I: {{title: t}}}}
        flows:
          F:
            title: t
            variant: as-is
            estimates: {{I: {estimate}}}
            steps: {{start: {{title: s, type: start}}, queue: {{title: q}}, end: {{title: e, type: end}}}}
    """)
    assert codes(found, "F") == wrong


@pytest.mark.parametrize(
    ("first", "second", "metric", "wrong"),
    [
        ("variant: as-is", "variant: as-is", "lead_time", True),
        ("variant: as-is, details: one", "variant: as-is, details: other", "lead_time", False),  # they add up
        ("variant: as-is, details: one", "variant: as-is, details: other", "manual_share", True),
        ("variant: as-is, details: one", "variant: as-is, details: one", "lead_time", False),  # S725
        ("variant: as-is", "variant: to-be", "lead_time", False),
    ],
)
def test_two_flows_that_estimate_one_indicator(checked, first, second, metric, wrong):
    found = checked(f"""
        indicators: {{I: {{title: t, unit: h}}}}
        items: {{one: {{title: 1}}, other: {{title: 2}}}}
        flows:
          F: {{title: f, {first}, estimates: {{I: {metric}}}}}
          G: {{title: g, {second}, estimates: {{I: {metric}}}}}
    """)
    assert ("S246" in codes(found, "G")) is wrong


# -- the flows as they are against what was measured ---------------------------------

AS_IS = """
{head}
indicators:
  I: {{title: Waiting, unit: {unit}, direction: decrease, {fields}}}
flows:
  now:
    title: Now
    variant: as-is
    estimates: {{I: {metric}}}
    steps:
      s: {{title: s, type: start}}
      a: {{title: a, wait: {wait}, time: 0min}}
      e: {{title: e, type: end}}
"""


@pytest.mark.parametrize(
    ("fields", "wait", "asked"),
    [
        ("baseline: 63", "80.7min", True),
        ("baseline: 63", "69min", False),  # less than a tenth
        ("baseline: 63", "71min", True),
        ("baseline: 63", "50min", True),
        ("baseline: 60..75", "80min", False),  # 80 is not a tenth beyond 75
        ("baseline: 1 h", "60min", False),
        ("baseline: 68, measurements: {2024: 63}", "80.7min", True),
        ("baseline: 80, measurements: {2024: 63}", "80.7min", False),  # the flow is that of the baseline
        ("baseline: 68, measurements: {2024: 80}", "80.7min", False),
        ("baseline: 68, measurements: {2999: 80}", "80.7min", True),  # not measured yet
        ("targets: {2027: 10}", "80.7min", False),
        ("baseline: 0", "80.7min", True),
        ("baseline: 0", "0min", False),
        ("baseline: 63 CNY", "80.7min", False),
    ],
)
def test_a_model_that_differs_from_what_was_measured_is_asked_about(checked, fields, wait, asked):
    text = AS_IS.format(head="", unit="min", fields=fields, wait=wait, metric="lead_time")
    assert ("S217" in codes(checked(text), "I")) is asked


def test_how_much_a_model_may_differ_can_be_set(checked):
    head = "analysis: {thresholds: {measured-difference: {value: 40%, reason: told by drivers}}}"
    text = AS_IS.format(head=head, unit="min", fields="baseline: 63", wait="80.7min", metric="lead_time")
    assert codes(checked(text), "I").count("S217") == 0


def test_a_model_that_is_simulated_may_differ_by_its_interval(checked):
    text = """
indicators: {I: {title: Lead time, unit: h, direction: decrease, baseline: BASELINE}}
flows:
  f:
    title: F
    variant: as-is
    estimates: {I: lead_time}
    steps:
      s: {title: s, type: start}
      sp: {title: sp, type: parallel, next: [A, B]}
      A: {title: A, time: exponential(4.2105h), next: j}
      B: {title: B, time: exponential(6.3158h), next: j}
      j: {title: j, type: parallel}
      e: {title: e, type: end}
"""
    assert "S217" not in codes(checked(text.replace("BASELINE", "8")), "I")  # the mean is 8.0
    assert "S217" in codes(checked(text.replace("BASELINE", "10")), "I")


# -- scales ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        # fraction and per cent
        ('unit: "%"\ndirection: increase\nbaseline: 80\ntargets: {2027: 95}\nmeasurements: {2024: 0.85}', True),
        ('unit: "%"\ndirection: increase\nbaseline: 0.8\ntargets: {2027: 95}', True),
        ('unit: "%"\ndirection: increase\nbaseline: 80\ntargets: {2027: 0.95}', True),
        ('unit: "%"\ndirection: increase\nbaseline: 8.5\ntargets: {2028: 20..25%}\nmeasurements: {2026: 0.1}', True),
        ('unit: ""\ndirection: increase\nbaseline: 80\ntargets: {2027: 0.95}', True),
        ('unit: "%"\ndirection: increase\nbaseline: 80\ntargets: {2027: 95}\nmeasurements: {2024: 0.85%}', False),
        ('unit: "%"\ndirection: decrease\nbaseline: 1.8\ntargets: {2025: 1.2, 2027: 0.8}', False),
        ('unit: "%"\ndirection: decrease\nbaseline: 15\ntargets: {2027: 0.8}', False),
        ('unit: "%"\ndirection: decrease\nbaseline: 25\ntargets: {2027: 0.3}', False),
        ('unit: "%"\ndirection: increase\nbaseline: 0.5\ntargets: {2027: 4}', False),
        # money
        ("unit: 万元\ndirection: decrease\nbaseline: 31500\ntargets: {2027: 2.8}", True),
        ("unit: 元\ndirection: decrease\nbaseline: 7800\ntargets: {2027: 6.2}", True),
        ("unit: 元\ndirection: decrease\nbaseline: 7800\ntargets: {2027: 6.2 万元}", False),
        ("unit: billion CNY\ndirection: increase\nbaseline: 45\ntargets: {2025: 58, 2027: 75}", False),
        ("unit: 元\ndirection: decrease\nbaseline: 50\ntargets: {2027: 2}", False),
        # time
        ("unit: min\ndirection: decrease\nbaseline: 90 min\ntargets: {2027: 40}\nmeasurements: {2024: 1.2}", True),
        ("unit: h\ndirection: decrease\nbaseline: 48 h\ntargets: {2027: 1.5}", True),
        ("unit: h\ndirection: decrease\nbaseline: 36\ntargets: {2025: 30, 2027: 22}\nmeasurements: {2024: 1.4}", True),
        ("direction: decrease\nbaseline: 48 h\ntargets: {2027: 1.5}", True),
        ("unit: d\ndirection: decrease\nbaseline: 20\ntargets: {2027: 1}", False),
        ("unit: h\ndirection: decrease\nbaseline: 2 d\ntargets: {2027: 3}", False),
        # measures and things
        ("unit: t\ndirection: increase\nbaseline: 4200\ntargets: {2027: 5000000}", True),
        ("unit: TEU\ndirection: increase\nbaseline: 18\ntargets: {2025: 230000, 2027: 300000}", True),
        ("unit: TEU\ndirection: increase\nbaseline: 180000\ntargets: {2025: 230000, 2027: 30}", True),
        ("unit: 户\ndirection: increase\nbaseline: 3\ntargets: {2025: 500, 2027: 3000}", False),
        ("unit: 户\ndirection: increase\nbaseline: 2\ntargets: {2025: 15000, 2027: 20000}", False),
        ("unit: TEU\ndirection: increase\nbaseline: 180000\ntargets: {2027: 300000}\nmeasurements: {2024: 19}", True),
        ('unit: ""\ndirection: increase\nbaseline: 62\ntargets: {2027: 78}', False),
        ("unit: h\ndirection: decrease\nbaseline: 0\ntargets: {2027: 0}", False),
    ],
)
def test_a_figure_that_is_likely_in_another_scale_is_asked_about(indicator, fields, asked):
    assert ("S216" in indicator(fields)) is asked


def test_what_a_model_leaves_out_is_said_where_it_differs(checked):
    text = """
indicators: {I: {title: Waiting, unit: min, direction: decrease, baseline: 63}}
resources: {r: {title: R, capacity: 1}}
flows:
  now:
    title: Now
    variant: as-is
    arrivals: 2/h
    estimates: {I: lead_time}
    steps:
      s: {title: s, type: start}
      a: {title: a, wait: 10min, time: 10min, resources: r}
      e: {title: e, type: end}
"""
    (message,) = [diagnostic.message for diagnostic in checked(text).found if diagnostic.rule.code == "S217"]
    assert "20 min without waiting for resources; baseline: 63 min" in message.for_language("en")
    assert "未计等候资源的时间" in message.for_language("zh")


def test_twins_of_one_language_are_said_to_be_no_more_than_that(checked):
    found = checked("""
        indicators:
          a: {title: {zh: 通关时间, en: Clearance time}}
          b: {title: {zh: 放行时间, en: clearance TIME}}
          c: {title: {zh: 收费, en: Charge}}
          d: {title: {zh: 收费, en: charge}}
    """)
    twin, whole = [twin.message for twin in found.found if twin.rule.code == "S215"]
    assert "“b”和“a”的英文名称相同" in twin.for_language("zh") and "have the same English title" in twin.for_language(
        "en"
    )
    assert "的名称相同" in whole.for_language("zh") and "have the same title" in whole.for_language("en")
