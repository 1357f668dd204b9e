"""Where the work of a flow is done, and the data it runs on."""

from dataclasses import replace
from typing import Annotated, ClassVar

from sevenstep.language import Text
from sevenstep.model.choices import Classification
from sevenstep.model.element import EXPECTED_OWNER, Element, ExpectedDescription, ExpectedOwner
from sevenstep.model.field import Declared, Shown
from sevenstep.model.kind import Kind
from sevenstep.model.relation import Relation
from sevenstep.model.values import Reference, Title


class System(Element):
    KIND: ClassVar = Kind(
        "system",
        "systems",
        7,
        Text(zh="信息系统", en="System"),
        Text(zh="信息系统", en="Systems"),
        tier=2,
    )
    EXPLANATION: ClassVar = Text(zh="作业在这里做，数据在这里存。", en="Where activities are done and data is kept.")

    description: ExpectedDescription = None
    owner: Annotated[ExpectedOwner, replace(EXPECTED_OWNER, column=1)] = None


class DataObject(Element):
    KIND: ClassVar = Kind(
        "data",
        "data",
        7,
        Text(zh="数据对象", en="Data object"),
        Text(zh="数据对象", en="Data objects"),
        tier=2,
    )
    EXPLANATION: ClassVar = Text(zh="一份单证或一条记录。", en="A document or record.")

    owner: Annotated[ExpectedOwner, replace(EXPECTED_OWNER, column=1)] = None

    fields: Annotated[
        tuple[Title, ...],
        Declared(
            Text(zh="字段", en="Fields"),
            Text(zh="里面有什么。", en="What it holds."),
            "[{zh: 箱型, en: container type}, weight]",
            shown=Shown.TABLE,
            expected=True,
            each=Text(zh="数据", en="Data"),
        ),
    ] = ()
    classification: Annotated[
        Classification | None,
        Declared(
            Text(zh="密级", en="Classification"),
            Text(zh="谁可以看。", en="Who may see it."),
            "internal",
            expected=True,
            column=1,
        ),
    ] = None
    system_of_record: Annotated[
        Reference | None,
        Relation(
            "kept-in",
            ("system",),
            Text(zh="权威系统", en="system of record"),
            Text(zh="保管的数据", en="keeps"),
            down=True,
            backward_verb=Text(zh="保管数据", en="keeps"),
            holders=Text(zh="保管的数据", en="Keeps"),
        ),
        Declared(
            Text(zh="权威系统", en="System of record"),
            Text(zh="以哪个系统里的为准。", en="The system whose copy counts."),
            "rail-booking",
            expected=True,
            column=1,
        ),
    ] = None
