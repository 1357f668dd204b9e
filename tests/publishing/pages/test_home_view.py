"""The overview begins with the answer."""

import re

from sevenstep.publishing.context import make_context
from sevenstep.publishing.navigation import pages
from sevenstep.publishing.pages.home_view import home_view

MODEL = """
conclusion: {CONCLUSION}
goals: {G1: {title: Fast}}
indicators:
  I:
    title: Time needed
    measures: G1
    unit: h
    direction: decrease
    baseline: {value: 12, date: 2023}
    targets: {2027: 5}
actors: {desk: {title: Desk, type: operator}}
flows:
  now:
    title: Now
    variant: as-is
    estimates: {I: lead_time}
    steps:
      begin: {title: b, type: start, next: wait}
      wait: {title: Queue, actor: desk, time: 1h, wait: 8h, next: end}
      end: {title: e, type: end}
  then:
    title: Then
    variant: to-be
    estimates: {I: lead_time}
    source: assumption
    steps:
      begin: {title: b, type: start, next: wait}
      wait: {title: Online, actor: desk, time: 1h, wait: 3h, next: end}
      end: {title: e, type: end}
"""


def given(checked, conclusion=""):
    return make_context(checked(MODEL.replace("CONCLUSION", conclusion)), "en", {})


def html(context):
    (page,) = (page for page in pages(context) if page.path == "index")
    return page.html


def test_the_answer_stands_before_the_state_of_the_model(checked):
    shown = html(given(checked))
    assert re.search(r"<h1[^>]*>Time needed can fall from 9 h to 4 h", shown)
    assert shown.index("<h1") < shown.index("ss-tiles") < shown.index('id="stuck"') < shown.index('id="model"')


def test_bars_and_target_are_on_one_scale(checked):
    (tile,) = home_view(given(checked)).tiles
    assert (tile.before, tile.after, tile.unit, tile.style) == ("9", "4", "h", "reached")
    assert tile.was / 9 == tile.becomes / 4 == tile.line / 5


def test_the_longest_wait_fills_its_bar_and_names_who_waits(checked):
    (line,) = home_view(given(checked)).stuck
    assert (line.name, line.bar) == ("Queue", 100)
    assert "Desk" in line.text
    assert "8 h" in line.text


def test_what_is_to_be_confirmed_names_whom_to_ask_and_what_hangs_on_it(checked):
    (line,) = home_view(given(checked)).confirm
    assert "Online" in line.name
    assert "Desk" in line.text
    assert "Time needed" in line.text


def test_the_author_may_conclude(checked):
    seen = home_view(given(checked, "says: Four hours will do, down from 9."))
    assert (seen.says, seen.computed) == ("Four hours will do, down from 9.", "")


def test_where_the_author_names_figures_that_no_result_gives_both_are_shown(checked):
    context = given(checked, "says: It takes 3 h.")
    seen = home_view(context)
    assert seen.says == "It takes 3 h."
    assert seen.differing == ("3",)
    assert seen.computed.startswith("Time needed can fall")
    assert seen.computed in html(context)


def test_the_author_may_choose_the_figures(checked):
    assert [tile.ref.id for tile in home_view(given(checked, "figures: [I]")).tiles] == ["I"]


def test_the_sign_of_a_currency_is_written_once(checked):
    money = MODEL.replace("CONCLUSION", "").replace("unit: h", "unit: CNY").replace("{I: lead_time}", "{I: cost}")
    money = money.replace("wait: 8h", "wait: 8h, cost: 9000 CNY").replace("wait: 3h", "wait: 3h, cost: 4000 CNY")
    money = money.replace("baseline: {value: 12", "baseline: {value: 9500").replace("{2027: 5}", "{2027: 5000}")
    (tile,) = home_view(make_context(checked(money), "en", {})).tiles
    assert (tile.before, tile.after) == ("CNY 9,000", "4,000")
