"""The verdicts on the items as the pages show them: a mark and a word for each question, and the grounds behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.choices import Answer, ItemQuestion
from sevenstep.analysis.item_evaluation.verdicts import Ground, ItemEvaluation, ItemVerdict
from sevenstep.analysis.wording import shown_number
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import refs_cell
from sevenstep.publishing.views import Cell, Ref, Row, Table

MARKS: Final = Answer.each({Answer.YES: "√", Answer.PARTLY: "△", Answer.NO: "×", Answer.UNKNOWN: "○"})
"""The sign of each answer, so that no colour is needed."""
_MOST: Final = 1_000
"""Items of one matrix; a longer one is not read on one page."""
_MOST_REFS: Final = 6
"""Links to elements of one ground."""


@dataclass(frozen=True, slots=True)
class GroundView:
    """One ground: its sign (a dot where it is no answer), the sentence, what it is about, and what to add."""

    mark: str
    word: str
    text: str
    refs: tuple[Ref, ...]
    add: str


@dataclass(frozen=True, slots=True)
class VerdictView:
    """The answer to one question; `style` is that of its word."""

    question: str
    mark: str
    word: str
    style: str
    grounds: tuple[GroundView, ...]


@dataclass(frozen=True, slots=True)
class EvaluatedItem:
    """An item with its four verdicts; `held` tells against what."""

    ref: Ref
    held: str
    flows: tuple[Ref, ...]
    verdicts: tuple[VerdictView, ...]


@dataclass(frozen=True, slots=True)
class VerdictMatrix:
    """Items by questions, and how many items have which answers."""

    questions: tuple[str, ...]
    items: tuple[EvaluatedItem, ...]
    counts: tuple[str, ...]
    cut: bool


def verdict_matrix(context: Context) -> VerdictMatrix | None:
    """Every item with every verdict; None where there are no items."""
    found = list(context.analysis.evaluations.values())
    if not found:
        return None
    return VerdictMatrix(
        tuple(context.said(question.label) for question in ItemQuestion),
        tuple(evaluated(context, evaluation) for evaluation in found[:_MOST]),
        tuple(_counted(context, found, question) for question in ItemQuestion),
        len(found) > _MOST,
    )


def evaluated(context: Context, evaluation: ItemEvaluation) -> EvaluatedItem:
    """One item."""
    words = context.words
    said = [context.said(evaluation.variant.label)] if evaluation.variant is not None else []
    if evaluation.volume is not None:
        said.append(words["cases_a_year"].format(shown_number(evaluation.volume, "", context.language)))
    return EvaluatedItem(
        context.refs[evaluation.item],
        " · ".join(said),
        context.refs_of(evaluation.flows),
        tuple(_verdict(context, verdict) for verdict in evaluation.verdicts.values()),
    )


def verdicts_table(context: Context) -> Table | None:
    """The same as a plain table, a row a verdict, with the grounds that are no plain yes: for paper."""
    rows = tuple(_rows(context))
    if not rows:
        return None
    words = context.words
    heads = (words["element"], words["verdict_question"], words["verdict_answer"], words["verdict_grounds"])
    return Table(words["verdicts"], "verdicts", heads, rows, words["verdicts_note"])


def _rows(context: Context) -> Iterator[Row]:
    for evaluation in list(context.analysis.evaluations.values())[:_MOST]:
        for verdict in evaluation.verdicts.values():
            shown = _verdict(context, verdict)
            told = [f"{ground.mark} {ground.text}" for ground in shown.grounds]
            yield Row(
                (
                    refs_cell(context, [evaluation.item]),
                    Cell(text=shown.question),
                    Cell(text=f"{shown.mark} {shown.word}"),
                    Cell(text="\n".join(told), style="is-lines"),
                )
            )


def _verdict(context: Context, verdict: ItemVerdict) -> VerdictView:
    return VerdictView(
        context.said(verdict.question.label),
        MARKS[verdict.answer],
        context.said(verdict.answer.label),
        f"is-{verdict.answer}",
        tuple(_ground(context, ground) for ground in verdict.grounds),
    )


def _ground(context: Context, ground: Ground) -> GroundView:
    return GroundView(
        MARKS[ground.answer] if ground.answer is not None else "·",
        context.said(ground.answer.label) if ground.answer is not None else context.words["verdict_note"],
        context.said(ground.message),
        context.refs_of(ground.touches)[:_MOST_REFS],
        context.said(ground.add),
    )


def _counted(context: Context, found: list[ItemEvaluation], question: ItemQuestion) -> str:
    answers = [evaluation.verdicts[question].answer for evaluation in found]
    gap = "" if context.language == "zh" else " "
    return " ".join(f"{MARKS[answer]}{gap}{answers.count(answer)}" for answer in Answer if answer in answers)
