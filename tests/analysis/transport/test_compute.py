"""Ways, loads and losses of a land small enough to be worked out by hand."""

import pytest

from sevenstep.model.choices import BestBy
from tests.analysis.transport.conftest import LAND

BY_RAIL = ("mine", "up", "hub", "down", "port")
BY_RIVER = ("mine", "stream", "ferry", "crossing", "port")


def test_a_model_without_places_has_nothing(computed):
    assert not computed("goals: {G: {title: Better}}")


def test_the_sums_over_a_way_are_those_of_its_places_and_links(computed):
    way = computed().routes["ore"].taken
    assert way.passed == BY_RAIL
    assert way.places == ("mine", "hub", "port") and way.links == ("up", "down")
    assert way.hours == 10 + 2 + 5 + 4
    assert way.cost == 100 + 10 + 50
    assert way.reliability == pytest.approx(0.8 * 0.9)
    assert way.distance == 150


def test_the_best_way_depends_on_what_counts(computed):
    bests = computed().routes["ore"].bests
    assert bests[BestBy.FASTEST].passed == BY_RAIL  # 21 h before 28 h
    assert bests[BestBy.CHEAPEST].passed == BY_RIVER  # 50 before 160
    assert bests[BestBy.SUREST].passed == BY_RAIL  # 0.72 before 0.5


def test_no_way_is_sure_that_passes_what_always_fails(computed):
    """A place that fails each time is worse than one that fails half the time, not as good as one that never does."""
    never = LAND.replace("reliability: 90%", "reliability: 0%")
    assert computed(never).routes["ore"].bests[BestBy.SUREST].passed == BY_RIVER


def test_the_next_best_way_is_another_one(computed):
    ore = computed().routes["ore"]
    assert [way.passed for way in ore.ways] == [BY_RAIL, BY_RIVER]
    assert ore.next_best.passed == BY_RIVER


def test_one_way_links_are_not_travelled_back(computed):
    assert [way.passed for way in computed().routes["back"].ways] == [BY_RAIL[::-1]]


def test_what_is_being_built_is_no_way_today_but_a_gain(computed):
    found = computed()
    ore = found.routes["ore"]
    assert "tunnel" in found.waiting
    assert ore.later.passed == ("mine", "tunnel", "port") and ore.later.waits_for == ("tunnel",)
    assert ore.later.hours == 3 + 4
    assert ore.opens == "2027-01-01"


def test_what_is_told_of_the_future_runs_in_the_future(computed):
    later = LAND.replace("state: being-built, opens: 2027", "opens: 2027")
    assert "tunnel" in computed(later).waiting
    past = LAND.replace("state: being-built, opens: 2027", "opens: 2020")
    assert computed(past).routes["ore"].ways[0].passed == ("mine", "tunnel", "port")


def test_load_is_held_against_capacity_in_whatever_unit(computed):
    loads = computed().loads
    assert loads["port"].share == pytest.approx(80 / 100)  # 36525 a year are 100 a day
    assert loads["port"].routes == ()
    assert loads["up"].share == pytest.approx(60 / 70) and loads["up"].routes == ("ore",)
    assert loads["stream"].share is None and loads["stream"].capacity == 20
    assert "crossing" not in loads


def test_a_load_in_per_cent_is_one_of_the_capacity(computed):
    loads = computed("places: {a: {title: A, load: about 98%}, b: {title: B, load: 98%, capacity: 200 TEU/d}}").loads
    assert loads["a"].share == 0.98 and loads["a"].load is None
    assert loads["b"].load == pytest.approx(196)


def test_what_binds_is_the_fullest_of_what_is_passed(computed):
    ore = computed().routes["ore"]
    assert ore.binding == "up"  # 86 %, the port 80 %
    assert ore.spare == pytest.approx(10)


def test_between_the_ends_a_smallest_cut_binds(computed):
    through = computed().routes["ore"].through
    assert through.most == pytest.approx(90)  # 70 by rail and 20 by river, the port lets 100 through
    assert set(through.cut) == {"up", "stream"}


def test_a_loss_makes_a_detour_or_leaves_no_way(computed):
    losses = computed().losses
    (detour,) = losses["up"].detours
    assert (detour.route, detour.hours, detour.cost) == ("ore", 28 - 21, 50 - 160)
    assert losses["up"].cut == ("back",) and losses["up"].is_single_point
    assert losses["port"].ended == ("ore", "back") and not losses["port"].is_single_point


def test_a_scenario_answers_a_loss(computed):
    answered = LAND + "scenarios: {plan: {title: Plan, responds_to: [up, port]}}"
    losses = computed(answered).losses
    assert losses["up"].answers == ("plan",) and losses["hub"].answers == ()


@pytest.mark.parametrize(
    ("over", "expected"),
    [
        ("[hub, down]", BY_RAIL),
        ("[hub]", BY_RAIL),
        ("[mine, up, hub, down, port]", BY_RAIL),
        ("[ferry]", BY_RIVER),
    ],
)
def test_a_route_is_followed_over_links_and_places(computed, over, expected):
    found = computed(LAND.replace("over: [up, down]", f"over: {over}"))
    assert found.routes["ore"].taken.passed == expected


@pytest.mark.parametrize("over", ["[down]", "[up, crossing]", "[up, ferry]"])
def test_a_route_that_does_not_connect_is_not_taken(computed, over):
    found = computed(LAND.replace("over: [up, down]", f"over: {over}")).routes["ore"]
    assert found.taken is None and found.problem is not None
    assert found.ways, "the ways there are do not hang on what is written"


def test_links_without_a_time_are_not_compared_by_time(computed):
    found = computed(LAND.replace("mode: rail, time: 10 h", "mode: rail")).routes["ore"]
    assert found.taken.hours is None and found.taken.cost == 160
    assert found.ways[0].passed == BY_RIVER


def test_costs_in_another_currency_are_not_added(computed):
    found = computed(LAND.replace("cost: 50 CNY/TEU", "cost: 50 USD/TEU")).routes["ore"]
    assert found.taken.cost is None and found.taken.hours == 21


def test_routes_beyond_the_limit_are_told_as_written(computed, monkeypatch):
    monkeypatch.setattr("sevenstep.analysis.transport.compute.MOST_STEPS", 1)
    found = computed()
    assert [way.passed for way in found.routes["ore"].ways] == [BY_RAIL], "the best way alone"
    assert not found.routes["back"].ways and "up" not in found.losses
    assert "2 routes" in found.left_out[0].for_language("en")


def test_nonsense_leaves_the_rest(computed):
    found = computed(
        LAND
        + """
  nowhere: {title: Nowhere, from: mine, to: moon}
  round: {title: Round, from: mine, to: mine}
  lost: {title: Lost, from: ferry, to: hub, over: [gone]}
"""
    )
    assert found.routes["ore"].taken.passed == BY_RAIL
    assert found.routes["round"].ways == () and found.routes["lost"].taken is None


def test_nothing_is_told_of_what_passes_where_capacities_cannot_be_compared(computed):
    mixed = LAND.replace("capacity: 20 TEU/d", "capacity: 60 t/d")
    assert mixed != LAND
    assert computed().routes["ore"].through is not None
    assert computed(mixed).routes["ore"].through is None
