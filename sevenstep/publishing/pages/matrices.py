"""The matrices: who measures, drives, answers for, reads and writes what."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from sevenstep.analysis.promises import absolute, is_relative, promises
from sevenstep.analysis.units import convert, kind
from sevenstep.analysis.verdict_wording import gap_shown
from sevenstep.analysis.wording import with_sign
from sevenstep.language import Text
from sevenstep.model.element import Element
from sevenstep.model.field import fields_of
from sevenstep.model.quantity import Quantity
from sevenstep.model.relation import Role
from sevenstep.model.step1_goals import Goal
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step3_architecture import Function
from sevenstep.model.step4_paths import Path, Raci
from sevenstep.model.step5_scenarios import Scenario
from sevenstep.model.step7_flows import Activity, DataObject, Flow
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import amount_cell
from sevenstep.publishing.views import Ref

MOST: Final = 150
"""Rows or columns that one matrix shows; more are not read as a matrix."""

Marks = dict[tuple[str, str], set[str]]
"""What stands in each field, by the ids of its row and column."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """A matrix: `marks` holds a field for each row and column.

    Rows and columns without any mark are left out, but for `gaps`: elements that should have one. `cut` says that there
    is more than is shown. `parts` show the same closer, one for each of what they are named after.
    """

    name: str
    title: str
    note: str
    rows: tuple[Ref, ...]
    columns: tuple[Ref, ...]
    marks: tuple[tuple[str, ...], ...]
    cut: bool
    gaps: frozenset[str] = frozenset()
    most: int = MOST
    parts: "tuple[Matrix, ...]" = ()


TITLES: Final[dict[str, Text]] = {
    "goals-indicators": Text(zh="战略目标 × 指标", en="Goals × indicators"),
    "indicators-functions": Text(zh="指标 × 业务环节", en="Indicators × functions"),
    "scenarios-indicators": Text(zh="任务场景 × 指标", en="Scenarios × indicators"),
    "raci": Text(zh="职责矩阵 RACI", en="RACI: functions × actors"),
    "crud": Text(zh="数据读写矩阵", en="Data × flows: created, read, updated"),
}

_Class = type[Element] | None
_EXPECTED: Final[dict[str, tuple[_Class, _Class]]] = {
    "goals-indicators": (Goal, Indicator),
    "indicators-functions": (Indicator, Function),
    "scenarios-indicators": (Scenario, Indicator),
    "raci": (Function, None),
    "crud": (DataObject, None),
}
"""Of which elements each should have a mark in its row, and in its column."""


def matrices(context: Context) -> tuple[Matrix, ...]:
    """The matrices that have anything to show."""
    found = (
        _matrix(context, "goals-indicators", _along(context, "measures")),
        _matrix(context, "indicators-functions", _along(context, "drives")),
        _matrix(context, "scenarios-indicators", _moves(context), context.words["moves_means"]),
        _matrix(context, "raci", _raci(context), context.words["raci_means"]),
        replace(
            _matrix(context, "crud", _crud(context), context.words["crud_means"]), parts=tuple(_by_activity(context))
        ),
    )
    return tuple(matrix for matrix in found if matrix.rows)


def _along(context: Context, relation: str) -> Marks:
    """A dot where an element points to another: the target in the row, the holder in the column."""
    return {(link.target, link.source): {"●"} for link in context.chain.links() if link.relation.name == relation}


def _moves(context: Context) -> Marks:
    """By how much a scenario is to move an indicator; of shares in points, which nobody takes for per cent."""
    return {
        (scenario.id, indicator): {_signed(_moved(context, indicator, change))}
        for scenario in context.chain.engagement.of(Scenario)
        for indicator, change in scenario.changes.items()
    }


def _moved(context: Context, indicator: str, change: Quantity) -> str:
    promise = promises(context.chain).get(indicator)
    if promise is not None and is_relative(change) and kind(promise.unit) == "share" and promise.unit.strip():
        moved = absolute(change, promise.baseline, promise.unit)
        if moved is not None and moved[0] == moved[1]:
            return gap_shown(convert(moved[0], promise.unit, "%"), "%", context.language)
    return amount_cell(context, change, None).text


def _signed(change: str) -> str:
    return with_sign(change)


def _raci(context: Context) -> Marks:
    marks: Marks = defaultdict(set)
    for path in context.chain.engagement.of(Path):
        for function, raci in path.connects.items():
            for field in fields_of(Raci):
                for actor in getattr(raci, field.name):
                    marks[function, actor].add(field.key)
    return marks


def _crud(context: Context) -> Marks:
    """C where a flow writes what it has not read before, U where it has, R where it reads."""
    marks: Marks = defaultdict(set)
    read: set[tuple[str, str]] = set()
    for activity in context.chain.engagement.of(Activity):
        flow = activity.id.rpartition("/")[0]
        for data in activity.reads:
            read.add((data, flow))
            marks[data, flow].add("R")
        for data in activity.writes:
            marks[data, flow].add("U" if (data, flow) in read or "C" in marks[data, flow] else "C")
    return marks


def _by_activity(context: Context) -> Iterator[Matrix]:
    """What each activity of a flow does with its data, flow by flow."""
    for flow in context.chain.engagement.of(Flow):
        marks: Marks = defaultdict(set)
        known: set[str] = set()
        for node in flow.steps.values():
            if isinstance(node, Activity):
                for data in node.reads:
                    marks[data, node.id].add("R")
                known.update(node.reads)
                for data in node.writes:
                    marks[data, node.id].add("U" if data in known else "C")
                known.update(node.writes)
        found = _matrix(context, f"crud-{flow.id}", marks, title=context.refs[flow.id].title)
        if found.rows:
            yield found


_ORDER: Final = "CRUDAI"


def _matrix(context: Context, name: str, marks: Marks, note: str = "", title: str = "") -> Matrix:
    known = {key: said for key, said in marks.items() if key[0] in context.refs and key[1] in context.refs}
    row_class, column_class = _EXPECTED.get(name, (None, None)) if known else (None, None)
    order = {key: at for at, key in enumerate(context.refs)}
    rows, row_gaps = _shown(context, {row for row, _ in known}, row_class)
    columns, column_gaps = _shown(context, {column for _, column in known}, column_class)
    shown_rows = sorted(rows[:MOST], key=order.__getitem__)
    shown_columns = sorted(columns[:MOST], key=order.__getitem__)
    return Matrix(
        name=name,
        title=title or context.said(TITLES[name]),
        note=note,
        rows=context.refs_of(shown_rows),
        columns=context.refs_of(shown_columns),
        marks=tuple(tuple(_said(known.get((row, column))) for column in shown_columns) for row in shown_rows),
        cut=len(rows) > MOST or len(columns) > MOST,
        gaps=row_gaps | column_gaps,
    )


def _shown(context: Context, marked: set[str], cls: _Class) -> tuple[list[str], frozenset[str]]:
    """The elements with a mark and behind them those that lack one, so that a cut leaves what is there; the latter."""
    gaps = [key for key in _expected(context, cls) if key not in marked] if cls else []
    return [key for key in context.refs if key in marked] + gaps, frozenset(gaps)


def _expected(context: Context, cls: type[Element]) -> Iterator[str]:
    """The elements of the class that stand for themselves: not made of parts, and not an accepted gap."""
    chain = context.chain
    for element in chain.engagement.of(cls):
        if context.standings[element.id].accepted is None:
            inside = (link for link in chain.incoming.get(element.id, ()) if link.relation.role is Role.PART_OF)
            if not any(isinstance(chain.elements[link.source], cls) for link in inside):
                yield element.id


def _said(letters: set[str] | None) -> str:
    return "".join(sorted(letters, key=_ORDER.find)) if letters else ""
