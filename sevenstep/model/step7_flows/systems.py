"""Where the work of a flow is done, and the data it runs on."""

from dataclasses import replace
from typing import Annotated, ClassVar

from sevenstep.language import Text
from sevenstep.model.choices import Classification, Sharing
from sevenstep.model.element import EXPECTED_OWNER, Element, ExpectedDescription, ExpectedOwner
from sevenstep.model.field import Declared, Shown
from sevenstep.model.kind import Kind
from sevenstep.model.relation import Closeness, Relation, Role
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

    parent: Annotated[
        Reference | None,
        Relation(
            "system-parent",
            ("system",),
            Text(zh="上级系统", en="part of"),
            Text(zh="下级系统", en="consists of"),
            Role.PART_OF,
            forward_verb=Text(zh="属于系统", en="is part of"),
        ),
        Declared(
            Text(zh="上级系统", en="Part of"),
            Text(
                zh="它属于哪个系统；同一个系统里面不需要接口。",
                en="The system that it is part of; within one system no interface is needed.",
            ),
            "port-community-system",
            column=2,
        ),
    ] = None
    layer: Annotated[
        Reference | None,
        Relation(
            "in-layer",
            ("layer",),
            Text(zh="蓝图层级", en="in layer"),
            Text(zh="层内系统", en="systems"),
            backward_verb=Text(zh="含有系统", en="holds"),
            closeness=Closeness.NONE,
        ),
        Declared(
            Text(zh="蓝图层级", en="Layer"),
            Text(
                zh="在蓝图的哪一层；不写就随上级系统。",
                en="The layer of the blueprint that it stands in; left out, that of the system that it is part of.",
            ),
            "centre",
            column=2,
        ),
    ] = None


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
    sharing: Annotated[
        Sharing | None,
        Declared(
            Text(zh="共享级别", en="Sharing"),
            Text(
                zh="无条件共享、有条件共享，还是不予共享；密级高的不能放宽。",
                en="Shared without conditions, on conditions, or not at all; never further than its classification.",
            ),
            "conditional",
            column=2,
        ),
    ] = None
    standard: Annotated[
        Title | None,
        Declared(
            Text(zh="数据标准", en="Standard"),
            Text(
                zh="按哪个数据标准；标准已是模型里的法规标准的，在它的 binds 里写这个数据。",
                en="The standard that it follows; one that is a regulation of the model names the data under binds.",
            ),
            "{zh: 集装箱编码标准, en: code of containers}",
            column=2,
        ),
    ] = None
    quality: Annotated[
        tuple[Title, ...],
        Declared(
            Text(zh="质量规则", en="Quality rules"),
            Text(zh="怎样才算合格，一条一条写。", en="What makes it good, rule by rule."),
            "[{zh: 箱号校验位正确, en: check digit is right}]",
            shown=Shown.TABLE,
            each=Text(zh="规则", en="Rule"),
        ),
    ] = ()
