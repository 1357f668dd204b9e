"""Edge cases of the rules of step 7: what a flow can do, its branches, lanes, data, variants and findings."""

import pytest

from sevenstep.checking.load import load_and_check
from sevenstep.checking.questions import questions

SOUNDNESS = ("S701", "S702", "S703", "S704", "S706", "S707", "S708", "S709")


def found(checked, *wanted: str) -> list[tuple[str, str]]:
    return [
        (diagnostic.rule.code, diagnostic.element) for diagnostic in checked.found if diagnostic.rule.code in wanted
    ]


def codes(checked, *wanted: str) -> list[str]:
    return [code for code, _ in found(checked, *wanted)]


def flow(steps: str, head: str = "variant: as-is", name: str = "F") -> str:
    lines = "".join(f"      {line.strip()}\n" for line in steps.strip().splitlines())
    return f"  {name}:\n    title: t\n    {head}\n    steps:\n{lines}"


def detailing(item: str, variant: str) -> str:
    return f"variant: {variant}\n    details: {item}"


# -- soundness -----------------------------------------------------------------------


def test_one_breach_for_each_node_that_can_wait_for_ever(checked):
    steps = """
    s: {title: t, type: start}
    x: {title: t, type: exclusive, next: [a, b]}
    a: {title: t, next: j}
    b: {title: t, next: j}
    j: {title: t, type: parallel}
    after: {title: t}
    e: {title: t, type: end}
    """
    result = checked(f"flows:\n{flow(steps)}{flow(steps, name='G')}")
    assert found(result, *SOUNDNESS) == [("S706", "F/j"), ("S706", "G/j")]


def test_a_flow_that_is_not_connected_is_told_of_that_alone(checked):
    steps = """
    s: {title: t, type: start}
    x: {title: t, type: exclusive, next: [a, b]}
    a: {title: t, next: j}
    b: {title: t, next: j}
    j: {title: t, type: parallel, next: e}
    lost: {title: t}
    e: {title: t, type: end}
    """
    assert codes(checked(f"flows:\n{flow(steps)}"), *SOUNDNESS) == ["S703"]


def test_a_flow_with_a_misspelt_arrow_is_told_of_that_alone(checked):
    steps = """
    s: {title: t, type: start}
    x: {title: t, type: parallel, next: [a, bee]}
    a: {title: t, next: e}
    e: {title: t, type: end}
    """
    assert codes(checked(f"flows:\n{flow(steps)}"), "S011", *SOUNDNESS, "S711") == ["S011"]


def test_the_way_back_into_a_parallel_gateway_is_explained(checked):
    steps = """
    s: {title: t, type: start}
    p: {title: t, type: parallel, next: [a, b]}
    a: {title: t, next: j}
    b: {title: t, next: j}
    j: {title: t, type: parallel}
    x: {title: t, type: exclusive, next: [e, again]}
    again: {title: t, next: p}
    e: {title: t, type: end}
    """
    (diagnostic,) = [d for d in checked(f"flows:\n{flow(steps)}").found if d.rule.code == "S706"]
    assert diagnostic.element == "F/p"
    assert "“again” comes only after it" in diagnostic.message.for_language("en")
    assert "type: exclusive" in diagnostic.remedy.for_language("en")


def test_a_join_inside_a_loop_is_not_taken_for_a_way_back(checked):
    steps = """
    s: {title: t, type: start}
    top: {title: t, type: exclusive}
    x: {title: t, type: exclusive, next: [a, b]}
    a: {title: t, next: j}
    b: {title: t, next: j}
    j: {title: t, type: parallel}
    good: {title: t, type: exclusive, next: [e, top]}
    e: {title: t, type: end}
    """
    (diagnostic,) = [d for d in checked(f"flows:\n{flow(steps)}").found if d.rule.code == "S706"]
    assert "“b” can no longer come" in diagnostic.message.for_language("en")
    assert "make “x” type: parallel" in diagnostic.remedy.for_language("en")


def test_two_starts_that_one_case_needs_are_explained(checked):
    steps = """
    goods: {title: t, type: start, next: j}
    papers: {title: t, type: start, next: j}
    j: {title: t, type: parallel}
    e: {title: t, type: end}
    """
    (diagnostic,) = [d for d in checked(f"flows:\n{flow(steps)}").found if d.rule.code == "S706"]
    assert "one start" in diagnostic.remedy.for_language("en")


