"""What the page of an appraisal tells in tables: results, year by year, line by line, party by party, loans."""

from collections.abc import Sequence

from sevenstep.analysis.appraisal.present_value import present_value, running_sum
from sevenstep.analysis.appraisal.results import AppraisalState, LoanState, Stream, Worth
from sevenstep.analysis.appraisal.wording import money_shown, rate_shown, ratio_shown, year_said, years_shown
from sevenstep.analysis.conclusions.appraisal import interest_while_building, kinds_of, state_of
from sevenstep.analysis.wording import shown_number
from sevenstep.model.frames.appraisal import Appraisal
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import refs_cell, text_cell
from sevenstep.publishing.pages.measured import number_cell
from sevenstep.publishing.pages.tables import without_empty_columns
from sevenstep.publishing.views import Cell, Row, Table


def appraisal_tables(context: Context, appraisal: Appraisal) -> tuple[Table, ...]:
    """The tables of one appraisal, as far as there is anything in them."""
    state = state_of(context.analysis, appraisal.id)
    if state is None or not state.streams:
        return ()
    found = (
        results_table(context, state),
        years_table(context, state),
        lines_table(context, state),
        parties_table(context, state),
        loans_table(context, state),
    )
    return tuple(table for table in found if table.rows)


def appraisals_table(context: Context, appraisals: Sequence[Appraisal]) -> Table:
    """A row an appraisal: what it comes to, and whether loans can be paid in the worst year."""
    words = context.words
    rows = []
    for appraisal in appraisals:
        state = state_of(context.analysis, appraisal.id)
        if state is None or not state.streams:
            continue
        found = state.coverage
        is_due = found is not None and found.lowest is not None
        covered = _ratio(found.lowest, found.limit or 1.0) if found is not None and is_due else Cell("")
        rows.append(Row((refs_cell(context, (appraisal.id,)), *_worth(context, state, state.worth), covered)))
    heads = ("cash_appraisal", "cash_worth", "cash_return", "cash_payback", "cash_discounted_payback", "cash_ratio")
    titles = (*(words[head] for head in heads), words["cash_lowest"])
    return without_empty_columns(Table(words["cash_side_by_side"], "money-appraisals", titles, tuple(rows)))


def money_cell(
    context: Context, amount: float, state: AppraisalState, style: str = "", beside: Sequence[float] = ()
) -> Cell:
    """A sum, in one scale with those `beside` it."""
    said = money_shown(amount, state.currency, context.language, tuple(other for other in beside if other))
    return number_cell(context, said, amount, state.currency, style=style)


def results_table(context: Context, state: AppraisalState) -> Table:
    """What it comes to, with all ranges in the middle, at their ends, and for who borrows."""
    words = context.words
    cases = (
        ("cash_worst", state.worst),
        ("cash_middle", state.worth),
        ("cash_best", state.best),
        ("cash_own", state.own),
    )
    rows = tuple(Row((Cell(words[name]), *_worth(context, state, worth))) for name, worth in cases if worth is not None)
    heads = ("cash_case", "cash_worth", "cash_return", "cash_payback", "cash_discounted_payback", "cash_ratio")
    return Table(words["cash_cases"], "money-results", tuple(words[head] for head in heads), rows)


def _worth(context: Context, state: AppraisalState, worth: Worth) -> tuple[Cell, ...]:
    words = context.words
    rates = words["list_joint"].join(rate_shown(rate) for rate in worth.rates) or words["cash_none"]
    backs = (
        years_shown(years, context.language) if years is not None else words["cash_never"]
        for years in (worth.payback, worth.discounted_payback)
    )
    ratio = ratio_shown(worth.benefit_cost) if worth.benefit_cost is not None else "–"
    style = "is-worse" if worth.present_value < 0 else ""
    return (
        money_cell(context, worth.present_value, state, style=style),
        Cell(rates, number=True, sort=worth.rates[0] if worth.rates else None),
        *(Cell(back, number=True) for back in backs),
        Cell(ratio, number=True, sort=worth.benefit_cost),
    )


