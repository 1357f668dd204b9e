"""Who hands over to whom: the exchanges of all paths by pairs of actors."""

from collections.abc import Mapping

from sevenstep.chain.graph import Chain
from sevenstep.chain.path_variants import is_design_of_today
from sevenstep.memory import per_chain
from sevenstep.model.step4_paths import Exchange, Path

Pair = tuple[str, str]
"""Who gives and who receives, by their ids."""


@per_chain
def pairs(chain: Chain) -> Mapping[Pair, tuple[Exchange, ...]]:
    """The exchanges of each pair of known actors, in the order of the files.

    A path that is told as is and to be counts once, as it is.
    """
    return {ends: tuple(one for _, one in found) for ends, found in told_pairs(chain).items()}


@per_chain
def told_pairs(chain: Chain) -> Mapping[Pair, tuple[tuple[Path, Exchange], ...]]:
    """The same, each exchange with the path that it is part of."""
    found: dict[Pair, list[tuple[Path, Exchange]]] = {}
    for path in chain.engagement.of(Path):
        if is_design_of_today(chain, path):
            continue
        for exchange in path.exchanges:
            ends = (exchange.sender, exchange.receiver)
            if ends[0] != ends[1] and all(end in chain.elements for end in ends):
                found.setdefault(ends, []).append((path, exchange))
    return {ends: tuple(told) for ends, told in found.items()}
