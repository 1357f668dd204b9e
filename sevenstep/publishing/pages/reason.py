"""Why an element is there, as a ribbon: from it hop by hop up to a goal, and the other ways that hold as well."""

from collections.abc import Sequence
from typing import Final

from sevenstep.analysis.justification import reason_of
from sevenstep.chain.justification import Reason as Answer
from sevenstep.chain.justification import Way
from sevenstep.method import stage
from sevenstep.model.step1_goals import Goal
from sevenstep.publishing.context import Context
from sevenstep.publishing.views import Hop, Reason

_FORKS: Final = 3
"""Goals that are named where nothing tells them apart."""
_OTHERS: Final = 12
"""Other ways that are written out."""


def reason(context: Context, element: str) -> Reason:
    """The ribbon of an element; without hops where no way leads to a goal."""
    answer = reason_of(context.chain, element)
    ref = context.refs[element]
    if not answer.ways:
        asked = not isinstance(context.chain.elements[element], Goal) and not stage(ref.step).is_frame
        return Reason(ref, without=context.words["no_reason"] if asked else "")
    others = tuple(_hops(context, way) for way in answer.ways[:_OTHERS] if way is not answer.ways[0])
    if not answer.undecided:
        said = _more(context, len(answer.ways) - 1)
        return Reason(ref, _hops(context, answer.ways[0]), others=others, said=said)
    tied = _tied(answer)
    shared = _hops(context, answer.ways[0])[: _shared(tied)]
    return Reason(
        ref,
        shared,
        context.refs_of(answer.undecided[:_FORKS]),
        max(0, len(answer.undecided) - _FORKS),
        tuple(_hops(context, way) for way in answer.ways[:_OTHERS]),
        context.words["undecided_reasons"].format(len(answer.undecided)),
    )


def _more(context: Context, count: int) -> str:
    if count < 1:
        return ""
    return context.words["one_more_reason"] if count == 1 else context.words["more_reasons"].format(count)


def _hops(context: Context, way: Way) -> tuple[Hop, ...]:
    return tuple(Hop(context.said(hop.verb), context.refs[hop.to]) for hop in way.hops)


def _tied(answer: Answer) -> list[Way]:
    """Of each goal that is as close as the others the first way."""
    first: dict[str, Way] = {}
    for way in answer.ways:
        first.setdefault(way.ending.goal, way)
    return [first[goal] for goal in answer.undecided if goal in first]


def _shared(ways: Sequence[Way]) -> int:
    """How many hops all the ways begin with."""
    columns = zip(*([hop.to for hop in way.hops] for way in ways), strict=False)
    return next((number for number, column in enumerate(columns) if len(set(column)) > 1), 0)
