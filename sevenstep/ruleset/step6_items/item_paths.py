"""The paths on which an item works."""

from sevenstep.chain.graph import Chain
from sevenstep.chain.path_variants import with_other_variants
from sevenstep.model.step4_paths import Path
from sevenstep.model.step6_items import Item


def paths_of(chain: Chain, item: Item) -> list[Path]:
    """The paths that the item's scenario realizes, as they are and as they shall be."""
    scenarios = chain.targets(item.id, "belongs-to")
    found = (path for scenario in scenarios for path in chain.targets(scenario.id, "realizes"))
    return with_other_variants(chain, (path for path in found if isinstance(path, Path)))
