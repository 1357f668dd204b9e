"""What others promise of what they work on: a scenario says which indicators it moves, and which paths it realizes."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.model.relation import Closeness, Role

_MOST: Final = 400
"""Pairs of a thing worked on and a thing moved that are looked at of one element: who promises everything of everything
tells nothing, and the work grows with the links."""


def promises(chain: Chain) -> Mapping[str, Mapping[str, float]]:
    """By element and indicator: how much those that work on the element promise that the indicator moves."""
    found: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for links in chain.outgoing.values():
        moved = [link.target for link in links if link.relation.closeness is Closeness.MOVES]
        if not moved:
            continue
        worked_on = [link.target for link in links if link.relation.role in {Role.SERVES, Role.IMPROVES}]
        if len(moved) * len(worked_on) > _MOST:
            continue
        for target in worked_on:
            for indicator in moved:
                found[target][indicator] += 1 / (len(moved) * len(worked_on))
    return found
