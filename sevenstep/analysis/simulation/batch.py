"""Many cases at one place of a flow, with what has happened to each so far: arrays with an entry for each case."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

import numpy

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[numpy.float64]
    Places = NDArray[numpy.intp]

PROCESSING: Final = 0
WAITING: Final = 1
PARTS: Final = 2


@dataclass(frozen=True, slots=True)
class Layout:
    """Which columns there are, and what becomes of them where branches meet.

    First hours of work and of waiting, and `parts` of these: they belong to the branch that decides. Then `states`,
    sets of small numbers as bits: each branch begins with what there was before, and all are put together. Then `sums`,
    which are added up over branches.
    """

    parts: int
    states: int
    sums: int

    @property
    def first_state(self) -> int:
        return PARTS + self.parts

    @property
    def first_sum(self) -> int:
        return self.first_state + self.states

    @property
    def width(self) -> int:
        return self.first_sum + self.sums


@dataclass(frozen=True, slots=True)
class Batch:
    """Cases by number, each once, and their columns."""

    cases: "NDArray[numpy.intp]"
    columns: "list[Numbers]"
    layout: Layout

    @classmethod
    def fresh(cls, cases: "NDArray[numpy.intp]", layout: Layout) -> Self:
        """Cases to which nothing has happened yet."""
        return cls(cases, [numpy.zeros(len(cases)) for _ in range(layout.width)], layout)

    def __len__(self) -> int:
        return len(self.cases)

    def some(self, places: "Places") -> "Batch":
        """The cases at those places."""
        return Batch(self.cases.take(places), [column.take(places) for column in self.columns], self.layout)

    def shadow(self) -> "Batch":
        """The same cases on a second branch: as far in time, with all sums at nothing."""
        first = self.layout.first_sum
        known = [column.copy() for column in self.columns[:first]]
        sums = (numpy.zeros(len(self.cases)) for _ in self.columns[first:])
        return Batch(self.cases, [*known, *sums], self.layout)

    def ordered(self) -> "Batch":
        """The same by rising numbers."""
        if len(self) < 2 or bool((self.cases[1:] > self.cases[:-1]).all()):
            return self
        return self.some(numpy.argsort(self.cases, kind="stable"))


def together(batches: Sequence[Batch]) -> Batch:
    """Batches of different cases as one."""
    if len(batches) == 1:
        return batches[0]
    return Batch(
        numpy.concatenate([batch.cases for batch in batches]),
        [numpy.concatenate(columns) for columns in zip(*(batch.columns for batch in batches), strict=True)],
        batches[0].layout,
    )


def joined(branches: Sequence[Batch]) -> Batch:
    """The same cases, each back from all its branches: the last to arrive decides on the times."""
    layout = branches[0].layout
    times = [branch.columns[PROCESSING] + branch.columns[WAITING] for branch in branches]
    last = times[0]
    own = branches[0].columns[: layout.first_state]
    for branch, time in zip(branches[1:], times[1:], strict=True):
        later = time > last
        last = numpy.where(later, time, last)
        own = [numpy.where(later, *both) for both in zip(branch.columns, own, strict=False)]
    columns = list(zip(*(branch.columns for branch in branches), strict=True))
    states = [_put_together(column) for column in columns[layout.first_state : layout.first_sum]]
    sums = [sum(column[1:], start=column[0]) for column in columns[layout.first_sum :]]
    return Batch(branches[0].cases, [*own, *states, *sums], layout)


def _put_together(states: "Sequence[Numbers]") -> "Numbers":
    """The bits that are set in any of the states."""
    found = states[0].astype(numpy.int64)
    for state in states[1:]:
        found |= state.astype(numpy.int64)
    return found.astype(numpy.float64)


def gathered(branches: Sequence[Batch], count: int) -> Batch:
    """Cases each back from some branches, as `joined`: the cases that any of them holds. `count` is that of all."""
    held = numpy.zeros(count, dtype=bool)
    for branch in branches:
        held[branch.cases] = True
    cases = numpy.flatnonzero(held)
    place = numpy.zeros(count, dtype=numpy.intp)
    place[cases] = numpy.arange(len(cases))
    return joined([_spread(branch, cases, place) for branch in branches])


def _spread(branch: Batch, cases: "Places", place: "Places") -> Batch:
    """The branch with an entry for each of `cases`; those that it does not hold never come last."""
    never = branch.layout.first_state
    wide = [numpy.full(len(cases), -1.0 if number < never else 0.0) for number in range(len(branch.columns))]
    where = place[branch.cases]
    for column, values in zip(wide, branch.columns, strict=True):
        column[where] = values
    return Batch(cases, wide, branch.layout)
