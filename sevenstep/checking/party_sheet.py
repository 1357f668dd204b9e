"""One sheet for each party: what it is asked, what was found at it, what it is to do, and what is its own.

A party is an actor together with those that belong to it, so that a ministry's sheet holds what concerns its offices.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.conclusions.to_confirm import to_confirm
from sevenstep.analysis.findings_by_element import findings_by_element
from sevenstep.analysis.results import Analysis, ComputedFinding
from sevenstep.chain.graph import Chain
from sevenstep.checking.questions import Question
from sevenstep.model.choices import Variant
from sevenstep.model.step1_goals import Goal
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step4_paths import Actor, Path
from sevenstep.model.step5_scenarios import Scenario
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Activity, Event, Finding, Flow, Gateway, Measure, System

_MOST_DECIDING: Final = 1_000
"""Assumptions that are looked at for whether a verdict turns on them."""
_RACI: Final = {"raci-R": "R", "raci-A": "A", "raci-C": "C", "raci-I": "I"}


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question to a party, with the indicators that hang on its answer; `decides`: a verdict turns on it."""

    question: Question
    indicators: tuple[str, ...]
    decides: bool


@dataclass(frozen=True, slots=True)
class PartFlow:
    """A flow that a party takes part in: its steps there, and the hours that the mean case waits at them, if known."""

    flow: str
    steps: tuple[str, ...]
    waiting: float | None


@dataclass(frozen=True, slots=True)
class PartySheet:
    """All that concerns one party. `members` are the actor and those that belong to it."""

    actor: Actor
    members: tuple[str, ...]
    asked: tuple[AskedQuestion, ...]
    written: tuple[Finding, ...]
    computed: tuple[ComputedFinding, ...]
    items: tuple[str, ...]
    measures: tuple[Measure, ...]
    paths: Mapping[str, str]
    """The letters of its roles on each path, by path."""
    flows: tuple[PartFlow, ...]
    systems: tuple[str, ...]
    indicators: tuple[str, ...]

    @property
    def found(self) -> int:
        """How much was found at it."""
        return len(self.written) + len(self.computed)

    @property
    def tasks(self) -> int:
        """What it leads: items and measures."""
        return len(self.items) + len(self.measures)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell the party."""
        return not (
            self.asked or self.found or self.tasks or self.paths or self.flows or self.systems or self.indicators
        )


def party_sheets(chain: Chain, analysis: Analysis, questions: Sequence[Question]) -> tuple[PartySheet, ...]:
    """A sheet for each actor that there is something to tell, in the order of the model."""
    asked = _asked(chain, analysis, questions)
    sheets = (_sheet(chain, analysis, actor, asked) for actor in chain.engagement.of(Actor))
    return tuple(sheet for sheet in sheets if not sheet.is_empty)


def asked_of(chain: Chain, analysis: Analysis, questions: Sequence[Question], actor: str) -> list[Question]:
    """The questions to one party, by step; within a step, what a verdict turns on first, then by what hangs on them."""
    asked = _asked(chain, analysis, questions)
    ordered = _in_order(one for member in members_of(chain, actor) for one in asked.get(member, ()))
    return sorted((one.question for one in ordered), key=lambda question: question.step)


def members_of(chain: Chain, actor: str) -> tuple[str, ...]:
    """The actor, and all that belong to it, level by level."""
    found = {actor: None}
    waiting = [actor]
    while waiting:
        below = [holder.id for here in waiting for holder in chain.holders(here, "actor-parent")]
        waiting = [key for key in dict.fromkeys(below) if key not in found]
        found |= dict.fromkeys(waiting)
    return tuple(found)


def _asked(chain: Chain, analysis: Analysis, questions: Sequence[Question]) -> dict[str, list[AskedQuestion]]:
    """The questions of each actor, as it is named in them."""
    deciding = _deciding(chain, analysis)
    found: dict[str, list[AskedQuestion]] = defaultdict(list)
    for question in questions:
        element = question.element.id if question.element is not None else ""
        hanging = dict.fromkeys((*deciding.get(element, ()), *_hanging(chain, element)))
        weighed = AskedQuestion(question, tuple(hanging), element in deciding)
        for actor in question.whom:
            found[actor.id].append(weighed)
    return found


def _deciding(chain: Chain, analysis: Analysis) -> dict[str, list[str]]:
    """The elements whose assumptions decide whether an indicator reaches its target, with those indicators."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in to_confirm(chain, analysis, most=_MOST_DECIDING):
        if one.decides:
            for element in (one.step, one.flow, one.indicator):
                found[element].append(one.indicator)
    return dict(found)


