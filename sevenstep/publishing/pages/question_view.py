"""The open questions as a page shows them: by step, then by whom to ask."""

from dataclasses import dataclass

from sevenstep.checking.questions import Question
from sevenstep.method import Step, stage
from sevenstep.publishing.context import Context
from sevenstep.publishing.problems import source_link, where
from sevenstep.publishing.views import Ref


@dataclass(frozen=True, slots=True)
class Asked:
    """One question, with the place where its answer is written."""

    text: str
    decision: str
    answer: str
    code: str
    element: Ref | None
    place: str
    link: str


@dataclass(frozen=True, slots=True)
class Group:
    """The questions of one step that go to the same people; nobody named: the client."""

    whom: tuple[Ref, ...]
    asked: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class StepQuestions:
    """The questions of one step; None: of the engagement as a whole."""

    step: Step | None
    groups: tuple[Group, ...]
    count: int


def question_view(context: Context) -> tuple[StepQuestions, ...]:
    """All open questions."""
    by_step: dict[int, dict[tuple[str, ...], list[Asked]]] = {}
    for question in context.questions:
        whom = tuple(actor.id for actor in question.whom)
        by_step.setdefault(question.step, {}).setdefault(whom, []).append(_asked(context, question))
    return tuple(
        StepQuestions(
            stage(number) if number else None,
            tuple(Group(context.refs_of(whom), tuple(asked)) for whom, asked in groups.items()),
            sum(len(asked) for asked in groups.values()),
        )
        for number, groups in by_step.items()
    )


def _asked(context: Context, question: Question) -> Asked:
    diagnostic, span = question.located.diagnostic, question.located.span
    return Asked(
        text=context.said(question.text),
        decision=context.said(question.decision),
        answer=context.said(question.answer),
        code=diagnostic.rule.code,
        element=context.refs.get(question.element.id) if question.element is not None else None,
        place=where(question.located),
        link=source_link(context.header.settings.repository, diagnostic.place.file, span.line if span else None),
    )
