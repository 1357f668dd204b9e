"""What was spent against what was budgeted: project by project, and year by year with the source of the money."""

from collections.abc import Iterable

from sevenstep.analysis.programme.results import Beyond
from sevenstep.analysis.programme.wording import money_shown
from sevenstep.analysis.wording import shown_share
from sevenstep.model.field import field_of
from sevenstep.model.frames.project import Project
from sevenstep.model.frames.project_parts import BudgetLine
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import refs_cell
from sevenstep.publishing.pages.measured import number_cell, share_number
from sevenstep.publishing.views import Cell, Row, Table


def spending_tables(context: Context) -> Iterable[Table]:
    """Nothing where no project says what it has spent."""
    return (_by_project(context), _by_year(context)) if context.analysis.programme.spending.total else ()


def _by_project(context: Context) -> Table:
    """A row for each project with money, those that spent beyond it marked."""
    words, found, budget = context.words, context.analysis.programme.spending, context.analysis.programme.budget
    keys = [one.id for one in context.chain.engagement.of(Project)]
    keys = [key for key in keys if key in budget.by_project or key in found.by_project]
    rows = tuple(
        Row(
            (
                refs_cell(context, [key]),
                *_against(context, budget.by_project.get(key), found.by_project.get(key), _beyond(context, key)),
            )
        )
        for key in keys
    )
    whole = Row(
        (
            Cell(text=words["money_in_all"], sort=float("inf")),
            *_against(context, budget.total or None, found.total, ()),
        )
    )
    heads = ("project_money", "project_spent", "spending_part", "spending_left")
    title = context.said(Project.KIND.title)
    return Table(words["spending_title"], "spending", (title, *(words[head] for head in heads)), (*rows, whole))


def _against(
    context: Context, given: float | None, spent: float | None, beyond: tuple[Beyond, ...]
) -> tuple[Cell, ...]:
    """The budget, what was spent of it, which part that is, and what is left; what nobody records is no nought."""
    words = context.words
    notes = [
        words["spending_over"].format(_shown(context, one.over))
        + (f" · {words['spending_until'].format(one.year)}" if one.year else "")
        for one in beyond
    ]
    style = "is-worse" if beyond else ""
    part = spent / given if spent is not None and given else None
    return (
        _money(context, given),
        _money(context, spent, style=style, note="; ".join(notes))
        if spent is not None
        else Cell(text=words["spending_none"]),
        share_number(context, part, shown_share(part), bar=min(part, 1.0), style=style)
        if part is not None
        else Cell(number=True),
        _money(context, given - spent if given is not None and spent is not None else None),
    )


def _by_year(context: Context) -> Table:
    """A row a year, a column a source of money."""
    words, found = context.words, context.analysis.programme.spending
    budget = {year.year: year.total for year in context.analysis.programme.budget.years}
    funds = sorted(found.by_fund, key=lambda fund: not fund)
    titles = [context.refs[fund].title if fund in context.refs else words["money_unsaid"] for fund in funds]
    over = {(one.element, one.year): one for one in found.beyond}

    def cell(fund: str, year: int | None, amount: float | None) -> Cell:
        beyond = over.get((fund, year))
        note = words["spending_over"].format(_shown(context, beyond.over)) if beyond is not None else ""
        return _money(context, amount, style="is-worse" if beyond is not None else "", note=note)

    rows = [
        Row(
            (
                Cell(text=str(year), sort=float(year)),
                *(cell(fund, year, found.years.get(year, {}).get(fund)) for fund in funds),
                _money(context, sum(found.years.get(year, {}).values())),
                _money(context, budget.get(year)),
            )
        )
        for year in sorted({*found.years, *budget})
    ]
    rows.append(
        Row(
            (
                Cell(text=words["money_in_all"], sort=float("inf")),
                *(cell(fund, None, found.by_fund[fund]) for fund in funds),
                _money(context, found.total),
                _money(context, sum(budget.values()) or None),
            )
        )
    )
    heads = (context.said(field_of(BudgetLine, "year").label), *titles)
    heads = (*heads, words["project_spent"], words["project_money"])
    return Table(words["spending_by_year"], "spending-by-year", heads, tuple(rows))


def _beyond(context: Context, key: str) -> tuple[Beyond, ...]:
    return tuple(one for one in context.analysis.programme.spending.beyond if one.element == key)


def _money(context: Context, amount: float | None, *, style: str = "", note: str = "") -> Cell:
    if amount is None:
        return Cell(number=True)
    currency = context.analysis.programme.spending.currency
    return number_cell(context, _shown(context, amount), amount, currency, style=style, note=note)


def _shown(context: Context, amount: float) -> str:
    return money_shown(amount, context.analysis.programme.spending.currency, context.language)
