"""The paths of today and those that shall be, where all of them are there to be read."""

from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.chain.path_variants import CHANGES
from sevenstep.model.step4_paths import Path


def readable_paths(chain: Chain) -> Iterator[Path]:
    """The paths; none where one may be missing that is only misspelt or unread."""
    if not chain.engagement.has_read_all(Path):
        return
    if any(link.relation.name == CHANGES for link in (*chain.dangling, *chain.mistyped)):
        return
    yield from chain.engagement.of(Path)
