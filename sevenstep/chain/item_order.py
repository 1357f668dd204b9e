"""The items in the order in which a case goes through them, and which of them belong together."""

from collections.abc import Mapping
from heapq import heapify, heappop, heappush
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain
from sevenstep.model.step6_items import Item

_DEPENDS: Final = "depends-on"


@per_chain
def item_order(chain: Chain) -> Mapping[str, int]:
    """The place of each item: every item behind those that it depends on, otherwise in the order of the files.

    Items that depend on each other in a circle stand at the end, in the order of the files.
    """
    items = [item.id for item in chain.engagement.of(Item)]
    written = {item: number for number, item in enumerate(items)}
    open_before = dict.fromkeys(items, 0)
    after: dict[str, list[str]] = {}
    for link in chain.related(_DEPENDS):
        open_before[link.source] += 1
        after.setdefault(link.target, []).append(link.source)
    waiting = [written[item] for item in items if not open_before[item]]
    heapify(waiting)
    order: dict[str, int] = {}
    while waiting:
        here = items[heappop(waiting)]
        order[here] = len(order)
        for item in after.get(here, ()):
            open_before[item] -= 1
            if not open_before[item]:
                heappush(waiting, written[item])
    for item in items:
        order.setdefault(item, len(order))
    return order


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
