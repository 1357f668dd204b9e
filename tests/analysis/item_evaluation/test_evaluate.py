"""The four verdicts on an item, each way: by hand on small models."""

import pytest

from sevenstep.analysis.analyse import analyse
from sevenstep.analysis.choices import Answer, ItemQuestion
from sevenstep.analysis.item_evaluation.verdicts import Ground, of_parts, of_weakest
from sevenstep.language import Text

HEAD = """
actors:
  a: {title: {zh: 甲, en: Anna}, type: enterprise}
  a1: {title: {zh: 甲一, en: Anna's branch}, type: enterprise, parent: a}
  b: {title: {zh: 乙, en: Ben}, type: operator}
systems: {s: {title: S, owner: a}, t: {title: T, owner: a}}
resources: {desk: {title: {zh: 窗口, en: Desk}, actor: a, capacity: 1}}
"""


def flow(steps: str, variant: str = "to-be", name: str = "f", more: str = "") -> str:
    """A flow of the item: from `start` in the lane of a, over the steps, to `end`."""
    return (
        f"  {name}:\n    title: Flow {name}\n    details: i\n    variant: {variant}\n{more}    steps:\n"
        f"      start: {{title: start, type: start, actor: a}}\n{steps}      end: {{title: end, type: end}}\n"
    )


ONE = "      w: {title: Work, time: 1h, cost: 2 CNY, mode: manual, system: s}\n"
TWO = ONE + "      x: {title: Extra, time: 30min, mode: manual, actor: b}\n"


def model(item: str, *flows: str) -> str:
    return f"{HEAD}items: {{i: {{title: Item, {item}}}}}\n" + ("flows:\n" + "".join(flows) if flows else "")


@pytest.fixture
def evaluated(checked):
    def evaluate(*parts: str):
        return analyse(checked(model(*parts)).chain, cases=200).evaluations["i"]

    return evaluate


@pytest.fixture
def answer(evaluated):
    def answered(question: str, *parts: str) -> tuple[str, list[str]]:
        verdict = evaluated(*parts).verdicts[ItemQuestion(question)]
        return verdict.answer, [ground.message.for_language("en") for ground in verdict.grounds]

    return answered


# -- complete and in order -------------------------------------------------------------

W, X = "{does: w, unit: a, role: clerk, steps: f/w}", "{does: x, unit: b, role: planner, steps: f/x}"


def operations(*listed: str) -> str:
    return f"operations: [{', '.join(listed)}]"


def test_steps_that_the_flow_does_in_their_order(answer):
    found = answer("operations", operations(W, X), flow(TWO))
    assert found == (
        "yes",
        [
            "All 2 operations have activities, and all activities done by people an operation",
            "Their order is that of the flow",
        ],
    )


def test_steps_in_another_order_than_the_flow(answer):
    found = answer("operations", operations(X, W), flow(TWO))
    assert found[0] == "partly"
    assert found[1][1] == "Operation 2 “w” is written behind operation 1 “x”, and the flow does it first"


def test_a_step_without_activity_and_an_activity_without_step(answer):
    found = answer("operations", operations(W, "{does: y, unit: a, role: clerk}"), flow(TWO))
    assert found[0] == "partly"
    assert found[1][0] == (
        "Operation 2 without an activity in the flow; 1 activity done by people in no operation: “Extra”"
    )


def test_incomplete_and_out_of_order_is_partly_and_no_step_at_all_is_no(answer):
    assert answer("operations", operations(X, W, "{does: y, unit: a}"), flow(TWO))[0] == "partly"
    units = operations("{does: y, unit: b}", "{does: z, unit: b}")
    assert answer("operations", units, flow(ONE)) == (
        "no",
        ["Operations 1, 2: the unit does no activity of the flow; 1 activity done by people in no operation: “Work”"],
    )


@pytest.mark.parametrize(
    ("item", "flows", "said"),
    [
        ("tags: [x]", [flow(ONE)], "No operation steps are written"),
        (operations(W.replace(", steps: f/w", "")), [], "There is no flow to hold them against"),
        (
            operations("{does: w, unit: a, role: clerk}"),
            [flow(ONE)],
            "The unit of each operation has activities in the flow, but which operation is done in which activities "
            "is not said",
        ),
    ],
)
def test_steps_that_cannot_be_judged(evaluated, item, flows, said):
    verdict = evaluated(item, *flows).verdicts[ItemQuestion.OPERATIONS]
    [ground] = verdict.grounds
    assert (verdict.answer, ground.message.for_language("en")) == ("cannot-be-judged", said)
    assert ground.add is not None


