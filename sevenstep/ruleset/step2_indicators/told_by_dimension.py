"""Where an engagement says something by dimension, and what members are called in messages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.wholes import member_title
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import KeyPath
from sevenstep.language import Text, joined
from sevenstep.memory import per_chain
from sevenstep.model.contents import by_dimension
from sevenstep.model.dimensions import Dimension
from sevenstep.model.element import Element
from sevenstep.model.evidence import MemberFigure

_MOST_NAMED: Final = 5


@dataclass(frozen=True, slots=True)
class Told:
    """The figures of the members of one dimension, at one place of an element."""

    element: Element
    path: KeyPath
    dimension: Dimension
    members: dict[str, MemberFigure]

    @property
    def not_told(self) -> list[str]:
        """The members that are neither given nor said to be missing."""
        return [member for member in self.dimension.member_ids if member not in self.members]


@per_chain
def told(chain: Chain) -> tuple[Told, ...]:
    """Everything that is said by a dimension that there is."""
    return tuple(_told(chain))


def _told(chain: Chain) -> Iterator[Told]:
    for element in chain.elements.values():
        for path, key, members, _ in by_dimension(element):
            dimension = chain.elements.get(key)
            if isinstance(dimension, Dimension):
                yield Told(element, path, dimension, members)


def named(chain: Chain, dimension: Dimension, members: Iterable[str]) -> Text:
    """The titles of members, of many the first few."""
    every = list(members)
    titles = (member_title(chain, dimension, member) for member in every[:_MOST_NAMED])
    said = joined(title.inserted_into(zh="“{}”", en="“{}”") for title in titles)
    more = len(every) - _MOST_NAMED
    return Text(zh=f"{said.zh}等 {len(every)} 个", en=f"{said.en} and {more} more") if more > 0 else said
