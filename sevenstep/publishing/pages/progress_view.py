"""What a step takes, what it gives and when it is done, as its page says it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sevenstep.checking.step_progress import Condition, Fulfilment, Passed, StepProgress
from sevenstep.language import joined
from sevenstep.method import stage
from sevenstep.model.kinds import KINDS
from sevenstep.publishing.context import Context
from sevenstep.publishing.views import Ref

MOST: Final = 12
"""Elements named for one condition; the others are counted."""
_PAGES: Final = {
    Condition.COVERED: "accepted.html",
    Condition.ANSWERED: "questions.html",
}
"""Where more is said of what stands against a condition."""


@dataclass(frozen=True, slots=True)
class PassedView:
    """Elements of one kind that pass from step to step: “indicators 20, of which 18 are taken up”."""

    title: str
    step: int
    taken: int
    of: int
    url: str


@dataclass(frozen=True, slots=True)
class MissingView:
    """An element that stands against a condition, and the fields that it lacks."""

    ref: Ref
    lacks: str


@dataclass(frozen=True, slots=True)
class ConditionView:
    """One condition: whether it is met, by how many of how many, and the first that stand against it."""

    said: str
    is_met: bool
    is_binding: bool
    met: int
    of: int
    missing: tuple[MissingView, ...]
    more: int
    url: str
    deferred: int = 0


@dataclass(frozen=True, slots=True)
class ProgressView:
    """What the step takes and gives, and whether it is done."""

    takes: tuple[PassedView, ...]
    gives: tuple[PassedView, ...]
    conditions: tuple[ConditionView, ...]
    is_done: bool
    open: int
    deferred: int = 0


def progress_view(context: Context, progress: StepProgress) -> ProgressView:
    """The progress of one step in words and links."""
    conditions = tuple(_condition(context, fulfilment) for fulfilment in progress.fulfilments)
    return ProgressView(
        _passed(context, progress.takes),
        _passed(context, progress.gives),
        conditions,
        progress.is_done,
        sum(condition.is_binding and not condition.is_met for condition in conditions),
        progress.deferred,
    )


def _passed(context: Context, passed: Iterable[Passed]) -> tuple[PassedView, ...]:
    return tuple(_of_kind(context, found) for found in passed)


def _of_kind(context: Context, passed: Passed) -> PassedView:
    kind = KINDS[passed.kind].KIND
    stem = stage(kind.step).stem
    return PassedView(context.said(kind.titles), kind.step, passed.taken, passed.of, f"{stem}.html#{kind.section}")


def _page_of(context: Context, condition: Condition) -> str:
    """Where more is said of what stands against the condition; the page of the model check is the authors'."""
    if condition is Condition.SOUND:
        return "problems.html" if context.authors else ""
    return _PAGES.get(condition, "")


def _condition(context: Context, fulfilment: Fulfilment) -> ConditionView:
    named = [
        MissingView(context.refs[missing.element], joined(missing.what, "、", ", ").for_language(context.language))
        for missing in fulfilment.missing[:MOST]
    ]
    return ConditionView(
        fulfilment.condition.label.for_language(context.language),
        fulfilment.is_met,
        fulfilment.condition is not Condition.FILLED,
        fulfilment.met,
        fulfilment.of,
        tuple(named),
        len(fulfilment.missing) - len(named),
        _page_of(context, fulfilment.condition),
        fulfilment.deferred,
    )
