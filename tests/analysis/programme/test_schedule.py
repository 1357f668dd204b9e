"""The schedule of projects, against a graph library and by hand."""

from datetime import date, timedelta

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sevenstep.analysis.programme.schedule import put_off, schedule
from tests.engagements import chain_of


def model(projects: str) -> str:
    return "id: sample\ntitle: Sample\nprojects:\n" + projects


BY_HAND = model("""
  base: {title: Base, start: 2024-01-01, end: 2024-01-10}
  left: {title: Left, start: 2024-01-01, end: 2024-01-05, after: base}
  right: {title: Right, start: 2024-01-11, end: 2024-01-30, after: base}
  last: {title: Last, start: 2024-01-31, end: 2024-02-09, after: [left, right]}
""")


def test_projects_wait_for_what_they_begin_after():
    found = schedule(chain_of(BY_HAND))
    left = found.projects["left"]
    assert (left.begin, left.end, left.pushed) == (date(2024, 1, 11), date(2024, 1, 15), 10)
    assert (left.latest_begin, left.slack) == (date(2024, 1, 26), 15)
    assert found.critical_path == ("base", "right", "last")
    assert found.end == date(2024, 2, 9)


def test_a_delay_goes_on_to_what_comes_after():
    chain = chain_of(BY_HAND)
    late = put_off(chain, schedule(chain), "right", 30)
    assert list(late) == ["right", "last"]
    assert (late["right"].end, late["last"].begin) == (date(2024, 2, 29), date(2024, 3, 1))
    assert list(put_off(chain, schedule(chain), "left", 15)) == ["left"]


def test_circles_are_told_and_the_rest_is_scheduled():
    found = schedule(
        chain_of(
            model("""
  a: {title: A, start: 2024, end: 2024, after: [b, a]}
  b: {title: B, start: 2024, end: 2024, after: a}
  c: {title: C, start: 2024, end: 2024, after: b}
""")
        )
    )
    assert found.circles == (("a", "b"),)
    assert found.projects["c"].begin == date(2025, 1, 1)


def test_what_has_no_dates_is_told_and_what_has_stopped_runs_no_more():
    found = schedule(
        chain_of(
            model("""
  a: {title: A}
  b: {title: B, start: 2024-01, end: 2024-02, progress: [{date: 2024-01-20, state: stopped}]}
  c: {title: C, start: 2024-01, end: 2024-06, progress: [{date: 2024-03-20, state: done}]}
""")
        )
    )
    assert found.untimed == ("a", "b")
    assert found.projects["c"].end == date(2024, 3, 20)


def test_what_was_done_before_it_was_to_begin_ended_that_day():
    text = "  a: {title: A, start: 2024-05, end: 2024-08, progress: [{date: 2024-01-20, state: done}]}\n"
    found = schedule(chain_of(model(text))).projects["a"]
    assert (found.begin, found.end) == (date(2024, 1, 20), date(2024, 1, 20))


def test_the_time_of_a_measure_stands_in_for_an_end():
    text = "measures:\n  m: {title: M, time: 30d}\n" + "projects:\n  p: {title: P, start: 2024-01-01, delivers: m}\n"
    found = schedule(chain_of("id: sample\ntitle: Sample\n" + text))
    assert found.projects["p"].end == date(2024, 1, 30)


@st.composite
def programmes(draw):
    count = draw(st.integers(1, 12))
    starts = [draw(st.integers(0, 400)) for _ in range(count)]
    days = [draw(st.integers(1, 90)) for _ in range(count)]
    after = [draw(st.sets(st.integers(0, at - 1))) if at else set() for at in range(count)]
    return starts, days, after


@given(programmes())
def test_no_project_runs_before_what_it_needs_and_slack_is_never_negative(programme):
    starts, days, after = programme
    first = date(2024, 1, 1)
    lines = "".join(
        f"  p{at}: {{title: P, start: {first + timedelta(start)}, end: {first + timedelta(start + days[at] - 1)}"
        f", after: [{', '.join(f'p{other}' for other in sorted(after[at]))}]}}\n"
        for at, start in enumerate(starts)
    )
    found = schedule(chain_of(model(lines))).projects
    # the longest way of days from a common start, by networkx, ends where the last project ends
    graph = networkx.DiGraph()
    for at, start in enumerate(starts):
        graph.add_edge("start", f"p{at}", weight=start)
        graph.add_edge(f"p{at}", "end", weight=days[at])
        for other in after[at]:
            graph.add_edge(f"p{other}", f"p{at}", weight=days[other])
    whole = networkx.dag_longest_path_length(graph)
    assert max(one.end for one in found.values()) == first + timedelta(whole - 1)
    for at in range(len(starts)):
        one = found[f"p{at}"]
        assert one.slack >= 0 and one.pushed >= 0 and one.days == days[at]
        assert all(found[f"p{other}"].end < one.begin for other in after[at])
        assert all(found[f"p{other}"].latest_end < one.latest_begin for other in after[at])
        way = networkx.dag_longest_path_length(
            graph.subgraph({"start", f"p{at}", *networkx.ancestors(graph, f"p{at}")})
        )
        assert one.begin == first + timedelta(way)
    assert any(one.is_critical for one in found.values())


@pytest.mark.parametrize("text", ["", "projects: {}\n"])
def test_no_projects_no_schedule(text):
    assert schedule(chain_of("id: sample\ntitle: Sample\n" + text)).projects == {}
