"""Rules of the blueprint: interfaces carry what is exchanged, layers and trees hold, data is shared as it may be."""

from typing import Final

from sevenstep.ruleset.blueprint.a301_exchange_not_carried import exchange_not_carried
from sevenstep.ruleset.blueprint.a302_data_never_reaches import data_never_reaches
from sevenstep.ruleset.blueprint.a303_interface_unused import interface_unused
from sevenstep.ruleset.blueprint.a304_interface_to_itself import interface_to_itself
from sevenstep.ruleset.blueprint.a305_interface_within_system import interface_within_system
from sevenstep.ruleset.blueprint.a306_interface_twice import interface_twice
from sevenstep.ruleset.blueprint.a307_layer_without_systems import layer_without_systems
from sevenstep.ruleset.blueprint.a308_system_cycle import system_cycle
from sevenstep.ruleset.blueprint.a309_planned_system_not_delivered import planned_system_not_delivered
from sevenstep.ruleset.blueprint.a310_shared_above_classification import shared_above_classification
from sevenstep.ruleset.blueprint.a311_unshared_data_read import unshared_data_read
from sevenstep.ruleset.blueprint.a312_move_not_borne_out import move_not_borne_out
from sevenstep.ruleset.blueprint.a313_service_data_never_reaches import service_data_never_reaches
from sevenstep.ruleset.blueprint.a314_path_exchange_not_carried import path_exchange_not_carried
from sevenstep.ruleset.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    exchange_not_carried,
    data_never_reaches,
    interface_unused,
    interface_to_itself,
    interface_within_system,
    interface_twice,
    layer_without_systems,
    system_cycle,
    planned_system_not_delivered,
    shared_above_classification,
    unshared_data_read,
    move_not_borne_out,
    service_data_never_reaches,
    path_exchange_not_carried,
)
