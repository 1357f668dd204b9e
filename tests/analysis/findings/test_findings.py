"""Each kind of finding: a model in which it is there, and one in which it is not."""

import math
import subprocess
import sys

import pytest

from sevenstep.analysis.analyse import analyse
from sevenstep.analysis.findings.catalogue import FINDING_RULES
from sevenstep.analysis.findings.data_ways import before
from sevenstep.analysis.findings.find import find
from sevenstep.analysis.findings.thresholds import THRESHOLDS
from sevenstep.analysis.results import ENDLESS, Queues, ResourceLoad, Value

HEAD = """
actors:
  a: {title: A, type: enterprise}
  b: {title: B, type: enterprise}
systems:
  s: {title: S, owner: a}
  t: {title: T, owner: a}
data:
  order: {title: Order, owner: a}
  bill: {title: Bill, owner: a}
"""


def flow(*steps: str, name: str = "f", more: str = "") -> str:
    lines = ["      start: {title: start, type: start, actor: a}", *(f"      {one}" for one in steps)]
    lines.append("      end: {title: end, type: end}")
    return f"flows:\n  {name}:\n    title: Flow\n    variant: as-is\n{more}    steps:\n" + "\n".join(lines) + "\n"


def codes(checked, text: str) -> dict[str, tuple[str, ...]]:
    return {one.code: one.touches for one in analyse(checked(text).chain, cases=200).findings}


WRITE = "{}: {{title: t, actor: a, system: {}, mode: manual, writes: order}}"

