"""A link between two places: a railway, a road, a shipping line. Not to be taken for a link of the chain."""

from typing import Annotated, ClassVar

from pydantic import Field

from sevenstep.language import Text
from sevenstep.model.choices import Transport, Ways
from sevenstep.model.field import Declared, Shown
from sevenstep.model.kind import Kind, Where
from sevenstep.model.relation import Closeness, Relation
from sevenstep.model.step3_places.traffic import Traffic
from sevenstep.model.values import Amount, Reference


class TransportLink(Traffic):
    KIND: ClassVar = Kind(
        "transport-link",
        "links",
        3,
        Text(zh="运输区段", en="Transport link"),
        Text(zh="运输区段", en="Transport links"),
        left_out={
            Where.CHAIN: "it stands on the map, beside the chain",
            Where.TRACE: "it stands on the map, beside the chain",
            Where.OWN_TRACE: "the places it joins and the routes over it are on its page",
        },
    )
    EXPLANATION: ClassVar = Text(
        zh="两个地点之间的一段运输：一段铁路、公路或航线。",
        en="One stretch of transport between two places: a railway, a road, a shipping line.",
    )

    start: Annotated[
        Reference,
        Relation(
            "link-from",
            ("place",),
            Text(zh="起自", en="from"),
            Text(zh="从此出发的区段", en="links from here"),
            forward_verb=Text(zh="起自", en="begins at"),
            backward_verb=Text(zh="引出", en="is left by"),
            closeness=Closeness.JOINS,
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
            "link-to",
            ("place",),
            Text(zh="通到", en="to"),
            Text(zh="到此为止的区段", en="links to here"),
            forward_verb=Text(zh="通到", en="leads to"),
            backward_verb=Text(zh="引入", en="is reached by"),
            closeness=Closeness.JOINS,
        ),
        Declared(
            Text(zh="终点", en="To"),
            Text(zh="到哪个地点。", en="The place it leads to."),
            "qinzhou-port",
            column=1,
        ),
    ] = Field(alias="to")
    ways: Annotated[
        Ways,
        Declared(
            Text(zh="通行方向", en="Ways"),
            Text(zh="双向还是单向；不写就是双向。", en="Whether it is travelled both ways; left out, it is."),
            "one-way",
        ),
    ] = Ways.BOTH
    mode: Annotated[
        Transport | None,
        Declared(
            Text(zh="运输方式", en="Mode"),
            Text(zh="用什么运输。", en="By what it is travelled."),
            "rail",
            expected=True,
            column=1,
        ),
    ] = None
    distance: Annotated[
        Amount | None,
        Declared(
            Text(zh="里程", en="Distance"),
            Text(zh="有多长。", en="How long it is."),
            "1180 km",
            shown=Shown.FIGURE,
            column=2,
        ),
    ] = None

    @property
    def ends(self) -> tuple[str, str]:
        """The places it joins."""
        return self.start, self.end
