"""What the page of a frame shows: what it says in words, its pictures, and its elements as a table for each kind."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from sevenstep.analysis.conclusions.appraisal import frame_conclusion
from sevenstep.analysis.conclusions.assessment import frame_conclusion as assessments_conclusion
from sevenstep.analysis.conclusions.blueprint import blueprint_conclusion
from sevenstep.analysis.conclusions.conclusion import Conclusion
from sevenstep.analysis.conclusions.decision import frame_conclusion as decisions_conclusion
from sevenstep.analysis.conclusions.outcomes import outcomes_conclusion
from sevenstep.analysis.conclusions.programme import programme_conclusion
from sevenstep.analysis.results import Analysis
from sevenstep.chain.coverage import elements_by_step
from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import pictures_on
from sevenstep.diagrams.charts.catalogue import of_element
from sevenstep.method import APPRAISAL, ASSESSMENT, BLUEPRINT, DECISION, FRAMES, OUTCOMES, PROGRAMME, Step
from sevenstep.model.element import Element
from sevenstep.model.frames.appraisal import Appraisal
from sevenstep.model.frames.assessment import Assessment
from sevenstep.model.frames.decision import Decision
from sevenstep.model.frames.factor import Factor
from sevenstep.model.frames.interface import Interface
from sevenstep.model.frames.layer import Layer
from sevenstep.model.frames.scale import Scale
from sevenstep.model.kinds import SECTION_CLASSES
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.appraisal_view import appraisal_tables, appraisals_table
from sevenstep.publishing.pages.assessment_view import assessment_tables
from sevenstep.publishing.pages.blueprint_view import blueprint_tables
from sevenstep.publishing.pages.conclusion_view import ConclusionView, shown_conclusion
from sevenstep.publishing.pages.decision_view import decision_tables
from sevenstep.publishing.pages.outcomes_view import outcomes_table
from sevenstep.publishing.pages.step_view import kind_table
from sevenstep.publishing.pages.tables import without_empty_columns
from sevenstep.publishing.views import Figure, Heading, Table

CONCLUDED: Final[Mapping[str, Callable[[Chain, Analysis], Conclusion | None]]] = {
    ASSESSMENT.stem: assessments_conclusion,
    DECISION.stem: decisions_conclusion,
    BLUEPRINT.stem: blueprint_conclusion,
    PROGRAMME.stem: programme_conclusion,
    APPRAISAL.stem: frame_conclusion,
    OUTCOMES.stem: outcomes_conclusion,
}
"""What frames come to, by their stems."""
_CHARTED: Final[Mapping[Step, type[Element]]] = {ASSESSMENT: Assessment, DECISION: Decision, APPRAISAL: Appraisal}
"""The kind of a frame whose elements have charts."""
_MOST_CHARTS: Final = 4
"""Charts of several elements on the page of their frame; each element's page has its own."""
_FOLDED: Final = frozenset({Factor, Scale, Layer, Interface})
"""Kinds that other tables or pictures of the page tell of; of projects the page tells all in its own way."""


@dataclass(frozen=True, slots=True)
class FrameView:
    """The page of one frame: the answer first, then its pictures, then tables."""

    step: Step
    conclusion: ConclusionView | None
    figures: tuple[Figure, ...]
    tables: tuple[Table, ...]

    @property
    def toc(self) -> tuple[Heading, ...]:
        """What stands beside the page."""
        return tuple(Heading(table.title, table.anchor) for table in self.tables)


def frames_of(context: Context) -> tuple[Step, ...]:
    """The frames that the model says anything of, in the order in which they are done."""
    there = elements_by_step(context.chain)
    return tuple(frame for frame in FRAMES if there[frame.number])


def frame_view(context: Context, frame: Step) -> FrameView:
    """Everything that the page of the frame shows."""
    found = CONCLUDED[frame.stem](context.chain, context.analysis) if frame.stem in CONCLUDED else None
    return FrameView(
        frame,
        shown_conclusion(context, found) if found is not None else None,
        (*context.figures_of(pictures_on(frame.number)), *_charts(context, frame)),
        (*_told(context, frame), *_kinds(context, frame)),
    )


def _kinds(context: Context, frame: Step) -> Iterator[Table]:
    """The elements of the frame, a table a kind."""
    for cls in SECTION_CLASSES:
        if cls.KIND.step == frame.number and (table := kind_table(context, cls)).rows:
            yield replace(without_empty_columns(table), folded=cls in _FOLDED or frame == PROGRAMME)


def _charts(context: Context, frame: Step) -> tuple[Figure, ...]:
    """All charts of an element that is the only one of its frame; of several the first of each, under its title."""
    cls = _CHARTED.get(frame)
    elements = list(context.chain.engagement.of(cls)) if cls is not None else []
    drawn = [context.figures_of(of_element(context.chain, element)) for element in elements]
    if len(elements) == 1:
        return drawn[0]
    return tuple(
        replace(figures[0], title=f"{context.said(element.title)} · {figures[0].title}")
        for element, figures in zip(elements[:_MOST_CHARTS], drawn, strict=False)
        if figures
    )


def _told(context: Context, frame: Step) -> Iterator[Table]:
    """What each element comes to, as a table; where there are several, under its title."""
    if frame == OUTCOMES:
        yield without_empty_columns(outcomes_table(context))
    assessments = list(context.chain.engagement.of(Assessment)) if frame == ASSESSMENT else []
    decisions = list(context.chain.engagement.of(Decision)) if frame == DECISION else []
    for one in assessments:
        yield from _titled(context, one, assessment_tables(context, one), several=len(assessments) > 1)
    for other in decisions:
        yield from _titled(context, other, decision_tables(context, other), several=len(decisions) > 1)
    if frame == APPRAISAL:
        yield from _appraised(context)
    if frame == BLUEPRINT:
        yield from blueprint_tables(context)


def _appraised(context: Context) -> Iterator[Table]:
    """The tables of the one appraisal, or all appraisals side by side."""
    elements = list(context.chain.engagement.of(Appraisal))
    if len(elements) == 1:
        yield from appraisal_tables(context, elements[0])
    elif (table := appraisals_table(context, elements)).rows:
        yield table


def _titled(context: Context, element: Element, tables: tuple[Table, ...], *, several: bool) -> Iterator[Table]:
    for table in tables:
        yield replace(table, title=f"{context.said(element.title)} · {table.title}") if several else table
