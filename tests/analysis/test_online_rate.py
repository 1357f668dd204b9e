"""The online rate of the whole, of paths, domains and actors, counted by hand."""

import pytest

from sevenstep.analysis.analyse import analyse
from sevenstep.model.choices import OnlineCount, Variant

MODEL = """
domains: {port: {title: Port}, trade: {title: Trade}}
functions: {declare: {title: Declare, domain: port}, sell: {title: Sell, domain: trade}}
actors:
  city: {title: City, type: government}
  customs: {title: Customs, type: government, parent: city}
  firm: {title: Firm, type: enterprise}
  agent: {title: Agent, type: enterprise}
systems: {window: {title: Window, owner: city}}
paths:
  declaring:
    title: Declaring
    connects: {declare: {}}
    exchanges:
      - {from: firm, to: agent, goods: papers, channel: paper}
      - {from: agent, to: customs, goods: a declaration, system: window}
      - {from: customs, to: agent, goods: a release, channel: system}
      - {from: agent, to: firm, goods: the word}
  selling:
    title: Selling
    connects: {sell: {}}
    exchanges: [{from: firm, to: agent, goods: an order, channel: email}]
scenarios: {clearing: {title: Clearing, realizes: declaring}}
items: {declaration: {title: Declaration, scenario: clearing}}
flows:
  today:
    title: Declare
    variant: as-is
    details: declaration
    steps:
      start: {title: start, type: start, actor: agent}
      fill: {title: Fill in, mode: manual}
      check: {title: Check, actor: customs, system: window, mode: automatic}
      ok: {title: Right?, type: exclusive, next: {look: 50%, fill: 50%}}
      look: {title: Look at it, actor: customs, mode: manual}
      tell: {title: Tell}
      end: {title: end, type: end}
indicators:
  all-online: {title: All, unit: "%", online_rate: all}
  papers: {title: Exchanges, unit: "%", online_rate: {of: [declaring], counts: exchanges}}
  office: {title: Customs, unit: "", online_rate: customs}
  both: {title: Both, unit: "%", online_rate: [port, declaring]}
"""


def rates(checked, text: str):
    return analyse(checked(text).chain, cases=200)


def test_exchanges_count_once_and_steps_as_often_as_they_are_passed(checked):
    """Two of four exchanges go through a system (one of five says nothing); `fill` and `check` are passed twice."""
    found = rates(checked, MODEL).online
    assert not found.has_design
    exchanges = found.whole.share(Variant.AS_IS, OnlineCount.EXCHANGES)
    assert (exchanges.online, exchanges.known) == (2, 4)
    steps = found.whole.share(Variant.AS_IS, OnlineCount.STEPS)
    assert (steps.online, steps.known) == pytest.approx((2, 5))
    assert found.whole.share(Variant.AS_IS).rate == pytest.approx(4 / 9)


def test_by_path_domain_and_actor(checked):
    found = rates(checked, MODEL).online
    of = {
        rate.element: [
            (share.online, round(share.known, 9))
            for share in (rate.exchanges[Variant.AS_IS], rate.steps[Variant.AS_IS])
        ]
        for rate in (*found.paths, *found.domains, *found.actors)
    }
    assert of == {
        "declaring": [(2, 3), (2, 5)],
        "selling": [(0, 1), (0, 0)],
        "port": [(2, 3), (2, 5)],
        "trade": [(0, 1), (0, 0)],
        "customs": [(2, 2), (2, 3)],
        "city": [(2, 2), (2, 3)],
        "firm": [(0, 2), (0, 0)],
        "agent": [(2, 4), (0, 2)],
    }


def test_indicators_take_it(checked):
    states = rates(checked, MODEL).goal_attainment.indicators
    values = {
        key: {stage: round(value.value, 6) for stage, value in state.stage_values.items()}
        for key, state in states.items()
    }
    assert values == {
        "all-online": {"as-is": round(100 * 4 / 9, 6)},
        "papers": {"as-is": round(100 * 2 / 3, 6)},
        "office": {"as-is": 0.8},
        "both": {"as-is": 50},
    }


def test_as_it_shall_be_what_is_not_told_anew_stays(checked):
    """The path is told anew with all in the system; the flow is not, and keeps its steps."""
    path = """  declared:
    title: Declared
    variant: to-be
    changes: declaring
    connects: {declare: {}}
    exchanges: [{from: firm, to: customs, goods: a declaration, system: window}]
"""
    text = MODEL.replace("scenarios:", f"{path}scenarios:", 1)
    text = text.replace("    title: Declaring\n", "    title: Declaring\n    variant: as-is\n")
    found = rates(checked, text).online
    assert [rate.element for rate in found.paths] == ["declaring", "selling"]  # told twice, counted once
    assert found.has_design
    whole = found.whole.exchanges
    assert (whole[Variant.AS_IS].online, whole[Variant.AS_IS].known) == (2, 4)
    assert (whole[Variant.TO_BE].online, whole[Variant.TO_BE].known) == (1, 2)
    assert found.whole.steps[Variant.TO_BE] == found.whole.steps[Variant.AS_IS]
    declaring = next(rate for rate in found.paths if rate.element == "declaring")
    assert declaring.exchanges[Variant.TO_BE].rate == 1, "both are one path, told in two ways"


def test_what_nobody_says_has_no_rate(checked):
    text = """
actors: {a: {title: A, type: operator}, b: {title: B, type: operator}}
paths: {p: {title: P, exchanges: [{from: a, to: b, goods: papers}]}}
indicators: {i: {title: I, unit: "%", online_rate: all, direction: increase, targets: {2030: 90%}}}
"""
    found = rates(checked, text)
    assert found.online.whole is None
    state = found.goal_attainment.indicators["i"]
    assert not {"as-is", "to-be"} & set(state.stage_values)
    assert "no exchange names a channel" in state.reason.for_language("en")


def test_an_indicator_in_another_unit_has_none(checked):
    states = rates(checked, MODEL.replace('Customs, unit: ""', "Customs, unit: h")).goal_attainment.indicators
    assert not states["office"].stage_values
