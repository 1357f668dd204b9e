"""Step 3: the fields of the business and the links it is made of."""

from typing import Annotated, ClassVar

from sevenstep.language import Text
from sevenstep.model.element import Element, ExpectedDescription
from sevenstep.model.field import Declared, Shown
from sevenstep.model.frames.maturity import Maturity
from sevenstep.model.kind import Kind, Where
from sevenstep.model.part import Part
from sevenstep.model.relation import Closeness, Relation, Role
from sevenstep.model.step3_places.at import At
from sevenstep.model.values import Reference, References


class Domain(Element):
    KIND: ClassVar = Kind(
        "domain",
        "domains",
        3,
        Text(zh="领域", en="Domain"),
        Text(zh="领域", en="Domains"),
        gathered_by=(),
        left_out={
            Where.TRACE: "it holds elements of the trace",
            Where.OWN_TRACE: "its page has its part of the architecture map",
        },
    )
    EXPLANATION: ClassVar = Text(
        zh="一个业务领域，把指标（第 2 步）和业务环节（第 3 步）归到一起。",
        en="A field of business; it groups indicators (step 2) and functions (step 3).",
    )

    description: ExpectedDescription = None


class Feed(Part):
    TITLE: ClassVar = Text(zh="数据供给", en="Feed")
    EXPLANATION: ClassVar = Text(zh="一个环节交给另一个环节什么。", en="What one function gives to another.")

    to: Annotated[
        Reference,
        Relation(
            "feeds",
            ("function",),
            Text(zh="供给环节", en="feeds"),
            Text(zh="由环节供给", en="fed by"),
            Role.ORDER,
        ),
        Declared(
            Text(zh="业务环节", en="Function"),
            Text(zh="接收数据的环节。", en="The function that receives."),
            "inspection",
        ),
    ]
    data: Annotated[
        References,
        Relation(
            "feeds-data",
            ("data",),
            Text(zh="交出数据", en="passes on"),
            Text(zh="在环节间传递", en="passed on by functions"),
            down=True,
            backward_verb=Text(zh="传递于环节", en="is passed on by"),
        ),
        Declared(
            Text(zh="数据", en="Data"), Text(zh="它收到的数据。", en="The data it receives."), "[declaration-form]"
        ),
    ] = ()


class Function(Element):
    KIND: ClassVar = Kind(
        "function",
        "functions",
        3,
        Text(zh="业务环节", en="Function"),
        Text(zh="业务环节", en="Functions"),
        gathered_by=("in-domain",),
    )
    EXPLANATION: ClassVar = Text(
        zh="某个领域里业务的一环（ArchiMate 的业务功能）。",
        en="One link of the business in a domain (ArchiMate: business function).",
    )

    description: ExpectedDescription = None

    domain: Annotated[
        Reference | None,
        Relation(
            "in-domain",
            ("domain",),
            Text(zh="所在领域", en="in domain"),
            Text(zh="领域内的业务环节", en="functions"),
            Role.PART_OF,
            backward_verb=Text(zh="包含环节", en="holds"),
            closeness=Closeness.HOLDS,
            holders=Text(zh="业务环节", en="Functions"),
        ),
        Declared(
            Text(zh="领域", en="Domain"),
            Text(zh="它所属的领域。", en="The domain it belongs to."),
            "port",
            expected=True,
            column=1,
        ),
    ] = None
    drives: Annotated[
        References,
        Relation(
            "drives",
            ("indicator",),
            Text(zh="驱动指标", en="drives"),
            Text(zh="由环节驱动", en="driven by"),
            Role.SERVES,
        ),
        Declared(
            Text(zh="驱动指标", en="Drives"),
            Text(zh="它推动的指标。", en="The indicators it moves."),
            "[clearance-time]",
            expected=True,
            column=2,
        ),
    ] = ()
    follows: Annotated[
        References,
        Relation(
            "follows",
            ("function",),
            Text(zh="在其后", en="follows"),
            Text(zh="在其前", en="followed by"),
            Role.ORDER,
        ),
        Declared(
            Text(zh="前一环节", en="Follows"),
            Text(zh="在它之前的环节。", en="The functions before it."),
            "[declaration]",
            column=1,
        ),
    ] = ()
    feeds: Annotated[
        tuple[Feed, ...],
        Declared(
            Text(zh="数据供给", en="Feeds"),
            Text(zh="它把数据交给哪些环节，可以跨领域。", en="The functions, in any domain, that it gives data to."),
            "[{to: inspection, data: [declaration-form]}]",
            shown=Shown.TABLE,
        ),
    ] = ()
    at: At = ()
    maturity: Annotated[
        Maturity | None,
        Declared(
            Text(zh="成熟度", en="Maturity"),
            Text(zh="今天在哪一级，要到哪一级。", en="The level today, and the level that is to be reached."),
            "{scale: digital-maturity, now: 2, target: 4, date: 2024-03, by: 2027}",
        ),
    ] = None
