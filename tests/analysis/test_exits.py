"""Where cases leave a flow, how many, and what they take: computed by hand."""

import pytest

from sevenstep.analysis.exits import mixed_exits
from sevenstep.analysis.flow_metrics import metrics
from sevenstep.model.step7_flows import Flow

HEAD = "flows:\n  f:\n    title: F\n    variant: to-be\n    steps:\n      s: {title: s, type: start}\n"


@pytest.fixture
def exits(checked):
    def of(steps: str):
        (flow,) = checked(HEAD + steps).chain.engagement.of(Flow)
        return flow, [(one.node.removeprefix("f/"), one.share, one.hours) for one in mixed_exits(flow)]

    return of


def test_each_end_with_its_share_and_what_its_cases_take(exits):
    flow, found = exits("""
      look: {title: look, time: 5min}
      fit: {title: fit, type: exclusive, next: {out: 70%, give: 30%}}
      out: {title: out, type: end}
      give: {title: give, time: 60min}
      done: {title: done, type: end}
""")
    assert found == [
        ("out", pytest.approx(0.7), pytest.approx(5 / 60)),
        ("done", pytest.approx(0.3), pytest.approx(65 / 60)),
    ]
    mean = metrics(flow, 100, 7).values["lead_time"].mean
    assert sum(share * hours for _, share, hours in found) == pytest.approx(mean)


def test_a_loop_before_the_ends(exits):
    # n looks with chance 0.5^(n-1) * 0.5 each: of those that leave (2 in 5 by a, 3 in 5 by b) the mean is 2 h before
    _, found = exits("""
      look: {title: look, time: 1h}
      q: {title: q, type: exclusive, next: {look: 50%, a: 20%, more: 30%}}
      a: {title: a, type: end}
      more: {title: more, time: 3h}
      b: {title: b, type: end}
""")
    assert found == [("b", pytest.approx(0.6), pytest.approx(5)), ("a", pytest.approx(0.4), pytest.approx(2))]


def test_what_was_done_before_the_ways_part_belongs_to_those_who_went_there(exits):
    # whoever needs help (50 %: 4 h) gives up with 80 %, the others with 20 %
    _, found = exits("""
      q: {title: q, type: exclusive, next: {help: 50%, self: 50%}}
      help: {title: help, time: 4h, next: x}
      self: {title: self, time: 1h, next: y}
      x: {title: x, type: exclusive, next: {gone: 80%, kept: 20%}}
      y: {title: y, type: exclusive, next: {gone: 20%, kept: 80%}}
      gone: {title: gone, type: end}
      kept: {title: kept, type: end}
""")
    assert {name: hours for name, _, hours in found} == {
        "gone": pytest.approx((0.4 * 4 + 0.1 * 1) / 0.5),
        "kept": pytest.approx((0.1 * 4 + 0.4 * 1) / 0.5),
    }


def test_in_parallel_parts_the_shares_alone_are_known(exits):
    _, found = exits("""
      sp: {title: sp, type: parallel, next: [a, b]}
      a: {title: a, time: 1h, next: j}
      b: {title: b, time: 2h, next: j}
      j: {title: j, type: parallel}
      q: {title: q, type: exclusive, next: {x: 25%, y: 75%}}
      x: {title: x, type: end}
      y: {title: y, type: end}
""")
    assert found == [("y", pytest.approx(0.75), None), ("x", pytest.approx(0.25), None)]


def test_one_end_that_many_reach_early(exits):
    _, found = exits("""
      look: {title: look, time: 5min}
      fit: {title: fit, type: exclusive, next: {done: 70%, give: 30%}}
      give: {title: give, time: 60min}
      done: {title: done, type: end}
""")
    assert [(name, share) for name, share, _ in found] == [("fit", pytest.approx(0.7)), ("give", pytest.approx(0.3))]


@pytest.mark.parametrize(
    "steps",
    [
        "      a: {title: a, time: 1h}\n      e: {title: e, type: end}\n",
        # two ends that take the same
        "      a: {title: a, time: 1h, next: {x: 50%, y: 50%}}\n      x: {title: x, type: end}\n"
        "      y: {title: y, type: end}\n",
        # a repair now and then before the one end
        "      a: {title: a, time: 1h}\n      q: {title: q, type: exclusive, next: {e: 90%, b: 10%}}\n"
        "      b: {title: b, time: 4h}\n      e: {title: e, type: end}\n",
        # an end that no case comes to
        "      a: {title: a, time: 1h}\n      q: {title: q, type: exclusive, next: {e: 100%, b: 0%}}\n"
        "      b: {title: b, time: 4h}\n      x: {title: x, type: end}\n      e: {title: e, type: end}\n",
    ],
)
def test_what_mixes_nothing(exits, steps):
    assert exits(steps)[1] == []


def test_cases_that_leave_by_several_ends_at_once_leave_by_each(exits):
    steps = """
      x: {title: x, type: exclusive, next: {p: 30%, early: 70%}}
      p: {title: p, type: parallel, next: [tell, do]}
      tell: {title: tell, time: 1h, next: told}
      do: {title: do, time: 3h}
      done: {title: done, type: end}
      told: {title: told, type: end}
      early: {title: early, type: end}
"""
    _, found = exits(steps)
    assert {node: share for node, share, _ in found} == pytest.approx({"early": 0.7, "told": 0.3, "done": 0.3})
    _, found = exits(
        steps.replace("x: {title: x, type: exclusive, next: {p: 30%, early: 70%}}", "x: {title: x, next: p}").replace(
            "      early: {title: early, type: end}\n", ""
        )
    )
    assert found == []
