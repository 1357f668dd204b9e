"""The goals as a tree: its tops, whether it is whole, and when a goal is due."""

from collections.abc import Callable, Iterator
from datetime import date

from sevenstep.chain.graph import Chain
from sevenstep.chain.tree import tree
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


def goals_without(chain: Chain, has: Callable[[Goal], bool]) -> Iterator[str]:
    """The goals that lack something, as all above and below them do: the highest of each branch, from the top down."""
    goals = tree(chain, "parent")
    downwards = list(goals.downwards(goal.id for goal in top_goals(chain)))
    having = {goal.id for goal in chain.engagement.of(Goal) if has(goal)}
    having_below: set[str] = set()
    for key in reversed(downwards):
        if key in having or key in having_below:
            having_below.add(goals.parent.get(key, ""))
    excused = set(having)
    for key in downwards:
        parent = goals.parent.get(key, "")
        if parent in excused:
            excused.add(key)
        elif key not in excused and key not in having_below:
            excused.add(key)  # what is said of a goal is not said again of those below it
            yield key


def horizon_of(chain: Chain, goal: str) -> str | None:
    found = chain.elements.get(goal)
    return found.horizon if isinstance(found, Goal) else None


def end_of(day: str) -> date:
    days = days_of(day)
    return days[1] if days else date.min


def begin_of(day: str) -> date:
    days = days_of(day)
    return days[0] if days else date.max
