"""What stands before and after the seven steps, a stop each, and elements of it that the author wants seen."""

from collections.abc import Iterator
from dataclasses import replace

from sevenstep.analysis.choices import Verdict
from sevenstep.analysis.conclusions.of_element import conclusion_of
from sevenstep.analysis.outcomes import outcomes
from sevenstep.chain.pictures import pictures_on
from sevenstep.diagrams.charts.catalogue import of_element
from sevenstep.method import APPRAISAL, ASSESSMENT, BLUEPRINT, DECISION, OUTCOMES, PROGRAMME, Step, stage
from sevenstep.model.choices import StoryPart
from sevenstep.model.element import Element
from sevenstep.model.frames.appraisal import Appraisal
from sevenstep.model.frames.assessment import Assessment
from sevenstep.model.frames.decision import Decision
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.appraisal_view import appraisal_tables
from sevenstep.publishing.pages.assessment_view import assessment_tables
from sevenstep.publishing.pages.decision_view import decision_tables
from sevenstep.publishing.pages.frame_view import CONCLUDED
from sevenstep.publishing.pages.outcomes_view import outcomes_table
from sevenstep.publishing.pages.programme_view import courses_table
from sevenstep.publishing.pages.story.aims import MOST_ROWS
from sevenstep.publishing.pages.story.narration import narrated
from sevenstep.publishing.pages.story.stop import Stop
from sevenstep.publishing.pages.tables import without_empty_columns
from sevenstep.publishing.views import Table

_MOST_TILES = 4


def standing(context: Context) -> Stop | None:
    """Where the client stands, against whom."""
    return _stop(context, ASSESSMENT, StoryPart.STANDING, list(context.chain.engagement.of(Assessment)))


def choice(context: Context) -> Stop | None:
    """Which way is chosen."""
    return _stop(context, DECISION, StoryPart.CHOICE, list(context.chain.engagement.of(Decision)))


def schedule(context: Context) -> Stop | None:
    """Whether targets are reached in time; those that are missed first."""
    stop = _stop(context, PROGRAMME, StoryPart.SCHEDULE, [])
    if stop is None:
        return None
    table = courses_table(context)
    verdicts = [target.verdict for one in context.analysis.course.indicators.values() for target in one.targets]
    turn = sorted(range(len(table.rows)), key=lambda at: verdicts[at] is not Verdict.MISSED)
    return replace(stop, table=_short(replace(table, rows=tuple(table.rows[at] for at in turn))))


def worth(context: Context) -> Stop | None:
    """Whether it pays, and whether loans can be paid back."""
    return _stop(context, APPRAISAL, StoryPart.WORTH, list(context.chain.engagement.of(Appraisal)))


def blueprint(context: Context) -> Stop | None:
    """What the design runs on."""
    stop = _stop(context, BLUEPRINT, None, [])
    return replace(stop, figures=pictures_on(BLUEPRINT.number)) if stop is not None else None


def kept(context: Context) -> Stop | None:
    """What came of what was promised; nothing as long as nothing is known of any promise."""
    if all(outcome.verdict is Verdict.UNKNOWN for outcome in outcomes(context.chain, context.analysis)):
        return None
    stop = _stop(context, OUTCOMES, StoryPart.OUTCOMES, [])
    return replace(stop, table=_short(outcomes_table(context))) if stop is not None else None


def seen(context: Context, element: Element) -> Stop | None:
    """An element that stands before or after the steps, by what it comes to; None for all others."""
    if not stage(element.KIND.step).is_frame:
        return None
    ref = context.refs[element.id]
    found = conclusion_of(context.chain, context.analysis, element)
    tables = (_short(table) for table in _tables(context, element))
    stop = Stop("", ref.kind_title, found.headline if found is not None else element.title, ref.url, ref.step)
    return replace(
        stop,
        lead=found.lead if found is not None else (),
        said=narrated(context, element.narration or (element.description if found is None else None)),
        figures=_charts(context, element),
        tiles=found.figures[:_MOST_TILES] if found is not None and not isinstance(element, Decision) else (),
        table=next(tables, None),
    )


def _stop(context: Context, frame: Step, part: StoryPart | None, elements: list[Element]) -> Stop | None:
    """What the frame comes to; where it is about a single element, with the figures of that."""
    found = CONCLUDED[frame.stem](context.chain, context.analysis)
    if found is None:
        return None
    charts = tuple(name for element in elements for name in _charts(context, element))
    tables = (_short(table) for element in elements for table in _tables(context, element))
    return Stop(
        part or "",
        context.said(frame.title),
        found.headline,
        f"{frame.stem}.html",
        frame.number,
        lead=found.lead,
        figures=charts,
        tiles=found.figures[:_MOST_TILES],
        table=next(tables, None),
    )


def _charts(context: Context, element: Element) -> tuple[str, ...]:
    """Of a decision the options side by side say more than any chart."""
    return of_element(context.chain, element) if not isinstance(element, Decision) else ()


def _tables(context: Context, element: Element) -> Iterator[Table]:
    match element:
        case Assessment():
            yield from assessment_tables(context, element)
        case Decision():
            yield from decision_tables(context, element)
        case Appraisal():
            yield from appraisal_tables(context, element)
        case _:
            table = outcomes_table(context)
            rows = tuple(row for row in table.rows if any(ref.id == element.id for ref in row.cells[0].refs))
            if rows:
                yield without_empty_columns(replace(table, rows=rows))


def _short(table: Table) -> Table:
    """What of a table can be read from the back of a room."""
    return replace(table, title="", note="", rows=table.rows[:MOST_ROWS])
