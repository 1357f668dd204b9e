"""The goals as a tree: its tops, whether it is whole, and when a goal is due."""

from collections.abc import Iterator
from datetime import date

from sevenstep.chain.graph import Chain
from sevenstep.model.dates import days_of
from sevenstep.model.step1_goals import Goal


def top_goals(chain: Chain) -> Iterator[Goal]:
    """The goals that name no goal above them."""
    return (goal for goal in chain.engagement.of(Goal) if goal.parent is None)


def is_whole(chain: Chain) -> bool:
    """Whether the tree of goals holds every goal that was written."""
    engagement = chain.engagement
    lost = (*chain.dangling, *chain.mistyped)
    return engagement.has_read_all(Goal) and not any(link.relation.name == "parent" for link in lost)


def horizon_of(chain: Chain, goal: str) -> str | None:
    found = chain.elements.get(goal)
    return found.horizon if isinstance(found, Goal) else None


def end_of(day: str) -> date:
    days = days_of(day)
    return days[1] if days else date.min
