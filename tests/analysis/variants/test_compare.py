"""Differences and the measures that account for them, worked out by hand."""

import pytest

from sevenstep.analysis.analyse import analyse
from sevenstep.analysis.results import Difference

MODEL = """
actors:
  shipper: {title: Shipper, type: enterprise}
systems:
  desk: {title: Desk}
  platform: {title: Platform}
items:
  item: {title: Booking}
flows:
  asis:
    title: As is
    details: item
    variant: as-is
    steps:
      s: {title: s, type: start, actor: shipper}
      fill: {title: Fill in, time: 2h, wait: 10h, cost: 30 CNY, mode: manual}
      copy: {title: Copy, time: 1h, wait: 5h, cost: 10 CNY, mode: manual}
      ok: {title: ok?, type: exclusive, next: {e: 50%, fill: 50%}}
      e: {title: e, type: end}
  tobe:
    title: To be
    details: item
    variant: to-be
    steps:
      s: {title: s, type: start, actor: shipper}
      fill: {title: Fill in, time: 1h, wait: 2h, cost: 10 CNY, mode: assisted}
      ok: {title: ok?, type: exclusive, next: {e: 80%, fill: 20%}}
      e: {title: e, type: end}
"""


def difference(analysis, metric: str, item: str | None = "item") -> Difference:
    comparison = next(one for one in analysis.comparisons if one.item == item)
    return next(one for one in comparison.differences if one.metric == metric)


def shares(one: Difference) -> dict[tuple[str, ...], float]:
    return {share.measures: pytest.approx(share.difference) for share in one.shares}


def test_measures_are_applied_one_by_one_in_their_order(checked):
    model = checked(
        MODEL
        + """
measures:
  once: {title: Typed once, shapes: tobe, changes: {asis/copy: drop}}
  check: {title: Checked, shapes: tobe, changes: {asis/ok: {chances: {e: 80%, fill: 20%}}}}
"""
    )
    found = difference(analyse(model.chain, cases=200), "lead_time")
    # as is (12 + 6) / 0.5 = 36; without copying 12 / 0.5 = 24; fewer rounds 12 / 0.8 = 15; to be 3 / 0.8 = 3.75
    assert found.before.mean == pytest.approx(36)
    assert found.after.mean == pytest.approx(3.75)
    assert (found.mean, found.low, found.high) == (pytest.approx(-32.25),) * 3
    assert shares(found) == {("once",): -12, ("check",): -9}
    assert found.rest == pytest.approx(-11.25)


def test_two_measures_can_change_one_step(checked):
    model = checked(
        MODEL
        + """
measures:
  quick: {title: Quick, shapes: tobe, changes: {asis/fill: {time: 1h}}}
  soon: {title: Soon, shapes: tobe, changes: {asis/fill: {wait: 2h}}}
"""
    )
    assert shares(difference(analyse(model.chain, cases=200), "lead_time")) == {("quick",): -2, ("soon",): -16}


def test_the_order_of_the_measures_decides_on_their_shares(checked):
    model = checked(
        MODEL
        + """
measures:
  check: {title: Checked, shapes: tobe, changes: {asis/ok: {chances: {e: 80%, fill: 20%}}}}
  once: {title: Typed once, shapes: tobe, changes: {asis/copy: drop}}
"""
    )
    found = difference(analyse(model.chain, cases=200), "lead_time")
    assert shares(found) == {("check",): 18 / 0.8 - 36, ("once",): 15 - 18 / 0.8}


def test_values_that_a_measure_changes(checked):
    model = checked(
        MODEL
        + """
measures:
  quick:
    title: Quick
    shapes: tobe
    changes:
      asis/fill: {time: 1h, wait: 2h, cost: 10 CNY, mode: assisted, system: platform}
      asis/copy: drop
      asis/ok: {chances: {e: 80%, fill: 20%}}
"""
    )
    for metric in ("lead_time", "cost", "manual_share", "work"):
        found = difference(analyse(model.chain, cases=200), metric)
        assert shares(found) == {("quick",): found.mean}
        assert found.rest == pytest.approx(0)


@pytest.mark.parametrize("count", [1, 2])
def test_measures_that_do_not_say_what_they_change_share_what_is_left(checked, count):
    more = "".join(f"  m{number}: {{title: m, shapes: tobe}}\n" for number in range(count))
    model = checked(MODEL + "measures:\n  once: {title: o, shapes: tobe, changes: {asis/copy: drop}}\n" + more)
    found = difference(analyse(model.chain, cases=200), "lead_time")
    names = tuple(f"m{number}" for number in range(count))
    assert shares(found) == {("once",): -12, names: 3.75 - 24}
    assert found.rest == 0