def test_what_a_system_does_by_itself_needs_no_step(answer):
    steps = ONE + "      x: {title: Extra, mode: automatic, actor: b}\n"
    assert answer("operations", operations(W), flow(steps))[0] == "yes"


def test_branches_have_no_order_and_loops_count_forwards(answer):
    fork = """\
      g: {title: g, type: parallel, next: [w, x]}
      w: {title: w, time: 1h, mode: manual, next: j}
      x: {title: x, time: 1h, mode: manual, next: j}
      j: {title: j, type: parallel}
"""
    assert answer("operations", operations(X.replace("b", "a"), W), flow(fork))[0] == "yes"
    loop = TWO + "      g: {title: g, type: exclusive, next: {end: 90%, w: 10%}}\n"
    assert answer("operations", operations(W, X), flow(loop))[0] == "yes"
    assert answer("operations", operations(X, W), flow(loop))[0] == "partly"


def test_the_design_is_what_counts_unless_only_today_is_named(evaluated):
    both = (flow(ONE, "as-is", "now"), flow(ONE))
    assert evaluated(operations("{does: w, unit: a}"), *both).flows == ("f",)
    assert evaluated(operations("{does: w, unit: a, steps: now/w}"), *both).flows == ("now",)
    assert evaluated(operations("{does: w, unit: a, steps: [now/w, f/w]}"), *both).flows == ("f",)


# -- unit and person -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ((W, X), ("yes", ["All 2 operations name unit and role"])),
        (("{does: w, unit: a}", X), ("partly", ["Operation 1 without a role"])),
        (("{does: w}", "{does: x, unit: a}"), ("no", ["Operation 1 without a unit; Operations 1, 2 without a role"])),
        (
            (W, X.replace("unit: b", "unit: a")),
            (
                "partly",
                ["All 2 operations name unit and role", "Operation 2 is Anna's, and its activities are done by Ben"],
            ),
        ),
    ],
)
def test_each_with_unit_and_person(answer, listed, expected):
    assert answer("responsible", operations(*listed), flow(TWO)) == expected


def test_a_unit_above_the_one_that_does_it_is_responsible_for_it(answer):
    steps = ONE.replace("mode", "actor: a1, mode")
    assert answer("responsible", operations(W), flow(steps))[0] == "yes"


def test_without_steps_nobody_can_be_responsible(answer):
    assert answer("responsible", "tags: [x]")[0] == "cannot-be-judged"


# -- resources to run it ---------------------------------------------------------------


def resources(
    people: str = "[{role: clerk, unit: a, number: 2, hours: 800 h/y}]", systems: str = "s", money: str = "2200 CNY/y"
):
    parts = {"people": people, "systems": systems, "money": money}
    return f"resources: {{{', '.join(f'{key}: {value}' for key, value in parts.items() if value)}}}"


@pytest.mark.parametrize(
    ("cases", "expected", "said"),
    [
        (1000, "yes", "clerk (Anna): 1,000 h needed a year, 1,600 h there (2 × 800 h), 62.5%: enough"),
        (
            1500,
            "partly",
            "clerk (Anna): 1,500 h needed a year, 1,600 h there (2 × 800 h), 93.8%: enough, but beyond 85%: no reserve",
        ),
        (2000, "no", "clerk (Anna): 2,000 h needed a year, 1,600 h there (2 × 800 h), 125%: not enough"),
    ],
)
def test_people_against_the_work_of_a_year(answer, cases, expected, said):
    found = answer("resources", f"volume: {cases}/y, {resources(money='9999 CNY/y')}", flow(ONE))
    assert (found[0], found[1][1]) == (expected, said)


def test_work_of_machines_is_no_work_of_people(answer):
    steps = ONE.replace("manual", "automatic")
    found = answer("resources", f"volume: 1000/y, {resources(people='')}", flow(steps))
    assert (found[0], found[1][1]) == ("yes", "No activity takes the time of people")


def test_rework_is_work(answer):
    """Half of the cases come back: two passes of an hour on the mean."""
    loop = ONE + "      g: {title: g, type: exclusive, next: {end: 50%, w: 50%}}\n"
    found = answer("resources", f"volume: 1000/y, {resources()}", flow(loop))
    assert found[1][1].startswith("clerk (Anna): 2,000 h needed a year")


