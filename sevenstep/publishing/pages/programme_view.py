"""The page of projects: whether dates are kept, the roadmap, money, risks, who answers for what, the ledger."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sevenstep.analysis.choices import Verdict
from sevenstep.analysis.conclusions.goal import indicators_of
from sevenstep.analysis.course.results import DueTarget, IndicatorCourse
from sevenstep.analysis.programme.ledger import LedgerRow, ledger
from sevenstep.analysis.programme.wording import begin_said, end_said, money_shown, month_said
from sevenstep.analysis.verdict_wording import given_shown, stage_value_shown
from sevenstep.diagrams.charts.money.spent import NAME as SPENT
from sevenstep.model.choices import RiskLevel
from sevenstep.model.element import Element
from sevenstep.model.field import field_of, fields_of
from sevenstep.model.frames.project import Project
from sevenstep.model.frames.project_parts import BudgetLine
from sevenstep.model.step1_goals import Goal
from sevenstep.model.step2_indicators import Indicator
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.booking_view import pools_table, units_table
from sevenstep.publishing.pages.card_view import cards_table
from sevenstep.publishing.pages.cells import VERDICT_STYLES, refs_cell
from sevenstep.publishing.pages.lever_view import levers_table
from sevenstep.publishing.pages.measured import number_cell
from sevenstep.publishing.pages.places_view import rollout_table
from sevenstep.publishing.pages.roadmap import Roadmap, roadmap
from sevenstep.publishing.pages.spending_view import spending_tables
from sevenstep.publishing.pages.tables import without_empty_columns
from sevenstep.publishing.views import Cell, Figure, Heading, Ref, Row, Table


@dataclass(frozen=True, slots=True)
class RiskCell:
    """The risks of one chance and effect; `weight` is 1 to 3, the heaviest in the corner where both are severe."""

    chance: str
    effect: str
    weight: int
    risks: tuple[tuple[str, Ref], ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """One line of the tree of who answers: an element, what is said of it, and what stands below."""

    ref: Ref
    note: str
    style: str
    below: tuple["Branch", ...]


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """All that the page shows besides the tables of elements."""

    roadmap: Roadmap | None
    courses: Table | None
    places: Table | None
    delays: Table | None
    money: Table | None
    pools: Table | None
    units: Table | None
    spent: tuple[Figure, ...]
    spending: tuple[Table, ...]
    risks: tuple[tuple[RiskCell, ...], ...]
    tree: tuple[Branch, ...]
    levers: Table | None
    cards: Table | None
    ledger: Table | None

    def toc(self, context: Context) -> tuple[Heading, ...]:
        """What stands on the page, in its order, before the tables of elements."""
        words = context.words
        begin = [Heading(words["roadmap_title"], "roadmap")] if self.roadmap is not None else []
        tables = (self.courses, self.places, self.delays, self.money, *self.spending, self.pools, self.units)
        begin += [Heading(table.title, table.anchor) for table in tables if table is not None]
        begin += [Heading(words["risk_title"], "risks")] if self.risks else []
        begin += [Heading(words["accountable_title"], "accountable")] if self.tree else []
        end = (table for table in (self.levers, self.cards, self.ledger) if table is not None)
        return (*begin, *(Heading(table.title, table.anchor) for table in end))


def programme_view(context: Context) -> ProgrammeView:
    """Everything that the page shows; nothing of what the model does not say."""
    return ProgrammeView(
        roadmap(context),
        _table(courses_table(context)),
        _table(rollout_table(context)),
        _table(_delays(context)),
        _table(_money(context)),
        _table(without_empty_columns(pools_table(context))),
        _table(without_empty_columns(units_table(context))),
        context.figures_of((SPENT,)),
        tuple(without_empty_columns(table) for table in spending_tables(context)),
        _risks(context),
        tuple(_tree(context)),
        _table(without_empty_columns(levers_table(context))),
        _table(without_empty_columns(cards_table(context))),
        _table(_ledger(context)),
    )


def _table(found: Table) -> Table | None:
    return found if found.rows else None


# -- indicators in time --------------------------------------------------------------


def courses_table(context: Context, only: tuple[str, ...] | None = None) -> Table:
    """A row for each target of the indicators that have a course, or of some: what is expected when it is due."""
    words = context.words
    names = ("expected_today", "target_value", "expected_then", "verdict", "met_from", "waits_for_projects")
    found = context.analysis.course.indicators
    rows = tuple(
        Row(tuple(_due_cells(context, one, target)))
        for key, one in found.items()
        if only is None or key in only
        for target in one.targets
    )
    heads = (context.said(Indicator.KIND.title), *(words[name] for name in names))
    return Table(words["courses_title"], "courses", heads, rows, words["courses_note"])


def courses_of(context: Context, element: Element) -> Table:
    """What is expected of an indicator, or of those that measure a goal or a goal below it; no rows for all else."""
    if isinstance(element, Indicator):
        return courses_table(context, (element.id,))
    return courses_table(context, indicators_of(context.chain, element.id) if isinstance(element, Goal) else ())


def _due_cells(context: Context, one: IndicatorCourse, target: DueTarget) -> Iterator[Cell]:
    language, beside = context.language, (target.target,)
    first = one.points[0].value
    yield refs_cell(context, [one.indicator])
    yield number_cell(context, stage_value_shown(first, one.unit, language, beside), first.value, one.unit)
    said = given_shown(target.target, one.unit, language)
    yield number_cell(context, said, target.target.value, one.unit, note=target.day)
    then = stage_value_shown(target.value, one.unit, language, beside)
    yield number_cell(context, then, target.value.value, one.unit)
    yield Cell(text=target.verdict.label.for_language(language), style=VERDICT_STYLES[target.verdict])
    yield _met(context, target)
    yield refs_cell(context, target.waits_for)


def _met(context: Context, target: DueTarget) -> Cell:
    if target.met_on is not None:
        return Cell(text=context.said(begin_said(target.met_on)), sort=float(target.met_on.toordinal()))
    is_missed = target.verdict is Verdict.MISSED
    return Cell(
        text=context.words["never_met" if is_missed else "met_at_start"], sort=float("inf") if is_missed else 0.0
    )


def _delays(context: Context) -> Table:
    words = context.words
    found = [delay for delay in context.analysis.course.delays if delay.lost or delay.moved or delay.pushed]
    months = found[0].months if found else 0
    names = ("delay_lost", "delay_moved", "delay_pushed")
    rows = []
    for delay in found:
        moved = tuple(
            Cell(
                refs=context.refs_of([one.goal]),
                note=words["from_to_day"].format(
                    context.said(month_said(one.planned)), context.said(month_said(one.then))
                ),
            )
            for one in delay.moved
        )
        lost = tuple(Cell(refs=context.refs_of([one.indicator]), note=one.day) for one in delay.lost)
        rows.append(
            Row(
                (
                    refs_cell(context, [delay.project]),
                    Cell(entries=lost, sort=float(len(lost))),
                    Cell(entries=moved, sort=float(len(moved))),
                    refs_cell(context, delay.pushed),
                )
            )
        )
    heads = (context.said(Project.KIND.title), *(words[name] for name in names))
    return without_empty_columns(Table(words["delays_title"].format(months), "delays", heads, tuple(rows)))


# -- money and resources -------------------------------------------------------------


def _money(context: Context) -> Table:
    """A row a year, a column a source; a limit stands below its sum, and is marked where it is passed."""
    words, found = context.words, context.analysis.programme.budget
    funds = list(dict.fromkeys(fund for year in found.years for fund in year.by_fund))
    funds.sort(key=lambda fund: not fund)
    titles = [context.refs[fund].title if fund in context.refs else words["money_unsaid"] for fund in funds]
    largest = max((year.total for year in found.years), default=0.0)

    def cell(amount: float, limit: float | None, bar: float | None = None) -> Cell:
        if not amount and limit is None:
            return Cell(number=True)
        note = words["money_limit"].format(money_shown(limit, found.currency, context.language)) if limit else ""
        style = "is-worse" if limit is not None and amount > limit * (1 + 1e-9) else ""
        said = money_shown(amount, found.currency, context.language)
        return number_cell(context, said, amount, found.currency, note=note, style=style, bar=bar)

    rows = [
        Row(
            (
                Cell(text=str(year.year), sort=float(year.year)),
                *(cell(year.by_fund.get(fund, 0.0), year.limits.get(fund)) for fund in funds),
                cell(year.total, None, year.total / largest if largest else None),
            )
        )
        for year in found.years
    ]
    if rows:
        of_funds = (cell(found.by_fund.get(fund, 0.0), found.limits.get(fund)) for fund in funds)
        rows.append(Row((Cell(text=words["money_in_all"], sort=float("inf")), *of_funds, cell(found.total, None))))
    heads = (context.said(field_of(BudgetLine, "year").label), *titles, words["money_in_all"])
    return Table(words["money_by_year"], "money", heads, tuple(rows))


# -- risks and who answers -----------------------------------------------------------


def _risks(context: Context) -> tuple[tuple[RiskCell, ...], ...]:
    """Rows from the likeliest down, columns by effect; nothing where no project names a risk."""
    levels = list(RiskLevel)
    at: dict[tuple[RiskLevel, RiskLevel], list[tuple[str, Ref]]] = {}
    for project in context.chain.engagement.of(Project):
        for risk in project.risks:
            at.setdefault((risk.chance, risk.effect), []).append((context.said(risk.title), context.refs[project.id]))
    if not at:
        return ()

    def said(level: RiskLevel) -> str:
        return level.label.for_language(context.language)

    return tuple(
        tuple(
            RiskCell(
                context.words["risk_chance"].format(said(chance)),
                context.words["risk_effect"].format(said(effect)),
                min(3, max(1, levels.index(chance) + levels.index(effect))),
                tuple(at.get((chance, effect), ())),
            )
            for effect in levels
        )
        for chance in reversed(levels)
    )


def _tree(context: Context) -> Iterator[Branch]:
    """Goal → indicator → project → units, as far as projects are judged by indicators."""
    judged: dict[str, list[Project]] = {}
    for project in context.chain.engagement.of(Project):
        for key in project.judged_by:
            judged.setdefault(key, []).append(project)
    by_goal: dict[str, list[str]] = {}
    for key in judged:
        goals = [goal.id for goal in context.chain.targets(key, "measures")] if key in context.chain.elements else []
        for goal in goals[:1]:
            by_goal.setdefault(goal, []).append(key)
    for goal, keys in by_goal.items():
        indicators = tuple(
            Branch(context.refs[key], "", "", tuple(_project(context, key, project) for project in judged[key]))
            for key in keys
        )
        yield Branch(context.refs[goal], "", "", indicators)


def _project(context: Context, key: str, project: Project) -> Branch:
    day = str(project.judged_by[key])
    course = context.analysis.course.indicators.get(key)
    target = next((one for one in course.targets if one.day == day), None) if course is not None else None
    note = f"{day} {target.verdict.label.for_language(context.language)}" if target is not None else day
    style = VERDICT_STYLES[target.verdict] if target is not None else ""
    units = tuple(Branch(ref, "", "", ()) for ref in context.refs_of(project.units))
    return Branch(context.refs[project.id], note, style, units)


# -- the ledger ----------------------------------------------------------------------


def _ledger(context: Context) -> Table:
    words, language = context.words, context.language
    labels = {field.name: context.said(field.label) for field in fields_of(Project)}
    rows = []
    for row in ledger(context.chain):
        money = (
            number_cell(context, money_shown(row.money, row.currency, language), row.money, row.currency)
            if row.money is not None
            else Cell(number=True)
        )
        spent = (
            number_cell(context, money_shown(row.spent, row.currency, language), row.spent, row.currency)
            if row.spent is not None
            else Cell(number=True)
        )
        rows.append(
            Row(
                (
                    _entries(refs_cell(context, [row.project]), refs_cell(context, [row.phase])),
                    _entries(*_units(context, row, labels)),
                    _entries(*_time(context, row)),
                    money,
                    spent,
                    _entries(*_standing(context, row)),
                    refs_cell(context, [key for key, _ in row.kpis]),
                    _entries(*(refs_cell(context, keys) for keys in (row.needs, row.resources, row.funds))),
                )
            )
        )
    heads = (
        context.said(Project.KIND.title),
        words["ledger_units"],
        words["ledger_time"],
        words["project_money"],
        words["project_spent"],
        words["ledger_state"],
        labels["judged_by"],
        words["ledger_draws"],
    )
    return without_empty_columns(Table(words["ledger_title"], Project.KIND.section, heads, tuple(rows)))


def _units(context: Context, row: LedgerRow, labels: Mapping[str, str]) -> Iterator[Cell]:
    """Who leads, who answers, who takes part, each below its name."""
    for name, units in (("lead", [row.lead]), ("responsible", row.responsible), ("participants", row.participants)):
        found = refs_cell(context, units)
        if found.refs:
            yield Cell(text=labels[name], style="is-label")
            yield found


def _time(context: Context, row: LedgerRow) -> Iterator[Cell]:
    """From when to when, and how late it may be."""
    begin, end = _day(context, row.begin, is_end=False), _day(context, row.end, is_end=True)
    if begin.text and end.text:
        begin = replace(begin, text=f"{begin.text} –")
    yield begin
    yield end
    if row.slack is not None:
        yield Cell(text=context.words["ledger_slack"].format(row.slack), style="is-label")


def _standing(context: Context, row: LedgerRow) -> Iterator[Cell]:
    """How far it has come, of which day that is, and what comes next."""
    words = context.words
    state = row.state.label.for_language(context.language) if row.state is not None else words["no_record"]
    yield Cell(text=state, style={"late": "is-worse", "done": "is-better"}.get(row.state or "", ""))
    if row.record is not None:
        yield Cell(text=words["ledger_updated"].format(row.record.date), style="is-day")
    if row.next_milestone is not None:
        yield Cell(text=context.said(row.next_milestone.title), note=row.next_milestone.date)


def _entries(*cells: Cell) -> Cell:
    """Several values below one another, as far as there are any; sorted by the first."""
    told = tuple(cell for cell in cells if cell.refs or cell.text)
    if len(told) < 2:
        return told[0] if told else Cell()
    return Cell(entries=told, sort=told[0].sort)


def _day(context: Context, day: date | None, *, is_end: bool) -> Cell:
    if day is None:
        return Cell()
    said = context.said(end_said(day) if is_end else begin_said(day))
    return Cell(text=said, sort=float(day.toordinal()), style="is-day")
