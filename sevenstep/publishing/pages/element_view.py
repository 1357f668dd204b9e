"""What the page of one element shows."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sevenstep.diagrams.charts.catalogue import of_element
from sevenstep.method import STEPS
from sevenstep.model.element import Element
from sevenstep.model.kind import Where
from sevenstep.model.links import Link
from sevenstep.model.step1_goals import Goal
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Flow
from sevenstep.publishing.context import Context, other, prose
from sevenstep.publishing.pages.analysis_view import tables_of
from sevenstep.publishing.pages.cells import source_cell, word_cell
from sevenstep.publishing.pages.changes_view import Change, change_of
from sevenstep.publishing.pages.facts import facts
from sevenstep.publishing.pages.finding_view import findings_at
from sevenstep.publishing.pages.neighbourhood import neighbourhood
from sevenstep.publishing.pages.online_view import online_of
from sevenstep.publishing.pages.reason import reason
from sevenstep.publishing.pages.review_view import NoteView, notes_on
from sevenstep.publishing.pages.tables import tables
from sevenstep.publishing.pages.verdict_view import EvaluatedItem, evaluated
from sevenstep.publishing.problems import source_link
from sevenstep.publishing.views import (
    Cell,
    Fact,
    Figure,
    Hop,
    Html,
    Problem,
    Ref,
    RelationGroup,
    Side,
    StripStep,
    Table,
)

_STRIP_SHOWN = 6


@dataclass(frozen=True, slots=True)
class ElementView:
    """The page of one element."""

    ref: Ref
    other_title: str
    owner: Ref | None
    status: Cell
    change: Change | None
    tags: tuple[str, ...]
    evaluated: EvaluatedItem | None
    description: Html | None
    facts: tuple[Fact, ...]
    tables: tuple[Table, ...]
    source: Cell
    why: tuple[Hop, ...]
    no_why: str
    strip: tuple[StripStep, ...]
    relations: tuple[RelationGroup, ...]
    figures: tuple[Figure, ...]
    analysis: tuple[Table, ...]
    charts: tuple[Figure, ...]
    computed: Table | None
    twins: tuple[Ref, ...]
    findings: tuple[Ref, ...]
    problems: tuple[Problem, ...]
    notes: tuple[NoteView, ...]
    gap: str
    accepted: str
    place: str
    place_link: str


def element_view(context: Context, element: Element, figures: Iterable[str]) -> ElementView:
    """Everything that the element's page shows; `figures` names its pictures."""
    key = element.id
    file, line = context.line_of(key)
    standing = context.standings[key]
    said = element.title.for_language(other(context.language))
    return ElementView(
        ref=context.refs[key],
        other_title=said if said != context.refs[key].title else "",
        owner=context.refs.get(element.owner or ""),
        status=word_cell(context, element.status),
        change=change_of(context, key),
        tags=element.tags,
        evaluated=_evaluated(context, element),
        description=prose(context, element.description),
        facts=facts(context, element),
        tables=tables(context, element),
        source=source_cell(context, element.source),
        why=reason(context, key),
        no_why=context.words["no_why"] if not isinstance(element, Goal) else "",
        strip=_strip(context, element),
        relations=_relations(context, element),
        figures=context.figures_of(figures),
        analysis=(*tables_of(context, element), *(table for table in (online_of(context, element),) if table.rows)),
        charts=context.figures_of(of_element(context.chain, element)),
        computed=findings_at(context, key),
        twins=_twins(context, element),
        findings=tuple(context.refs[finding.id] for finding in context.chain.holders(key, "touches")),
        problems=context.problems_on.get(key, ()),
        notes=notes_on(context, key),
        gap=context.words["not_covered"] if standing.covered is False and standing.accepted is None else "",
        accepted=context.said(standing.accepted.reason) if standing.accepted is not None else "",
        place=f"{file}:{line}" if line else file,
        place_link=source_link(context.header.settings.repository, file, line),
    )


def _evaluated(context: Context, element: Element) -> EvaluatedItem | None:
    """The verdicts on an item."""
    return evaluated(context, context.analysis.evaluations[element.id]) if isinstance(element, Item) else None


def _strip(context: Context, element: Element) -> tuple[StripStep, ...]:
    """The seven steps with what the chain reaches from the element."""
    by_step: dict[int, list[Ref]] = defaultdict(list)
    for key in neighbourhood(context.chain, element.id):
        if context.chain.elements[key].KIND.is_shown(Where.PAGE):
            by_step[context.refs[key].step].append(context.refs[key])
    return tuple(
        StripStep(
            step,
            tuple(by_step[step.number][:_STRIP_SHOWN]),
            max(0, len(by_step[step.number]) - _STRIP_SHOWN),
            step.number == element.KIND.step,
        )
        for step in STEPS
    )


_ORDER: dict[Side, int] = {"up": 0, "down": 1, "beside": 2}


def _relations(context: Context, element: Element) -> tuple[RelationGroup, ...]:
    """All links of the element, grouped by what they are called; those up the chain first."""
    groups: dict[tuple[Side, str], dict[str, Ref]] = {}
    key = element.id
    for link in context.chain.outgoing.get(key, ()):
        label = context.said(link.relation.forward)
        groups.setdefault((_side(link, key), label), {})[link.target] = context.refs[link.target]
    for link in context.chain.incoming.get(key, ()):
        if isinstance(element, Flow) and link.relation.name == "step-of":
            continue  # the table of steps tells them
        label = context.said(link.relation.backward)
        groups.setdefault((_side(link, key), label), {})[link.source] = context.refs[link.source]
    listed = [RelationGroup(label, side, tuple(refs.values())) for (side, label), refs in groups.items()]
    return tuple(sorted(listed, key=lambda group: _ORDER[group.side]))


def _side(link: Link, key: str) -> Side:
    upper = link.upper_end
    if upper is None:
        return "beside"
    return "down" if upper == key else "up"


def _twins(context: Context, element: Element) -> tuple[Ref, ...]:
    """The other variants of the same flow."""
    if not isinstance(element, Flow) or element.details is None:
        return ()
    found = context.chain.holders(element.details, "details")
    return tuple(context.refs[flow.id] for flow in found if flow.id != element.id)
