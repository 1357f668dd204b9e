"""The argument of an engagement in a line: what is assessed shows what hurts, goals answer it, projects serve them.

Whoever reads the whole plan asks for this line first. It is followed over relations that the model states, through the
elements that are left out of it: a factor stands for its assessment, a goal for the one at the top of its tree, an
indicator for the goals it measures.
"""

from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain
from sevenstep.model.element import Element
from sevenstep.model.frames.assessment import Assessment
from sevenstep.model.frames.factor import Factor
from sevenstep.model.frames.project import Project
from sevenstep.model.step1_goals import Challenge, Goal

Tie = tuple[str, str]
"""Two elements of the line, the one that comes before first."""

_DRAWN_UPON = ("meets-need", "draws-on", "paid-from")


def assessment_of(chain: Chain, factor: str) -> str | None:
    """The assessment that a factor belongs to, by the factors above it."""
    seen: set[str] = set()
    while factor not in seen:
        seen.add(factor)
        for assessment in chain.targets(factor, "factor-of"):
            return assessment.id
        above = chain.targets(factor, "under-factor")
        if not above:
            return None
        factor = above[0].id
    return None


def top_goal(chain: Chain, goal: str) -> str:
    """The goal at the top of its tree; of goals that are parts of each other, the one that is asked of."""
    seen, at = {goal}, goal
    while above := chain.targets(at, "parent"):
        at = above[0].id
        if at in seen:
            return goal
        seen.add(at)
    return at


@per_chain
def argument(chain: Chain) -> frozenset[Tie]:
    """What leads to what: domain to assessment to challenge to goal at the top to project, and on to what it takes."""
    return frozenset((*_assessed(chain), *_answered(chain), *_served(chain), *_drawn_upon(chain)))


def _assessed(chain: Chain) -> Iterator[Tie]:
    for factor in chain.engagement.of(Factor):
        assessment = assessment_of(chain, factor.id)
        if assessment is None:
            continue
        for taken in chain.targets(factor.id, "takes-value-of"):
            for domain in chain.targets(taken.id, "domain", "in-domain"):
                yield domain.id, assessment
        for challenge in chain.targets(factor.id, "shows"):
            yield assessment, challenge.id


def _answered(chain: Chain) -> Iterator[Tie]:
    for goal in chain.engagement.of(Goal):
        for challenge in chain.targets(goal.id, "answers"):
            yield challenge.id, top_goal(chain, goal.id)


def _served(chain: Chain) -> Iterator[Tie]:
    """A project serves the goals that its indicators measure; judged by none, those that its needs stem from."""
    for project in chain.engagement.of(Project):
        judged = chain.targets(project.id, "judged-by")
        goals = [goal for indicator in judged for goal in chain.targets(indicator.id, "measures")]
        if not goals:
            goals = [goal for need in chain.targets(project.id, "meets-need") for goal in _behind(chain, need)]
        for goal in goals:
            yield top_goal(chain, goal.id), project.id


def _behind(chain: Chain, need: Element) -> Iterator[Element]:
    for origin in chain.targets(need.id, "stems-from"):
        if isinstance(origin, Goal):
            yield origin
        elif isinstance(origin, Challenge):
            yield from (goal for goal in chain.holders(origin.id, "answers") if isinstance(goal, Goal))


def _drawn_upon(chain: Chain) -> Iterator[Tie]:
    for project in chain.engagement.of(Project):
        for taken in chain.targets(project.id, *_DRAWN_UPON):
            yield project.id, taken.id


def has_argument(chain: Chain) -> bool:
    """Whether there is more of it to see than challenges and goals, which have a picture of their own."""
    of = {Assessment, Project}
    return any(type(chain.elements[one]) in of for tie in argument(chain) for one in tie)
