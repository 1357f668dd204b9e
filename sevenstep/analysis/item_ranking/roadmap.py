"""The suggested order: what can begin together, after all that it depends on."""

from collections.abc import Mapping, Sequence


def phases(ranked: Sequence[str], needs: Mapping[str, Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """The items, best first, as phases: each item as early as what it `needs` allows, the best of a phase first.

    The number of an item's phase is the length of the longest chain of needs that ends in it. Of a circle of needs
    (which the check tells of) the need that closes it is left out, seen from the worst item on, so that the better
    ones rather begin early. Time grows with the number of items and needs.
    """
    found: dict[str, int] = {}
    for item in reversed(ranked):
        _settle(item, needs, found)
    by_phase: dict[int, list[str]] = {}
    for item in ranked:
        by_phase.setdefault(found[item], []).append(item)
    return tuple(tuple(by_phase[number]) for number in sorted(by_phase))


def _settle(item: str, needs: Mapping[str, Sequence[str]], found: dict[str, int]) -> None:
    """Find the phase of `item` and of all it needs, depth first, without recursion: chains may be long."""
    if item in found:
        return
    way = [(item, iter(needs.get(item, ())))]
    phase = {item: 1}  # of those on the way, as far as is known
    while way:
        here, rest = way[-1]
        need = next(rest, None)
        if need is None:
            way.pop()
            found[here] = phase.pop(here)
            if way:
                above = way[-1][0]
                phase[above] = max(phase[above], found[here] + 1)
        elif need in found:
            phase[here] = max(phase[here], found[need] + 1)
        elif need not in phase:
            phase[need] = 1
            way.append((need, iter(needs.get(need, ()))))
