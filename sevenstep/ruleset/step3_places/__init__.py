"""Rules of places, links and routes, which stand in step 3."""

from typing import Final

from sevenstep.ruleset.rule import Rule
from sevenstep.ruleset.step3_places.s310_link_to_itself import link_to_itself
from sevenstep.ruleset.step3_places.s311_coordinates_off_earth import coordinates_off_earth
from sevenstep.ruleset.step3_places.s312_two_positions import two_positions
from sevenstep.ruleset.step3_places.s313_same_place_twice import same_place_twice
from sevenstep.ruleset.step3_places.s314_place_on_no_link import place_on_no_link
from sevenstep.ruleset.step3_places.s315_link_without_figure import link_without_figure
from sevenstep.ruleset.step3_places.s316_building_without_date import building_without_date
from sevenstep.ruleset.step3_places.s317_opened_already import opened_already
from sevenstep.ruleset.step3_places.s318_load_in_another_unit import load_in_another_unit
from sevenstep.ruleset.step3_places.s319_no_unit_of_time import no_unit_of_time
from sevenstep.ruleset.step3_places.s320_load_over_capacity import load_over_capacity
from sevenstep.ruleset.step3_places.s321_route_does_not_connect import route_does_not_connect
from sevenstep.ruleset.step3_places.s322_route_without_way import route_without_way
from sevenstep.ruleset.step3_places.s323_route_to_its_start import route_to_its_start
from sevenstep.ruleset.step3_places.s324_route_in_circle import route_in_circle
from sevenstep.ruleset.step3_places.s325_route_over_closed import route_over_closed
from sevenstep.ruleset.step3_places.s326_cost_in_another_unit import cost_in_another_unit
from sevenstep.ruleset.step3_places.s327_distance_no_length import distance_no_length
from sevenstep.ruleset.step3_places.s328_link_twice import link_twice
from sevenstep.ruleset.step3_places.s329_route_serves_nothing import route_serves_nothing
from sevenstep.ruleset.step3_places.s330_place_in_itself import place_in_itself
from sevenstep.ruleset.step3_places.s331_place_off_the_map import place_off_the_map
from sevenstep.ruleset.step3_places.s332_runs_before_it_opens import runs_before_it_opens
from sevenstep.ruleset.step3_places.s333_amount_below_zero import amount_below_zero
from sevenstep.ruleset.step3_places.s334_volume_in_another_unit import volume_in_another_unit
from sevenstep.ruleset.step3_places.s335_capacity_in_another_unit import capacity_in_another_unit

RULES: Final[tuple[Rule, ...]] = (
    link_to_itself,
    coordinates_off_earth,
    two_positions,
    same_place_twice,
    place_on_no_link,
    link_without_figure,
    building_without_date,
    opened_already,
    load_in_another_unit,
    no_unit_of_time,
    load_over_capacity,
    route_does_not_connect,
    route_without_way,
    route_to_its_start,
    route_in_circle,
    route_over_closed,
    cost_in_another_unit,
    distance_no_length,
    link_twice,
    route_serves_nothing,
    place_in_itself,
    place_off_the_map,
    runs_before_it_opens,
    amount_below_zero,
    volume_in_another_unit,
    capacity_in_another_unit,
)
