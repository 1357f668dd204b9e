"""Showing a part of many: so that no picture grows beyond what a person can read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

One = TypeVar("One")


@dataclass(frozen=True, slots=True)
class Folded(Generic[One]):
    """What is shown of a list, and how many are not."""

    shown: list[One]
    hidden: int


def folded(every: Sequence[One], most: int) -> Folded[One]:
    """All of `every` where they are at most `most`; otherwise one less, to leave a place for the number of the rest."""
    if len(every) <= most:
        return Folded(list(every), 0)
    shown = list(every[: max(0, most - 1)])
    return Folded(shown, len(every) - len(shown))
