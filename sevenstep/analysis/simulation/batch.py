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
SUMS: Final = 2
"""Where the columns begin that are added up over branches; those before belong to the branch that decides."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Cases by number, each once, and their columns: hours of work, hours of waiting, and sums."""

    cases: "NDArray[numpy.intp]"
    columns: "list[Numbers]"

    @classmethod
    def fresh(cls, cases: "NDArray[numpy.intp]", width: int) -> Self:
        """Cases to which nothing has happened yet."""
        return cls(cases, [numpy.zeros(len(cases)) for _ in range(width)])

    def __len__(self) -> int:
        return len(self.cases)

    def some(self, places: "Places") -> "Batch":
        """The cases at those places."""
        return Batch(self.cases.take(places), [column.take(places) for column in self.columns])

    def shadow(self) -> "Batch":
        """The same cases on a second branch: as far in time, with all sums at nothing."""
        times = [column.copy() for column in self.columns[:SUMS]]
        return Batch(self.cases, [*times, *(numpy.zeros(len(self.cases)) for _ in self.columns[SUMS:])])

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
        numpy.concatenate([one.cases for one in batches]),
        [numpy.concatenate(columns) for columns in zip(*(one.columns for one in batches), strict=True)],
    )


def joined(branches: Sequence[Batch]) -> Batch:
    """The same cases, each back from all its branches: the last to arrive decides on the times, sums are added up."""
    times = [branch.columns[PROCESSING] + branch.columns[WAITING] for branch in branches]
    last = times[0]
    processing, waiting = branches[0].columns[PROCESSING], branches[0].columns[WAITING]
    for branch, time in zip(branches[1:], times[1:], strict=True):
        later = time > last
        last = numpy.where(later, time, last)
        processing = numpy.where(later, branch.columns[PROCESSING], processing)
        waiting = numpy.where(later, branch.columns[WAITING], waiting)
    sums = [sum(columns[1:], start=columns[0]) for columns in zip(*(b.columns[SUMS:] for b in branches), strict=True)]
    return Batch(branches[0].cases, [processing, waiting, *sums])


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
    wide = [numpy.full(len(cases), -1.0 if number < SUMS else 0.0) for number in range(len(branch.columns))]
    where = place[branch.cases]
    for column, values in zip(wide, branch.columns, strict=True):
        column[where] = values
    return Batch(cases, wide)
