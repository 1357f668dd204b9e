"""Sharing of work against sums by hand, and against trying every set of jobs (Hall's condition)."""

from itertools import combinations
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sevenstep.analysis.simulation.sharing import shared


def loads(work: dict[str, float], able: dict[str, float]) -> dict[str, float]:
    """By resource; teams are written as the letters of their resources."""
    found = shared({frozenset(team): hours for team, hours in work.items()}, able)
    assert sorted(one for group in found for one in group.resources) == sorted(able)
    return {one: group.load for group in found for one in group.resources}


def test_work_of_either_is_shared_by_what_each_can_do():
    assert loads({"ab": 50}, {"a": 168, "b": 40}) == {"a": pytest.approx(50 / 208), "b": pytest.approx(50 / 208)}


def test_who_has_enough_is_left_alone():
    # b's own work fills it; what either may do is all done by a
    assert loads({"b": 100, "ab": 10}, {"a": 100, "b": 80}) == {"a": 0.1, "b": 1.25}


def test_a_chain_is_even_from_end_to_end():
    assert loads({"ab": 12, "bc": 0.5, "cd": 3}, dict.fromkeys("abcd", 10)) == {
        "a": pytest.approx(0.6),
        "b": pytest.approx(0.6),
        "c": pytest.approx(0.175),
        "d": pytest.approx(0.175),
    }
    together = loads({"ab": 15, "bc": 10, "cd": 15}, dict.fromkeys("abcd", 10))
    assert set(together.values()) == {1.0}


def test_groups_that_share_nothing_are_told_apart_at_the_same_load():
    found = shared({frozenset("a"): 5, frozenset("b"): 5}, {"a": 4, "b": 4, "c": 1})
    assert sorted((sorted(group.resources), group.load) for group in found) == [
        (["a"], 1.25),
        (["b"], 1.25),
        (["c"], 0),
    ]


def test_what_can_do_nothing():
    assert loads({"a": 1}, {"a": 0}) == {"a": inf}
    assert loads({"ab": 1}, {"a": 0, "b": 2}) == {"a": 0, "b": 0.5}
    assert loads({"a": 0}, {"a": 0}) == {"a": 0}
    assert loads({}, {"a": 1}) == {"a": 0}


AMOUNTS = st.sampled_from([0.0, 0.1, 1 / 3, 0.5, 1.0, 2.0, 7.25])


@given(
    st.dictionaries(st.frozensets(st.sampled_from("abcde"), min_size=1), AMOUNTS, max_size=6),
    st.fixed_dictionaries(dict.fromkeys("abcde", AMOUNTS)),
)
def test_the_bottleneck_is_the_worst_of_all_sets_of_jobs(work, able):
    found = shared(work, able)
    assert sorted(one for group in found for one in group.resources) == sorted(able)
    assert max(group.load for group in found) == pytest.approx(_worst(work, able))
    if all(group.load < inf for group in found):
        done = sum(group.load * sum(able[one] for one in group.resources) for group in found)
        assert done == pytest.approx(sum(work.values()))  # all of it is shared out
    by_resource = {one: group.load for group in found for one in group.resources}
    for team, hours in work.items():
        if hours and any(able[one] for one in team):  # nobody who could help has less to do than those who do it
            least = min(by_resource[one] for one in team if able[one])
            assert any(group.load == pytest.approx(least) and group.resources & team for group in found)


def _worst(work: dict[frozenset[str], float], able: dict[str, float]) -> float:
    found = 0.0
    teams = [team for team, hours in work.items() if hours]
    for count in range(1, len(teams) + 1):
        for jobs in combinations(teams, count):
            can = sum(able[one] for one in frozenset().union(*jobs))
            found = max(found, sum(work[team] for team in jobs) / can if can else inf)
    return found
