"""The flows of today and those that shall be, by the item that they detail."""

from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.model.choices import Variant
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Flow


def complete_variants(chain: Chain) -> Iterator[tuple[Item, list[str], list[str]]]:
    """The items with their flows as is and to be; none where a flow may be missing that is only misspelt or unread."""
    engagement = chain.engagement
    if not engagement.has_read_all(Flow):
        return
    if any(link.relation.name == "details" for link in (*chain.dangling, *chain.mistyped)):
        return
    yield from flows_of_items(chain)


def flows_of_items(chain: Chain) -> Iterator[tuple[Item, list[str], list[str]]]:
    for item in chain.engagement.of(Item):
        flows = [flow for flow in chain.holders(item.id, "details") if isinstance(flow, Flow)]
        if flows:
            as_is = [flow.id for flow in flows if flow.variant == Variant.AS_IS]
            yield item, as_is, [flow.id for flow in flows if flow.variant == Variant.TO_BE]