def test_without_measures_nothing_is_explained(checked):
    found = difference(analyse(checked(MODEL).chain, cases=200), "lead_time")
    assert found.shares == ()
    assert found.rest == pytest.approx(-32.25)


def test_the_interval_of_a_difference_holds_that_of_both(checked):
    model = checked(
        MODEL.replace(
            "      copy: {title: Copy, time: 1h, wait: 5h, cost: 10 CNY, mode: manual}\n",
            """      fork: {title: f, type: parallel, next: [a, b]}
      a: {title: a, wait: 0h..6h, next: j}
      b: {title: b, wait: 0h..6h, next: j}
      j: {title: j, type: parallel}
""",
        )
    )
    found = difference(analyse(model.chain, cases=10_000), "lead_time")
    assert found.before.method == "simulated"
    assert found.low < 3.75 - (12 + 4) / 0.5 < found.high
    assert found.high - found.low == pytest.approx(found.before.high - found.before.low)


def test_the_whole_engagement_adds_up_its_items(checked):
    second = MODEL.split("flows:\n")[1].replace("asis", "asis2").replace("tobe", "tobe2").replace("item", "other")
    model = checked(
        MODEL.replace("  item: {title: Booking}\n", "  item: {title: Booking}\n  other: {title: Other}\n")
        + second
        + """
measures:
  once: {title: o, shapes: [tobe, tobe2], changes: {asis/copy: drop}}
"""
    )
    analysis = analyse(model.chain, cases=200)
    found = difference(analysis, "lead_time", None)
    assert found.before.mean == pytest.approx(72)
    assert found.after.mean == pytest.approx(7.5)
    # the first flow: 12 from dropping a step, the rest unexplained; the second: all of it is the measure's
    assert shares(found) == {("once",): -12 - 32.25}
    assert found.rest == pytest.approx(-20.25)
    assert difference(analysis, "rework_probability", None).before.mean == pytest.approx(0.75)
    assert difference(analysis, "flow_efficiency", None).before.mean == pytest.approx(1 / 6)


def test_a_change_that_breaks_the_flow_is_not_told_apart(checked):
    model = checked(
        MODEL
        + """
measures:
  wrong: {title: Wrong, shapes: tobe, changes: {asis/ok: {chances: {e: 80%}}}}
"""
    )
    found = difference(analyse(model.chain, cases=200), "lead_time")
    assert shares(found) == {("wrong",): -32.25}


def test_nothing_of_the_original_is_carried_over(checked):
    model = checked(MODEL)
    before = analyse(model.chain, cases=200).metrics["asis"]
    from sevenstep.analysis.variants.changed import changed
    from sevenstep.model.step7_flows import Change

    flow = model.chain.elements["asis"]
    copy = changed(flow, {"asis/copy": Change.model_validate("drop")})
    assert [arrow.target for arrow in copy.sequence_flows] == [arrow.target for arrow in flow.sequence_flows]
    assert copy.steps["copy"].type == "event"
    assert flow.steps["copy"].type == "activity"
    assert analyse(model.chain, cases=200).metrics["asis"] == before


TWO_ITEMS = """
items:
  one: {title: One}
  two: {title: Two}
flows:
"""
ONE_STEP = """
  {}:
    title: f
    details: {}
    variant: {}
    steps: {{s: {{title: s, type: start}}, x: {{title: x, cost: {}}}, e: {{title: e, type: end}}}}
"""


def compared(checked, *costs: str):
    of = (("a", "one", "as-is"), ("b", "one", "to-be"), ("c", "two", "as-is"), ("d", "two", "to-be"))
    flows = (ONE_STEP.format(*one, cost) for one, cost in zip(of, costs, strict=True))
    return analyse(checked(TWO_ITEMS + "".join(flows)).chain, cases=200)


def test_costs_are_compared_across_spellings_of_one_currency(checked):
    found = compared(checked, "0.02 万元", "50 CNY", "100 元", "￥40")
    one, whole = difference(found, "cost", "one"), difference(found, "cost", None)
    assert (one.before.mean, one.after.mean) == pytest.approx((0.02, 0.005))
    assert (whole.before.mean, whole.after.mean) == pytest.approx((0.03, 0.009))
    assert next(one for one in found.comparisons if one.item is None).currency == "万元"


