"""KPI cards with their scores: all of them, and one indicator by indicator."""

from sevenstep.analysis.conclusions.card import range_said
from sevenstep.analysis.programme.cards import Card, Kpi, Scored, Tally, cards
from sevenstep.analysis.results import StageValue
from sevenstep.analysis.verdict_wording import stage_value_shown
from sevenstep.analysis.wording import shown_share
from sevenstep.model.element import Element
from sevenstep.model.frames.governance import KpiCard
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step4_paths import Actor
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import refs_cell
from sevenstep.publishing.pages.measured import number_cell, share_number
from sevenstep.publishing.views import Cell, Row, Table

_FULL = 1 - 1e-9


def cards_table(context: Context) -> Table:
    """A row a card: whose it is, over which time, and its scores."""
    words = context.words
    rows = tuple(
        Row(
            (
                refs_cell(context, [card.card]),
                refs_cell(context, [card.unit]),
                Cell(text=card.period),
                _tally(context, card.measured),
                _tally(context, card.expected),
            )
        )
        for card in cards(context.chain, context.analysis)
    )
    heads = ("card_title", "giving_unit", "card_period", "card_measured_score", "card_expected_score")
    return Table(words["cards_title"], "cards", tuple(words[head] for head in heads), rows, words["card_note"])


def cards_of(context: Context, element: Element) -> tuple[Table, ...]:
    """The scores of a card, or those of all cards of a unit."""
    is_told = isinstance(element, KpiCard) or any(context.chain.holders(element.id, "card-of"))
    if not is_told:
        return ()
    found = cards(context.chain, context.analysis)
    return tuple(_scores(context, card, element) for card in found if element.id in (card.card, card.unit))


def _scores(context: Context, card: Card, element: Element) -> Table:
    words = context.words
    names = (
        *("card_weight", "card_start", "target_value"),
        *("card_measured", "card_measured_score", "card_expected", "card_expected_score"),
    )
    heads = (context.said(Indicator.KIND.title), *(words[name] for name in names), words["card_missing"])
    whole = Row(
        (
            Cell(text=words["money_in_all"], sort=float("inf")),
            share_number(
                context, sum(kpi.weight for kpi in card.kpis), shown_share(sum(kpi.weight for kpi in card.kpis))
            ),
            *(Cell(),) * 3,
            _tally(context, card.measured),
            Cell(),
            _tally(context, card.expected),
            Cell(),
        )
    )
    title = context.refs[card.card].title if isinstance(element, Actor) else words["card_scores"]
    if card.period and isinstance(element, Actor):
        title = f"{title} · {card.period}"
    rows = (*(_row(context, kpi) for kpi in card.kpis), whole)
    return Table(title, f"scores-{card.card}", heads, rows, words["card_note"])


def _row(context: Context, kpi: Kpi) -> Row:
    words = context.words
    beside = [one for one in (kpi.start, kpi.target, kpi.measured.value, kpi.expected.value) if one is not None]

    def told(value: StageValue | None, note: str = "") -> Cell:
        if value is None:
            return Cell(number=True)
        others = [one for one in beside if one is not value]
        said = stage_value_shown(value, kpi.unit, context.language, others)
        return number_cell(context, said, value.value, kpi.unit, note=note)

    reasons = [
        f"{words[head]}{words['card_colon']}{context.said(scored.why)}"
        for head, scored in (("card_measured", kpi.measured), ("card_expected", kpi.expected))
        if scored.why is not None
    ]
    if kpi.target is None and kpi.measured.why is not None:
        reasons = [context.said(kpi.measured.why)]
    return Row(
        (
            refs_cell(context, [kpi.indicator]),
            share_number(context, kpi.weight, shown_share(kpi.weight)),
            told(kpi.start),
            told(kpi.target, kpi.day),
            told(kpi.measured.value),
            _part(context, kpi.measured),
            told(kpi.expected.value),
            _part(context, kpi.expected),
            Cell(entries=tuple(Cell(text=reason) for reason in reasons)) if reasons else Cell(),
        )
    )


def _part(context: Context, scored: Scored) -> Cell:
    if scored.part is None:
        return Cell(number=True)
    style = "is-better" if scored.part >= _FULL else ""
    return share_number(context, scored.part, shown_share(scored.part), bar=scored.part, style=style)


def _tally(context: Context, tally: Tally) -> Cell:
    if tally.score is None:
        return Cell(text=context.words["card_unknown"])
    note = context.said(range_said(tally))
    return share_number(context, tally.score, shown_share(tally.score), note=note)