CASES = {
    "F101": (flow("w: {title: w, time: 1h, wait: 9h}"), flow("w: {title: w, time: 5h, wait: 5h}")),
    "F102": (
        flow("w: {title: w, wait: 9h}", "x: {title: x, wait: 1h}", "y: {title: y, wait: 1h}"),
        flow("w: {title: w, wait: 1h}", "x: {title: x, wait: 1h}", "y: {title: y, wait: 1h}"),
    ),
    "F103": (
        flow("w: {title: w}", "g: {title: g, type: exclusive, next: {end: 80%, w: 20%}}"),
        flow("w: {title: w}", "g: {title: g, type: exclusive, next: {end: 90%, w: 10%}}"),
    ),
    "F105": (
        HEAD
        + flow(
            WRITE.format("w", "s"),
            "x: {title: x, system: t, mode: manual, reads: order, writes: order}",
            "y: {title: y, system: s, mode: manual, writes: bill}",
            "z: {title: z, system: t, mode: manual, reads: bill, writes: bill}",
        ),
        HEAD
        + flow(
            WRITE.format("w", "s"),
            "x: {title: x, system: t, mode: automatic, reads: order, writes: order}",
            "y: {title: y, system: t, mode: manual, reads: order, writes: bill}",
            "z: {title: z, system: s, mode: manual, reads: order}",
        ),
    ),
    "F106": (
        HEAD + flow(*(f"s{n}: {{title: s, actor: {'ab'[n % 2]}}}" for n in range(8))),
        HEAD + flow(*(f"s{n}: {{title: s, actor: a}}" for n in range(8))),
    ),
    "F201": (
        HEAD
        + flow(
            WRITE.format("w", "s"),
            "paper: {title: paper, mode: manual, reads: order}",
            "x: {title: x, system: t, mode: manual, reads: order, writes: order}",
        ),
        HEAD
        + flow(
            WRITE.format("w", "s"),
            "look: {title: look, mode: manual, reads: order}",
            "i: {title: i, system: t, mode: automatic, reads: order, writes: order}",
            "x: {title: x, system: t, mode: manual, reads: order, writes: bill}",
        ),
    ),
    "F202": (
        HEAD + flow(WRITE.format("w", "s"), WRITE.format("x", "t")),
        HEAD + flow(WRITE.format("w", "s"), WRITE.format("x", "s")),
    ),
    "F301": (HEAD + flow("r: {title: r, reads: order}"), HEAD + flow("r: {title: r, reads: order, writes: order}")),
    "F302": (HEAD + flow("r: {title: r, writes: order}"), HEAD + flow("r: {title: r, reads: order, writes: order}")),
    "F303": (
        HEAD.replace("Order, owner: a", "Order") + flow("r: {title: r, writes: order}"),
        HEAD + flow("r: {title: r, writes: order}"),
    ),
    "F304": (
        "indicators:\n  i: {title: I}\n",
        "indicators:\n  i: {title: I, baseline: 3}\n",
    ),
    "F305": (
        "domains: {d: {title: D}}\nfunctions: {fn: {title: F, domain: d}}\n" + flow("w: {title: w}"),
        "domains: {d: {title: D}}\nfunctions: {fn: {title: F, domain: d}}\npaths: {p: {title: P, connects: {fn: {}}}}\n"
        "scenarios: {sc: {title: S, realizes: p}}\nitems: {it: {title: I, scenario: sc}}\n"
        + flow("w: {title: w}", more="    details: it\n"),
    ),
}
CASES["F421"] = (
    flow("w: {title: w, error: 9%}", "x: {title: x, error: 2%}", "y: {title: y, error: 2%}"),
    flow("w: {title: w, error: 4%}", "x: {title: x, error: 2%}", "y: {title: y, error: 2%}"),
)
CASES["F422"] = (
    flow(*(f"{name}: {{title: w, emissions: {sum_} kgCO2e}}" for name, sum_ in (("w", 9), ("x", 2), ("y", 2)))),
    flow(*(f"{name}: {{title: w, emissions: {sum_} kgCO2e}}" for name, sum_ in (("w", 4), ("x", 2), ("y", 2)))),
)
CASES["F423"] = (
    flow("w: {title: w, damage: 15%}", "x: {title: x, error: 10%}"),
    flow("w: {title: w, damage: 10%}", "x: {title: x, error: 10%}"),
)
EXCHANGE = """
paths:
  p:
    title: P
    exchanges: [{from: a, to: b, data: order, channel: paper}]
scenarios: {sc: {title: S, realizes: p}}
items: {it: {title: I, scenario: sc}}
"""
CASES["F203"] = (
    HEAD + EXCHANGE + flow("w: {title: w}", more="    details: it\n"),
    HEAD + EXCHANGE + flow("w: {title: w, writes: order}", more="    details: it\n"),
)
ITEM = "items: {{it: {{title: I, volume: 1000/y, operations: [{}], resources: {{{}}}}}}}\n"
TWO = flow("w: {title: w, time: 1h, cost: 3 CNY}", "x: {title: x, time: 1h, actor: b}", more="    details: it\n")
W, X = "{does: w, unit: a, role: clerk, steps: f/w}", "{does: x, unit: b, role: clerk, steps: f/x}"
CASES["F431"] = (HEAD + ITEM.format(f"{X}, {W}", "") + TWO, HEAD + ITEM.format(f"{W}, {X}", "") + TWO)
CASES["F432"] = (
    HEAD + ITEM.format("", "people: [{unit: a, number: 1, hours: 900 h/y}]") + TWO,
    HEAD + ITEM.format("", "people: [{unit: a, number: 1, hours: 1100 h/y}]") + TWO,
)
CASES["F433"] = (
    HEAD + ITEM.format("", "money: 2900 CNY/y") + TWO,
    HEAD + ITEM.format("", "money: 3100 CNY/y") + TWO,
)
CASES["F434"] = (HEAD + ITEM.format(W, "") + TWO, HEAD + ITEM.format(f"{W}, {X}", "") + TWO)
CASES["F435"] = (
    HEAD + ITEM.format(f"{W}, {X.replace('unit: b', 'unit: a')}", "") + TWO,
    HEAD + ITEM.format(f"{W}, {X}", "") + TWO,
)
MONEY = "appraisals: {{a: {{title: A, from: 2024, horizon: 3, outlay: {{title: O, amount: 100 CNY}}, {}}}}}\n"
EARNS = "income: {title: I, amount: 60 CNY/y}"
OWES = "loans: {title: L, amount: 150 CNY, rate: 0%, term: 2}"
CASES["F501"] = (
    MONEY.format(EARNS.replace("60", "40")),
    MONEY.format(EARNS),
)
CASES["F502"] = (
    MONEY.format(f"{EARNS}, {OWES}"),
    MONEY.format(f"{EARNS}, {OWES.replace('150', '90')}"),
)
PROJECT = "projects: {{p: {{title: P, start: 2024, end: 2024, budget: {{year: 2024, amount: 10 CNY}}{}}}}}\n"
WITH_GAP = (
    "domains: {{d: {{title: D}}}}\nindicators: {{i: {{title: I, unit: h, direction: decrease, domain: d, "
    "baseline: {}, targets: {{2030: 5 h}}}}}}\n"
)
CASES["F503"] = (PROJECT.format(""), PROJECT.format(", judged_by: {i: 2030}") + WITH_GAP.format("9 h"))
CASES["F504"] = (PROJECT.format("") + WITH_GAP.format("9 h"), PROJECT.format("") + WITH_GAP.format("4 h"))
RULED = "functions: {fn: {title: F}}\npaths: {p: {title: P, connects: {fn: {}}}}\nregulations:\n"
RULE = "  r{}: {{title: R{}, jurisdiction_name: {}, from: 2020, subject: {}, demands: {}, binds: fn}}\n"


