"""What is done about it."""

from typing import Annotated, Any, ClassVar

from pydantic import model_validator

from sevenstep.language import Text
from sevenstep.model.element import Amount, Elapsed, Element, Kind, Part, Reference, References, Share, Time
from sevenstep.model.quantity import Unfit
from sevenstep.model.relation import Closeness, Relation, Role
from sevenstep.model.step7_flows.nodes import Mode


class Change(Part):
    """What a measure does to one step of an as-is flow: ``drop``, or the values that it gets. The rest stays."""

    drop: bool = False
    """Whether the step is done away with: the case passes it in no time, at no cost, touching no data."""
    actor: Annotated[
        Reference | None,
        Relation(
            "then-done-by",
            ("actor",),
            Text(zh="改由", en="then done by"),
            Text(zh="接手", en="takes over"),
            closeness=Closeness.NONE,
        ),
    ] = None
    """Who does it then."""
    system: Annotated[
        Reference | None,
        Relation(
            "then-done-in",
            ("system",),
            Text(zh="改用系统", en="then done in"),
            Text(zh="改用于", en="then used by"),
            closeness=Closeness.NONE,
        ),
    ] = None
    """The system it is then done in."""
    mode: Mode | None = None
    """By hand or not, from then on."""
    time: Time | None = None
    """How long it then takes."""
    wait: Elapsed | None = None
    """How long the case then waits before it."""
    cost: Amount | None = None
    """What one case then costs here."""
    chances: dict[str, Share] = {}
    """How likely each branch of a gateway is then taken."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if value.strip() != "drop":
            raise Unfit(
                Text(zh=f"“{value}”不是一种改变", en=f"“{value}” is no change"),
                Text(
                    zh="写 drop（取消这一步），或写新的值：{time: 10min, mode: automatic}",
                    en="Write drop (the step is done away with), or new values: {time: 10min, mode: automatic}",
                ),
            )
        return {"drop": True}


class Measure(Element):
    """A change that answers findings and turns an as-is flow into a to-be flow."""

    KIND: ClassVar = Kind("measure", "measures", 7, Text(zh="举措", en="Measure"), Text(zh="举措", en="Measures"))

    answers: Annotated[
        References,
        Relation(
            "answers-finding",
            ("finding",),
            Text(zh="回应发现", en="answers"),
            Text(zh="由举措回应", en="answered by"),
            Role.ANSWERS,
            closeness=Closeness.HURTS,
        ),
    ] = ()
    """The findings it answers."""
    shapes: Annotated[
        References,
        Relation(
            "shapes",
            ("flow",),
            Text(zh="形成流程", en="shapes"),
            Text(zh="由举措形成", en="shaped by"),
            closeness=Closeness.CHANGES,
        ),
    ] = ()
    """The to-be flows in which it is at work."""
    changes: Annotated[
        dict[Reference, Change],
        Relation(
            "changes",
            ("activity", "event", "gateway"),
            Text(zh="改变步骤", en="changes"),
            Text(zh="被举措改变", en="changed by"),
            closeness=Closeness.CHANGES,
        ),
    ] = {}
    """What it does to steps of as-is flows: this tells how much of the difference it accounts for."""
    cost: Amount | None = None
    """What it costs to bring about."""
