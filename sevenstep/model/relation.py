"""Relations between elements, declared once: on the field of the class that holds the reference.

The chain, the rules, the pictures and the pages read them from there.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final

from sevenstep.language import Text


class Role(StrEnum):
    """What a relation does in the chain."""

    SERVES = "serves"
    """The holder exists for the sake of the target, one step up: it justifies the holder and covers the target."""
    IMPROVES = "improves"
    """The holder makes the target better, further up than one step: it justifies the holder. Whether the target is
    covered, those tell that serve it; and where something else leads up from the holder, that tells why it is there."""
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


class Closeness(IntEnum):
    """How close a relation ties what stands beside the chain (who acts, what hurts, what is done about it) to it.

    Where nothing leads from an element up to a goal, the closest of its relations tells why it is there.
    """

    MOVES = 0
    """What it shall move: said outright, it goes before all else that leads up."""
    HURTS = 1
    """What is wrong, and what answers it."""
    AIMS = 2
    """What the goals go by: the position they take up, the context they align with."""
    GROUNDS = 3
    """What that in turn rests on."""
    HOLDS = 4
    """What holds a group together."""
    COUNTS = 5
    """What a group is measured by."""
    ANSWERS_FOR = 6
    """Who answers for it."""
    WORKS = 7
    """Who does the work."""
    HANDS_OVER = 8
    """Who hands over and who receives."""
    RUNS_OVER = 9
    """What a route runs over."""
    JOINS = 10
    """What a link between places joins."""
    KNOWS = 11
    """Who is asked, and who is told."""
    CHANGES = 12
    """What is changed."""
    JUDGES = 13
    """What is judged by it."""
    NONE = 14
    """It does not tell why anything is there."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A kind of arrow: its name, the kinds it may point to (none named: any), and what each end calls it.

    `forward` is read from the holder to the target (“measures”), `backward` from the target (“measured by”).
    With `local`, the reference names a node of the same flow. `down` marks the arrow that leads down the chain although
    it points away from its holder (an activity to the data it reads). `holders` heads the column of them in the table
    of all elements that it may point to; without it there is none. With `shares`, both ends are one thing at two times:
    what justifies or covers one does so for the other.

    Within a sentence (“Customs *is accountable on* the clearance path”) each end says its verb; where it has none, what
    it is called is one. `closeness` has to be said where the relation leads neither up nor down the chain.
    """

    name: str
    to: tuple[str, ...]
    forward: Text
    backward: Text
    role: Role = Role.USES
    local: bool = False
    down: bool = False
    forward_verb: Text | None = None
    backward_verb: Text | None = None
    closeness: Closeness | None = None
    holders: Text | None = None
    shares: bool = False

    def __hash__(self) -> int:
        """By the name: links are looked up by the thousand, and no two relations of a name stand in one model."""
        return hash(self.name)

    @property
    def up(self) -> bool:
        """Whether the arrow leads up the chain, towards the goals."""
        return self.role in {Role.SERVES, Role.IMPROVES, Role.ANSWERS, Role.PART_OF}

    def __post_init__(self) -> None:
        if self.role is Role.USES and not self.down and self.closeness is None:
            raise TypeError(
                f"The relation “{self.name}” leads neither up nor down the chain: say by its closeness "
                "whether it tells why an element is there (Closeness.NONE: it does not)"
            )

    def verb(self, *, forward: bool) -> Text:
        """What it is called within a sentence, followed from its holder or from its target."""
        if forward:
            return self.forward_verb or self.forward
        return self.backward_verb or self.backward


OWNED_BY: Final = Relation(
    "owner",
    ("actor",),
    Text(zh="负责方", en="owned by"),
    Text(zh="负责的要素", en="owns"),
    closeness=Closeness.NONE,
)
BECAUSE: Final = Relation(
    "because",
    (),
    Text(zh="存在依据", en="there because of"),
    Text(zh="作为依据支撑的要素", en="the reason of"),
    closeness=Closeness.NONE,
)
"""The reason that the author of an element chose."""
