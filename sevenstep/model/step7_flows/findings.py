"""What is wrong with the client's business."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from sevenstep.language import Text
from sevenstep.model.element import Element, Evidence, Kind, References
from sevenstep.model.relation import Closeness, Relation


class Finding(Element):
    """Something wrong with the client's business: a blockage, a break or a blind spot."""

    KIND: ClassVar = Kind("finding", "findings", 7, Text(zh="发现", en="Finding"), Text(zh="发现", en="Findings"))

    type: Literal["blockage", "break", "blind-spot"]
    """堵点, 断点 or 盲点."""
    rule: str | None = Field(default=None, pattern=r"^F\d{3}$")
    """The code of the rule that finds it too: it then stands for what that rule finds at the elements it touches."""
    touches: Annotated[
        References,
        Relation(
            "touches",
            (),
            Text(zh="涉及要素", en="touches"),
            Text(zh="相关发现", en="findings"),
            forward_verb=Text(zh="出现在", en="is felt in"),
            closeness=Closeness.HURTS,
        ),
    ] = ()
    """The elements it is felt at."""
    evidence: tuple[Evidence, ...] = ()
    """What shows that it is real."""
