"""Rules of step 4."""

from typing import Final

from sevenstep.ruleset.rule import Rule
from sevenstep.ruleset.step4_paths.s401_actor_cycle import actor_cycle
from sevenstep.ruleset.step4_paths.s402_accountable_not_one import accountable_not_one
from sevenstep.ruleset.step4_paths.s403_responsible_missing import responsible_missing
from sevenstep.ruleset.step4_paths.s404_raci_twice import raci_twice
from sevenstep.ruleset.step4_paths.s405_accountable_without_authority import accountable_without_authority
from sevenstep.ruleset.step4_paths.s406_actor_without_domain import actor_without_domain
from sevenstep.ruleset.step4_paths.s407_nothing_handed_over import nothing_handed_over
from sevenstep.ruleset.step4_paths.s408_exchange_without_channel import exchange_without_channel
from sevenstep.ruleset.step4_paths.s409_exchange_by_hand import exchange_by_hand
from sevenstep.ruleset.step4_paths.s410_exchange_system_not_named import exchange_system_not_named
from sevenstep.ruleset.step4_paths.s411_exchange_party_not_on_path import exchange_party_not_on_path
from sevenstep.ruleset.step4_paths.s412_exchange_with_itself import exchange_with_itself
from sevenstep.ruleset.step4_paths.s413_path_without_exchanges import path_without_exchanges
from sevenstep.ruleset.step4_paths.s414_idle_actor import idle_actor
from sevenstep.ruleset.step4_paths.s415_path_as_is_only import path_as_is_only
from sevenstep.ruleset.step4_paths.s416_path_to_be_only import path_to_be_only
from sevenstep.ruleset.step4_paths.s417_path_changed_twice import path_changed_twice
from sevenstep.ruleset.step4_paths.s418_path_change_that_cannot_be import path_change_that_cannot_be
from sevenstep.ruleset.step4_paths.s419_path_changes_nothing import path_changes_nothing
from sevenstep.ruleset.step4_paths.s420_both_variants_realized import both_variants_realized

RULES: Final[tuple[Rule, ...]] = (
    actor_cycle,
    accountable_not_one,
    responsible_missing,
    raci_twice,
    accountable_without_authority,
    actor_without_domain,
    nothing_handed_over,
    exchange_without_channel,
    exchange_by_hand,
    exchange_system_not_named,
    exchange_party_not_on_path,
    exchange_with_itself,
    path_without_exchanges,
    idle_actor,
    path_as_is_only,
    path_to_be_only,
    path_changed_twice,
    path_change_that_cannot_be,
    path_changes_nothing,
    both_variants_realized,
)
