"""Where an element stands in the chain: of each step what its reason passes, what it is tied to, and what serves it.

It looks at so much and no more of what a large model reaches, so that a site grows with its pages.
"""

from collections.abc import Iterable, Iterator
from itertools import chain as joined
from typing import Final

from sevenstep.analysis.justification import reason_of
from sevenstep.chain.graph import Chain
from sevenstep.chain.justification import Way
from sevenstep.chain.reasons.aims import aims
from sevenstep.memory import per_chain
from sevenstep.method import STEPS
from sevenstep.model.element import Element
from sevenstep.model.kind import Where
from sevenstep.model.links import Link
from sevenstep.publishing.context import Context
from sevenstep.publishing.views import Ref, StripStep

MOST: Final = 120
"""How many elements are looked at in each direction."""
_FANNED: Final = 400
"""How many links of one element are followed."""
_SHOWN: Final = 6
_SPEAKS: Final = 0.1
"""What is above stands in the strip where at least this part of it is there for the same end."""


def strip(context: Context, element: Element) -> tuple[StripStep, ...]:
    """The seven steps without their frames. Its reason comes first, and nothing is above that leads elsewhere."""
    by_step: dict[int, dict[str, Ref]] = {step.number: {} for step in STEPS}
    for key in place_in_chain(context.chain, element.id):
        ref = context.refs[key]
        if key != element.id and context.chain.elements[key].KIND.is_shown(Where.PAGE):
            by_step.setdefault(ref.step, {})[key] = ref
    for key in place_around(context.chain, element.id):
        ref = context.refs[key]
        if (
            not by_step.get(ref.step, True)
            and ref.step != element.KIND.step
            and context.chain.elements[key].KIND.is_shown(Where.PAGE)
        ):
            by_step[ref.step][key] = ref
    return tuple(
        StripStep(
            step,
            tuple(by_step[step.number].values())[:_SHOWN],
            max(0, len(by_step[step.number]) - _SHOWN),
            step.number == element.KIND.step,
        )
        for step in STEPS
    )


def place_in_chain(chain: Chain, element: str) -> Iterator[str]:
    """The ids of what the element is there for, of what is tied to it, and of what serves it, the nearest first."""
    ways = reason_of(chain, element).ways
    told = [hop.to for hop in ways[0].hops] if ways else []
    yield from told
    yield from (hop.to for way in ways[1:_SHOWN] for hop in way.hops)
    yield from (link.other_end(element) for link in _links(chain, element) if _tells_place(link))
    yield from _above(chain, (element, *told), ways)
    yield from _reached(chain, element, upwards=False)
    if told and not any(chain.elements[element].KIND.step < chain.elements[key].KIND.step for key in told):
        yield from _reached(chain, told[0], upwards=False)


def place_around(chain: Chain, element: str) -> Iterator[str]:
    """What else leads up from the element and its reason: for the steps that nothing closer stands in."""
    for start in (element, *(hop.to for hop in reason_of(chain, element).hops)):
        yield from _reached(chain, start, upwards=True)


def _above(chain: Chain, starts: Iterable[str], ways: tuple[Way, ...]) -> list[str]:
    """What stands above and is there for the same end, what most is so first."""
    if not ways:
        return []
    known, ending = aims(chain), ways[0].ending
    shares: dict[str, float] = {}
    for key in joined.from_iterable(_reached(chain, start, upwards=True) for start in starts):
        total = sum(known[key].passed_on.values()) if key in known else 0.0
        shares[key] = known[key].passed_on.get(ending, 0.0) / total if total else 0.0
    return sorted((key for key, share in shares.items() if share >= _SPEAKS), key=lambda key: -shares[key])


def _tells_place(link: Link) -> bool:
    return link.relation.name != "owner"


def _reached(chain: Chain, start: str, *, upwards: bool) -> list[str]:
    near, way = _above_and_below(chain), 0 if upwards else 1
    seen = {start: None}
    waiting = [start]
    while waiting and len(seen) <= MOST:
        following = []
        for here in waiting:
            for other in near[here][way] if here in near else ():
                if other not in seen:
                    seen[other] = None
                    following.append(other)
            if len(seen) > MOST:
                break
        waiting = following
    return list(seen)[1 : MOST + 1]


@per_chain
def _above_and_below(chain: Chain) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """What one link leads to from each element, up and down: every page walks many of them."""
    found: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for here in chain.elements:
        ends = [(link.other_end(here), link.upper_end) for link in _links(chain, here)]
        above = tuple(other for other, upper in ends if upper is not None and upper != here)
        found[here] = above, tuple(other for other, upper in ends if upper == here)
    return found


def _links(chain: Chain, here: str) -> tuple[Link, ...]:
    return (*chain.outgoing.get(here, ()), *chain.incoming.get(here, ()))[:_FANNED]
