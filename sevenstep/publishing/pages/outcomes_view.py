"""Promises against what came of them, as a table."""

from dataclasses import replace

from sevenstep.analysis.choices import Aspect, Verdict
from sevenstep.analysis.outcome import Outcome
from sevenstep.analysis.outcomes import outcomes
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import VERDICT_STYLES, prose_cell, refs_cell
from sevenstep.publishing.views import Cell, Row, Table


def outcomes_table(context: Context) -> Table:
    """A row a promise: of benefits, of targets whose date has come, of projects that are or should be done, with
    the measures they bring into force and their money."""
    words = context.words
    rows = tuple(_row(context, outcome) for outcome in outcomes(context.chain, context.analysis))
    heads = ("outcome_of", "outcome_promised", "outcome_by", "outcome_came", "outcome_verdict", "outcome_why")
    return Table(words["outcomes"], "outcomes", tuple(words[head] for head in heads), rows, words["outcomes_note"])


def _row(context: Context, outcome: Outcome) -> Row:
    words = context.words
    is_open = outcome.verdict is Verdict.UNKNOWN
    due = words["outcome_due"] if outcome.is_due else ""
    return Row(
        (
            replace(refs_cell(context, (outcome.element,)), note=_aspect(context, outcome)),
            Cell(context.said(outcome.promised)),
            Cell(outcome.by),
            Cell(context.said(outcome.came)),
            Cell(
                due or ("" if is_open else context.said(outcome.verdict.label)),
                style="is-unsettled" if due else "" if is_open else VERDICT_STYLES[outcome.verdict],
            ),
            prose_cell(context, outcome.why),
        )
    )


def _aspect(context: Context, outcome: Outcome) -> str:
    """What of the element is meant, where it could be several things."""
    return "" if outcome.aspect is Aspect.BENEFIT else context.said(outcome.aspect.label)