def test_dead_steps_are_folded_under_the_first(checked):
    steps = """
    s: {title: t, type: start}
    e: {title: t, type: end, next: a}
    a: {title: t}
    b: {title: t}
    f: {title: t, type: end}
    """
    (diagnostic,) = [d for d in checked(f"flows:\n{flow(steps)}").found if d.rule.code in SOUNDNESS]
    assert (diagnostic.rule.code, diagnostic.element, len(diagnostic.also)) == ("S708", "F/a", 2)


def test_the_exit_of_a_loop_into_the_join_around_it_is_no_mismatch(checked):
    steps = """
    s: {title: t, type: start}
    p: {title: t, type: parallel, next: [top, b]}
    top: {title: t, type: exclusive}
    a: {title: t}
    x: {title: t, type: exclusive, next: [j, top]}
    b: {title: t, next: j}
    j: {title: t, type: parallel}
    e: {title: t, type: end}
    """
    assert codes(checked(f"flows:\n{flow(steps)}"), *SOUNDNESS) == []


def test_ways_of_an_exclusive_gateway_may_meet_in_an_activity(checked):
    steps = """
    s: {title: t, type: start}
    x: {title: t, type: exclusive, next: [a, b]}
    a: {title: t, next: c}
    b: {title: t}
    c: {title: t}
    p: {title: t, type: parallel, next: [d, f]}
    d: {title: t, next: j}
    f: {title: t, next: j}
    j: {title: t, type: parallel}
    e: {title: t, type: end}
    """
    assert codes(checked(f"flows:\n{flow(steps)}"), *SOUNDNESS) == []


def test_each_of_nested_mismatches_is_told(checked):
    steps = """
    s: {title: t, type: start}
    p: {title: t, type: parallel, next: [q, c]}
    q: {title: t, type: parallel, next: [a, b]}
    a: {title: t, next: k}
    b: {title: t, next: k}
    k: {title: t, type: inclusive, next: j}
    c: {title: t, next: j}
    j: {title: t, type: inclusive}
    e: {title: t, type: end}
    """
    assert found(checked(f"flows:\n{flow(steps)}"), *SOUNDNESS) == [("S709", "F/p"), ("S709", "F/q")]


def test_a_step_with_an_impossible_name_crashes_nothing(checked):
    steps = """
    s: {title: t, type: start}
    a b: {title: t, type: parallel, next: {c: 10%, d: 20%}}
    c: {title: t, next: {j: 10%, c: 20%}}
    d: {title: t, next: j}
    j: {title: t, type: exclusive, next: e}
    lost one: {title: t, next: {j: 10%, e: 20%}}
    e: {title: t, type: end}
    dead end: {title: t}
    """
    assert "S000" not in codes(checked(f"flows:\n{flow(steps)}"), "S000")


# -- branches ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        ("type: exclusive, next: [a, b]", ["S710"]),
        ("type: inclusive, next: [a, b]", ["S710"]),
        ("next: [a, b]", ["S710"]),
        ("type: exclusive, next: {a: papers complete, b: null}", []),
        ("type: exclusive, next: {a: 80% papers complete, b: 20%}", []),
        ("type: exclusive, next: {a: 80%, b: 20%}", ["S710"]),
        ("type: parallel, next: [a, b]", []),
        ("type: parallel, next: {a: when it rains, b: null}", []),
        ("type: parallel, next: {a: 0%, b: null}", ["S712"]),
        ("type: exclusive, next: a", ["S711"]),
        ("type: exclusive", ["S711"]),
        ("type: exclusive, next: []", []),
        ("next: a", []),
    ],
)
def test_branches(checked, node, expected):
    steps = f"""
    s: {{title: t, type: start}}
    x: {{title: t, {node}}}
    a: {{title: t, next: e}}
    b: {{title: t}}
    e: {{title: t, type: end}}
    """
    assert codes(checked(f"flows:\n{flow(steps)}"), "S710", "S711", "S712") == expected


