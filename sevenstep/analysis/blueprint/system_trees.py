"""Systems in trees: what is one system needs no interface within."""

from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain
from sevenstep.model.step7_flows import System


@per_chain
def lines(chain: Chain) -> dict[str, tuple[str, ...]]:
    """Every system with those that it is part of, itself first; a circle is followed once."""
    systems = {system.id: system for system in chain.engagement.of(System)}
    return {key: tuple(_line(systems, key)) for key in systems}


def _line(systems: dict[str, System], key: str) -> Iterator[str]:
    seen: set[str] = set()
    at: str | None = key
    while at in systems and at not in seen:
        seen.add(at)
        yield at
        at = systems[at].parent


def akin(chain: Chain, one: str, other: str) -> bool:
    """Whether one is part of the other, or both are the same."""
    known = lines(chain)
    return other in known.get(one, (one,)) or one in known.get(other, (other,))


@per_chain
def layers_of(chain: Chain) -> dict[str, str]:
    """The layer of each system that has one: its own, else that of the nearest system that it is part of."""
    systems = {system.id: system for system in chain.engagement.of(System)}
    found = {}
    for key, line in lines(chain).items():
        layer = next((systems[one].layer for one in line if systems[one].layer in chain.elements), None)
        if layer is not None:
            found[key] = layer
    return found
