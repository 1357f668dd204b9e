"""The items in the order in which a case goes through them, and which of them belong together."""

from collections.abc import Mapping
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain
from sevenstep.model.step6_items import Item

_DEPENDS: Final = "depends-on"


@per_chain
def item_order(chain: Chain) -> Mapping[str, int]:
    """The place of each item in the order of the business, in which a chain has them (`business_order`)."""
    return {item.id: number for number, item in enumerate(chain.engagement.of(Item))}


@per_chain
def item_groups(chain: Chain) -> Mapping[str, str]:
    """The items that belong together, by one of them: of one scenario, or tied by what depends on what."""
    parent = {item.id: item.id for item in chain.engagement.of(Item)}

    def top(item: str) -> str:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    first: dict[str, str] = {}
    for link in chain.related("belongs-to"):
        parent[top(link.source)] = top(first.setdefault(link.target, link.source))
    for link in chain.related(_DEPENDS):
        parent[top(link.source)] = top(link.target)
    return {item: top(item) for item in parent}
