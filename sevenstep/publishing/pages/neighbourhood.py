"""What the chain reaches from one element, above and below, within a budget that keeps a large site linear."""

from typing import Final

from sevenstep.chain.graph import Chain

MOST: Final = 120
"""How many elements are looked at in each direction."""
_FANNED: Final = 400
"""How many links of one element are followed."""


def neighbourhood(chain: Chain, element: str, most: int = MOST) -> list[str]:
    """The ids reached from `element` up and down the chain, the nearest first, without the element itself."""
    return [*_reached(chain, element, most, upwards=True), *_reached(chain, element, most, upwards=False)]


def _reached(chain: Chain, start: str, most: int, *, upwards: bool) -> list[str]:
    seen = {start: None}
    waiting = [start]
    while waiting and len(seen) <= most:
        following = []
        for here in waiting:
            for other in _next(chain, here, upwards=upwards):
                if other not in seen:
                    seen[other] = None
                    following.append(other)
            if len(seen) > most:
                break
        waiting = following
    return list(seen)[1 : most + 1]


def _next(chain: Chain, here: str, *, upwards: bool) -> list[str]:
    links = (*chain.outgoing.get(here, ()), *chain.incoming.get(here, ()))[:_FANNED]
    return [
        link.other_end(here) for link in links if (upper := link.upper_end) is not None and (upper != here) is upwards
    ]