def ruled(*said: tuple[str, str, str]) -> str:
    """Regulations of an area on a subject, with what they demand."""
    return RULED + "".join(RULE.format(n, n, area, subject, demand) for n, (area, subject, demand) in enumerate(said))


CASES["F411"] = (
    ruled(("Here", "hours", "≤4 h"), ("There", "hours", "≥6 h")),
    ruled(("Here", "hours", "≤4 h"), ("There", "hours", "≤2 h")),
)
CASES["F412"] = (
    ruled(("Here", "hours", "≤4 h"), ("There", "hours", "≤2 h")),
    ruled(("Here", "hours", "≤4 h"), ("There", "hours", "≤240 min"), ("Here", "fee", "≤5 CNY")),
)
CASES["F413"] = (
    ruled(("Here", "hours", "≤4 h"), ("There", "hours", "≤4 h"), ("Here", "fee", "≤5 CNY")),
    ruled(("Here", "hours", "≤4 h"), ("There", "hours", "≤4 h"), ("Here", "fee", "≤5 CNY"), ("There", "fee", "≤5 CNY")),
)
STEP = flow("w: {title: w, time: 2h, cost: 3 CNY, required_by: r}")
CASES["F414"] = (
    "regulations: {r: {title: R, from: 2001, until: 2002, binds: f/w}}\n" + flow("w: {title: w}"),
    "regulations: {r: {title: R, from: 2001, until: 2999, binds: f/w}}\n" + flow("w: {title: w}"),
)
CASES["F415"] = (
    "regulations: {r: {title: R, from: 2001, until: 2002, binds: f/w}}\n" + STEP,
    "regulations: {r: {title: R, from: 2001, binds: f/w}}\n" + STEP,
)


GROUND = """
date: 2024
places: {{mine: {{title: Mine}}, hub: {{title: Hub{}}}, ferry: {{title: Ferry}}, port: {{title: Port}}}}
links:
  up: {{title: Up, from: mine, to: hub, time: 5 h, cost: 50 CNY}}
  down: {{title: Down, from: hub, to: port, time: 5 h, cost: 50 CNY{}}}
  stream: {{title: Stream, from: mine, to: ferry, time: {}, cost: 10 CNY}}
  crossing: {{title: Crossing, from: ferry, to: port, time: 1 h, cost: 10 CNY{}}}
routes: {{ore: {{title: Ore, from: mine, to: port, over: [up, down]{}}}}}
"""
BEING_BUILT = ", state: being-built, opens: 2030"
NO_FERRY = GROUND.format("", "", "10 h", ", state: closed", "")
PLAN = "scenarios: {plan: {title: Plan, responds_to: [up, hub, down]}}\n"
CASES["F401"] = (
    GROUND.format(", capacity: 100 TEU/d, load: 100 TEU/d", "", "10 h", "", ""),
    GROUND.format(", capacity: 100 TEU/d, load: about 100 TEU/d", "", "10 h", "", ""),
)
CASES["F402"] = (
    GROUND.format(", load: about 100%", "", "10 h", "", ""),
    GROUND.format(", load: 89%", "", "10 h", "", ""),
)
CASES["F403"] = (NO_FERRY, NO_FERRY + PLAN)
CASES["F404"] = (GROUND.format("", "", "12 h", "", ""), GROUND.format("", "", "11 h", "", ""))
CASES["F405"] = (GROUND.format("", BEING_BUILT, "10 h", "", ""), GROUND.format("", "", "10 h", BEING_BUILT, ""))
CASES["F406"] = (GROUND.format("", "", "10 h", "", ", best: cheapest"), GROUND.format("", "", "10 h", "", ""))


