"""Whether the goals are reached: the answer, each target, and what those need that cannot be judged."""

from dataclasses import dataclass, replace
from typing import Final

from sevenstep.analysis.conclusions.needs import all_needs
from sevenstep.analysis.conclusions.outlook import outlook_conclusion
from sevenstep.diagrams.charts.catalogue import of_comparison
from sevenstep.model.choices import Metric
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import refs_cell, source_cell, text_cell
from sevenstep.publishing.pages.comparison_tables import brief_table, comparison_table
from sevenstep.publishing.pages.conclusion_view import ConclusionView, shown_conclusion
from sevenstep.publishing.pages.indicator_tables import goals_table, indicators_table
from sevenstep.publishing.pages.online_view import online_table
from sevenstep.publishing.pages.programme_view import courses_table
from sevenstep.publishing.pages.tables import without_empty_columns
from sevenstep.publishing.views import Cell, Figure, Heading, Row, Table

_LONG: Final = 12
"""Rows of a table that are more than one takes in at a glance."""


@dataclass(frozen=True, slots=True)
class Journey:
    """All items of one journey, as is against to be: which measure takes how much, in short, and in full."""

    figures: tuple[Figure, ...]
    brief: Table
    whole: Table


@dataclass(frozen=True, slots=True)
class OutlookView:
    """The page, from the answer down."""

    conclusion: ConclusionView
    indicators: Table
    courses: Table
    needs: Table
    goals: Table
    journeys: tuple[Journey, ...]
    online: Table

    @property
    def toc(self) -> tuple[Heading, ...]:
        tables = (
            self.courses,
            self.needs,
            self.indicators,
            self.goals,
            *(journey.brief for journey in self.journeys),
            self.online,
        )
        return tuple(Heading(table.title, table.anchor) for table in tables if table.rows)


def outlook_view(context: Context) -> OutlookView:
    """Everything that the page shows."""
    return OutlookView(
        shown_conclusion(context, outlook_conclusion(context.chain, context.analysis)),
        _folded(indicators_table(context, context.analysis.goal_attainment.indicators, "indicators")),
        _folded(courses_table(context)),
        needs_table(context),
        _folded(goals_table(context)),
        tuple(_journeys(context)),
        online_table(context),
    )


def _folded(table: Table) -> Table:
    """The table, folded where it is long: the answer stands above it."""
    return replace(table, folded=len(table.rows) > _LONG)


def needs_table(context: Context) -> Table:
    """What each target needs that cannot be judged, and whom to ask."""
    words = context.words
    heads = (words["indicator"], words["what_it_needs"], words["about_what"], words["ask_whom"])
    rows = tuple(
        Row(
            (
                refs_cell(context, [need.indicator]),
                text_cell(context, need.asked),
                refs_cell(context, need.touches),
                refs_cell(context, need.whom)
                if need.whom
                else Cell(text=words["nobody_named"], style="is-unknown", note=source_cell(context, need.source).text),
            )
        )
        for need in all_needs(context.chain, context.analysis)
    )
    return without_empty_columns(Table(words["needs_title"], "needs", heads, rows, words["needs_note"]))


def _journeys(context: Context) -> list[Journey]:
    found = []
    for comparison in context.analysis.comparisons:
        if comparison.item is not None:
            continue
        names = [name for name in of_comparison(None, comparison.number) if name.endswith(f"-{Metric.LEAD_TIME}")]
        whole = replace(comparison_table(context, comparison), folded=True)
        brief = replace(brief_table(context, comparison), title=whole.title, anchor=f"changes-{comparison.number}")
        title = f"{context.words['full_comparison']} · {whole.title}"
        found.append(Journey(context.figures_of(names), brief, replace(whole, title=title)))
    return found
