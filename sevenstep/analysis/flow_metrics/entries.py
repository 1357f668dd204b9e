"""Data that people type: by which steps, in which places, and how often where it is not for the first time."""

from collections.abc import Sequence
from typing import Final

from sevenstep.analysis.flow_metrics.plan import Plan
from sevenstep.analysis.flow_metrics.tracks import Track
from sevenstep.model.step7_flows import Activity

PAPER: Final = ""
"""The place of what is written down outside of any system."""
BY_HAND: Final = 1
"""The bit: a person has entered the data where no system had put it before."""
_BY_SYSTEM: Final = 2
_MOST_MIXED: Final = 6
"""Places in which both people and systems write one data object, of which the order is minded; in any more of them
people count as first."""


def by_hand(activity: Activity) -> bool:
    """Whether a person does it alone; so it counts too where nothing is said."""
    return activity.mode in {"manual", None}


def hand_entries(plan: Plan) -> dict[str, frozenset[int]]:
    """The steps that enter each data object by hand, of those objects that are so entered in more than one place."""
    steps: dict[str, set[int]] = {}
    places: dict[str, set[str]] = {}
    for number, activity in plan.activities():
        if by_hand(activity):
            for data in activity.writes:
                steps.setdefault(data, set()).add(number)
                places.setdefault(data, set()).add(activity.system or PAPER)
    return {data: frozenset(found) for data, found in steps.items() if len(places[data]) > 1}


def entering(plan: Plan, data: str) -> Sequence[Track]:
    """Whether a person enters the data where no system had put it before: in any place, then in each where people do.

    In branches that run at once the person counts as first.
    """
    writers = [(number, one, one.system or PAPER) for number, one in plan.activities() if data in one.writes]
    places = list(dict.fromkeys(place for _, one, place in writers if by_hand(one)))
    served = {place for _, one, place in writers if not by_hand(one)}
    mixed = [place for place in places if place in served][:_MOST_MIXED]
    return [_track(writers, places, mixed), *(_track(writers, [place], mixed) for place in places)]


def _track(writers: Sequence[tuple[int, Activity, str]], places: Sequence[str], mixed: Sequence[str]) -> Track:
    """A bit for the person, and one for each of the mixed places: a system has written there."""
    bits = {place: _BY_SYSTEM << number for number, place in enumerate(one for one in mixed if one in places)}
    states = _BY_SYSTEM << len(bits)
    acts = {}
    for number, activity, place in writers:
        bit = bits.get(place, 0)
        if by_hand(activity) and place in places:
            acts[number] = tuple(state if state & bit else state | BY_HAND for state in range(states))
        elif bit:
            acts[number] = tuple(state | bit for state in range(states))
    return Track(states, acts)


def again(likely: Sequence[float]) -> float:
    """How often the data is entered again, of how likely a person enters it: anywhere, and in each place.

    Each place counts once, for what is written there later is an update; the first place is no repetition.
    """
    anywhere, *by_place = likely
    return max(0.0, sum(by_place) - anywhere)
