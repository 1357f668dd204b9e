"""How work that several resources may do is shared among them so that none is busier than it must be.

Some set of jobs can be done only by a set of resources: their work over what those can do is a load that no sharing
avoids (Hall's condition). The set where it is highest is the bottleneck; what is left is shared likewise. A set with
more work than a given load allows is the smaller side of a minimum cut, and raising the load to that of the set until
there is none finds the highest (Dinkelbach, On Nonlinear Fractional Programming, 1967). Exact, in whole numbers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import inf
from typing import Final

Team = frozenset[str]
"""The resources that may do a job."""
Work = Mapping[Team, int]
_COMES: Final = 0
_GOES: Final = 1
"""The ends of the flow of work, whatever resources are called."""


@dataclass(frozen=True, slots=True)
class Group:
    """Resources that share work, all equally busy at best, and how busy: work that comes over work that can be done."""

    resources: Team
    load: float


def shared(work: Mapping[Team, float], able: Mapping[str, float]) -> list[Group]:
    """Every resource in one group. `work` comes in an hour for each team, `able` is what each resource does in one."""
    scale = max((float(amount).as_integer_ratio()[1] for amount in (*work.values(), *able.values())), default=1)
    powers = {key: int(Fraction(power) * scale) for key, power in able.items() if power > 0}
    waiting: list[Work] = []
    found: list[Group] = []
    doable: dict[Team, int] = {}
    for team, hours in work.items():
        if hours <= 0:
            continue
        if helping := team.intersection(powers):
            doable[helping] = doable.get(helping, 0) + int(Fraction(hours) * scale)
        else:
            found.extend(Group(frozenset({resource}), inf) for resource in sorted(team))
    waiting.extend(_apart(doable))
    while waiting:
        jobs = waiting.pop()
        tightest = _bottleneck(jobs, powers)
        taken = frozenset[str]().union(*tightest)
        for part in _apart({team: jobs[team] for team in tightest}):
            members = frozenset[str]().union(*part)
            found.append(Group(members, float(_load(part, powers))))
        left: dict[Team, int] = {}
        for team in jobs.keys() - tightest:
            left[team - taken] = left.get(team - taken, 0) + jobs[team]
        waiting.extend(_apart(left))
    busy = {resource for group in found for resource in group.resources}
    return [*dict.fromkeys(found), *(Group(frozenset({resource}), 0.0) for resource in able if resource not in busy)]


def _apart(jobs: Work) -> list[Work]:
    """The jobs in parts that have no resource in common."""
    parts: list[tuple[set[str], dict[Team, int]]] = []
    for team, hours in jobs.items():
        touching = [part for part in parts if not part[0].isdisjoint(team)]
        members, together = set(team), {team: hours}
        for part in touching:
            members |= part[0]
            together |= part[1]
            parts.remove(part)
        parts.append((members, together))
    return [together for _, together in parts]


def _load(jobs: Work, powers: Mapping[str, int]) -> Fraction:
    return Fraction(sum(jobs.values()), sum(powers[resource] for resource in frozenset[str]().union(*jobs)))


def _bottleneck(jobs: Work, powers: Mapping[str, int]) -> frozenset[Team]:
    """The jobs whose work is most against what their resources can do."""
    import networkx

    tightest = frozenset(jobs)
    while len(tightest) > 1:
        load = _load({team: jobs[team] for team in tightest}, powers)
        graph: networkx.DiGraph[object] = networkx.DiGraph()
        for team, hours in jobs.items():
            graph.add_edge(_COMES, team, capacity=hours * load.denominator)
            graph.add_edges_from((team, resource) for resource in team)
        for resource in frozenset[str]().union(*jobs):
            graph.add_edge(resource, _GOES, capacity=powers[resource] * load.numerator)
        passed, (beyond, _) = networkx.minimum_cut(graph, _COMES, _GOES)
        if passed == sum(jobs.values()) * load.denominator:
            break
        tightest = frozenset(team for team in jobs if team in beyond)
    return tightest
