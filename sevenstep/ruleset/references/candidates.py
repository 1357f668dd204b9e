"""What a reference that leads nowhere, or to the wrong kind, may be meant to name."""

from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.language import Text, joined
from sevenstep.model.kinds import KINDS
from sevenstep.model.links import Link

MOST_SUGGESTIONS: Final = 100
"""Of how many wrong references the nearest id is looked for: each costs a look at every id there is."""


def kinds_allowed(link: Link) -> Text:
    return joined((KINDS[name].KIND.title for name in link.relation.to), zh="或", en=" or ")


def fitting_ids(chain: Chain, link: Link) -> Iterator[str]:
    """The ids that the reference could name."""
    prefix = f"{link.source.rpartition('/')[0]}/" if link.relation.local else ""
    for key, element in chain.elements.items():
        if prefix and not key.startswith(prefix):
            continue
        if not link.relation.to or element.KIND.name in link.relation.to:
            yield key.removeprefix(prefix)
