"""Step 6: the concrete matters of a scenario, and how they are evaluated."""

from typing import Annotated, ClassVar, Literal

from sevenstep.language import Text
from sevenstep.model.element import (
    Amount,
    Elapsed,
    Element,
    Kind,
    Part,
    Prose,
    Reference,
    References,
    Score,
    Share,
    Title,
)
from sevenstep.model.relation import Closeness, Relation, Role


class Criterion(Element):
    """What items are scored on, with a weight."""

    KIND: ClassVar = Kind(
        "criterion", "criteria", 6, Text(zh="评估准则", en="Criterion"), Text(zh="评估准则", en="Criteria")
    )

    weight: Share
    """Its part in the whole evaluation."""
    direction: Literal["increase", "decrease"] = "increase"
    """Whether a high score is good (`increase`) or bad (`decrease`, as for effort)."""
    axis: Literal["value", "effort"] | None = None
    """The axis of the priority picture that it counts for."""


class Operation(Part):
    """One operation step of an item, in words."""

    does: Prose
    """What is done."""
    unit: Annotated[
        Reference | None,
        Relation(
            "performed-by",
            ("actor",),
            Text(zh="责任单位", en="performed by"),
            Text(zh="承担的事项", en="performs in"),
            backward_verb=Text(zh="承担事项", en="performs in"),
            closeness=Closeness.WORKS,
        ),
    ] = None
    """The actor responsible."""
    role: Title | None = None
    """The role in that unit."""


class Resources(Part):
    """What an item needs."""

    people: Title | None = None
    """Who, and how many."""
    systems: Annotated[
        References,
        Relation(
            "needs-system",
            ("system",),
            Text(zh="所需系统", en="needs system"),
            Text(zh="支撑的事项", en="needed by"),
            down=True,
            backward_verb=Text(zh="支撑事项", en="is needed by"),
        ),
    ] = ()
    """The systems it needs."""
    money: Amount | None = None
    """What it costs to bring about, with its currency."""
    time: Elapsed | None = None
    """How long it takes to bring about."""


class Item(Element):
    """A concrete matter in a scenario."""

    KIND: ClassVar = Kind("item", "items", 6, Text(zh="业务事项", en="Item"), Text(zh="业务事项", en="Business items"))

    scenario: Annotated[
        Reference | None,
        Relation(
            "belongs-to",
            ("scenario",),
            Text(zh="属于场景", en="belongs to"),
            Text(zh="包含的事项", en="items"),
            Role.SERVES,
        ),
    ] = None
    """The scenario it belongs to."""
    operations: tuple[Operation, ...] = ()
    """Its operation steps, in order, with who is responsible."""
    resources: Resources | None = None
    """People, systems, money."""
    scores: Annotated[
        dict[Reference, Score],
        Relation(
            "scored-on",
            ("criterion",),
            Text(zh="评分准则", en="scored on"),
            Text(zh="用于评分", en="scores"),
            backward_verb=Text(zh="评估事项", en="scores"),
            closeness=Closeness.JUDGES,
        ),
    ] = {}
    """Its score on each criterion, 1 to 5."""
    depends_on: Annotated[
        References,
        Relation(
            "depends-on",
            ("item",),
            Text(zh="依赖事项", en="depends on"),
            Text(zh="被依赖于", en="needed first by"),
            Role.ORDER,
        ),
    ] = ()
    """The items to be done before it."""
