"""The few figures that the answer of an engagement is told by."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.choices import CaveatKind, Verdict
from sevenstep.analysis.results import Analysis, IndicatorState, StageValue
from sevenstep.chain.graph import Chain
from sevenstep.model.choices import Stage
from sevenstep.model.step1_goals import Goal

MOST_FIGURES: Final = 6
"""Figures that are taken in at a glance."""
_URGENT: Final = (Verdict.MISSED, Verdict.UNSETTLED)


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """An indicator that can be judged: what it was (None where nobody knows), what it is, its last target."""

    state: IndicatorState
    before: StageValue | None
    after: StageValue
    target: StageValue
    date: str

    @property
    def values(self) -> tuple[StageValue, ...]:
        """All three, in the order in which they are told."""
        return tuple(value for value in (self.before, self.after, self.target) if value is not None)

    @property
    def is_typed(self) -> bool:
        """Whether the value is one assumption that somebody typed, so that it shows little."""
        return self.state.has(CaveatKind.ECHO)

    @property
    def moved(self) -> float:
        """By what part of the larger of both the value changes, 0 to 1; none where nobody knows what it was."""
        if self.before is None:
            return 0.0
        largest = max(abs(self.before.value), abs(self.after.value))
        return abs(self.after.value - self.before.value) / largest if largest else 0.0


def judged_figures(analysis: Analysis) -> tuple[KeyFigure, ...]:
    """Every indicator whose last target is reached, missed or unsettled, in the order of the model."""
    return tuple(
        figure for state in analysis.goal_attainment.indicators.values() if (figure := _figure(state)) is not None
    )


def key_figures(chain: Chain, analysis: Analysis) -> tuple[KeyFigure, ...]:
    """Those that the author names, else at most six: what is missed or open first, then one of each goal in turn, those
    that are computed before those that were typed. They stand in the order of the model."""
    judged = {figure.state.indicator: figure for figure in judged_figures(analysis)}
    if named := chain.engagement.header.conclusion.figures:
        return tuple(judged[key] for key in named if key in judged)
    chosen = dict.fromkeys(key for key, figure in judged.items() if figure.state.verdict in _URGENT)
    chosen = dict.fromkeys(list(chosen)[: MOST_FIGURES // 2])
    for key in _in_turn(_by_goal(chain, analysis, judged)):
        if len(chosen) == MOST_FIGURES:
            break
        chosen.setdefault(key)
    return tuple(figure for key, figure in judged.items() if key in chosen)


def _figure(state: IndicatorState) -> KeyFigure | None:
    if state.verdict == Verdict.UNKNOWN or state.value is None or not state.targets:
        return None
    date, target = state.targets[-1]
    before = state.stage_values.get(Stage.AS_IS) if state.judged == Stage.TO_BE else None
    before = before or state.stage_values.get(Stage.BASELINE)
    return KeyFigure(state, before, state.value, target, date)


def _by_goal(chain: Chain, analysis: Analysis, judged: dict[str, KeyFigure]) -> list[list[str]]:
    """The judged indicators of each goal, the most telling first; those that measure no goal at the end."""
    goals = analysis.goal_attainment.goals
    own = [list(goals[goal.id].indicators) for goal in chain.engagement.of(Goal) if goal.id in goals]
    measuring = {key for keys in own for key in keys}
    own.append([key for key in judged if key not in measuring])
    return [sorted((key for key in keys if key in judged), key=lambda key: _weakness(judged[key])) for keys in own]


def _weakness(figure: KeyFigure) -> tuple[bool, float]:
    return figure.is_typed, -figure.moved


def _in_turn(groups: Sequence[Iterable[str]]) -> Iterable[str]:
    """The first of each group, then the second of each."""
    waiting = [list(group) for group in groups]
    while any(waiting):
        for group in waiting:
            if group:
                yield group.pop(0)
