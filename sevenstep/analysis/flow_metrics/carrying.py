"""Where people carry data between systems, and over paper: steps by hand that bring into a system what it has not."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sevenstep.analysis.flow_metrics.blocks import blocks
from sevenstep.analysis.flow_metrics.entries import by_hand
from sevenstep.analysis.flow_metrics.flow_model import FlowModel, NotAnalysable, flow_model_of
from sevenstep.analysis.flow_metrics.linear import NeverEnds
from sevenstep.analysis.flow_metrics.tracks import Track, follow
from sevenstep.analysis.simulation.cases import Asked, simulate
from sevenstep.chain.flow_graph import in_loops
from sevenstep.model.step7_flows import Activity, Flow

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Numbers = NDArray[numpy.float64]

_ELSEWHERE: Final = 1
_ON_PAPER: Final = 2
_HERE: Final = 4
_BROUGHT: Final = 8
_FROM_PAPER: Final = 16
"""Bits of one data object and one system: another system has it; since then a person has handled it without any
system; this system has it. Of one step besides: the step has brought it there; and it came over such a person."""
_LEAST: Final = 1e-9
"""Times a case that are none, but for rounding."""
_MOST_APART: Final = 20_000
"""Nodes times what is followed for itself; of any more steps it is taken that they bring in as often as they are passed
while another system has the data, but no more than once."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A data object that a person brings into the system of a step: how often a case, and how often it has gone through
    hands without any system before."""

    step: Activity
    data: str
    times: float
    over_paper: float


@dataclass(frozen=True, slots=True)
class _Followed:
    """What is followed together: one data object and one system, or (None) each system that it is written in once; or,
    in a loop, one step for itself."""

    data: str
    system: str | None
    step: str | None = None


def carried(flow: Flow, asked: Sequence[tuple[Activity, str]], cases: int, seed: int) -> list[Carried]:
    """How often data are brought into the systems of steps, while another system has them and this one has not.

    Each step counts once a case: what it does again in a loop is rework. Exact where the flow is made of blocks;
    nothing where the flow cannot be computed. Time grows with the arrows times the pairs of data and systems.
    """
    try:
        model = flow_model_of(flow)
        together = _together(model, asked)
        seen = dict(zip(together, _seen(model, list(together), cases, seed), strict=True))
    except (NotAnalysable, NeverEnds):
        return []
    numbers: dict[str, list[int]] = {}
    for number, activity in model.activities():
        numbers.setdefault(activity.id, []).append(number)
    found = []
    for key, pairs in together.items():
        for step, data in pairs:
            times, over = _times(seen[key], key, numbers[step.id])
            if times > _LEAST:
                found.append(Carried(step, data, times, over if over > _LEAST else 0.0))
    order = {pair: place for place, pair in enumerate((step.id, data) for step, data in asked)}
    return sorted(found, key=lambda transfer: order[transfer.step.id, transfer.data])


def _together(model: FlowModel, asked: Sequence[tuple[Activity, str]]) -> dict[_Followed, list[tuple[Activity, str]]]:
    """The pairs of steps and data, by what is followed for them."""
    writers: dict[tuple[str, str | None], set[str]] = {}
    for _, activity in model.activities():
        for data in activity.writes:
            writers.setdefault((data, activity.system), set()).add(activity.id)
    loops = {f"{model.flow.id}/{name}" for name in in_loops(model.flow)}
    apart = _MOST_APART // len(model.nodes)
    found: dict[_Followed, list[tuple[Activity, str]]] = {}
    for step, data in asked:
        key = _Followed(data, None)
        if step.id in loops and data not in step.writes:
            key = _Followed(data, step.system, step.id)
        elif step.id in loops or writers.get((data, step.system), set()) - {step.id}:
            key = _Followed(data, step.system)
        if key.system is not None and key not in found:
            apart -= 1
        found.setdefault(key if apart >= 0 else _Followed(data, None), []).append((step, data))
    return found


def _seen(model: FlowModel, keys: Sequence[_Followed], cases: int, seed: int) -> list[tuple["Numbers", float, float]]:
    """How often each node is come to in each state, and how likely the step that is followed for itself brings in."""
    known = blocks(model)
    tracks = [_track(model, key) for key in keys]
    if known is not None:
        found = [follow(model, known, track) for track in tracks]
        return [(followed.seen, followed.ending(_BROUGHT), followed.ending(_FROM_PAPER)) for followed in found]
    run = simulate(model, cases, seed, (), Asked(tracks))
    ends = [column.astype(int) for column in run.states]
    return [
        (seen, float((state & _BROUGHT > 0).mean()), float((state & _FROM_PAPER > 0).mean()))
        for seen, state in zip(run.seen, ends, strict=True)
    ]


def _times(found: tuple["Numbers", float, float], key: _Followed, numbers: Sequence[int]) -> tuple[float, float]:
    seen, brought, from_paper = found
    if key.step is not None:
        return brought, from_paper
    passed = [float(sum(seen[number, state] for number in numbers)) for state in (_ELSEWHERE, _ELSEWHERE | _ON_PAPER)]
    return min(1.0, sum(passed)), min(1.0, passed[1])


def _track(model: FlowModel, key: _Followed) -> Track:
    states = _HERE if key.system is None else _BROUGHT if key.step is None else 2 * _FROM_PAPER
    acts = {
        number: tuple(_after(key, activity, state) for state in range(states))
        for number, activity in model.activities()
        if key.data in activity.reads or key.data in activity.writes
    }
    return Track(states, acts)


def _after(key: _Followed, here: Activity, state: int) -> int:
    """The state behind an activity that reads or writes the data."""
    if here.id == key.step and state & _ELSEWHERE and not state & _HERE:
        state |= _BROUGHT | (_FROM_PAPER if state & _ON_PAPER else 0)
    if not here.system:
        return state | _ON_PAPER if state & _ELSEWHERE and by_hand(here) else state
    if key.data in here.writes:
        return state | (_HERE if here.system == key.system else _ELSEWHERE)
    return state
