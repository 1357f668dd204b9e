"""Whether all of the architecture that was written could be read."""

from sevenstep.chain.graph import Chain


def is_whole(chain: Chain, kind: str, *relations: str) -> bool:
    """Whether every element of the kind could be read, and every such reference arrives."""
    engagement = chain.engagement
    lost = (*chain.dangling, *chain.mistyped)
    return (
        engagement.complete
        and kind not in engagement.broken.values()
        and not any(link.relation.name in relations for link in lost)
    )
