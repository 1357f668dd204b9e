"""Data that people type: which steps enter a data object by hand, and whether that happens in more than one place."""

from sevenstep.analysis.flow_metrics.plan import Plan

PAPER = ""
"""The place of what is written down outside of any system."""


def hand_entries(plan: Plan) -> dict[str, frozenset[int]]:
    """The steps that enter each data object by hand, of those objects that are entered in more than one place.

    Writing again in the one system that holds the data is an update, not another entry. A step without a mode counts
    as done by hand, one without a system as writing on paper.
    """
    steps: dict[str, set[int]] = {}
    places: dict[str, set[str]] = {}
    for number, activity in plan.activities():
        if activity.mode in {"manual", None}:
            for data in activity.writes:
                steps.setdefault(data, set()).add(number)
                places.setdefault(data, set()).add(activity.system or PAPER)
    return {data: frozenset(found) for data, found in steps.items() if len(places[data]) > 1}
