"""Data that people type: by which steps, in which places, and how often where it is not for the first time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.flow_metrics.flow_model import FlowModel
from sevenstep.analysis.flow_metrics.tracks import Track
from sevenstep.chain.flow_graph import in_loops
from sevenstep.model.choices import Mode
from sevenstep.model.step7_flows import Activity

PAPER: Final = ""
"""The place of what is written down outside of any system."""
BY_HAND: Final = 1
"""The bit: a person has entered the data where no system had put it before."""
_BY_SYSTEM: Final = 2
_MOST_MIXED: Final = 6
"""Places in which both people and systems write one data object, of which the order is minded; in any more of them
people count as first."""

_MOST_FOLLOWED: Final = 60_000
"""Nodes times places that are followed; with more, a step alone in its place counts as in no loop."""


def by_hand(activity: Activity) -> bool:
    """Whether a person does it alone; so it counts too where nothing is said."""
    return activity.mode in {Mode.MANUAL, None}


def hand_entries(model: FlowModel) -> dict[str, frozenset[int]]:
    """The steps that enter each data object by hand, of those objects that are so entered in more than one place."""
    steps: dict[str, set[int]] = {}
    places: dict[str, set[str]] = {}
    for number, activity in model.activities():
        if by_hand(activity):
            for data in activity.writes:
                steps.setdefault(data, set()).add(number)
                places.setdefault(data, set()).add(activity.system or PAPER)
    return {data: frozenset(found) for data, found in steps.items() if len(places[data]) > 1}


@dataclass(frozen=True, slots=True)
class Entering:
    """What tells how often a data object is entered again: the steps that are alone in their place and in no loop, so
    that it is told by how often they are passed; and what is followed of any place, and of each of the others."""

    alone: Sequence[int]
    anywhere: Track
    places: Sequence[Track]

    @property
    def tracks(self) -> Sequence[Track]:
        return (self.anywhere, *self.places)


def entering(model: FlowModel, data: str) -> Entering:
    """Whether a person enters the data where no system had put it before: in any place, and in each where people do.

    In branches that run at once the person counts as first.
    """
    loops = in_loops(model.flow)
    writers = [
        (number, activity, activity.system or PAPER)
        for number, activity in model.activities()
        if data in activity.writes
    ]
    places = list(dict.fromkeys(place for _, writer, place in writers if by_hand(writer)))
    served = {place for _, writer, place in writers if not by_hand(writer)}
    mixed = [place for place in places if place in served][:_MOST_MIXED]
    are_many = len(places) * len(model.nodes) > _MOST_FOLLOWED
    by_place: dict[str, list[tuple[int, str]]] = {}
    for number, writer, place in writers:
        by_place.setdefault(place, []).append((number, writer.name))
    alone = {
        place: found[0][0]
        for place, found in by_place.items()
        if place in places and len(found) == 1 and (found[0][1] not in loops or are_many)
    }
    others = [_track(writers, [place], mixed) for place in places if place not in alone]
    return Entering(list(alone.values()), _track(writers, places, mixed), others)


def _track(writers: Sequence[tuple[int, Activity, str]], places: Sequence[str], mixed: Sequence[str]) -> Track:
    """A bit for the person, and one for each of the mixed places: a system has written there."""
    bits = {place: _BY_SYSTEM << number for number, place in enumerate(place for place in mixed if place in places)}
    states = _BY_SYSTEM << len(bits)
    acts = {}
    for number, activity, place in writers:
        bit = bits.get(place, 0)
        if by_hand(activity) and place in places:
            acts[number] = tuple(state if state & bit else state | BY_HAND for state in range(states))
        elif bit:
            acts[number] = tuple(state | bit for state in range(states))
    return Track(states, acts)
