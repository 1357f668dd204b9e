"""Figures by dimension through the analysis: small models computed by hand."""

import gc
import weakref

import pytest

from sevenstep.analysis import wholes
from sevenstep.analysis.choices import CaveatKind, Verdict
from sevenstep.analysis.goal_attainment import goal_attainment
from sevenstep.analysis.results import DimensionState, IndicatorState, Value
from sevenstep.analysis.roll_up import total
from sevenstep.model.choices import Stage

PROVINCE = "dimensions: {province: {title: Province, members: {cq: Chongqing, gx: Guangxi, yn: Yunnan}}}\n"
VOLUME = """
  volume: {title: Volume, unit: "", roll_up: sum, baseline: {by: {province: {cq: 5000, gx: 7000, yn: 0}}}}
"""


@pytest.fixture
def state(checked):
    """The state of the indicator `i` with these fields."""

    def find(fields: str, more: str = "") -> IndicatorState:
        text = f"{PROVINCE}indicators:\n  i: {{title: t, {fields}}}\n{more.strip(chr(10))}\n"
        chain = checked(text).chain
        assert chain is not None
        return goal_attainment(chain, {}, lambda *_: Value(0, "exact", 0, 0)).indicators["i"]

    return find


def by_province(state: IndicatorState) -> DimensionState:
    (dimension,) = state.dimensions
    return dimension


def test_a_whole_that_is_left_out_is_the_sum(state):
    found = state("unit: TEU, roll_up: sum, baseline: {by: {province: {cq: 0.1, gx: 0.2, yn: 3}}}")
    assert found.stage_values[Stage.BASELINE].value == 3.3
    assert found.stage_values[Stage.BASELINE].origin == "members"


def test_a_stated_whole_goes_first(state):
    found = state("unit: TEU, roll_up: sum, baseline: {value: 10, by: {province: {cq: 1, gx: 2, yn: 3}}}")
    assert (found.stage_values[Stage.BASELINE].value, found.stage_values[Stage.BASELINE].origin) == (10, "stated")


def test_a_mean_is_weighted_by_another_indicator(state):
    """(30 · 5,000 + 24 · 7,000) / 12,000 = 26.5; Yunnan weighs nothing."""
    fields = "unit: h, roll_up: {weighted_by: volume}, baseline: {by: {province: {cq: 30, gx: 24, yn: 99}}}"
    assert state(fields, VOLUME).stage_values[Stage.BASELINE].value == 26.5


def test_a_mean_is_weighted_by_weights_that_stand_there(state):
    fields = (
        "unit: h, roll_up: {weights: {province: {cq: 1, gx: 3, yn: 1}}}, "
        "baseline: {by: {province: {cq: 30, gx: 20, yn: missing}}}"
    )
    assert state(fields).stage_values[Stage.BASELINE].value == 22.5


def test_weights_in_several_units_of_one_kind_are_converted(state):
    """(1 kg · 1 h + 2,000 kg · 3 h) / 2,001 kg = 6,001 / 2,001 h."""
    fields = (
        "unit: h, roll_up: {weights: {province: {cq: 1 kg, gx: 2 t, yn: 0 kg}}}, "
        "baseline: {by: {province: {cq: 1, gx: 3, yn: missing}}}"
    )
    assert state(fields).stage_values[Stage.BASELINE].value == pytest.approx(6001 / 2001, rel=1e-12)


@pytest.mark.parametrize("other", ["2 h", "2"])
def test_weights_in_units_of_several_kinds_give_no_mean_and_are_told_where_they_stand(state, checked, other):
    fields = (
        f"unit: h, roll_up: {{weights: {{province: {{cq: 1 kg, gx: {other}, yn: 1 t}}}}}}, "
        "baseline: {by: {province: {cq: 1, gx: 3, yn: 2}}}"
    )
    assert Stage.BASELINE not in state(fields).stage_values
    text = f"{PROVINCE}indicators:\n  i: {{title: t, {fields}}}\n"
    (found,) = (said for said in checked(text).found if said.rule.code == "S223")
    assert "cannot be converted into kg" in found.message.en and "Guangxi" in found.message.en
    assert found.place.path[-4:] == ("roll_up", "weights", "province", "gx")
    assert found.remedy is not None and "units of one kind" in found.remedy.en


