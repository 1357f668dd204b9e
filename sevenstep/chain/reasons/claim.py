"""What an element may be there for: one claim, and how it is kept what all claims of an element come to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from sevenstep.language import Text
from sevenstep.model.links import Link

UNPLACED: Final = 1 << 30
"""The place of what nobody has put in an order."""


@dataclass(frozen=True, slots=True)
class Hop:
    """One hop of a way: the links that are followed, mostly one, and the element that they lead to.

    Several stand for one hop where what lies between belongs to the element itself: an item is there for the indicator
    that its flow gives a value, and the flow says no more than the item.
    """

    links: tuple[Link, ...]
    to: str

    @property
    def link(self) -> Link:
        """The link that arrives."""
        return self.links[-1]

    @property
    def verb(self) -> Text:
        """What the arriving link is called within a sentence, in the direction of the hop."""
        return self.link.relation.verb(forward=self.link.target == self.to)


class Ending(NamedTuple):
    """Where a way ends: the indicator by which it comes to a goal (none: it leads there by itself), and the goal."""

    indicator: str
    goal: str


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that an element may be there for: the hops that lead to it, and how much that tells.

    `place` is where the author has put it in a list; claims by the same author's list are comparable by it.
    """

    hops: tuple[Hop, ...]
    weight: float
    place: int = UNPLACED

    @property
    def to(self) -> str:
        """The element that it leads to."""
        return self.hops[-1].to


@dataclass(frozen=True, slots=True)
class Aims:
    """All that an element may be there for, and what it comes to.

    `shares` says of every ending how much speaks for it, together 1, the best first. `undecided` are the goals that
    are as close as the best one, it included, where nothing tells them apart; `by_choice` that the author chose.
    `passed_on` is what the elements below it go by: they take over its own choice. `distance` counts the hops of the
    shortest way to a goal.
    """

    claims: tuple[Claim, ...]
    shares: Mapping[Ending, float]
    undecided: tuple[str, ...]
    by_choice: bool
    passed_on: Mapping[Ending, float]
    distance: int = 0