@pytest.mark.parametrize("costs", [("5 CNY", "5 USD", "5 CNY", "5 CNY"), ("5 CNY", "5 CNY", "5 USD", "5 USD")])
def test_costs_in_two_currencies_are_not_compared_and_say_why(checked, costs):
    found = compared(checked, *costs)
    whole = next(one for one in found.comparisons if one.item is None)
    assert "cost" not in {one.metric for one in whole.differences}
    assert "CNY and USD" in whole.reasons["cost"].for_language("en")


def one_step(name: str, item: str, variant: str, said: str) -> str:
    return f"""
  {name}:
    title: {name}
    details: {item}
    variant: {variant}
    steps:
      s: {{title: s, type: start}}
      w: {{title: W, {said}}}
      e: {{title: e, type: end}}
"""


def both(item: str, first: str, second: str) -> str:
    return one_step(f"{item}-a", item, "as-is", first) + one_step(f"{item}-b", item, "to-be", second)


@pytest.mark.parametrize(
    ("first", "second", "metric", "why"),
    [
        ("time: 1h", "wait: 1h", "work", "to be: no step says how long it takes"),
        ("time: 1h", "wait: 1h", "flow_efficiency", "to be: no step says how long it takes"),
        ("cost: 3 CNY", "time: 1h", "cost", "to be: no step says what a case costs there"),
        ("cost: 3 CNY", "cost: 3 USD", "cost", "CNY and USD"),
        ("time: 1h", "time: 1h", "cost", "no step says what a case costs there"),
        ("mode: manual, time: 1h", "mode: manual", "manual_share", "one is by time"),
        ("mode: manual", "time: 1h", "manual_share", "to be: no step says whether it is done by hand"),
    ],
)
def test_what_is_not_compared_has_its_reason(checked, first, second, metric, why):
    model = checked("items: {one: {title: One}}\nflows:" + both("one", first, second))
    (found,) = analyse(model.chain, cases=200).comparisons
    assert metric not in {one.metric for one in found.differences}
    assert why in found.reasons[metric].for_language("en")


def test_items_with_times_on_one_side_only_add_up_what_they_can(checked):
    text = "items: {one: {title: One}, two: {title: Two}}\nflows:"
    text += both("one", "time: 1h, wait: 2h", "wait: 1h") + both("two", "time: 1h", "time: 1h")
    whole = analyse(checked(text).chain, cases=200).comparisons[-1]
    assert whole.item is None
    told = {one.metric: (one.before.mean, one.after.mean) for one in whole.differences}
    assert told["lead_time"] == (4, 2)
    assert "work" not in told
    assert whole.reasons["work"].for_language("en") == "“One”, to be: no step says how long it takes"
    assert whole.notes["lead_time"].for_language("en") == "“One”, to be: one step without a time counted as none: “W”"


def test_items_of_two_journeys_are_never_added_up(checked):
    text = """
items:
  one: {title: One, journey: {zh: 出, en: Out}}
  two: {title: Two, journey: {zh: 出, en: Out}}
  three: {title: Three, journey: In}
  four: {title: Four}
  five: {title: Five}
flows:"""
    for item, hours in {"one": 1, "two": 2, "three": 4, "four": 8, "five": 16}.items():
        text += both(item, f"time: {hours}h", f"time: {hours / 2}h")
    found = [one for one in analyse(checked(text).chain, cases=200).comparisons if one.item is None]
    told = [
        (one.number, one.journey and one.journey.for_language("en"), one.before, leads.before.mean, leads.after.mean)
        for one in found
        for leads in one.differences
        if leads.metric == "lead_time"
    ]
    # "In" has one item: nothing to add up
    assert told == [
        (1, "Out", ("one-a", "two-a"), 3, 1.5),
        (3, "Items that name no journey", ("four-a", "five-a"), 24, 12),
    ]


def test_one_journey_for_all_items_is_the_whole_engagement(checked):
    text = "items: {one: {title: One, journey: Out}, two: {title: Two, journey: Out}}\nflows:"
    text += both("one", "time: 1h", "time: 1h") + both("two", "time: 1h", "time: 1h")
    whole = analyse(checked(text).chain, cases=200).comparisons[-1]
    assert (whole.item, whole.journey, whole.number) == (None, None, 1)
