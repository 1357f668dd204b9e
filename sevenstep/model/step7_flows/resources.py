"""Who or what does the work, and how much of it at once."""

from typing import Annotated, ClassVar

from pydantic import Field

from sevenstep.language import Text
from sevenstep.model.element import Element
from sevenstep.model.field import Declared
from sevenstep.model.kind import Kind, Where
from sevenstep.model.relation import Closeness, Relation
from sevenstep.model.step3_places.at import At
from sevenstep.model.values import OpeningHours, Reference, Whole


class Resource(Element):
    KIND: ClassVar = Kind(
        "resource",
        "resources",
        7,
        Text(zh="资源", en="Resource"),
        Text(zh="资源", en="Resources"),
        tier=2,
        left_out={
            Where.CHAIN: "its flows stand for it",
            Where.TRACE: "its flows stand for it",
            Where.OWN_TRACE: "the flows it works in are on its page",
        },
    )
    EXPLANATION: ClassVar = Text(
        zh="一次只能办一件事的人、设备或场地：业务要为其排队。",
        en="People, machines or places that do one thing at a time each: cases queue for them.",
    )

    actor: Annotated[
        Reference | None,
        Relation(
            "resource-of",
            ("actor",),
            Text(zh="属于", en="belongs to"),
            Text(zh="拥有的资源", en="has"),
            closeness=Closeness.NONE,
        ),
        Declared(
            Text(zh="执行主体", en="Actor"),
            Text(zh="归谁所有。", en="Whose it is."),
            "yard-operator",
            expected=True,
            column=1,
        ),
    ] = None
    at: At = ()
    capacity: Annotated[
        Whole,
        Declared(
            Text(zh="能力", en="Capacity"),
            Text(
                zh="同时能办几件：几个窗口、几条车道、几个人。",
                en="How many cases it can work on at once: desks, lanes, people.",
            ),
            "13",
            column=1,
        ),
    ] = Field(default=1, ge=0, le=1_000_000)
    calendar: Annotated[
        OpeningHours | None,
        Declared(
            Text(zh="工作日历", en="Calendar"),
            Text(
                zh="工作时间：engagement.yaml 里的日历；不写则一直工作。",
                en="When it works: a calendar of engagement.yaml; left out, always.",
            ),
            "yard",
            expected=True,
            column=1,
        ),
    ] = None
