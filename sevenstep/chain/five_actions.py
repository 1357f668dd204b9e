"""Five actions of a plan (五步行动): analyse needs, set targets, prove choices, build, evaluate."""

from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.model.element import Element
from sevenstep.model.frames.appraisal import Appraisal
from sevenstep.model.frames.assessment import Assessment
from sevenstep.model.frames.decision import Decision
from sevenstep.model.frames.outcomes import Benefit
from sevenstep.model.frames.pools import Need
from sevenstep.model.frames.project import Project
from sevenstep.model.step1_goals import Goal

ACTIONS: Final[tuple[tuple[type[Element], ...], ...]] = (
    (Need,),
    (Goal,),
    (Decision,),
    (Project,),
    (Appraisal, Benefit, Assessment),
)
"""What each action holds, the kind whose list it leads to first; one kind of them is enough for it to be there."""


def has_five_actions(chain: Chain) -> bool:
    """Whether the model has something of each action."""
    return all(any(chain.engagement.count(kind) for kind in kinds) for kinds in ACTIONS)
