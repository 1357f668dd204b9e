"""What the evaluation of an item says: a verdict on each of four questions, with the grounds that it rests on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sevenstep.analysis.choices import Answer, ItemQuestion
from sevenstep.language import Text
from sevenstep.model.choices import Variant


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing that a verdict rests on: what it says of the question (None: it is worth knowing and says nothing), in
    a sentence with its figures, and the elements that the sentence is about.

    `add` tells what to add or to change; `finding` is the code of the rule under which it is a finding, empty where it
    is none.
    """

    answer: Answer | None
    message: Text
    touches: tuple[str, ...] = ()
    add: Text | None = None
    finding: str = ""


@dataclass(frozen=True, slots=True)
class ItemVerdict:
    """The answer to one question, and its grounds."""

    question: ItemQuestion
    answer: Answer
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class ItemEvaluation:
    """An item, held against its flows of one variant: those to be where there are any. `volume` are cases a year."""

    item: str
    variant: Variant | None
    flows: tuple[str, ...]
    volume: float | None
    verdicts: Mapping[ItemQuestion, ItemVerdict]

    def __repr__(self) -> str:
        said = ", ".join(f"{question} {verdict.answer}" for question, verdict in self.verdicts.items())
        return f"<ItemEvaluation {self.item}: {said}>"


def of_parts(grounds: Iterable[Ground]) -> Answer:
    """Of a question with parts: no where every part is, partly where some are; what is unknown keeps it from a yes."""
    answers = _given(grounds)
    if any(answer in {Answer.NO, Answer.PARTLY} for answer in answers):
        return Answer.NO if all(answer is Answer.NO for answer in answers) else Answer.PARTLY
    return Answer.UNKNOWN if Answer.UNKNOWN in answers or not answers else Answer.YES


def of_weakest(grounds: Iterable[Ground]) -> Answer:
    """Of a question to which every ground must say yes: what is short outweighs what is unknown."""
    answers = _given(grounds)
    for answer in (Answer.NO, Answer.PARTLY, Answer.UNKNOWN):
        if answer in answers:
            return answer
    return Answer.YES if answers else Answer.UNKNOWN


def _given(grounds: Iterable[Ground]) -> list[Answer]:
    return [ground.answer for ground in grounds if ground.answer is not None]
