"""How an item is adjusted when things change."""

from typing import Annotated, ClassVar

from pydantic import BeforeValidator

from sevenstep.language import Text
from sevenstep.model.field import Declared, Shown
from sevenstep.model.part import Part
from sevenstep.model.relation import Closeness, Relation
from sevenstep.model.values import Date, Prose, Reference, part_or_parts


class Option(Part):
    TITLE: ClassVar = Text(zh="调整办法", en="Way to adjust")
    EXPLANATION: ClassVar = Text(zh="出现什么情况，改成什么办法。", en="What is done instead, and when.")

    when: Annotated[
        Prose,
        Declared(
            Text(zh="什么情况", en="When"),
            Text(zh="出现什么情况就调整。", en="What has to happen for it."),
            "{zh: 平台停用, en: The platform is down}",
            shown=Shown.PROSE,
        ),
    ]
    then: Annotated[
        Prose,
        Declared(
            Text(zh="改成什么", en="Then"),
            Text(
                zh="改成什么办法：备用流程、加人、换渠道。",
                en="What is done instead: a fallback, more people, another way.",
            ),
            '{zh: 改用电话订舱，次日补录, en: "Book by phone, enter it the day after"}',
            shown=Shown.PROSE,
        ),
    ]


class Adjustment(Part):
    TITLE: ClassVar = Text(zh="可调整", en="Adjustment")
    EXPLANATION: ClassVar = Text(zh="事项如何随情况调整。", en="How an item is adjusted when things change.")

    by: Annotated[
        Reference | None,
        Relation(
            "adjusted-by",
            ("actor",),
            Text(zh="有权调整的单位", en="adjusted by"),
            Text(zh="有权调整的事项", en="may adjust"),
            backward_verb=Text(zh="有权调整", en="may adjust"),
            closeness=Closeness.ANSWERS_FOR,
        ),
        Declared(
            Text(zh="谁有权调整", en="Who may"),
            Text(zh="哪个参与主体有权调整；不写就是负责方。", en="The actor who may adjust it; left out, its owner."),
            "port-office",
        ),
    ] = None
    options: Annotated[
        tuple[Option, ...],
        BeforeValidator(part_or_parts),
        Declared(
            Text(zh="调整办法", en="Ways to adjust"),
            Text(zh="什么情况下改成什么办法。", en="What is done instead, and when."),
            "[{when: {zh: 平台停用, en: The platform is down}, then: {zh: 改用电话, en: Book by phone}}]",
            shown=Shown.TABLE,
        ),
    ] = ()
    review: Annotated[
        Date | None,
        Declared(
            Text(zh="下次复核", en="Next review"),
            Text(zh="何时再次复核是否合适。", en="When it is looked at again."),
            "2027-06",
        ),
    ] = None
