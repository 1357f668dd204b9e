"""Step 3: the fields of the business and the links it is made of."""

from typing import Annotated, ClassVar

from sevenstep.language import Text
from sevenstep.model.element import Element, Kind, Part, Reference, References
from sevenstep.model.relation import Closeness, Relation, Role


class Domain(Element):
    """A field of business; it groups indicators (step 2) and functions (step 3)."""

    KIND: ClassVar = Kind("domain", "domains", 3, Text(zh="领域", en="Domain"), Text(zh="领域", en="Domains"))


class Feed(Part):
    """What one function gives to another."""

    to: Annotated[
        Reference,
        Relation(
            "feeds",
            ("function",),
            Text(zh="供给环节", en="feeds"),
            Text(zh="由环节供给", en="fed by"),
            Role.ORDER,
        ),
    ]
    """The function that receives."""
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
    ] = ()
    """The data it receives."""


class Function(Element):
    """One link of the business in a domain (ArchiMate: business function)."""

    KIND: ClassVar = Kind(
        "function", "functions", 3, Text(zh="业务环节", en="Function"), Text(zh="业务环节", en="Functions")
    )

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
        ),
    ] = None
    """The domain it belongs to."""
    drives: Annotated[
        References,
        Relation(
            "drives",
            ("indicator",),
            Text(zh="驱动指标", en="drives"),
            Text(zh="由环节驱动", en="driven by"),
            Role.SERVES,
        ),
    ] = ()
    """The indicators it moves."""
    follows: Annotated[
        References,
        Relation(
            "follows",
            ("function",),
            Text(zh="在其后", en="follows"),
            Text(zh="在其前", en="followed by"),
            Role.ORDER,
        ),
    ] = ()
    """The functions before it."""
    feeds: tuple[Feed, ...] = ()
    """The functions, in any domain, that it gives data to."""
