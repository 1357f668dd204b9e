"""What was chosen, and why."""

from typing import Annotated, ClassVar

from sevenstep.language import Text
from sevenstep.model.field import Declared, Shown
from sevenstep.model.part import Part
from sevenstep.model.relation import Closeness, Relation
from sevenstep.model.source import Source
from sevenstep.model.values import Date, Prose, Reference


class Chosen(Part):
    TITLE: ClassVar = Text(zh="选定的方案", en="Choice")
    EXPLANATION: ClassVar = Text(zh="选了哪个，为什么，谁定的。", en="What is chosen, why, and by whom.")

    option: Annotated[
        str,
        Declared(
            Text(zh="方案", en="Option"),
            Text(zh="选定方案的编号。", en="The id of the option that is chosen."),
            "concession",
            shown=Shown.HIDDEN,
        ),
    ]
    reason: Annotated[
        Prose | None,
        Declared(
            Text(zh="理由", en="Reason"),
            Text(zh="为什么选它；排名不是第一的，必须说明。", en="Why; needed where another is ranked first."),
            "{zh: 唯一有人长期运营的方案, en: The only one that somebody runs for long}",
            shown=Shown.PROSE,
        ),
    ] = None
    by: Annotated[
        Reference | None,
        Relation(
            "decided-by",
            ("actor",),
            Text(zh="决定方", en="decided by"),
            Text(zh="所作的决定", en="decided"),
            closeness=Closeness.NONE,
        ),
        Declared(Text(zh="决定方", en="By"), Text(zh="由谁决定。", en="Who decided."), "port-office"),
    ] = None
    date: Annotated[
        Date | None, Declared(Text(zh="时间", en="Date"), Text(zh="什么时候定的。", en="When that was."), "2024-06")
    ] = None
    source: Annotated[
        Source | None,
        Declared(
            Text(zh="来源", en="Source"), Text(zh="会议纪要或文件。", en="The minutes or the paper."), "quarterly p. 26"
        ),
    ] = None
