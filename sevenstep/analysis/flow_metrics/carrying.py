"""Where people carry data between systems, and over paper: steps by hand that bring into a system what it has not."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.flow_metrics.blocks import blocks
from sevenstep.analysis.flow_metrics.entries import by_hand
from sevenstep.analysis.flow_metrics.linear import NeverEnds
from sevenstep.analysis.flow_metrics.plan import NotAnalysable, Plan, plan_of
from sevenstep.analysis.flow_metrics.tracks import Track, follow
from sevenstep.analysis.simulation.cases import Asked, simulate
from sevenstep.model.step7_flows import Activity, Flow

_ELSEWHERE: Final = 1
_ON_PAPER: Final = 2
_HERE: Final = 4
_BROUGHT: Final = 8
_FROM_PAPER: Final = 16
"""Bits of one data object and one step: a system other than the step's has it; since then a person has handled it
without any system; the step's own system has it; the step has brought it there; and it came over such a person."""
_STATES: Final = 32
_LEAST: Final = 1e-9
"""Times a case that are none, but for rounding."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A data object that a person brings into the system of a step: how often a case, and how often it has gone through
    hands without any system before."""

    step: Activity
    data: str
    times: float
    over_paper: float


def carried(flow: Flow, asked: Sequence[tuple[Activity, str]], cases: int, seed: int) -> list[Carried]:
    """How often data are brought into the systems of steps, while another system has them and this one has not.

    Each step counts once a case: what it does again in a loop is rework. Exact where the flow is made of blocks;
    nothing where the flow cannot be computed.
    """
    try:
        plan = plan_of(flow)
        ends = _ends(plan, [_track(plan, step, data) for step, data in asked], cases, seed)
    except (NotAnalysable, NeverEnds):
        return []
    found = [Carried(*one, *both) for one, both in zip(asked, ends, strict=True)]
    return [one for one in found if one.times > _LEAST]


def _ends(plan: Plan, tracks: Sequence[Track], cases: int, seed: int) -> list[tuple[float, float]]:
    """How likely each is brought in, and how likely from paper."""
    known = blocks(plan)
    if known is not None:
        followed = [follow(plan, known, track) for track in tracks]
        return [(one.ending(_BROUGHT), one.ending(_FROM_PAPER)) for one in followed]
    states = [column.astype(int) for column in simulate(plan, cases, seed, (), Asked(tracks)).states]
    return [(float((one & _BROUGHT > 0).mean()), float((one & _FROM_PAPER > 0).mean())) for one in states]


def _track(plan: Plan, step: Activity, data: str) -> Track:
    acts = {
        number: tuple(_after(step, data, one, state) for state in range(_STATES))
        for number, one in plan.activities()
        if data in one.reads or data in one.writes
    }
    return Track(_STATES, acts)


def _after(step: Activity, data: str, here: Activity, state: int) -> int:
    """The state behind an activity that reads or writes the data."""
    if here.id == step.id and state & _ELSEWHERE and not state & _HERE:
        state |= _BROUGHT | (_FROM_PAPER if state & _ON_PAPER else 0)
    if not here.system:
        return state | _ON_PAPER if state & _ELSEWHERE and by_hand(here) else state
    if data in here.writes:
        return state | (_HERE if here.system == step.system else _ELSEWHERE)
    return state
