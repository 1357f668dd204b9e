"""Resilience: what each place and link takes with it when it is lost."""

from collections.abc import Iterable, Mapping
from typing import Any

from sevenstep.analysis.transport.connectivity import separated_pairs
from sevenstep.analysis.transport.passages import Ground
from sevenstep.analysis.transport.results import Detour, Loss, Way
from sevenstep.analysis.transport.ways import best_without
from sevenstep.chain.graph import Chain
from sevenstep.model.choices import BestBy
from sevenstep.model.step3_places import Route
from sevenstep.model.step5_scenarios import Scenario


def losses(
    chain: Chain, ground: Ground, graphs: Mapping[BestBy, Any], taken: Mapping[str, Way], searched: Iterable[str]
) -> dict[str, Loss]:
    """By place or link that something depends on. `taken` are the ways of the routes; those `searched` are looked at
    again without each place and link that they pass: one search for each, since no other loss touches them."""
    detours: dict[str, list[Detour]] = {}
    cut: dict[str, list[str]] = {}
    ended: dict[str, list[str]] = {}
    for key in searched:
        route, way = chain.elements[key], taken[key]
        if not isinstance(route, Route):
            continue
        for lost in dict.fromkeys(way.passed):
            if lost in {route.start, route.end}:
                ended.setdefault(lost, []).append(key)
                continue
            other = best_without(ground, graphs[route.best], route.start, route.end, lost)
            if other is None:
                cut.setdefault(lost, []).append(key)
            else:
                detours.setdefault(lost, []).append(_detour(key, way, other))
    pairs = separated_pairs(ground)
    answers = _answers(chain)
    return {
        key: Loss(
            key,
            tuple(detours.get(key, ())),
            tuple(cut.get(key, ())),
            tuple(ended.get(key, ())),
            pairs.get(key, 0),
            answers.get(key, ()),
        )
        for key in ground.passages
        if key in detours or key in cut or key in ended or key in pairs or key in answers
    }


def _detour(route: str, way: Way, other: Way) -> Detour:
    hours = other.hours - way.hours if other.hours is not None and way.hours is not None else None
    cost = other.cost - way.cost if other.cost is not None and way.cost is not None else None
    return Detour(route, other, hours, cost)


def _answers(chain: Chain) -> dict[str, tuple[str, ...]]:
    """The scenarios that respond to the loss of each place and link."""
    found: dict[str, list[str]] = {}
    for scenario in chain.engagement.of(Scenario):
        for lost in dict.fromkeys(scenario.responds_to):
            found.setdefault(lost, []).append(scenario.id)
    return {key: tuple(scenarios) for key, scenarios in found.items()}
