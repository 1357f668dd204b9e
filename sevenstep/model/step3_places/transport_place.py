"""A place: where the business is done, and where links begin and end. Not to be taken for a place in a file."""

from typing import Annotated, ClassVar

from sevenstep.language import Text
from sevenstep.model.choices import PlaceType
from sevenstep.model.element import ExpectedDescription
from sevenstep.model.field import Declared
from sevenstep.model.kind import Kind, Where
from sevenstep.model.relation import Relation, Role
from sevenstep.model.step3_places.coordinates import Coordinates, Position, is_on_earth
from sevenstep.model.step3_places.traffic import Traffic
from sevenstep.model.values import Reference


class TransportPlace(Traffic):
    KIND: ClassVar = Kind(
        "place",
        "places",
        3,
        Text(zh="地点", en="Place"),
        Text(zh="地点", en="Places"),
        left_out={
            Where.CHAIN: "it stands on the map, beside the chain",
            Where.TRACE: "it stands on the map, beside the chain",
            Where.OWN_TRACE: "what is done there is on its page",
        },
    )
    EXPLANATION: ClassVar = Text(
        zh="做业务的地方，也是运输区段的端点：车站、港口、口岸、园区。",
        en="Where the business is done, and where transport links begin and end: a station, a port, a border post.",
    )

    description: ExpectedDescription = None

    type: Annotated[
        PlaceType | None,
        Declared(
            Text(zh="类型", en="Type"),
            Text(zh="是什么样的地方。", en="What sort of place it is."),
            "station",
            expected=True,
            column=1,
        ),
    ] = None
    at: Annotated[
        Coordinates | None,
        Declared(
            Text(zh="经纬度", en="Coordinates"),
            Text(
                zh="在地球上的位置，先经度后纬度，单位是度；西经、南纬为负。",
                en="Where on earth it is: longitude, then latitude, in degrees; west and south are below zero.",
            ),
            "[106.45, 29.62]",
        ),
    ] = None
    position: Annotated[
        Position | None,
        Declared(
            Text(zh="图上位置", en="On the drawing"),
            Text(
                zh="在示意图上的位置，向右、向上为大；没有经纬度时用。",
                en="Where on the drawing it is, growing to the right and to the top; for what has no coordinates.",
            ),
            "[3, 1]",
        ),
    ] = None
    parent: Annotated[
        Reference | None,
        Relation(
            "place-in",
            ("place",),
            Text(zh="位于", en="inside"),
            Text(zh="包含的地点", en="holds the places"),
            Role.PART_OF,
            backward_verb=Text(zh="包含", en="holds"),
        ),
        Declared(
            Text(zh="位于", en="Inside"),
            Text(zh="它在哪个更大的地点里。", en="The larger place it lies in."),
            "chongqing",
            column=1,
        ),
    ] = None

    @property
    def coordinates(self) -> tuple[float, float] | None:
        """Its longitude and latitude, where they are on earth."""
        return self.at if self.at is not None and is_on_earth(self.at) else None
