"""How many scenarios a group holds."""

from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.model.step5_scenarios import Group, Scenario


def group_sizes(chain: Chain) -> Iterator[tuple[str, int]]:
    """How many scenarios each group holds; nothing where some could not be read, or name a group that is not there."""
    if not chain.engagement.has_read_all(Scenario):
        return
    if any(link.relation.name == "group" for link in chain.dangling):
        return
    for group in chain.engagement.of(Group):
        yield group.id, len(chain.holders(group.id, "group"))
