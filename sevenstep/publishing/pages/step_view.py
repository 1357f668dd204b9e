"""What the page of one step shows: its question, its pictures, and its elements as a table for each kind."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from sevenstep.chain.coverage import StepCoverage
from sevenstep.method import Step
from sevenstep.model.dates import end_of
from sevenstep.model.element import Element
from sevenstep.model.kinds import SECTION_CLASSES
from sevenstep.model.step1_goals import Challenge, Goal
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step3_architecture import Domain, Function
from sevenstep.model.step4_paths import Actor, Path
from sevenstep.model.step5_scenarios import Group, Scenario
from sevenstep.model.step6_items import Criterion, Item
from sevenstep.model.step7_flows import DataObject, Finding, Flow, Measure, Resource, System
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.analysis_view import goals_table, indicators_table
from sevenstep.publishing.pages.cells import figure_cell, refs_cell, share_cell, word_cell
from sevenstep.publishing.pages.evaluation_view import scores_table
from sevenstep.publishing.views import Cell, Figure, Row, Table
from sevenstep.publishing.words.words import field_name

MOST: Final = 1_000
"""Rows of one table; a longer list is not read on one page."""

Column = tuple[str, Callable[[Context, Any], Cell]]
"""The field that heads a column, and the cell of one element in it."""


@dataclass(frozen=True, slots=True)
class StepView:
    """The page of one step."""

    step: Step
    coverage: StepCoverage
    figures: tuple[Figure, ...]
    tables: tuple[Table, ...]


def _refs(name: str) -> Column:
    def cell(context: Context, element: Element) -> Cell:
        value = getattr(element, name)
        return refs_cell(context, [value] if isinstance(value, str) else list(value or ()))

    return name, cell


def _word(name: str) -> Column:
    return name, lambda context, element: word_cell(context, getattr(element, name))


def _held(head: str, *relations: str) -> Column:
    """The elements that point here by one of the relations."""
    return head, lambda context, element: refs_cell(
        context, [one.id for one in context.chain.holders(element.id, *relations)]
    )


def _baseline(context: Context, indicator: Indicator) -> Cell:
    return figure_cell(context, indicator, indicator.baseline, indicator.unit)


def _target(context: Context, indicator: Indicator) -> Cell:
    """The last target there is."""
    if not indicator.targets:
        return Cell()
    date = max(indicator.targets, key=end_of)
    cell = figure_cell(context, indicator, indicator.targets[date], indicator.unit)
    return Cell(text=f"{cell.text} ({date})", number=True, assumed=cell.assumed)


COLUMNS: Final[dict[type[Element], tuple[Column, ...]]] = {
    Challenge: (_held("answered_by", "answers", "scenario-answers"),),
    Goal: (
        ("horizon", lambda _context, goal: Cell(text=goal.horizon or "")),
        _refs("parent"),
        _refs("answers"),
        _held("measured_by", "measures"),
    ),
    Indicator: (
        _refs("domain"),
        _word("direction"),
        ("baseline", _baseline),
        ("targets", _target),
        _refs("measures"),
        _refs("owner"),
    ),
    Domain: (_held("functions", "in-domain"),),
    Function: (_refs("domain"), _refs("follows"), _refs("drives")),
    Actor: (_word("type"), _refs("parent"), _refs("domains")),
    Path: (_refs("connects"), _held("realized_by", "realizes")),
    Group: (_held("scenarios", "group"),),
    Scenario: (_refs("group"), _refs("realizes"), _refs("answers"), _held("items", "belongs-to")),
    Criterion: (("weight", lambda context, one: share_cell(context, one.weight)), _word("direction")),
    Item: (_refs("scenario"), _refs("depends_on"), _held("flows", "details")),
    Flow: (_word("variant"), _refs("details"), _refs("estimates")),
    DataObject: (_refs("owner"), _word("classification"), _refs("system_of_record")),
    System: (_refs("owner"), _held("keeps", "kept-in")),
    Resource: (
        _refs("actor"),
        ("capacity", lambda _context, one: Cell(text=str(one.capacity), number=True)),
        ("calendar", lambda _context, one: Cell(text=one.calendar or "")),
        _held("needed_by", "needs-resource"),
    ),
    Finding: (_word("type"), _refs("touches"), _held("answered_by", "answers-finding")),
    Measure: (_refs("answers"), _refs("shapes")),
}


def step_view(context: Context, step: Step, names: tuple[str, ...]) -> StepView:
    """Everything that the step's page shows; `names` are its pictures."""
    tables = [kind_table(context, cls) for cls in SECTION_CLASSES if cls.KIND.step == step.number]
    first = _first(context, step)
    return StepView(
        step=step,
        coverage=context.coverage[step.number - 1],
        figures=context.figures_of(names),
        tables=(*first, *(table for table in tables if table.rows)),
    )


def _first(context: Context, step: Step) -> tuple[Table, ...]:
    """What the analysis says of the step as a whole."""
    match step.number:
        case 1:
            found: tuple[Table, ...] = (goals_table(context),)
        case 2:
            found = (indicators_table(context, context.analysis.closure.indicators, "reached"),)
        case 6:
            found = scores_table(context)
        case _:
            found = ()
    return tuple(table for table in found if table.rows)


def kind_table(context: Context, cls: type[Element]) -> Table:
    """The elements of one kind as a list."""
    columns = COLUMNS[cls]
    heads = (context.words["element"], *(field_name(name, context.language) for name, _ in columns))
    rows = tuple(_rows(context, cls, columns))
    note = context.words["shown_first_rows"] if len(rows) > MOST else ""
    return Table(cls.KIND.titles.in_(context.language), cls.KIND.section, heads, rows[:MOST], note)


def _rows(context: Context, cls: type[Element], columns: tuple[Column, ...]) -> Iterator[Row]:
    for element in context.chain.engagement.of(cls):
        first = Cell(refs=(context.refs[element.id],), note=element.id)
        yield Row((first, *(cell(context, element) for _, cell in columns)))
