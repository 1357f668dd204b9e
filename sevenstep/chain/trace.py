"""The trace of an element: all it serves, up to the goals, and all that serves it, down to the data."""

from collections.abc import Iterator
from dataclasses import dataclass

from sevenstep.chain.graph import Chain
from sevenstep.model.element import Element
from sevenstep.model.links import Link


@dataclass(frozen=True, slots=True)
class Trace:
    """The elements above and below one element, each with its distance in hops, and the links between them."""

    element: str
    above: dict[str, int]
    below: dict[str, int]
    links: tuple[Link, ...]


def trace(chain: Chain, element: str) -> Trace:
    """Follow the chain from `element` both ways. Time grows with the links that are followed."""
    above = _reached(chain, element, upwards=True)
    below = _reached(chain, element, upwards=False)
    links = [
        link
        for reached in (above, below)
        for start in (element, *reached)
        for link in _hops(chain, start, upwards=reached is above)
    ]
    return Trace(element, above, below, tuple(dict.fromkeys(links)))


def _reached(chain: Chain, start: str, *, upwards: bool) -> dict[str, int]:
    distances: dict[str, int] = {}
    waiting = [start]
    hops = 0
    while waiting:
        hops += 1
        found = [link.other_end(here) for here in waiting for link in _hops(chain, here, upwards=upwards)]
        waiting = [end for end in dict.fromkeys(found) if end not in distances and end != start]
        distances.update(dict.fromkeys(waiting, hops))
    return distances


def _hops(chain: Chain, here: str, *, upwards: bool) -> Iterator[Link]:
    for link in (*chain.outgoing.get(here, ()), *chain.incoming.get(here, ())):
        upper = link.upper_end
        if upper is not None and (upper != here if upwards else upper == here):
            yield link


def has_trace(chain: Chain, element: Element) -> bool:
    """Whether anything stands above or below the element."""
    links = (*chain.outgoing.get(element.id, ()), *chain.incoming.get(element.id, ()))
    return any(link.upper_end is not None for link in links)
