"""Step 1: what the client is to become, and what stands in the way."""

from typing import Annotated, ClassVar

from pydantic import Field

from sevenstep.language import Text
from sevenstep.model.element import Date, Element, Evidence, Kind, Prose, Reference, References
from sevenstep.model.relation import Closeness, Relation, Role


class Challenge(Element):
    """A problem the client has today, with evidence."""

    KIND: ClassVar = Kind(
        "challenge", "challenges", 1, Text(zh="痛点", en="Challenge"), Text(zh="痛点", en="Challenges")
    )

    evidence: tuple[Evidence, ...] = ()
    """What shows that it is real: statements and figures."""
    felt_in: Annotated[
        References,
        Relation(
            "felt-in",
            (),
            Text(zh="体现在", en="felt in"),
            Text(zh="感受到的痛点", en="feels"),
            closeness=Closeness.NONE,
        ),
    ] = ()
    """The elements, of any step, where it is felt."""


class Goal(Element):
    """What the client wants to become; goals form a tree."""

    KIND: ClassVar = Kind("goal", "goals", 1, Text(zh="战略目标", en="Goal"), Text(zh="战略目标", en="Goals"))

    statement: Prose | None = None
    """The goal in a sentence that can be agreed to."""
    horizon: Date | None = None
    """By when."""
    parent: Annotated[
        Reference | None,
        Relation(
            "parent",
            ("goal",),
            Text(zh="属于目标", en="part of"),
            Text(zh="分目标", en="sub-goals"),
            Role.PART_OF,
            forward_verb=Text(zh="属于目标", en="is part of"),
        ),
    ] = None
    """The goal above it."""
    answers: Annotated[
        References,
        Relation(
            "answers",
            ("challenge",),
            Text(zh="回应痛点", en="answers"),
            Text(zh="由目标回应", en="answered by goals"),
            Role.ANSWERS,
            backward_verb=Text(zh="要靠目标解决：", en="is answered by"),
            closeness=Closeness.HURTS,
        ),
    ] = Field(default=())
    """The challenges it responds to."""
