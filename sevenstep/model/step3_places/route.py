"""A route: how goods get from one place to another, over which links."""

from typing import Annotated, ClassVar

from pydantic import Field

from sevenstep.language import Text
from sevenstep.model.choices import BestBy
from sevenstep.model.element import Element, ExpectedDescription
from sevenstep.model.field import Declared, Shown
from sevenstep.model.kind import Kind, Where
from sevenstep.model.relation import Closeness, Relation
from sevenstep.model.step3_places.traffic import SERVES_FUNCTION
from sevenstep.model.values import Amount, Reference, References, Title


class Route(Element):
    KIND: ClassVar = Kind(
        "route",
        "routes",
        3,
        Text(zh="运输路线", en="Route"),
        Text(zh="运输路线", en="Routes"),
        left_out={
            Where.CHAIN: "it stands on the map, beside the chain",
            Where.TRACE: "it stands on the map, beside the chain",
            Where.OWN_TRACE: "what it runs over and what it serves is on its page",
        },
    )
    EXPLANATION: ClassVar = Text(
        zh="货物从一个地点到另一个地点，依次经过哪些区段；只写起点和终点，就找最好的走法。",
        en="How goods get from one place to another, over which links in order; with its ends alone, the best way is "
        "looked for.",
    )

    description: ExpectedDescription = None

    start: Annotated[
        Reference,
        Relation(
            "route-from",
            ("place",),
            Text(zh="起自", en="from"),
            Text(zh="从此出发的路线", en="routes from here"),
            forward_verb=Text(zh="起自", en="begins at"),
            backward_verb=Text(zh="发出", en="is the start of"),
            closeness=Closeness.RUNS_OVER,
        ),
        Declared(
            Text(zh="起点", en="From"),
            Text(zh="从哪个地点。", en="The place it begins at."),
            "chongqing-tuanjiecun",
            column=1,
        ),
    ] = Field(alias="from")
    end: Annotated[
        Reference,
        Relation(
            "route-to",
            ("place",),
            Text(zh="通到", en="to"),
            Text(zh="到此为止的路线", en="routes to here"),
            forward_verb=Text(zh="通到", en="leads to"),
            backward_verb=Text(zh="接收", en="is the end of"),
            closeness=Closeness.RUNS_OVER,
        ),
        Declared(
            Text(zh="终点", en="To"),
            Text(zh="到哪个地点。", en="The place it leads to."),
            "singapore-port",
            column=1,
        ),
    ] = Field(alias="to")
    over: Annotated[
        References,
        Relation(
            "route-over",
            ("place", "transport-link"),
            Text(zh="经过", en="runs over"),
            Text(zh="经过它的路线", en="routes over it"),
            forward_verb=Text(zh="经过", en="runs over"),
            backward_verb=Text(zh="承载路线", en="carries"),
            closeness=Closeness.RUNS_OVER,
        ),
        Declared(
            Text(zh="经过", en="Over"),
            Text(
                zh="依次经过的区段和地点；两点之间只有一段时可以只写地点。不写就找最好的走法。",
                en="The links and places in order; places alone do where one link joins them. Left out, the best way "
                "is looked for.",
            ),
            "[tuanjiecun-qinzhou, qinzhou-singapore]",
            column=1,
        ),
    ] = ()
    best: Annotated[
        BestBy,
        Declared(
            Text(zh="择优依据", en="Best by"),
            Text(
                zh="比较走法时看什么：最快、最省，还是最可靠；不写就是最快。",
                en="By what ways are compared; left out, the fastest.",
            ),
            "cheapest",
        ),
    ] = BestBy.FASTEST
    goods: Annotated[
        Title | None,
        Declared(
            Text(zh="货物", en="Goods"),
            Text(zh="运的是什么。", en="What is carried."),
            "{zh: 化工品, en: chemicals}",
            column=1,
        ),
    ] = None
    volume: Annotated[
        Amount | None,
        Declared(
            Text(zh="运量", en="Volume"),
            Text(zh="单位时间运多少。", en="How much is carried in a unit of time."),
            "120 TEU/d",
            shown=Shown.FIGURE,
            column=1,
        ),
    ] = None
    serves: Annotated[
        References,
        SERVES_FUNCTION,
        Declared(
            Text(zh="服务环节", en="Serves"),
            Text(zh="它为哪些业务环节服务。", en="The functions it is there for."),
            "[rail-haul]",
            expected=True,
            column=2,
        ),
    ] = ()
