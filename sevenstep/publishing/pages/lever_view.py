"""Money and effect by lever, as a table."""

from sevenstep.analysis.programme.levers import LeverState, levers
from sevenstep.analysis.programme.wording import money_shown
from sevenstep.analysis.wording import shown_difference, shown_share
from sevenstep.model.choices import Metric
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import refs_cell
from sevenstep.publishing.pages.measured import number_cell
from sevenstep.publishing.views import Cell, Row, Table


def levers_table(context: Context) -> Table:
    """A row a lever: who takes hold of it, for how much money, and what that does; no rows where none is named."""
    words, found = context.words, context.analysis.programme
    states = levers(context.chain, found, context.analysis.comparisons)
    heads = ("lever", "lever_measures", "project_money", "project_spent", "lever_hours", "lever_cost", "lever_says")
    whole = sum(state.money for state in states)
    rows = tuple(_row(context, state, whole, found.budget.currency) for state in states)
    return Table(words["levers_title"], "levers", tuple(words[head] for head in heads), rows, words["levers_note"])


def _row(context: Context, state: LeverState, whole: float, currency: str) -> Row:
    words, language = context.words, context.language

    def money(amount: float, unit: str) -> Cell:
        return number_cell(context, money_shown(amount, unit, language), amount, unit) if amount else Cell(number=True)

    title = context.said(state.lever.label) if state.lever is not None else words["lever_unsaid"]
    part = state.money / whole if whole else 0.0
    budget = number_cell(
        context, money_shown(state.money, currency, language), state.money, currency, note=shown_share(part), bar=part
    )

    def saved(metric: Metric, amount: float, unit: str) -> Cell:
        if abs(amount) <= _NONE:
            return Cell(number=True)
        said = shown_difference(metric, -amount, language, state.currency)
        return number_cell(context, said, -amount, unit, style="is-better" if amount > 0 else "is-worse")

    return Row(
        (
            Cell(text=title),
            refs_cell(context, state.measures),
            budget if state.money else Cell(number=True),
            money(state.spent, currency),
            saved(Metric.LEAD_TIME, state.hours, "h"),
            saved(Metric.COST, state.cost, state.currency),
            _says(context, state),
        )
    )


_NONE = 1e-9


def _says(context: Context, state: LeverState) -> Cell:
    """Money without effect, or nobody at all."""
    moves = abs(state.hours) > _NONE or abs(state.cost) > _NONE
    if state.money and not moves:
        return Cell(text=context.words["lever_no_effect"], style="is-worse")
    if not state.measures and not state.projects:
        return Cell(text=context.words["lever_nobody"], style="is-unsettled")
    return Cell()
