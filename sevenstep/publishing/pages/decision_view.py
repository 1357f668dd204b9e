"""A decision as consultants draw it: options side by side, a row for each requirement and each criterion."""

from collections.abc import Iterator
from typing import Final

from sevenstep.analysis.decision.results import CountedCriterion, DecisionResult
from sevenstep.analysis.wording import shown_number, shown_share
from sevenstep.model.choices import Meets
from sevenstep.model.element import DESCRIPTION
from sevenstep.model.frames.deciding import DecidingCriterion
from sevenstep.model.frames.decision import Decision
from sevenstep.model.frames.option import OptionValue
from sevenstep.model.quantity import decimal
from sevenstep.publishing.context import Context, prose
from sevenstep.publishing.views import Cell, Row, Table

MARKS: Final = Meets.each({Meets.YES: "√", Meets.NO: "×", Meets.OPEN: "○"})
_STYLES: Final = Meets.each({Meets.YES: "is-better", Meets.NO: "is-worse", Meets.OPEN: "is-unsettled"})


def decision_tables(context: Context, decision: Decision) -> tuple[Table, ...]:
    """The table of comparison; none without options."""
    result = context.analysis.decisions.get(decision.id)
    if result is None or not decision.options:
        return ()
    order = _order(decision, result)
    words = context.words
    heads = (
        words["decided_criterion"],
        words["decided_weight"],
        *(context.said(decision.options[key].title) for key in order),
    )
    rows = (
        *_standing(context, result, order),
        *_requirements(context, decision, result, order),
        *_counted(context, decision, result, order),
        *_in_words(context, decision, order),
        *_options(context, decision, order),
    )
    title, note = words["decided_comparison"], words["decided_note"]
    return (Table(title, f"options-{decision.id}", heads, rows, note if result.ranked else ""),)


def _order(decision: Decision, result: DecisionResult) -> list[str]:
    """The best first, then those that are not ranked, those that are out last."""
    ranked = [one.option for one in result.ranked]
    rest = [key for key in decision.options if key not in ranked]
    return [*ranked, *sorted(rest, key=lambda key: key in result.out)]


def _standing(context: Context, result: DecisionResult, order: list[str]) -> Iterator[Row]:
    words, ranked = context.words, {one.option: one for one in result.ranked}

    def place(key: str) -> Cell:
        chosen = words["decided_chosen"] if key == result.chosen else ""
        if key in ranked:
            return Cell(text=str(ranked[key].weighted_place), note=chosen, style="is-whole" if chosen else "")
        told = words["decided_out"] if key in result.out else words["decided_unranked"]
        return Cell(text=told, style="is-worse" if key in result.out else "is-quiet", note=chosen)

    yield Row((Cell(text=words["decided_place"]), Cell(), *map(place, order)), style="ss-verdict-row")
    if ranked:
        sums = (
            Cell(text=decimal(ranked[key].weighted_sum, 0), number=True) if key in ranked else Cell() for key in order
        )
        yield Row((Cell(text=words["decided_sum"]), Cell(), *sums))
        if not result.agrees:
            near = (Cell(text=str(ranked[key].topsis_place)) if key in ranked else Cell() for key in order)
            yield Row((Cell(text=words["decided_topsis"]), Cell(), *near))


def _requirements(context: Context, decision: Decision, result: DecisionResult, order: list[str]) -> Iterator[Row]:
    for name, requirement in decision.requirements.items():
        met = [result.meets[key][name] for key in order]
        cells = (Cell(text=f"{MARKS[how]} {context.said(how.label)}", style=_STYLES[how]) for how in met)
        yield Row((Cell(text=context.said(requirement.title)), Cell(text=context.words["decided_required"]), *cells))


def _counted(context: Context, decision: Decision, result: DecisionResult, order: list[str]) -> Iterator[Row]:
    goodness = {one.option: one.goodness for one in result.ranked}
    for at, criterion in enumerate(result.criteria):
        best = max((good[at] for good in goodness.values()), default=0.0)
        cells = []
        for key in order:
            is_best = criterion.differs and key in goodness and goodness[key][at] >= best - 1e-9
            cells.append(_value(context, decision, result, key, criterion, is_best=is_best))
        title = _criterion(context, decision.criteria[criterion.criterion])
        yield Row((title, Cell(text=shown_share(criterion.weight), number=True), *cells))


def _value(
    context: Context,
    decision: Decision,
    result: DecisionResult,
    key: str,
    criterion: CountedCriterion,
    *,
    is_best: bool,
) -> Cell:
    number = result.values[key].get(criterion.criterion)
    words = _words(context, decision.options[key].values.get(criterion.criterion))
    if number is None:
        return Cell(text=words or "–", style="" if words else "is-quiet")
    said = shown_number(number, criterion.unit, context.language)
    return Cell(text=said, style="is-whole" if is_best else "", note=words)


def _in_words(context: Context, decision: Decision, order: list[str]) -> Iterator[Row]:
    """The criteria that are compared in words alone."""
    for name, criterion in decision.criteria.items():
        if not criterion.counts:
            cells = (Cell(text=_words(context, decision.options[key].values.get(name))) for key in order)
            yield Row((_criterion(context, criterion), Cell(), *cells))


def _criterion(context: Context, criterion: DecidingCriterion) -> Cell:
    return Cell(text=context.said(criterion.title), note=context.said(criterion.description))


def _options(context: Context, decision: Decision, order: list[str]) -> Iterator[Row]:
    """What is done in each option, where any says so."""
    if any(option.description is not None for option in decision.options.values()):
        cells = (Cell(prose=prose(context, decision.options[key].description)) for key in order)
        yield Row((Cell(text=context.said(DESCRIPTION.label)), Cell(), *cells))


def _words(context: Context, said: OptionValue | None) -> str:
    if said is None:
        return ""
    if said.words is None and said.value is not None:
        return ""
    return context.said(said.words)
