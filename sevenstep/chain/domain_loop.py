"""Domains that hand on to one another and round again, such as the phases of planning, building and operating."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final

from sevenstep.chain.domain_links import domain_links
from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain
from sevenstep.model.step3_architecture import Domain

LEAST: Final = 3
MOST: Final = 8
"""Domains that a loop can have: of two there is nothing to see, of more there are too many ways round."""
_SPEAKS: Final = 0.6
"""The share of all links between domains that has to lead along the loop: else they work together in other ways."""


@per_chain
def domain_loop(chain: Chain) -> tuple[str, ...]:
    """The ids of all domains in the order in which most is handed on, from the first in the files; empty where they
    form no loop, or where most links lead elsewhere. At most `MOST` domains are tried, in every order."""
    links = domain_links(chain)
    linked = {end for ends in links for end in ends}
    domains = [domain.id for domain in chain.engagement.of(Domain) if domain.id in linked]
    if not LEAST <= len(domains) <= MOST:
        return ()
    best = max(_loops(domains, links), key=lambda loop: _along(loop, links), default=())
    return best if best and _along(best, links) >= _SPEAKS * sum(links.values()) else ()


def _along(loop: tuple[str, ...], links: Mapping[tuple[str, str], int]) -> int:
    return sum(links[ends] for ends in pairwise((*loop, loop[0])))


def _loops(domains: list[str], links: Mapping[tuple[str, str], int]) -> Iterator[tuple[str, ...]]:
    """Every way through all domains along the links and back to the first."""
    ways: list[tuple[str, ...]] = [(domains[0],)]
    while ways:
        way = ways.pop()
        if len(way) == len(domains):
            if (way[-1], way[0]) in links:
                yield way
            continue
        ways += [(*way, after) for after in domains if after not in way and (way[-1], after) in links]