def _hanging(chain: Chain, key: str) -> tuple[str, ...]:
    """The indicators whose values hang on what is said of the element: nothing that is merely connected with it."""
    element = chain.elements.get(key)
    match element:
        case Indicator():
            return (key, *(holder.id for holder in chain.holders(key, "computed-from")))
        case Goal():
            return tuple(holder.id for holder in chain.holders(key, "measures"))
        case Scenario():
            return tuple(element.moves)
        case Item():
            flows = (flow for flow in chain.holders(key, "details") if isinstance(flow, Flow))
            return tuple(dict.fromkeys(indicator for flow in flows for indicator in flow.estimates))
        case Flow():
            return tuple(element.estimates)
        case Activity() | Event() | Gateway():
            return _hanging(chain, key.rpartition("/")[0])
    return ()


def _in_order(asked: Iterable[AskedQuestion]) -> list[AskedQuestion]:
    """What decides a verdict first, then what most indicators hang on; each question once."""
    each = {id(one.question): one for one in asked}
    return sorted(each.values(), key=lambda one: (not one.decides, -len(one.indicators), one.question.step))


def _sheet(chain: Chain, analysis: Analysis, actor: Actor, asked: Mapping[str, list[AskedQuestion]]) -> PartySheet:
    members = members_of(chain, actor.id)
    flows = tuple(_flows(chain, analysis, members))
    own = {*members, *(step for flow in flows for step in flow.steps)}
    written = [
        finding
        for finding in chain.engagement.of(Finding)
        if own.intersection(finding.touches) or finding.owner in members
    ]
    computed = {finding.key: finding for element in own for finding in findings_by_element(chain).get(element, ())}
    led = _held(chain, members, Measure, "owner", "then-done-by")
    measures = [m for m in chain.engagement.of(Measure) if m.id in led or own.intersection(m.changes)]
    order = {key: place for place, key in enumerate(finding.key for finding in analysis.findings)}
    return PartySheet(
        actor=actor,
        members=members,
        asked=tuple(_in_order(one for member in members for one in asked.get(member, ()))),
        written=tuple(written),
        computed=tuple(sorted(computed.values(), key=lambda finding: order[finding.key])),
        items=_held(chain, members, Item, "performed-by", "owner"),
        measures=tuple(sorted(measures, key=lambda measure: measure.id not in led)),
        paths=_roles(chain, members),
        flows=flows,
        systems=_held(chain, members, System, "owner"),
        indicators=_held(chain, members, Indicator, "owner", "online-rate-of"),
    )


def _held(chain: Chain, members: Iterable[str], cls: type, *relations: str) -> tuple[str, ...]:
    """The elements of a class that point to a member by one of the relations."""
    found = (holder for member in members for holder in chain.holders(member, *relations))
    return tuple(dict.fromkeys(holder.id for holder in found if isinstance(holder, cls)))


def _roles(chain: Chain, members: Iterable[str]) -> dict[str, str]:
    letters: dict[str, set[str]] = defaultdict(set)
    for member in members:
        for link in chain.incoming.get(member, ()):
            if link.relation.name in _RACI and isinstance(chain.elements[link.source], Path):
                letters[link.source].add(_RACI[link.relation.name])
    return {path: "".join(letter for letter in _RACI.values() if letter in held) for path, held in letters.items()}


def _flows(chain: Chain, analysis: Analysis, members: Sequence[str]) -> Iterator[PartFlow]:
    """The flows in which a member does a step, those of today first."""
    at: dict[str, list[str]] = defaultdict(list)
    for member in members:
        for step in chain.holders(member, "done-by"):
            at[step.id.rpartition("/")[0]].append(step.id)
    flows = [flow for flow in chain.engagement.of(Flow) if flow.id in at]
    for flow in sorted(flows, key=lambda flow: flow.variant != Variant.AS_IS):
        metrics = analysis.metrics.get(flow.id)
        known = [] if metrics is None else [metrics.steps.get(step.rpartition("/")[2]) for step in at[flow.id]]
        waits = [step.waiting for step in known if step is not None]
        yield PartFlow(flow.id, tuple(at[flow.id]), sum(waits) if waits else None)
