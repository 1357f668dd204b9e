"""Domains that hand on to one another and round again."""

from collections.abc import Sequence
from itertools import pairwise, permutations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sevenstep.chain.domain_loop import MOST, domain_loop


def model(links: list[tuple[str, str]], domains: Sequence[str]) -> str:
    """A function in each domain that takes up what those of others give."""
    lines = ["goals: {G1: {title: Fast}}", "domains:"]
    lines += [f"  {name}: {{title: {name}}}" for name in domains]
    lines.append("functions:")
    for name in domains:
        given_by = ", ".join(f"of-{giver}" for giver, taker in links if taker == name)
        lines.append(f"  of-{name}: {{title: {name}, domain: {name}, follows: [{given_by}]}}")
    return "\n".join(lines) + "\n"


def test_phases_that_hand_on_and_round_again_are_a_loop_from_the_first_of_the_files(checked):
    links = [("plan", "pay"), ("pay", "build"), ("build", "run"), ("run", "plan")]
    text = model(links, ["build", "pay", "plan", "run"])
    assert domain_loop(checked(text).chain) == ("build", "run", "plan", "pay")


def test_a_line_is_no_loop_and_neither_are_two(checked):
    assert domain_loop(checked(model([("a", "b"), ("b", "c")], "abc")).chain) == ()
    assert domain_loop(checked(model([("a", "b"), ("b", "a")], "ab")).chain) == ()


def test_where_most_work_together_in_other_ways_no_loop_is_told(checked):
    every = list(permutations("abcd", 2))
    assert domain_loop(checked(model(every, "abcd")).chain) == ()


def test_too_many_domains_are_not_tried(checked):
    names = "abcdefghijk"[: MOST + 1]
    assert domain_loop(checked(model([*pairwise(names), (names[-1], "a")], names)).chain) == ()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sets(st.sampled_from(list(permutations("abcde", 2)))))
def test_it_is_what_trying_every_order_gives(checked, links):
    found = domain_loop(checked(model(sorted(links), "abcde")).chain)
    linked = sorted({end for ends in links for end in ends})
    loops = [
        order
        for order in permutations(linked)
        if len(linked) >= 3 and order[0] == linked[0] and set(pairwise((*order, order[0]))) <= links
    ]
    speaks = bool(loops) and len(linked) >= 0.6 * len(links)
    assert (found in loops) if speaks else found == ()
