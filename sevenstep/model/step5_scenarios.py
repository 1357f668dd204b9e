"""Step 5: the pieces of work to be done better, cut out of the paths."""

from typing import Annotated, ClassVar

from sevenstep.language import Text
from sevenstep.model.element import Amount, Element, Kind, Reference, References
from sevenstep.model.relation import Closeness, Relation, Role


class Group(Element):
    """A class of scenarios (场景类)."""

    KIND: ClassVar = Kind(
        "group", "groups", 5, Text(zh="场景类", en="Scenario group"), Text(zh="场景类", en="Scenario groups")
    )


class Scenario(Element):
    """A piece of work to be done better."""

    KIND: ClassVar = Kind(
        "scenario", "scenarios", 5, Text(zh="任务场景", en="Scenario"), Text(zh="任务场景", en="Scenarios")
    )

    group: Annotated[
        Reference | None,
        Relation(
            "group",
            ("group",),
            Text(zh="所属场景类", en="in group"),
            Text(zh="包含的场景", en="scenarios"),
            Role.PART_OF,
            backward_verb=Text(zh="包含场景", en="holds"),
            closeness=Closeness.HOLDS,
        ),
    ] = None
    """The group it stands in."""
    realizes: Annotated[
        References,
        Relation(
            "realizes",
            ("path",),
            Text(zh="落实路径", en="realizes"),
            Text(zh="由场景落实", en="realized by"),
            Role.SERVES,
        ),
    ] = ()
    """The paths it makes real."""
    answers: Annotated[
        References,
        Relation(
            "scenario-answers",
            ("challenge",),
            Text(zh="回应痛点", en="answers"),
            Text(zh="由场景回应", en="answered by scenarios"),
            Role.ANSWERS,
        ),
    ] = ()
    """The challenges it responds to."""
    moves: Annotated[
        dict[Reference, Amount],
        Relation(
            "moves",
            ("indicator",),
            Text(zh="应改善指标", en="moves"),
            Text(zh="由场景改善", en="moved by"),
            closeness=Closeness.NONE,
        ),
    ] = {}
    """The indicators it should move, and how far: a signed change, ``-30%`` or ``+2 d``."""
