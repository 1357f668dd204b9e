"""Figures by dimension as people write them, and what is wrong with what cannot be read."""

import pytest

from sevenstep.model.contents import by_dimension
from sevenstep.model.members import MAX_MEMBERS

MODE = "dimensions: {mode: {title: Mode, members: {rail: Rail, road: Road}}}\n"


@pytest.fixture
def said(checked):
    """The messages in English about a model in which the baseline of `i` is told by mode with these figures."""

    def find(figures: str, more: str = "") -> list[str]:
        text = f"{MODE}indicators: {{i: {{title: t, unit: h, {more} baseline: {{by: {{mode: {figures}}}}}}}}}\n"
        return [one.message.for_language("en") for one in checked(text).found if one.rule.code < "S019"]

    return find


@pytest.mark.parametrize(
    "none", ["missing", "缺", "缺失", "Missing", "{missing: true}", "{value: missing}", "{missing: 是}"]
)
def test_a_member_without_a_figure(checked, none):
    found = checked(f"{MODE}indicators: {{i: {{title: t, baseline: {{by: {{mode: {{rail: 1, road: {none}}}}}}}}}}}\n")
    ((path, dimension, members, _),) = by_dimension(found.chain.elements["i"])
    assert (path, dimension) == (("baseline", "by", "mode"), "mode")
    assert (members["road"].missing, members["road"].value) == (True, None)
    assert members["rail"].known.low == 1


@pytest.mark.parametrize(
    "figures, message",
    [
        ("{rail: {value: 3 h, missing: true}}", "The figure is given, 3 h, and said to be missing"),
        ("{rail: {}}", "There is no figure of this member"),
        ("{rail: abc}", "“abc” is not a quantity"),
        ("{rail: 1e40}", "“1e40” is too large"),
        ("{rail: .nan}", "“.nan” is not a quantity"),
        ("{rail: {value: 1, provisional: perhaps}}", "true or false is needed here"),
        ("[1, 2]", "A mapping of keys to values is needed here, not a list"),
        ("{}", "There is no figure here"),
        ("rail", "A mapping of keys to values is needed here, not “rail”"),
    ],
)
def test_what_cannot_be_read_is_told(said, figures, message):
    assert message in said(figures)


def test_weights_of_a_sum_are_refused(said):
    assert "There are weights, but the rule is sum" in said(
        "{rail: 1, road: 2}", "roll_up: {rule: sum, weighted_by: i},"
    )


def test_weights_in_two_places_are_refused(said):
    more = "roll_up: {weighted_by: i, weights: {mode: {rail: 1, road: 1}}},"
    assert "There are weights twice: weighted_by and weights" in said("{rail: 1, road: 2}", more)


@pytest.mark.parametrize("count, is_too_many", [(MAX_MEMBERS, False), (MAX_MEMBERS + 1, True)])
def test_a_dimension_has_so_many_members_at_most(checked, count, is_too_many):
    members = ", ".join(f"m{number}: M" for number in range(count))
    found = checked(f"dimensions: {{d: {{title: D, members: {{{members}}}}}}}\n").found
    told = [one for one in found if "members at most" in one.message.for_language("en")]
    assert bool(told) is is_too_many


def test_a_list_of_members_is_read_with_their_names_as_titles(checked):
    found = checked("dimensions: {d: {title: D, members: [铁路, 公路]}}\n")
    assert found.chain.elements["d"].member_ids == ("铁路", "公路")


def test_one_bad_figure_costs_that_figure_alone(checked):
    found = checked(f"{MODE}indicators: {{i: {{title: t, baseline: {{by: {{mode: {{rail: 1, road: abc}}}}}}}}}}\n")
    ((_, _, members, _),) = by_dimension(found.chain.elements["i"])
    assert list(members) == ["rail"]
