"""What it would save to do away with waiting: the lead time computed again without it, all else as it was."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy

from sevenstep.analysis.flow_metrics.blocks import Block, blocks
from sevenstep.analysis.flow_metrics.flow_model import FlowModel, NotAnalysable, flow_model_of
from sevenstep.analysis.flow_metrics.lead_time import mean_way
from sevenstep.analysis.flow_metrics.linear import NeverEnds
from sevenstep.analysis.flow_metrics.means import exact, simulated
from sevenstep.analysis.results import Value
from sevenstep.analysis.simulation.cases import Asked, simulate
from sevenstep.model.step7_flows import Activity, Event, Flow, Node

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[numpy.float64]

_MOST_TRIED: Final = 12
_MOST_GROUPED: Final = 6
"""Steps of which it is tried whether they save only together: the longest waits, and those of them that save nothing
alone."""


class Savings:
    """A flow of which one asks what waiting costs, in hours of its lead time.

    Exact where the lead time is, with and without the waiting. Otherwise the same cases are simulated twice, with the
    same random numbers, so that nothing but the waiting makes the difference.
    """

    def __init__(self, flow: Flow, cases: int, seed: int) -> None:
        self._flow = flow
        self._cases = cases
        self._seed = seed
        self._known: dict[frozenset[str], Value | None] = {}

    def without(self, steps: Collection[str]) -> Value | None:
        """What is saved if nothing waits any more at the steps; None where that cannot be told."""
        key = frozenset(steps)
        if key not in self._known:
            try:
                self._known[key] = self._saved(key)
            except (NotAnalysable, NeverEnds):
                self._known[key] = None
        return self._known[key]

    def alone(self, waits: dict[str, float], least: float, most: int) -> list[tuple[str, Value]]:
        """The steps of which each saves at least so many hours alone, those that save most first.

        `waits` has how long the mean case waits at each step: none can save more than that, so few need be tried.
        """
        found: list[tuple[str, Value]] = []
        for name in sorted(waits, key=lambda name: (-waits[name], name)):
            if waits[name] < least or (len(found) >= most and waits[name] <= found[most - 1][1].mean):
                break
            saved = self.without([name])
            if saved is not None and saved.mean >= least:
                found.append((name, saved))
                found.sort(key=lambda saving: -saving[1].mean)
        return found[:most]

    def together(self, waits: dict[str, float], least: float) -> tuple[list[str], Value] | None:
        """The fewest of the longest waits that save so many hours together, of those of which none does alone."""
        longest = sorted(waits, key=lambda name: (-waits[name], name))[:_MOST_TRIED]
        longest = [name for name in longest if self._mean([name]) < least][:_MOST_GROUPED]
        for count in range(2, len(longest) + 1):
            if self._mean(longest[:count]) >= least:
                group = longest[:count]
                for name in reversed(longest[:count]):
                    fewer = [other for other in group if other != name]
                    if self._mean(fewer) >= least:
                        group = fewer
                saved = self.without(group)
                return None if saved is None else (group, saved)
        return None

    def _mean(self, steps: Collection[str]) -> float:
        saved = self.without(steps)
        return 0.0 if saved is None else saved.mean

    def _saved(self, steps: frozenset[str]) -> Value:
        nodes = [number for number, node in enumerate(self._flow_model.nodes) if node.name in steps]
        if self._blocks is not None and (before := mean_way(self._flow_model, self._blocks)) is not None:
            after = mean_way(_unwaiting(self._flow_model, nodes), self._blocks)
            if after is not None:
                return exact(max(0.0, before.processing + before.waiting - after.processing - after.waiting))
        without = simulate(self._flow_model, self._cases, self._seed, (), Asked(without=frozenset(nodes)))
        return simulated(self._simulated - without.lead_time, percentiles=False)

    @cached_property
    def _flow_model(self) -> FlowModel:
        return flow_model_of(self._flow)

    @cached_property
    def _blocks(self) -> Sequence[Block] | None:
        return blocks(self._flow_model)

    @cached_property
    def _simulated(self) -> "Numbers":
        return simulate(self._flow_model, self._cases, self._seed).lead_time


def _unwaiting(model: FlowModel, nodes: Collection[int]) -> FlowModel:
    return replace(
        model, nodes=tuple(_without_wait(node) if number in nodes else node for number, node in enumerate(model.nodes))
    )


def _without_wait(node: Node) -> Node:
    return node.model_copy(update={"wait": None}) if isinstance(node, Activity | Event) else node
