"""Whether all of the architecture that was written could be read."""

from sevenstep.chain.graph import Chain
from sevenstep.model.element import Element


def is_whole(chain: Chain, cls: type[Element], *relations: str) -> bool:
    """Whether every element of the class could be read, and every such reference arrives."""
    engagement = chain.engagement
    lost = (*chain.dangling, *chain.mistyped)
    return engagement.has_read_all(cls) and not any(link.relation.name in relations for link in lost)
