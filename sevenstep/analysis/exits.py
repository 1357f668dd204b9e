"""Where the cases of a flow come to their end, how many of them, and what they take up to there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sevenstep.analysis.flow_metrics.blocks import blocks
from sevenstep.analysis.flow_metrics.expected_visits import expected_visits
from sevenstep.analysis.flow_metrics.flow_model import FlowModel, NotAnalysable, flow_model_of
from sevenstep.analysis.flow_metrics.lead_time import span_of
from sevenstep.analysis.flow_metrics.linear import NeverEnds, flowing
from sevenstep.memory import per_element
from sevenstep.model.step7_flows import Flow

_LEAST = 1e-6
"""A smaller share of the cases is none."""
_APART = 0.01
"""Ends whose cases take the same but for so much mix nothing."""
_EARLY = (0.2, 0.8)
"""Between which shares cases that leave by a way of their own make a group of their own, where there is one end."""
_LONGER = 2.0
"""How many times as long the others then take."""


@dataclass(frozen=True, slots=True)
class Exit:
    """A way out: the node where cases leave (an end, or where there is one only the node before it), the share of the
    cases, and how many hours these take on average (None where that is not known)."""

    node: str
    share: float
    hours: float | None


@per_element
def mixed_exits(flow: Flow) -> tuple[Exit, ...]:
    """The ways out of a flow whose mean over all cases mixes several kinds of cases; none where it does not."""
    try:
        return tuple(sorted(_mixed(flow_model_of(flow)), key=lambda way: -way.share))
    except (NotAnalysable, NeverEnds):
        return ()


def _mixed(model: FlowModel) -> Iterable[Exit]:
    ends = set(model.ends)
    by_end: dict[str, list[int]] = {}
    by_source: dict[str, list[int]] = {}
    for number, arrow in enumerate(model.arrows):
        if arrow.target in ends:
            by_end.setdefault(model.nodes[arrow.target].id, []).append(number)
            by_source.setdefault(model.nodes[arrow.source].id, []).append(number)
    if len(by_end) < 2 and len(by_source) < 2:
        return ()
    if len(by_end) > 1:
        found = [way for way in _exits(model, by_end) if way.share > _LEAST]
        told = [way.hours for way in found if way.hours is not None]
        is_mixed = any(way.share < 1 - _LEAST for way in found) and not (
            len(told) == len(found) and max(told) - min(told) <= _APART * max(told)
        )
    else:
        found = [way for way in _exits(model, by_source) if way.share > _LEAST]
        told = [way.hours for way in found if way.hours is not None and _EARLY[0] <= way.share <= _EARLY[1]]
        is_mixed = len(told) > 1 and max(told) > _LONGER * min(told)
    return found if len(found) > 1 and is_mixed else ()


def _exits(model: FlowModel, groups: Mapping[str, list[int]]) -> Iterator[Exit]:
    """The cases that leave by each group of arrows. Raises NeverEnds."""
    import numpy

    passes = expected_visits(model, blocks(model))
    if passes is None:
        return
    hours = numpy.array([_hours(model, node) for node in range(len(model.nodes))])
    is_plain = not any(model.is_split(node) for node in range(len(model.nodes)))
    leaving = {arrow for group in groups.values() for arrow in group}
    inside = [
        (arrow.target, arrow.source, arrow.weight) for number, arrow in enumerate(model.arrows) if number not in leaving
    ]
    for name, group in groups.items():
        out = [model.arrows[number] for number in group]
        share = float(sum(passes[arrow.source] * arrow.weight for arrow in out))
        if not is_plain or share <= _LEAST:
            yield Exit(name, share, None)
            continue
        given = numpy.zeros(len(model.nodes))
        for arrow in out:
            given[arrow.source] += arrow.weight
        chances = flowing(reversed(model.components), inside, given)  # from each node on, to leave by this way
        spent = float((passes * hours * chances).sum())
        at_end = sum(float(hours[arrow.target]) for arrow in out) / len(out)
        yield Exit(name, share, spent / share + at_end)


def _hours(model: FlowModel, node: int) -> float:
    span = span_of(model.nodes[node])
    return span.processing + span.waiting
