"""What the page of one element shows."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from sevenstep.diagrams.charts.catalogue import of_element
from sevenstep.method import Step, stage
from sevenstep.model.choices import Metric
from sevenstep.model.element import Element
from sevenstep.model.frames.assessment import Assessment
from sevenstep.model.frames.decision import Decision
from sevenstep.model.links import Link
from sevenstep.model.step4_paths import Actor
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Flow
from sevenstep.publishing.context import Context, other, prose
from sevenstep.publishing.pages.analysis_view import tables_of
from sevenstep.publishing.pages.assessment_view import assessment_tables
from sevenstep.publishing.pages.blueprint_view import connections_of
from sevenstep.publishing.pages.cells import source_cell, tag_titles, word_cell
from sevenstep.publishing.pages.changes_view import Change, change_of
from sevenstep.publishing.pages.comparison_tables import brief_table
from sevenstep.publishing.pages.conclusion_view import ConclusionView, conclusion_view
from sevenstep.publishing.pages.decision_view import decision_tables
from sevenstep.publishing.pages.facts import facts
from sevenstep.publishing.pages.finding_view import findings_at
from sevenstep.publishing.pages.flow_tabs import with_tabs
from sevenstep.publishing.pages.neighbourhood import strip
from sevenstep.publishing.pages.online_view import online_of
from sevenstep.publishing.pages.partners_view import exchanges_of
from sevenstep.publishing.pages.places_view import rollout_of
from sevenstep.publishing.pages.programme_view import courses_of
from sevenstep.publishing.pages.raci_view import RELATIONS
from sevenstep.publishing.pages.reason import reason
from sevenstep.publishing.pages.review_view import NoteView, notes_on
from sevenstep.publishing.pages.tables import tables
from sevenstep.publishing.pages.verdict_view import EvaluatedItem, evaluated
from sevenstep.publishing.problems import source_link
from sevenstep.publishing.views import (
    Cell,
    Fact,
    Figure,
    Html,
    Problem,
    Reason,
    Ref,
    RelationGroup,
    Side,
    StripStep,
    Table,
)


@dataclass(frozen=True, slots=True)
class LeadingParts:
    """What follows the conclusion at once: the pictures, and the tables of what changes."""

    figures: tuple[Figure, ...] = ()
    tables: tuple[Table, ...] = ()
    folded: tuple[Figure, ...] = ()
    """Charts for those who want to see more."""


@dataclass(frozen=True, slots=True)
class ElementView:
    """The page of one element."""

    ref: Ref
    step: Step
    other_title: str
    owner: Ref | None
    status: Cell
    change: Change | None
    tags: tuple[str, ...]
    conclusion: ConclusionView | None
    leading: LeadingParts
    evaluated: EvaluatedItem | None
    description: Html | None
    facts: tuple[Fact, ...]
    tables: tuple[Table, ...]
    source: Cell
    reason: Reason
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
    shown = parts_of(context, element, with_tabs(context, element, context.figures_of(figures)))
    return ElementView(
        ref=context.refs[key],
        step=stage(element.KIND.step),
        other_title=said if said != context.refs[key].title else "",
        owner=context.refs.get(element.owner or ""),
        status=word_cell(context, element.status),
        change=change_of(context, key),
        tags=tag_titles(context, element),
        conclusion=shown.conclusion,
        leading=shown.leading,
        evaluated=_evaluated(context, element),
        description=prose(context, element.description),
        facts=facts(context, element),
        tables=shown.tables,
        source=source_cell(context, element.source),
        reason=reason(context, key),
        strip=_strip(context, element),
        relations=_relations(context, element),
        figures=shown.figures,
        analysis=shown.analysis,
        charts=shown.charts,
        computed=_computed(context, key, folded=shown.conclusion is not None),
        twins=_twins(context, element),
        findings=tuple(context.refs[finding.id] for finding in context.chain.holders(key, "touches")),
        problems=context.problems_on.get(key, ()),
        notes=notes_on(context, key),
        gap=context.words["not_covered"] if standing.covered is False and standing.accepted is None else "",
        accepted=context.said(standing.accepted.reason) if standing.accepted is not None else "",
        place=f"{file}:{line}" if line else file,
        place_link=source_link(context.header.settings.repository, file, line),
    )


def _strip(context: Context, element: Element) -> tuple[StripStep, ...]:
    """Its place in the chain; of what frames the chain only where the chain leads anywhere from it."""
    found = strip(context, element)
    return found if not stage(element.KIND.step).is_frame or any(part.refs for part in found) else ()


@dataclass(frozen=True, slots=True)
class _Parts:
    """The pictures, charts and tables of a page, by where they stand."""

    conclusion: ConclusionView | None
    leading: LeadingParts
    figures: tuple[Figure, ...]
    charts: tuple[Figure, ...]
    analysis: tuple[Table, ...]
    tables: tuple[Table, ...]


def parts_of(context: Context, element: Element, figures: tuple[Figure, ...]) -> _Parts:
    """Where nothing is concluded, all stands in the order of old; else the pictures and what changes come first, and
    what only some want to see is folded."""
    beside = (
        *(courses_of(context, element), rollout_of(context, element)),
        *(exchanges_of(context, element), online_of(context, element)),
    )
    analysis = (*tables_of(context, element), *(table for table in beside if table.rows))
    analysis = (*analysis, *connections_of(context, element))
    charts = context.figures_of(of_element(context.chain, element))
    own = tables(context, element)
    words = {"comparison": context.words["full_comparison"]}
    concluded = conclusion_view(context, element)
    if concluded is None:
        return _Parts(None, LeadingParts(), figures, charts, analysis, own)
    brief = _brief(context, element)
    told = tuple(table for table in analysis if table.anchor not in _FOLDED)
    folded = tuple(
        replace(table, folded=True, title=words.get(table.anchor, table.title))
        for table in analysis
        if table.anchor in _FOLDED
    )
    first, more = _charts(context, element, charts)
    leading = LeadingParts((*figures, *first), (*brief, *told), more)
    return _Parts(concluded, leading, (), (), folded, tuple(replace(table, folded=True) for table in own))


def _brief(context: Context, element: Element) -> tuple[Table, ...]:
    """What changes, in short; of a flow that of its item. Of an assessment its factors, of a decision its options."""
    if isinstance(element, Assessment):
        return assessment_tables(context, element)
    if isinstance(element, Decision):
        return decision_tables(context, element)
    key = element.details if isinstance(element, Flow) else element.id if isinstance(element, Item) else None
    found = [comparison for comparison in context.analysis.comparisons if key is not None and comparison.item == key]
    if isinstance(element, Flow):
        found = [comparison for comparison in found if element.id in (*comparison.before, *comparison.after)]
    return tuple(table for comparison in found if (table := brief_table(context, comparison)).rows)


_FOLDED: Final = frozenset({"metrics", "required", "comparison"})
"""Tables that say in full what the conclusion says in short."""


def _charts(
    context: Context, element: Element, charts: tuple[Figure, ...]
) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """The charts that say more than figures and table do, and those that are folded.

    Of a flow the ribbon tells where its time goes. Of an item what each measure takes from the lead time is drawn where
    there are several.
    """
    if isinstance(element, Flow):
        return (), tuple(chart for chart in charts if chart.name.startswith("chart/lead-time/"))
    if isinstance(element, Item):
        compared = next((found for found in context.analysis.comparisons if found.item == element.id), None)
        lead = next((one for one in compared.differences if one.metric == Metric.LEAD_TIME), None) if compared else None
        several = lead is not None and len(lead.shares) > 1
        return tuple(chart for chart in charts if several and chart.name.endswith(f"-{Metric.LEAD_TIME}")), ()
    return charts, ()


def _computed(context: Context, key: str, *, folded: bool) -> Table | None:
    """What the analysis finds at it; folded behind a conclusion, which tells the gist."""
    found = findings_at(context, key)
    return replace(found, folded=folded) if found is not None else None


def _evaluated(context: Context, element: Element) -> EvaluatedItem | None:
    """The verdicts on an item."""
    return evaluated(context, context.analysis.evaluations[element.id]) if isinstance(element, Item) else None


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
        if isinstance(element, Actor) and link.relation.name in RELATIONS:
            continue  # the table of its paths tells them
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