def test_people_of_several_units_are_told_apart_and_may_share(answer):
    hours = {"unit: a": 1000, "unit: b": 400, "role: float": 200}
    people = f"[{', '.join(f'{{{who}, number: 1, hours: {each} h/y}}' for who, each in hours.items())}]"
    found = answer("resources", f"volume: 1000/y, {resources(people)}", flow(TWO))
    assert found[0] == "partly"  # 1,500 h of work, 1600 h that can be shared so that all are at 93.75 %
    assert "93.8%" in found[1][1]
    assert found[1][1].startswith("Anna, Ben, float: 1,500 h needed a year, 1,600 h there")


def test_who_has_the_role_of_the_operation_does_it_alone(answer):
    people = "[{role: clerk, unit: a, number: 1, hours: 500 h/y}, {role: boss, unit: a, number: 9, hours: 1600 h/y}]"
    named = answer("resources", f"{operations(W)}, volume: 1000/y, {resources(people)}", flow(ONE))
    assert (named[0], named[1][1].endswith("200%: not enough")) == ("no", True)
    unnamed = answer("resources", f"volume: 1000/y, {resources(people)}", flow(ONE))
    assert unnamed[0] == "yes"


def test_a_unit_whose_people_nobody_names(answer):
    found = answer("resources", f"volume: 1000/y, {resources()}", flow(TWO))
    assert found[0] == "cannot-be-judged"
    assert "Ben: 500 h of work a year, its people are not said" in found[1]


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ("", "1,000 h of work a year; the people are not said"),
        ("two clerks", "two clerks: number or hours are not said"),
        ("[{role: clerk, number: 2}]", "clerk: number or hours are not said"),
    ],
)
def test_people_that_cannot_be_judged(answer, people, said):
    found = answer("resources", f"volume: 1000/y, {resources(people)}", flow(ONE))
    assert (found[0], found[1][1]) == ("cannot-be-judged", said)


def test_nobody_is_not_enough(answer):
    people = "[{unit: a, number: 0, hours: 1600 h/y}]"
    found = answer("resources", f"volume: 1000/y, {resources(people)}", flow(ONE))
    assert (found[0], "1,000 h needed a year, 0 h there" in found[1][1]) == ("no", True)


def test_a_range_counts_by_its_likeliest_value(answer):
    people = "[{unit: a, number: 1..3, hours: 700..800..1000 h/y}]"
    assert "1,600 h there" in answer("resources", f"volume: 1000/y, {resources(people)}", flow(ONE))[1][1]


def test_arrivals_stand_for_the_volume(answer):
    found = answer("resources", resources(), flow(ONE, more="    arrivals: 1000/y\n"))
    assert found[0] == "yes"
    assert found[1][0] == "1,000 cases a year, as many as arrive at the flow"


def test_without_volume_or_flow_nothing_is_known_of_work(answer):
    assert answer("resources", resources(), flow(ONE))[0] == "cannot-be-judged"
    assert answer("resources", f"volume: 10/y, {resources()}")[1][-1] == "There is no flow, and so no work is known"


@pytest.mark.parametrize(
    ("systems", "expected", "said"),
    [
        ("[s, t]", "yes", "“T”: named, and used by no activity"),
        ("t", "no", "Activities are done in “S”, which the item does not name"),
        ("", "cannot-be-judged", "Activities are done in “S”, which the item does not name"),
    ],
)
def test_systems_that_activities_need(answer, systems, expected, said):
    found = answer("resources", f"volume: 1000/y, {resources(systems=systems)}", flow(ONE))
    assert (found[0], said in found[1]) == (expected, True)


@pytest.mark.parametrize(
    ("money", "expected", "said"),
    [
        ("2000 CNY/y", "yes", "Money: the flow costs CNY 2,000 a year, CNY 2,000 there: enough"),
        ("0.2 万元/年", "yes", "Money: the flow costs CNY 2,000 a year, CNY 2,000 there: enough"),
        ("1900 CNY/y", "no", "Money: the flow costs CNY 2,000 a year, CNY 1,900 there: not enough"),
        ("1900..2100 CNY/y", "partly", "enough only at its upper end"),
        ("2000 USD/y", "cannot-be-judged", "Money and costs cannot be compared"),
        ("2000 CNY", "cannot-be-judged", "Money: how much there is a year is not said"),
    ],
)
def test_money_against_what_the_flow_costs(answer, money, expected, said):
    found = answer("resources", f"volume: 1000/y, {resources(money=money)}", flow(ONE))
    assert found[0] == expected
    assert any(said in told for told in found[1])


