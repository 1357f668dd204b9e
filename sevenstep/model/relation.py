"""Relations between elements, declared once: on the field of the class that holds the reference.

The chain, the rules, the pictures and the pages read them from there.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sevenstep.language import Text


class Role(StrEnum):
    """What a relation does in the chain."""

    SERVES = "serves"
    """The holder exists for the sake of the target, one step up: it justifies the holder and covers the target."""
    ANSWERS = "answers"
    """The holder responds to the target: it covers the target."""
    PART_OF = "part-of"
    """The holder stands inside the target: a tree, or a group."""
    ORDER = "order"
    """The holder comes after, or before, the target."""
    USES = "uses"
    """The holder works with the target: an actor, a system, a document."""
    CLOSES = "closes"
    """The holder gives the target its value: from the last step back to the second."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A kind of arrow: its name, the kinds it may point to (none named: any), and what each end calls it.

    `forward` is read from the holder to the target (“measures”), `backward` from the target (“measured by”).
    With `local`, the reference names a node of the same flow. `down` marks the arrow that leads down the chain although
    it points away from its holder (an activity to the data it reads).
    """

    name: str
    to: tuple[str, ...]
    forward: Text
    backward: Text
    role: Role = Role.USES
    local: bool = False
    down: bool = False

    @property
    def up(self) -> bool:
        """Whether the arrow leads up the chain, towards the goals."""
        return self.role in {Role.SERVES, Role.ANSWERS, Role.PART_OF}


OWNED_BY: Final = Relation("owner", ("actor",), Text(zh="负责方", en="owned by"), Text(zh="负责的要素", en="owns"))
