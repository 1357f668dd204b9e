"""Interfaces as a network: what gets where over which of them, one after the other."""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sevenstep.analysis.blueprint.system_trees import lines
from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain
from sevenstep.model.frames.interface import Interface
from sevenstep.model.step7_flows import System


@per_chain
def open_interfaces(chain: Chain) -> tuple[Interface, ...]:
    """The interfaces that run or shall run, between two systems that are there."""
    return tuple(one for one in chain.engagement.of(Interface) if one.is_open and _joins_systems(chain, one))


def _joins_systems(chain: Chain, one: Interface) -> bool:
    ends = (one.source_system, one.target_system)
    return ends[0] != ends[1] and all(isinstance(chain.elements.get(end), System) for end in ends)


@dataclass(frozen=True, slots=True)
class Network:
    """Some interfaces by the system that they begin at.

    `within` has those that begin at a part of a system: what has come into the whole is in its parts, too, and the
    other way round.
    """

    lines: Mapping[str, tuple[str, ...]]
    ends: Mapping[str, tuple[str, str]]
    at: Mapping[str, Sequence[str]]
    within: Mapping[str, Sequence[str]]

    def reached(self, starts: Iterable[str]) -> dict[str, str | None]:
        """The interfaces that can be reached from these systems, the nearest first, with the one before each."""
        found: dict[str, str | None] = {}
        waiting: deque[tuple[str, str | None]] = deque((start, None) for start in starts)
        seen: set[str] = set()
        while waiting:
            system, last = waiting.popleft()
            if system in seen:
                continue
            seen.add(system)
            here = (one for whole in self.lines.get(system, (system,)) for one in self.at.get(whole, ()))
            for interface in (*here, *self.within.get(system, ())):
                if interface not in found:
                    found[interface] = last
                    waiting.append((self.ends[interface][1], interface))
        return found


def network(chain: Chain, interfaces: Iterable[Interface], *, backwards: bool = False) -> Network:
    """The interfaces as a network, followed with the data or against it."""
    known = lines(chain)
    ends: dict[str, tuple[str, str]] = {}
    at: dict[str, list[str]] = {}
    within: dict[str, list[str]] = {}
    for interface in interfaces:
        pair = (interface.source_system, interface.target_system)
        ends[interface.id] = (pair[1], pair[0]) if backwards else pair
        first, *above = known[ends[interface.id][0]]
        at.setdefault(first, []).append(interface.id)
        for whole in above:
            within.setdefault(whole, []).append(interface.id)
    return Network(known, ends, at, within)