def test_costs_that_nobody_says(answer):
    steps = ONE.replace("cost: 2 CNY, ", "")
    found = answer("resources", f"volume: 1000/y, {resources()}", flow(steps))
    assert (found[0], found[1][-1]) == ("cannot-be-judged", "Money: what activities cost is not said")


@pytest.mark.parametrize(("rate", "expected"), [("0.5/h", "yes"), ("0.9/h", "partly"), ("1.5/h", "no")])
def test_places_are_as_busy_as_their_load(answer, rate, expected):
    steps = ONE.replace("mode: manual", "mode: automatic, resources: desk")
    item = resources(people="", money="999999 CNY/y")
    found = answer("resources", item, flow(steps, more=f"    arrivals: {rate}\n"))
    assert found[0] == expected


def test_a_flow_that_cannot_be_computed_is_told(answer):
    steps = ONE + "      g: {title: g, type: exclusive, next: {end: 0%, w: 100%}}\n"
    found = answer("resources", f"volume: 1000/y, {resources()}", flow(steps))
    assert found[0] == "cannot-be-judged"
    assert any("The work of the flow is not known" in told for told in found[1])


# -- can be adjusted -------------------------------------------------------------------

WAYS = "options: [{when: too many, then: a second desk}]"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (f"by: a, {WAYS}, review: 2099-06", "yes"),
        (f"by: a, {WAYS}", "partly"),
        ("by: a, review: 2099-06", "partly"),
        (f"by: a, {WAYS}, review: 2001-06", "partly"),
        ("review: 2001-06", "no"),
        ("options: []", "no"),
    ],
)
def test_what_is_declared_for_it(answer, said, expected):
    assert answer("adjustable", f"adjustment: {{{said}}}", flow(ONE))[0] == expected


def test_the_owner_may_adjust_where_nobody_else_is_named(answer):
    found = answer("adjustable", f"owner: b, adjustment: {{{WAYS}, review: 2099}}", flow(ONE))
    assert (found[0], found[1][0]) == ("yes", "May be adjusted by Ben")


@pytest.mark.parametrize(
    ("cases", "expected", "said"),
    [
        (800, "yes", "People have room: they are full with 100% more cases"),
        (1500, "partly", "the busiest are at 93.8%"),
    ],
)
def test_room_that_people_leave(answer, cases, expected, said):
    item = f"volume: {cases}/y, {resources()}, adjustment: {{by: a, {WAYS}, review: 2099}}"
    found = answer("adjustable", item, flow(ONE))
    assert found[0] == expected
    assert any(said in told for told in found[1])


def test_of_an_item_that_says_nothing_nothing_is_judged(answer):
    loop = ONE + "      g: {title: g, type: exclusive, next: {end: 50%, w: 50%}}\n"
    found = answer("adjustable", f"volume: 100/y, {resources()}", flow(loop))
    assert found[0] == "cannot-be-judged"
    assert found[1][-1] == "The flow can go another way in 1 place"


# -- from grounds to answers ------------------------------------------------------------

Y, P, N, U = Answer.YES, Answer.PARTLY, Answer.NO, Answer.UNKNOWN


@pytest.mark.parametrize(
    ("answers", "parts", "weakest"),
    [
        ([Y, Y], Y, Y),
        ([Y, None], Y, Y),
        ([Y, P], P, P),
        ([Y, N], P, N),
        ([N, N], N, N),
        ([N, P], P, N),
        ([Y, U], U, U),
        ([N, U], P, N),
        ([], U, U),
        ([None], U, U),
    ],
)
def test_what_grounds_come_to(answers, parts, weakest):
    grounds = [Ground(answer, Text(plain="x")) for answer in answers]
    assert (of_parts(grounds), of_weakest(grounds)) == (parts, weakest)


def test_every_ground_says_both_languages_and_unknown_ones_what_to_add(checked):
    for item, flows in (
        ("tags: [x]", ()),
        (f"{operations(X, W)}, volume: 1000/y, {resources()}", (flow(TWO),)),
        (f"{operations(W)}, adjustment: {{}}, {resources('', '', '')}", (flow(ONE),)),
    ):
        for verdict in analyse(checked(model(item, *flows)).chain, cases=200).evaluations["i"].verdicts.values():
            for ground in verdict.grounds:
                assert ground.message.zh and ground.message.en
                assert (ground.add is not None) or ground.answer in {Answer.YES, None}