@pytest.mark.parametrize("code", sorted(CASES))
def test_it_is_found_where_it_is_and_nowhere_else(checked, code):
    there, absent = CASES[code]
    assert code in codes(checked, there)
    assert code not in codes(checked, absent)


def test_a_resource_over_its_capacity(checked):
    chain = checked("actors: {r: {title: R, type: operator}}\n").chain
    value = Value(0.5, "simulated", 0.4, 0.6)

    def seen(offered: float) -> set[str]:
        load = ResourceLoad("r", offered, value, value, value)
        return {one.code for one in find(chain, {}, [Queues("as-is", (load,), {}, 100, 1)])}

    assert seen(1.2) == {"F104"}
    assert seen(0.5) == set()


def test_resources_that_share_work_are_told_together(checked):
    chain = checked("""
        resources: {p: {title: {zh: 甲, en: One}}, q: {title: {zh: 乙, en: Two}}}
    """).chain
    value = Value(0.5, "simulated", 0.4, 0.6)
    waits = (value, Value(math.inf, "simulated", 0.0, math.inf, reason=ENDLESS))
    loads = tuple(ResourceLoad(one, 1.2, value, value, wait, ("p", "q")) for one, wait in zip("pq", waits, strict=True))
    [found] = find(chain, {}, [Queues("as-is", loads, {}, 100, 1)])
    assert found.touches == ("p", "q")
    assert (
        found.message.for_language("en")
        == "The work that comes to One, Two is 120% of what they can do together (as-is)"
    )
    assert found.message.for_language("zh") == "要甲、乙做的工作是合起来的能力的 120%（现状）"
    told = [f"{one.what.for_language('en')}: {one.value.for_language('en')}" for one in found.facts]
    assert told == [
        "load: 120%",
        "One: mean queue, simulated: 0.5",
        "One: mean wait, simulated: 30 min",
        "Two: mean queue, simulated: 0.5",
        "Two: mean wait, simulated: grows without end, so there is no mean",
    ]
    endless = ResourceLoad("p", math.inf, value, waits[1], waits[1])
    [found] = find(chain, {}, [Queues("as-is", (endless,), {}, 100, 1)])
    assert "∞" in found.message.for_language("en")


def test_every_kind_has_a_case():
    assert {one.code for one in FINDING_RULES} == {*CASES, "F104"}


def test_rules_say_everything_in_both_languages():
    assert len({one.code for one in FINDING_RULES}) == len({one.name for one in FINDING_RULES}) == len(FINDING_RULES)
    for text in (
        *(said for one in FINDING_RULES for said in (one.title, one.meaning, one.advice)),
        *(said for one in THRESHOLDS for said in (one.title, one.reason)),
    ):
        assert text.zh
        assert text.en


def test_the_figures_stand_beside_it_and_the_steps_are_named(checked):
    found = analyse(checked(CASES["F101"][0]).chain, cases=200).findings[0]
    assert found.touches == ("f", "f/w")
    assert found.message.for_language("en") == "Of 10 h from start to end, 90% is waiting"
    assert [fact.value.for_language("en") for fact in found.facts] == ["10 h", "9 h", "9 h"]
    assert (found.variant, found.weight, found.key) == ("as-is", "serious", "F101 f")


def test_a_threshold_of_the_engagement_goes_before_the_usual_one(checked):
    text = CASES["F101"][0] + "analysis: {thresholds: {waiting-share: {value: 95%, reason: it is a ferry}}}\n"
    assert "F101" not in codes(checked, text)
    wrong = CASES["F101"][0] + "analysis: {thresholds: {waiting-share: {value: 3 h, reason: it is a ferry}}}\n"
    assert "F101" in codes(checked, wrong)  # a value that does not fit is a problem of the check, and not used