def test_a_gateway_that_joins_does_something(checked):
    steps = """
    s: {title: t, type: start, next: {a: here, b: there}}
    a: {title: t, next: x}
    b: {title: t}
    x: {title: t, type: exclusive}
    e: {title: t, type: end}
    """
    assert codes(checked(f"flows:\n{flow(steps)}"), "S710", "S711") == []


# -- completeness --------------------------------------------------------------------


@pytest.mark.parametrize("actor", ["agent", "misspelt"])
def test_an_actor_named_later_holds_for_the_steps_before(checked, actor):
    steps = f"""
    s: {{title: t, type: start}}
    a: {{title: t}}
    e: {{title: t, type: end, actor: {actor}}}
    """
    assert codes(checked(f"actors: {{agent: {{title: t, type: enterprise}}}}\nflows:\n{flow(steps)}"), "S714") == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("mode: manual, time: 1h", []),
        ("mode: assisted, time: 1h", ["S716"]),
        ("mode: automatic, time: 0min, system: erp", []),
        ("mode: automatic, time: 1h, system: misspelt", []),
        ("wait: 1h", ["S715", "S717"]),
    ],
)
def test_what_an_activity_says(checked, fields, expected):
    steps = f"s: {{title: t, type: start}}\na: {{title: t, {fields}}}\ne: {{title: t, type: end}}"
    text = f"systems: {{erp: {{title: t}}}}\nflows:\n{flow(steps)}"
    assert codes(checked(text), "S715", "S716", "S717") == expected


# -- lanes ---------------------------------------------------------------------------

LANES = """
actors:
  customs: {title: t, type: government}
  office: {title: t, type: government, parent: customs}
  desk: {title: t, type: government, parent: office}
  agent: {title: t, type: enterprise}
  bank: {title: t, type: enterprise}
paths:
  P: {title: t, connects: {F1: {R: office, A: office}}, exchanges: [{from: agent, to: office}]}
  Q: {title: t, connects: {F1: {R: agent, A: agent, I: nobody}}}
scenarios:
  S: {title: t, realizes: P}
  T: {title: t, realizes: [P, Q]}
  U: {title: t, realizes: [P, misspelt]}
items:
  I: {title: t, scenario: S}
  J: {title: t, scenario: T}
  K: {title: t, scenario: U}
"""


@pytest.mark.parametrize(
    ("item", "actor", "expected"),
    [
        ("I", "office", []),
        ("I", "customs", []),
        ("I", "desk", []),
        ("I", "agent", []),
        ("I", "bank", [("S718", "F/a")]),
        ("I", "misspelt", []),
        ("J", "bank", []),  # nobody knows whom the path means
        ("K", "bank", []),
        ("misspelt", "bank", []),
    ],
)
def test_lanes(checked, item, actor, expected):
    steps = f"""
    s: {{title: t, type: start, actor: agent}}
    a: {{title: t, actor: {actor}}}
    b: {{title: t}}
    e: {{title: t, type: end, actor: agent}}
    """
    result = checked(f"{LANES}flows:\n{flow(steps, detailing(item, 'as-is'))}")
    assert found(result, "S718", "S000") == expected
    assert all(len(diagnostic.also) == 1 for diagnostic in result.found if diagnostic.rule.code == "S718")


def test_actors_in_a_circle_do_not_hang(checked):
    text = LANES.replace("customs: {title: t,", "customs: {title: t, parent: desk,")
    steps = "s: {title: t, type: start}\na: {title: t, actor: bank}\ne: {title: t, type: end}"
    result = checked(f"{text}flows:\n{flow(steps, detailing('I', 'as-is'))}")
    assert found(result, "S718", "S000") == [("S718", "F/a")]


# -- data ----------------------------------------------------------------------------

