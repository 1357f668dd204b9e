"""Where the work of a flow is done, and the data it runs on."""

from typing import Annotated, ClassVar, Literal

from sevenstep.language import Text
from sevenstep.model.element import Element, Kind, Reference, Title
from sevenstep.model.relation import Relation


class System(Element):
    """Where activities are done and data is kept."""

    KIND: ClassVar = Kind("system", "systems", 7, Text(zh="信息系统", en="System"), Text(zh="信息系统", en="Systems"))


class DataObject(Element):
    """A document or record."""

    KIND: ClassVar = Kind(
        "data", "data", 7, Text(zh="数据对象", en="Data object"), Text(zh="数据对象", en="Data objects")
    )

    fields: tuple[Title, ...] = ()
    """What it holds."""
    classification: Literal["public", "internal", "confidential", "secret"] | None = None
    """Who may see it."""
    system_of_record: Annotated[
        Reference | None,
        Relation(
            "kept-in",
            ("system",),
            Text(zh="权威系统", en="system of record"),
            Text(zh="保管的数据", en="keeps"),
            down=True,
            backward_verb=Text(zh="保管数据", en="keeps"),
        ),
    ] = None
    """The system whose copy counts."""