def test_taken_up_answered_and_accepted(checked):
    text = (
        CASES["F101"][0]
        + """
findings:
  own: {title: Own words, type: blockage, rule: F101, touches: f/w, evidence: [seen]}
measures:
  m: {title: M, answers: own}
"""
    )
    found = analyse(checked(text).chain, cases=200).findings[0]
    assert (found.taken_up, found.measures, found.accepted) == (("own",), ("m",), None)
    text = CASES["F101"][0].replace(
        "variant: as-is", "variant: as-is\n    accepted: {F101: the ship waits for the tide}"
    )
    model = checked(text)
    found = next(one for one in analyse(model.chain, cases=200).findings if one.code == "F101")
    assert found.accepted.for_language("en") == "the ship waits for the tide"
    assert not [one for one in model.found if one.rule.code in {"S013", "S014"}]


def test_a_finding_on_one_step_does_not_stand_for_what_is_found_at_another(checked):
    text = CASES["F102"][0] + "findings: {own: {title: Own, type: blockage, rule: F102, touches: %s}}\n"

    def taken_up(touches: str) -> tuple[str, ...]:
        found = analyse(checked(text % touches).chain, cases=200).findings
        return next(one.taken_up for one in found if one.code == "F102")

    assert taken_up("f/w") == taken_up("f") == ("own",)
    assert taken_up("f/y") == ()


def test_what_is_missing_on_one_path_is_one_finding(checked):
    text = HEAD + EXCHANGE.replace("channel: paper}", "channel: paper}, {from: b, to: a, data: bill}")
    found = analyse(checked(text + flow("w: {title: w}", more="    details: it\n")).chain, cases=200).findings
    (one,) = [one for one in found if one.code == "F203"]
    assert one.touches == ("p", "order", "bill")
    assert [fact.value.for_language("en") for fact in one.facts] == ["A → B, paper", "B → A"]


def test_rework_names_the_steps_in_the_loop_and_no_others(checked):
    text = flow(
        "before: {title: b}",
        "w: {title: w}",
        "x: {title: x}",
        "g: {title: g, type: exclusive, next: {y: 70%, w: 30%}}",
        "y: {title: y}",
    )
    assert codes(checked, text)["F103"] == ("f", "f/w", "f/x")


def test_data_is_not_carried_against_the_arrows(checked):
    text = HEAD + flow("x: {title: x, system: t, mode: manual, reads: order}", WRITE.format("w", "s"))
    met = before(checked(text).chain.elements["f"])
    assert met.of("w", "order", None) is None
    assert met.of("end", "order", None) == "s"
    assert met.of("end", "order", "s") is None