def years_table(context: Context, state: AppraisalState) -> Table:
    """A row a year: what goes out, what comes in, what is left, and what loans ask for."""
    words, count = context.words, len(state.years)
    kinds = kinds_of(state)
    columns = [state.of(kind) for kind in kinds]
    net, totals = state.worth.net, running_sum(state.worth.net)
    heads = [words["cash_year"], *(context.said(kind.label) for kind in kinds), words["cash_net"]]
    heads.append(words["cash_running"])
    found = state.coverage
    if found is not None:
        heads += [words["cash_due"], words["cash_covered"]]
    rows = []
    for year in range(count):
        cells = [Cell(context.said(year_said(state, year)), sort=float(state.years[year]))]
        cells += [_sum(context, year, column, state) for column in columns]
        cells += [money_cell(context, column[year], state, beside=column) for column in (net, totals)]
        if found is not None:
            cells.append(_sum(context, year, found.due, state))
            cells.append(_ratio(found.ratios[year], found.limit or 1.0))
        rows.append(Row(tuple(cells)))
    return Table(words["cash_by_year"], "money-by-year", tuple(heads), tuple(rows))


def _sum(context: Context, year: int, column: Sequence[float], state: AppraisalState) -> Cell:
    """A sum of a column, or a dash where there is none."""
    return money_cell(context, column[year], state, beside=column) if column[year] else Cell("–", number=True)


def _ratio(ratio: float | None, limit: float) -> Cell:
    if ratio is None:
        return Cell("–", number=True)
    return Cell(ratio_shown(ratio), number=True, sort=ratio, style="is-worse" if ratio < limit - 1e-9 else "")


def lines_table(context: Context, state: AppraisalState) -> Table:
    """A row a line: what it is worth, and what it is computed from."""
    words = context.words
    rows = tuple(_line(context, state, stream) for stream in state.streams)
    heads = ("cash_line", "cash_kind", "cash_worth", "cash_from", "cash_how")
    return Table(words["cash_lines"], "money-lines", tuple(words[head] for head in heads), rows)


def _line(context: Context, state: AppraisalState, stream: Stream) -> Row:
    words = context.words
    worths = [present_value(end, state.discount) for end in (stream.low, stream.middle, stream.high)]
    said = money_shown(worths[1], state.currency, context.language)
    if stream.is_range:
        ends = [money_shown(worth, state.currency, context.language, (worths[0], worths[2])) for worth in worths[::2]]
        joint = " 至 " if context.language == "zh" else " to "
        said = joint.join(ends)
    how = words["list_joint"].join(
        words["cash_saving_how"].format(
            money_shown(basis.per_case[1], state.currency, context.language),
            shown_number(basis.cases, "", context.language),
        )
        for basis in stream.bases
    )
    assumed = words["assumed"] if stream.is_assumed else None
    return Row(
        (
            text_cell(context, stream.title),
            Cell(context.said(stream.kind.label)),
            number_cell(context, said, worths[1], state.currency, low=worths[0], high=worths[2], assumed=assumed),
            refs_cell(context, stream.elements),
            Cell(how),
        )
    )


def parties_table(context: Context, state: AppraisalState) -> Table:
    """A row a party, where anybody is named."""
    words = context.words
    rows = tuple(
        Row(
            (
                refs_cell(context, (party.actor,)) if party.actor is not None else Cell(words["cash_nobody"]),
                money_cell(context, party.gains, state),
                money_cell(context, party.pays, state),
                money_cell(context, party.balance, state, style="is-worse" if party.balance < 0 else "is-better"),
            )
        )
        for party in state.parties
    )
    named = any(party.actor is not None for party in state.parties)
    heads = tuple(words[head] for head in ("cash_party", "cash_gains", "cash_pays", "cash_balance"))
    note = words["cash_parties_note"]
    return Table(words["cash_parties"], "money-parties", heads, rows if named else (), note)


def loans_table(context: Context, state: AppraisalState) -> Table:
    """A row a year of each loan, in current money, also beyond the years looked at."""
    words = context.words
    rows = tuple(row for loan in state.loans for row in _loan(context, state, loan))
    heads = ("cash_loan", "cash_year", "cash_interest", "cash_principal", "cash_owed")
    building = interest_while_building(state)
    note = context.said(building) if building is not None else ""
    return Table(words["cash_loans"], "money-loans", tuple(words[head] for head in heads), rows, note, folded=True)


def _loan(context: Context, state: AppraisalState, loan: LoanState) -> Sequence[Row]:
    first = state.years[0] + loan.drawn + 1
    return [
        Row(
            (
                text_cell(context, loan.title),
                Cell(str(first + number), sort=float(first + number)),
                money_cell(context, instalment.interest, state),
                money_cell(context, instalment.principal, state),
                money_cell(context, instalment.owed, state),
            )
        )
        for number, instalment in enumerate(loan.plan)
    ]
