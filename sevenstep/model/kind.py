"""What there is to say once of a kind of element."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sevenstep.language import Text


class Where(StrEnum):
    """Where the elements of every kind are shown, unless their kind says why not."""

    PAGE = "page"
    """On a page of their own; left out, they are rows of their flow's."""
    COUNT = "count"
    """Among the elements of their step, in coverage and everywhere else where elements are counted."""
    EXPLORER = "explorer"
    """In the explorer of the chain."""
    CHAIN = "chain"
    """In the picture of the whole chain."""
    TRACE = "trace"
    """In the traces of other elements."""
    OWN_TRACE = "own-trace"
    """On their page, with their own trace."""


@dataclass(frozen=True, slots=True)
class Uncovered:
    """What is said of an element that nothing serves, and the remedy; each {} stands for its id."""

    message: Text
    remedy: Text


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of element: its name in code, the section of the YAML it stands in, its step and its titles.

    `tier` tells how far down the chain it stands within its step. `gathered_by` names the relations that lead to the
    element under whose title it is counted where the chain is folded; none named, each stands for itself; None, all of
    the kind are counted together. `left_out` gives the reason wherever elements of the kind are not shown. `uncovered`
    is what is said of one that nothing serves, where that has words of its own.
    """

    name: str
    section: str
    step: int
    title: Text
    titles: Text
    tier: int = 0
    gathered_by: tuple[str, ...] | None = None
    left_out: Mapping[Where, str] = field(default_factory=dict, hash=False)
    uncovered: Uncovered | None = None

    def is_shown(self, where: Where) -> bool:
        """Whether elements of the kind are shown there."""
        return where not in self.left_out
