"""Every two systems between which anything goes: interfaces declared and needed, data carried by hand."""

from dataclasses import dataclass, field

from sevenstep.analysis.blueprint.carrying import carried, carried_on_paths
from sevenstep.analysis.blueprint.networks import open_interfaces
from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain
from sevenstep.model.choices import Variant
from sevenstep.model.step7_flows import System


@dataclass
class SystemPair:
    """What goes from one system to another. Data and steps stand in the order in which they are met.

    `declared` are the interfaces between just these two; `needed` is the data that the design exchanges without a
    person, `lacking` what of it no interface carries, `today` the same as is, `by_hand` what a person types over today,
    `still_by_hand` what a person does in the design.
    """

    source: str
    target: str
    declared: list[str] = field(default_factory=list)
    needed: dict[str, None] = field(default_factory=dict)
    lacking: dict[str, None] = field(default_factory=dict)
    via: dict[str, None] = field(default_factory=dict)
    today: dict[str, None] = field(default_factory=dict)
    by_hand: dict[str, None] = field(default_factory=dict)
    still_by_hand: dict[str, None] = field(default_factory=dict)
    steps: dict[str, None] = field(default_factory=dict)
    """The steps of the design that ask for what is lacking."""
    paths: dict[str, None] = field(default_factory=dict)
    """The paths whose exchanges ask for what goes here, where no step of a flow does."""

    @property
    def is_proposed(self) -> bool:
        """Whether the design asks for an interface that is not declared."""
        return bool(self.lacking)


@per_chain
def system_pairs(chain: Chain) -> dict[tuple[str, str], SystemPair]:
    """The pairs, in the order of the systems."""
    found: dict[tuple[str, str], SystemPair] = {}

    def pair(source: str, target: str) -> SystemPair:
        return found.setdefault((source, target), SystemPair(source, target))

    for interface in open_interfaces(chain):
        pair(interface.source_system, interface.target_system).declared.append(interface.id)
    for one in carried(chain):
        exchange = one.exchange
        here = pair(exchange.source, exchange.target)
        if exchange.by_hand:
            typed = here.by_hand if exchange.variant == Variant.AS_IS else here.still_by_hand
            typed[exchange.data] = None
        elif exchange.variant == Variant.AS_IS:
            here.today[exchange.data] = None
        else:
            here.needed[exchange.data] = None
            here.via.update(dict.fromkeys(one.by))
            if not one.by:
                here.lacking[exchange.data] = None
                here.steps.update(dict.fromkeys(exchange.steps))
    for asked in carried_on_paths(chain):
        wanted = asked.exchange
        here = pair(wanted.source, wanted.target)
        here.paths[wanted.path] = None
        (here.today if wanted.variant == Variant.AS_IS else here.needed)[wanted.data] = None
        if wanted.variant == Variant.TO_BE:
            here.via.update(dict.fromkeys(asked.by))
            if not asked.by:
                here.lacking[wanted.data] = None
    places = {system.id: at for at, system in enumerate(chain.engagement.of(System))}
    return dict(sorted(found.items(), key=lambda entry: (places[entry[0][0]], places[entry[0][1]])))
