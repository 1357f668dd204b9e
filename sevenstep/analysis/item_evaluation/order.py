"""Whether operations come in the order in which a flow does their activities."""

from collections.abc import Iterator, Sequence
from typing import Final

from sevenstep.chain.flow_graph import forwards
from sevenstep.model.step7_flows import Flow

_MOST_PAIRED: Final = 300
"""Operations of which each is compared with all before it: pairs grow with the square. Of more, with the one before."""


def out_of_order(flow: Flow, operations: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Pairs of operations, as written, where all activities of the second come before all of the first.

    `operations` are ids of activities; those of other flows do not count. Activities of two branches have no order, and
    where a case is sent back, the way forward counts. Of each operation the first pair is told. Time grows with the
    arrows times the activities (a bit of a number each).
    """
    places = {f"{flow.id}/{name}": at for at, name in enumerate(flow.steps)}
    own = [[places[step] for step in steps if step in places] for steps in operations]
    after = _after(flow)
    masks = [sum(1 << at for at in steps) for steps in own]
    return list(_pairs(own, masks, after))


def _pairs(own: Sequence[Sequence[int]], masks: Sequence[int], after: Sequence[int]) -> Iterator[tuple[int, int]]:
    for second, steps in enumerate(own):
        if not steps:
            continue
        behind_all = -1
        for at in steps:
            behind_all &= after[at]
        first = 0 if second < _MOST_PAIRED else second - 1
        for other in range(first, second):
            if masks[other] and not masks[other] & ~behind_all and not masks[other] & masks[second]:
                yield other, second
                break


def _after(flow: Flow) -> list[int]:
    """Of each node those that come after it on the ways forward, each a bit."""
    at = {name: place for place, name in enumerate(flow.steps)}
    found = [0] * len(at)
    for name, targets in reversed(forwards(flow).items()):
        for target in targets:
            found[at[name]] |= found[at[target]] | 1 << at[target]
    return found