def test_members_in_another_unit_of_the_same_kind_are_converted(state):
    found = state("unit: h, roll_up: mean, baseline: {by: {province: {cq: 1 d, gx: 60 min, yn: 2 h}}}")
    assert found.stage_values[Stage.BASELINE].value == 9


@pytest.mark.parametrize(
    "fields, why",
    [
        ("roll_up: sum, baseline: {by: {province: {cq: 1, gx: 2, yn: missing}}}", "“Yunnan” missing"),
        ("roll_up: none, baseline: {by: {province: {cq: 1, gx: 2, yn: 3}}}", "no whole"),
        ("baseline: {by: {province: {cq: 1, gx: 2, yn: 3}}}", "does not say how"),
        ("roll_up: {weighted_by: i}, baseline: {by: {province: {cq: 1, gx: 2, yn: 3}}}", "cannot weigh itself"),
        (
            "roll_up: {weights: {province: {cq: 0, gx: 0, yn: 0}}}, baseline: {by: {province: {cq: 1, gx: 2, yn: 3}}}",
            "zero",
        ),
        (
            "roll_up: {weights: {province: {cq: -1, gx: 2, yn: 2}}}, baseline: {by: {province: {cq: 1, gx: 2, yn: 3}}}",
            "below",
        ),
        ("roll_up: {weights: {province: {cq: 1, gx: 2}}}, baseline: {by: {province: {cq: 1, gx: 2, yn: 3}}}", "Yunnan"),
        ("roll_up: sum, baseline: {by: {province: {cq: 1, gx: 2, yn: 3, xx: 4}}}", "has no member"),
    ],
)
def test_where_no_whole_follows_it_is_said_why(state, fields, why):
    found = state(f"unit: h, direction: decrease, targets: {{2030: 1}}, {fields}")
    assert Stage.BASELINE not in found.stage_values
    assert found.reason is not None and why in found.reason.for_language("en")


def test_a_mean_without_a_member_says_so(state):
    found = state(
        "unit: h, direction: decrease, roll_up: mean, targets: {2030: 10 h}, "
        "measurements: {2024: {by: {province: {cq: 8, gx: 6, yn: missing}}}}"
    )
    assert (found.verdict, found.stage_values[Stage.TODAY].value) == (Verdict.REACHED, 7)
    assert [caveat.message.for_language("en") for caveat in found.caveats if caveat.kind == CaveatKind.MEMBERS] == [
        "its mean leaves out Yunnan (no figure)"
    ]


def test_members_are_judged_by_their_own_targets_and_the_whole_by_its_own(state):
    found = state(
        "unit: h, direction: decrease, roll_up: mean, "
        "measurements: {2024: {by: {province: {cq: 19, gx: 20, yn: 36}}}}, "
        "targets: {2030: {value: 20 h, by: {province: {cq: ≤20 h, gx: ≤18 h, yn: missing}}}}"
    )
    assert (found.verdict, found.gap) == (Verdict.MISSED, 5)
    verdicts = {one.member: (one.state.verdict, one.state.gap) for one in by_province(found).members}
    assert verdicts == {"cq": (Verdict.REACHED, 0), "gx": (Verdict.MISSED, 2), "yn": (Verdict.UNKNOWN, 0)}


def test_a_target_of_the_whole_is_the_sum_of_those_of_the_members(state):
    found = state(
        "unit: TEU, direction: increase, roll_up: sum, targets: {2030: {by: {province: {cq: ≥1, gx: ≥2, yn: ≥4}}}}"
    )
    ((day, target),) = found.targets
    assert (day, target.value, target.bound) == ("2030", 7, "≥")


def test_missing_and_provisional_members_are_told(state):
    found = by_province(
        state("unit: h, baseline: {by: {province: {cq: 缺, gx: {value: 2 h, provisional: true}, yn: {missing: true}}}}")
    )
    assert [sorted(one.missing) for one in found.members] == [["baseline"], [], ["baseline"]]
    assert [sorted(one.provisional) for one in found.members] == [[], ["baseline"], []]
    assert found.spreads == ()


