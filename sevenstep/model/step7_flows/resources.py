"""Who or what does the work, and how much of it at once."""

from typing import Annotated, ClassVar

from pydantic import Field

from sevenstep.language import Text
from sevenstep.model.element import Element, Kind, Reference, Whole
from sevenstep.model.relation import Closeness, Relation


class Resource(Element):
    """People, machines or places that do one thing at a time each: cases queue for them."""

    KIND: ClassVar = Kind("resource", "resources", 7, Text(zh="资源", en="Resource"), Text(zh="资源", en="Resources"))

    actor: Annotated[
        Reference | None,
        Relation(
            "resource-of",
            ("actor",),
            Text(zh="属于", en="belongs to"),
            Text(zh="拥有的资源", en="has"),
            closeness=Closeness.NONE,
        ),
    ] = None
    """Whose it is."""
    capacity: Whole = Field(default=1, ge=0, le=1_000_000)
    """How many cases it can work on at once: desks, lanes, people."""
    calendar: str | None = None
    """When it works: a calendar of engagement.yaml; left out, always."""