def test_a_check_needs_no_numbers():
    """The texts of the rules are known to the check; what computes is loaded only to compute."""
    said = subprocess.run(
        [sys.executable, "-c", "import sys, sevenstep.checking.check; print('numpy' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert said.stdout.strip() == "False"


def test_unknown_times_give_no_finding_on_times(checked):
    assert not {"F101", "F102"} & set(codes(checked, flow("w: {title: w}", "x: {title: x}")))


def at(checked, text: str, code: str):
    return [one for one in analyse(checked(text).chain, cases=2000).findings if one.code == code]


BESIDE = flow(
    "sp: {title: sp, type: parallel, next: [A, B]}",
    "A: {title: A, wait: 50h, time: 1h, next: j}",
    "B: {title: B, wait: 1h, time: 1h}",
    "B2: {title: B2, wait: 20h, time: 1h}",
    "B3: {title: B3, wait: 20h, time: 9h}",
    "B4: {title: B4, wait: 20h, time: 1h, next: j}",
    "j: {title: j, type: parallel}",
)


def test_a_wait_beside_the_way_that_decides_is_not_blamed(checked):
    """The branch of 73 h decides: doing away with the wait of 50 h saves nothing."""
    assert not at(checked, BESIDE, "F102")
    (one,) = at(checked, BESIDE, "F101")
    assert set(one.touches) == {"f", "f/B2", "f/B3", "f/B4"}
    assert [fact.value.for_language("en") for fact in one.facts] == ["3 days", "2.5 days", "20 h", "20 h", "20 h"]
    (one,) = at(checked, BESIDE.replace("B3, wait: 20h", "B3, wait: 70h"), "F102")
    assert one.touches[0] == "f/B3"
    assert (
        one.message.for_language("en")
        == "Without the wait at “B3” the lead time falls from 5.1 days to 2.2 days (−57%)"
    )


def test_waits_beside_long_work_do_not_dominate(checked):
    """Nine hours of waiting beside nine of work: without the waiting it still takes nine hours."""
    text = flow(
        "sp: {title: sp, type: parallel, next: [A, B]}",
        "A: {title: A, wait: 9h, time: 1h, next: j}",
        "B: {title: B, time: 9h, next: j}",
        "j: {title: j, type: parallel}",
    )
    assert not at(checked, text, "F101")


def test_equal_parallel_waits_are_named_together(checked):
    text = flow(
        "sp: {title: sp, type: parallel, next: [A, B]}",
        "A: {title: A, wait: 20h, time: 1h, next: j}",
        "B: {title: B, wait: 20h, time: 1h, next: j}",
        "j: {title: j, type: parallel}",
        "C: {title: C, wait: 0.1h}",
    )
    assert not at(checked, text, "F102")
    (one,) = at(checked, text, "F101")
    assert set(one.touches) == {"f", "f/A", "f/B"}
    assert one.facts[-1].what.for_language("zh") == "“A”、“B”都不再等待可缩短（只改其中一步几乎没有效果）"
    assert one.facts[-1].value.for_language("en") == "20 h"


CARRY = """
systems: {s: {title: S, owner: a}, t: {title: T, owner: a}, u: {title: U, owner: a}}
actors: {a: {title: A, type: enterprise}}
data: {order: {title: Order, owner: a}, bill: {title: Bill, owner: a}}
analysis: {thresholds: {carried-by-hand: {value: LIMIT, reason: to see it}}}
"""


def carried(checked, *steps: str) -> tuple[float, tuple[str, ...]]:
    """How often, read off the message, and where."""
    found = at(checked, CARRY.replace("LIMIT", "0") + flow(*steps), "F105")
    if not found:
        return 0.0, ()
    words = found[0].message.for_language("en").split()
    return float(words[words.index("a", words.index("between")) - 2]), found[0].touches[1:]


A_S = "w: {title: w, system: s, mode: automatic, writes: order}"


@pytest.mark.parametrize(
    ("steps", "times", "where"),
    [
        ((A_S, "x: {title: x, system: t, mode: manual, reads: order, writes: order}"), 1, ("f/x",)),
        ((A_S, "x: {title: x, system: t, mode: manual, reads: order, writes: bill}"), 1, ("f/x",)),
        ((A_S, "x: {title: x, system: t, reads: order, writes: bill}"), 1, ("f/x",)),  # no mode: by hand
        ((A_S, "x: {title: x, system: t, mode: manual, reads: order}"), 0, ()),  # only looked at
        ((A_S, "x: {title: x, system: t, mode: assisted, reads: order, writes: order}"), 0, ()),
        ((A_S, "x: {title: x, system: s, mode: manual, reads: order, writes: order}"), 0, ()),  # the same system
        ((A_S, "x: {title: x, mode: manual, reads: order, writes: bill}"), 0, ()),  # onto paper
        (("x: {title: x, system: t, mode: manual, reads: order, writes: bill}", A_S), 0, ()),  # before it is there
        (  # the interface has passed it on
            (
                A_S,
                "i: {title: i, system: t, mode: automatic, reads: order, writes: order}",
                "x: {title: x, system: t, mode: manual, reads: order, writes: [order, bill]}",
            ),
            0,
            (),
        ),
        (  # brought in by one person, worked on by the next
            (
                A_S,
                "x: {title: x, system: t, mode: manual, reads: order, writes: order}",
                "y: {title: y, system: t, mode: manual, reads: order, writes: bill}",
            ),
            1,
            ("f/x",),
        ),
        (  # rework is no second time
            (
                A_S,
                "x: {title: x, system: t, mode: manual, reads: order, writes: bill}",
                "g: {title: g, type: exclusive, next: {end: 50%, x: 50%}}",
            ),
            1,
            ("f/x",),
        ),
        (  # in one case of a hundred the other system has it
            (
                "g: {title: g, type: exclusive, next: {w: 1%, m: 99%}}",
                A_S,
                "m: {title: m, type: exclusive}",
                "x: {title: x, system: t, mode: manual, reads: order, writes: order}",
            ),
            0.01,
            ("f/x",),
        ),
    ],
)
def test_who_carries_data_between_systems(checked, steps, times, where):
    assert carried(checked, *steps) == (times, where)


def test_paper_between_systems_names_the_step_that_enters(checked):
    text = HEAD + flow(
        WRITE.format("w", "s"),
        "paper: {title: Fetch it, mode: manual, reads: order}",
        "look: {title: Look, system: t, mode: manual, reads: order}",
        "x: {title: Type it, system: t, mode: manual, reads: order, writes: bill}",
    )
    (one,) = at(checked, text, "F201")
    assert one.touches == ("f", "f/paper", "f/x", "order")
    assert one.facts[0].value.for_language("en") == "S → Fetch it → Type it → T"


def test_equal_parallel_waits_are_named_beside_what_saves_less(checked):
    text = flow(
        "T: {title: T, wait: 24h, time: 1h}",
        "sp: {title: sp, type: parallel, next: [A, B]}",
        "A: {title: A, wait: 240h, time: 1h, next: j}",
        "B: {title: B, wait: 240h, time: 1h, next: j}",
        "j: {title: j, type: parallel}",
    )
    (one,) = at(checked, text, "F101")
    assert one.touches == ("f", "f/B", "f/A", "f/T") or one.touches == ("f", "f/A", "f/B", "f/T")
    assert [fact.value.for_language("en") for fact in one.facts[2:]] == ["10 days", "24 h"]


def test_carried_data_of_a_large_flow_is_followed_together(checked):
    """Three hundred steps that read what another system holds: one question, not three hundred."""
    import time

    steps = [A_S, *(f"x{n}: {{title: x, system: t, mode: manual, reads: order, writes: bill}}" for n in range(300))]
    text = CARRY.replace("LIMIT", "0") + flow(*steps)
    begun = time.monotonic()
    (one,) = at(checked, text, "F105")
    assert time.monotonic() - begun < 20
    assert len(one.touches) == 301


@pytest.mark.parametrize(
    ("there", "reached", "zh", "en"),
    [
        (1, 0, "“D”唯一的环节尚无流程支撑", "No flow reaches the only function of “D”"),
        (2, 0, "“D”的 2 个环节都尚无流程支撑", "No flow reaches any of the 2 functions of “D”"),
        (3, 1, "“D”的 3 个环节中，2 个尚无流程支撑", "Of the 3 functions of “D”, no flow reaches 2"),
    ],
)
def test_functions_that_no_flow_reaches_are_counted_in_words(checked, there, reached, zh, en):
    functions = ", ".join(f"f{one}: {{title: F, domain: d}}" for one in range(there))
    connects = ", ".join(f"f{one}: {{}}" for one in range(reached))
    text = (
        f"domains: {{d: {{title: D}}}}\nfunctions: {{{functions}}}\n"
        f"paths: {{p: {{title: P, connects: {{{connects}}}}}}}\n"
        "scenarios: {sc: {title: S, realizes: p}}\nitems: {it: {title: I, scenario: sc}}\n"
    ) + flow("w: {title: w}", more="    details: it\n")
    said = [one.message for one in analyse(checked(text).chain, cases=200).findings if one.code == "F305"]
    assert [(one.for_language("zh"), one.for_language("en")) for one in said] == [(zh, en)]


def test_functions_of_no_domain_are_counted_as_those_of_one(checked):
    text = "functions: {f0: {title: F}, f1: {title: G}}\n" + flow("w: {title: w}")
    said = [one.message for one in analyse(checked(text).chain, cases=200).findings if one.code == "F305"]
    assert [one.for_language("en") for one in said] == ["No flow reaches any of the 2 functions of “(no domain)”"]
