"""What the page of a frame shows: what it says in words, its pictures, and its elements as a table for each kind."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.conclusions.appraisal import frame_conclusion
from sevenstep.analysis.conclusions.conclusion import Conclusion
from sevenstep.analysis.conclusions.programme import programme_conclusion
from sevenstep.analysis.results import Analysis
from sevenstep.chain.coverage import elements_by_step
from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import pictures_on
from sevenstep.diagrams.charts.catalogue import of_appraisal
from sevenstep.method import APPRAISAL, FRAMES, PROGRAMME, Step
from sevenstep.model.frames.appraisal import Appraisal
from sevenstep.model.kinds import SECTION_CLASSES
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.conclusion_view import ConclusionView, shown_conclusion
from sevenstep.publishing.pages.step_view import kind_table
from sevenstep.publishing.pages.tables import without_empty_columns
from sevenstep.publishing.views import Figure, Heading, Table

CONCLUDED: Final[Mapping[str, Callable[[Chain, Analysis], Conclusion | None]]] = {
    PROGRAMME.stem: programme_conclusion,
    APPRAISAL.stem: frame_conclusion,
}
"""What frames come to, by their stems."""


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
    kinds = (kind_table(context, cls) for cls in SECTION_CLASSES if cls.KIND.step == frame.number)
    found = CONCLUDED[frame.stem](context.chain, context.analysis) if frame.stem in CONCLUDED else None
    return FrameView(
        frame,
        shown_conclusion(context, found) if found is not None else None,
        (*context.figures_of(pictures_on(frame.number)), *_charts(context, frame)),
        tuple(without_empty_columns(table) for table in kinds if table.rows),
    )


def _charts(context: Context, frame: Step) -> tuple[Figure, ...]:
    """Charts of an element that is the only one of its frame: of several each page shows its own."""
    appraisals = list(context.chain.engagement.of(Appraisal)) if frame == APPRAISAL else []
    return context.figures_of(of_appraisal(appraisals[0].id)) if len(appraisals) == 1 else ()
