"""The verdicts on the items for a person at a terminal: a line an item, or all grounds of one."""

from collections.abc import Iterator
from typing import Final

from rich.text import Text as Styled

from sevenstep.analysis.choices import Answer, ItemQuestion
from sevenstep.analysis.item_evaluation.verdicts import Ground, ItemEvaluation
from sevenstep.language import Language, Text
from sevenstep.report.analysis_report import SECTION, AnalysisReport, more
from sevenstep.report.table import aligned
from sevenstep.report.terminal import shown

_MARKS: Final = Answer.each({Answer.YES: "√", Answer.PARTLY: "△", Answer.NO: "×", Answer.UNKNOWN: "○"})
_SHORT: Final = ItemQuestion.each(
    {
        ItemQuestion.OPERATIONS: Text(zh="步骤", en="steps"),
        ItemQuestion.RESPONSIBLE: Text(zh="责任", en="who"),
        ItemQuestion.RESOURCES: Text(zh="资源", en="resources"),
        ItemQuestion.ADJUSTABLE: Text(zh="可调整", en="adjustable"),
    }
)
_STYLES: Final = {Answer.YES: "green", Answer.PARTLY: "yellow", Answer.NO: "red"}


def evaluations(report: AnalysisReport, language: Language, limit: int | None) -> Iterator[Styled]:
    """A line an item: what each question comes to."""
    found = list(report.analysis.evaluations.values())
    if not found:
        return
    title = Text(
        zh="事项评估（依据见 sevenstep show 事项编号）", en="Evaluation of items (the grounds: sevenstep show ITEM)"
    )
    yield Styled(title.for_language(language), SECTION)
    rows = [
        [
            report.named(each.item, language, 60),
            *(f"{_SHORT[name].for_language(language)} {_MARKS[given.answer]}" for name, given in each.verdicts.items()),
        ]
        for each in (found if limit is None else sorted(found, key=_trouble)[:limit])
    ]
    for line in aligned(rows, left=range(5)):
        yield Styled(f"  {line}")
    yield from more(len(found) - limit if limit is not None else 0, language)
    yield Styled(f"  {'  '.join(_said(answer, language) for answer in Answer)}", "dim")


def _trouble(evaluation: ItemEvaluation) -> tuple[int, int]:
    """Where least is settled comes first."""
    given = [verdict.answer for verdict in evaluation.verdicts.values()]
    return -given.count(Answer.NO), -given.count(Answer.PARTLY)


def of_item(evaluation: ItemEvaluation, language: Language) -> Iterator[Styled]:
    """All that the evaluation of one item says."""
    yield Styled(Text(zh="  评估", en="  Evaluation").for_language(language), "bold")
    colon = "：" if language == "zh" else ": "
    for question, verdict in evaluation.verdicts.items():
        said = _said(verdict.answer, language)
        yield Styled(f"    {question.label.for_language(language)}{colon}{said}", _STYLES.get(verdict.answer, ""))
        for ground in verdict.grounds:
            yield Styled(f"      {_mark(ground)} {shown(ground.message.for_language(language))}")
            if ground.add is not None:
                yield Styled(f"        → {shown(ground.add.for_language(language))}", "dim")


def _said(answer: Answer, language: Language) -> str:
    return f"{_MARKS[answer]} {answer.label.for_language(language)}"


def _mark(ground: Ground) -> str:
    return _MARKS[ground.answer] if ground.answer is not None else "·"