DATA = "data: {d: {title: t}}\n"


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ("a: {title: t, reads: d}\nb: {title: t, writes: d}", [("S719", "F/a")]),
        ("a: {title: t, writes: d}\nb: {title: t, reads: d}", []),
        ("a: {title: t, writes: [d, d]}\nb: {title: t, reads: d}", []),
        ("a: {title: t, reads: d}\nb: {title: t}", []),  # it comes from outside
        ("a: {title: t, reads: d, writes: d}\nb: {title: t, writes: d}", []),  # it is changed, so it was there
        ("a: {title: t, reads: d}\nb: {title: t, writes: d, next: {a: again, e: done}}", []),
        ("a: {title: t, next: {b: x, c: y}}\nb: {title: t, writes: d}\nc: {title: t, reads: d}", []),
        (
            "a: {title: t, type: parallel, next: [b, c]}\nb: {title: t, writes: d, next: j}\n"
            "c: {title: t, reads: d}\nj: {title: t, type: parallel}",
            [("S719", "F/c")],
        ),
        ("a: {title: t, reads: misspelt}\nb: {title: t, writes: misspelt}", []),
    ],
)
def test_read_before_written(checked, steps, expected):
    text = flow(f"s: {{title: t, type: start}}\n{steps}\ne: {{title: t, type: end}}")
    assert found(checked(f"{DATA}flows:\n{text}"), "S719", "S000") == expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [(("J", "as-is"), []), (("I", "to-be"), [("S719", "F/a")])],
    ids=["another item writes it", "the other variant writes it"],
)
def test_data_may_come_from_another_item(checked, other, expected):
    early = "s: {title: t, type: start}\na: {title: t, reads: d}\nb: {title: t, writes: d}\ne: {title: t, type: end}"
    writer = "s: {title: t, type: start}\nb: {title: t, writes: d}\ne: {title: t, type: end}"
    flows = flow(early, detailing("I", "as-is")) + flow(writer, detailing(*other), "G")
    text = f"{DATA}items: {{I: {{title: t}}, J: {{title: t}}}}\nflows:\n{flows}"
    assert found(checked(text), "S719") == expected


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("", ["S722"]),
        ("functions: {f: {title: t, feeds: [{to: g, data: d}]}, g: {title: t}}", []),
        ("paths: {P: {title: t, exchanges: [{from: a, to: b, data: d}]}}", []),
        ("findings: {X: {title: t, type: break, touches: d}}", ["S722"]),
        ("paths: {P: {title: t, exchanges: {a: b}}}", []),  # a path could not be read
    ],
)
def test_data_unused(checked, rest, expected):
    assert codes(checked(f"{DATA}{rest}\n"), "S722") == expected


# -- variants ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("flows", "expected"),
    [
        ("", []),
        ("A: {title: t, details: I, variant: as-is}", [("S723", "I")]),
        ("A: {title: t, details: I, variant: to-be}", [("S724", "I")]),
        ("A: {title: t, details: I, variant: as-is}, B: {title: t, details: I, variant: to-be}", []),
        ("A: {title: t, details: I, variant: as-is}, B: {title: t, details: misspelt, variant: to-be}", []),
        ("A: {title: t, details: I, variant: as-is}, B: {title: t, details: I, variant: tobe}", []),
        (
            "A: {title: t, details: I, variant: as-is}, B: {title: t, details: I, variant: as-is}, "
            "C: {title: t, details: I, variant: as-is}",
            [("S723", "I"), ("S725", "B")],
        ),
    ],
)
def test_variants(checked, flows, expected):
    result = checked(f"items: {{I: {{title: t}}}}\nflows: {{{flows}}}\n")
    assert found(result, "S723", "S724", "S725", "S000") == expected


def test_a_missing_variant_is_accepted_on_the_item(checked):
    flows = "flows: {A: {title: t, details: I, variant: as-is}}\n"
    assert found(checked(f"items: {{I: {{title: t, accepted: {{S723: nothing changes}}}}}}\n{flows}"), "S723") == []


def test_an_unread_file_may_hold_the_other_variant(engagement):
    folder = engagement("items: {I: {title: t}}\nflows: {A: {title: t, details: I, variant: as-is}}\n")
    (folder / "more.yaml").write_bytes("flows: {B: {title: 流程".encode("gb18030"))
    assert codes(load_and_check(folder), "S723") == []


def test_a_measure_is_told_the_flow_it_means(checked):
    result = checked(
        "items: {I: {title: t}}\n"
        "flows: {A: {title: t, details: I, variant: as-is}, B: {title: t, details: I, variant: to-be}}\n"
        "measures: {M: {title: t, shapes: [B, A, misspelt]}}\n"
    )
    (diagnostic,) = [diagnostic for diagnostic in result.found if diagnostic.rule.code == "S726"]
    assert diagnostic.place.path == ("measures", "M", "shapes", 1)
    assert "“B”" in diagnostic.remedy.for_language("en")


