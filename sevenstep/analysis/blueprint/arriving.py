"""Whether data is in a system at all: put in there, kept there, or brought by an interface."""

from collections import defaultdict

from sevenstep.analysis.blueprint.exchanges import written_in
from sevenstep.analysis.blueprint.networks import open_interfaces
from sevenstep.analysis.blueprint.system_trees import akin
from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain
from sevenstep.model.choices import Variant
from sevenstep.model.step7_flows import DataObject


def arrives(chain: Chain, data: str, system: str, variant: Variant) -> bool:
    """Whether the data gets into the system, or into its tree, as far as flows, data and interfaces say."""
    found = chain.elements.get(data)
    record = found.system_of_record if isinstance(found, DataObject) else None
    places = [*written_in(chain)[variant].get(data, ()), *_brought_to(chain).get(data, ())]
    return any(akin(chain, place, system) for place in (*places, *([record] if record is not None else ())))


@per_chain
def _brought_to(chain: Chain) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for interface in open_interfaces(chain):
        for data in interface.data:
            found[data].append(interface.target_system)
    return found