def test_the_spread_is_that_of_the_last_measurement(state):
    found = by_province(
        state(
            "unit: h, measurements: {2023: {by: {province: {cq: 1, gx: 9, yn: 5}}}, "
            "2024: {by: {province: {cq: 30, gx: 24, yn: missing}}}}"
        )
    )
    (spread,) = found.spreads
    assert (spread.stage, spread.count, spread.lowest, spread.highest) == (Stage.TODAY, 2, "gx", "cq")
    assert (spread.difference, spread.ratio) == (6, 1.25)
    assert {one.member: one.state.stage_values[Stage.TODAY].value for one in found.members} == {
        "cq": 30,
        "gx": 24,
        "yn": 5,
    }


def test_what_lies_in_the_future_is_no_value_of_today(state):
    found = by_province(state("unit: h, measurements: {2999: {by: {province: {cq: 1, gx: 9, yn: 5}}}}"))
    assert all(Stage.TODAY not in one.state.stage_values for one in found.members)


def test_a_formula_takes_the_whole_of_its_inputs(state):
    more = "  volume: {title: v, unit: h, roll_up: sum, baseline: {by: {province: {cq: 1, gx: 2, yn: 3}}}}"
    assert state('unit: h, formula: "[volume] * 2"', more).stage_values[Stage.BASELINE].value == 12


def test_members_can_be_elements_of_the_chain(checked):
    text = (
        "actors: {customs: {title: Customs, type: government}, port: {title: Port, type: operator}}\n"
        "dimensions: {party: {title: Party, elements: [customs, port]}}\n"
        "indicators: {i: {title: t, unit: h, roll_up: mean, baseline: {by: {party: {customs: 2 h, port: 4 h}}}}}\n"
    )
    chain = checked(text).chain
    found = goal_attainment(chain, {}, lambda *_: Value(0, "exact", 0, 0)).indicators["i"]
    assert [one.title.for_language("en") for one in by_province(found).members] == ["Customs", "Port"]
    assert found.stage_values[Stage.BASELINE].value == 3


def test_an_indicator_that_is_told_by_nothing_has_no_dimensions(state):
    assert state("unit: h, baseline: 3 h").dimensions == ()


def test_a_whole_of_members_is_measured_when_they_are(state):
    """The date of the target has come, and every member was measured since."""
    fields = "unit: h, direction: decrease, roll_up: mean, baseline: 12, targets: {2023: 8}"
    found = state(fields + ", measurements: {2024: {by: {province: {cq: 10, gx: 12, yn: 11}}}}")
    assert found.verdict == Verdict.MISSED
    assert CaveatKind.OVERDUE not in {caveat.kind for caveat in found.caveats}


def test_each_figure_is_rolled_up_once_however_often_it_is_asked_for(checked, monkeypatch):
    """Three figures, each in two indicators: six sums through the rules and the analysis, and not one more."""
    sums: list[int] = []
    monkeypatch.setattr(wholes, "total", lambda parts: sums.append(len(parts)) or total(parts))
    by = "{by: {province: {cq: 1, gx: 2, yn: 3}}}"
    fields = f"unit: TEU, roll_up: sum, baseline: {by}, measurements: {{2020: {by}}}, targets: {{2030: {by}}}"
    chain = checked(f"{PROVINCE}indicators:\n  i: {{title: t, {fields}}}\n  j: {{title: u, {fields}}}\n").chain
    for _ in range(2):
        goal_attainment(chain, {}, lambda *_: Value(0, "exact", 0, 0))
    assert sums == [3] * 6


def test_what_was_rolled_up_does_not_keep_its_chain(checked):
    report = checked(
        f"{PROVINCE}indicators:\n  i: {{title: t, unit: h, roll_up: sum, baseline: {{by: {{province: {{cq: 1, gx: 2, "
        "yn: 3}}}}\n  j: {title: u, unit: h, roll_up: sum, baseline: {by: {province: {cq: 1}}}}\n"
    )
    goal_attainment(report.chain, {}, lambda *_: Value(0, "exact", 0, 0))
    chain = weakref.ref(report.chain)
    del report
    gc.collect()
    assert chain() is None