@pytest.mark.parametrize(
    ("indicator", "metric", "fits"),
    [
        ("unit: h", "lead_time", True),
        ("unit: 小时", "lead_time", True),
        ("unit: 天/箱", "lead_time", True),
        ("unit: 个工作日", "waiting_time", True),
        ("unit: working days", "waiting_time", True),
        ("unit: h/TEU", "processing_time", True),
        ("unit: CNY", "lead_time", False),
        ("unit: 万元/天", "lead_time", False),
        ('unit: "%"', "lead_time", False),
        ('unit: ""', "lead_time", False),
        ("frequency: monthly", "lead_time", True),  # another rule asks for the unit
        ("baseline: 36 h", "lead_time", True),
        ("baseline: 36 CNY", "lead_time", False),
        ('unit: "%"', "manual_share", True),
        ("unit: per cent", "flow_efficiency", True),
        ('unit: ""', "rework_probability", True),
        ("unit: h", "rework_probability", False),
        ("unit: 次", "rework_probability", False),
        ("unit: 次", "handoffs", True),
        ("unit: 次/票", "reentries", True),
        ("unit: platforms", "system_switches", True),
        ('unit: ""', "handoffs", True),
        ("unit: 单元", "handoffs", True),
        ("unit: 万元", "handoffs", False),
        ("unit: TEU", "handoffs", False),
        ("unit: d", "handoffs", False),
        ("unit: CNY/TEU", "cost", True),
        ("unit: 元", "cost", True),
        ("unit: h", "cost", False),
        ('unit: "%"', "cost", False),
        ('unit: ""', "cost", False),
    ],
)
def test_estimates(checked, indicator, metric, fits):
    text = f"indicators: {{I: {{title: t, {indicator}}}}}\n"
    text += f"flows: {{F: {{title: t, variant: as-is, estimates: {{I: {metric}, misspelt: cost}}}}}}\n"
    assert codes(checked(text), "S727", "S000") == ([] if fits else ["S727"])


# -- findings ------------------------------------------------------------------------


def test_those_who_feel_a_finding_are_asked_for_its_evidence(checked):
    steps = "s: {title: t, type: start, actor: agent}\na: {title: t}\ne: {title: t, type: end}"
    result = checked(
        "actors: {agent: {title: t, type: enterprise}, bank: {title: t, type: enterprise}}\n"
        "data: {d: {title: t, owner: bank}}\n"
        f"flows:\n{flow(steps)}"
        "findings: {X: {title: Typed twice, type: break, touches: [F/a, d, agent, misspelt]}}\n"
    )
    (question,) = [question for question in questions(result) if question.located.diagnostic.rule.code == "S728"]
    assert [actor.id for actor in question.whom] == ["agent", "bank"]
    assert "Typed twice" in question.text.for_language("en")


# -- times over several ends ------------------------------------------------------------

ENDS = """
indicators: {{I: {{title: I, unit: "{unit}"}}}}
flows:
  F:
    title: F
    variant: {variant}
    estimates: {{I: {asked}}}
    steps:
      s: {{title: s, type: start}}
      look: {{title: look, time: 5min, wait: 1min, cost: 1 CNY}}
      q: {{title: q, type: exclusive, next: {{out: 70%, give: 30%}}}}
      out: {{title: out, type: end}}
      give: {{title: give, time: 60min}}
      done: {{title: done, type: end}}
"""


@pytest.mark.parametrize(
    ("asked", "unit", "is_asked"),
    [
        ("lead_time", "min", True),
        ("waiting_time", "min", True),
        ("{metric: waiting_time, of: look}", "min", False),
        ("cost", "CNY", False),
        ("{metric: probability, of: give}", "%", False),
    ],
)
@pytest.mark.parametrize("variant", ["as-is", "to-be"])
def test_a_time_over_several_ends_is_asked_about(checked, asked, unit, is_asked, variant):
    assert codes(checked(ENDS.format(asked=asked, unit=unit, variant=variant)), "S734") == ["S734"] * is_asked
