"""What a goal comes to: which of the indicators that measure it reach their targets, miss them, or cannot be judged."""

from collections.abc import Iterator
from typing import Final

from sevenstep.analysis.choices import Verdict
from sevenstep.analysis.conclusions.conclusion import Conclusion
from sevenstep.analysis.conclusions.in_time import goal_in_time
from sevenstep.analysis.conclusions.indicator import indicator_figure, standing
from sevenstep.analysis.conclusions.wording import listed, named, sentence, titled
from sevenstep.analysis.results import Analysis, IndicatorState
from sevenstep.analysis.verdict_wording import missed_by
from sevenstep.chain.graph import Chain
from sevenstep.language import Text
from sevenstep.model.step1_goals import Goal

ORDER: Final = (Verdict.MISSED, Verdict.UNSETTLED, Verdict.REACHED, Verdict.UNKNOWN)
"""What needs a look first comes first."""
_MOST_TILES: Final = 5
_MOST_TOLD: Final = 3
"""Sentences of one kind; the table has the others."""


def goal_conclusion(chain: Chain, analysis: Analysis, goal: Goal) -> Conclusion:
    """The headline counts the verdicts of all indicators of the goal and of those below it."""
    known = analysis.goal_attainment.indicators
    states = [known[key] for key in indicators_of(chain, goal.id) if key in known]
    states.sort(key=lambda state: ORDER.index(state.verdict))
    figures = [
        figure
        for state in states
        if state.verdict != Verdict.UNKNOWN and (figure := indicator_figure(chain, state)) is not None
    ]
    in_time = goal_in_time(chain, analysis.course, goal.id, [state.indicator for state in states])
    return Conclusion(_headline(chain, states), (*_lead(chain, states), *in_time), tuple(figures[:_MOST_TILES]))


def indicators_of(chain: Chain, goal: str) -> tuple[str, ...]:
    """The indicators that measure a goal or a goal below it, each once."""
    found: dict[str, None] = {}
    waiting, seen = [goal], {goal}
    while waiting:
        here = waiting.pop(0)
        found |= dict.fromkeys(indicator.id for indicator in chain.holders(here, "measures"))
        for child in chain.holders(here, "parent"):
            if child.id not in seen:
                seen.add(child.id)
                waiting.append(child.id)
    return tuple(found)


def _headline(chain: Chain, states: list[IndicatorState]) -> Text:
    if not states:
        return sentence(
            "尚无指标衡量它，能否实现无从判断",
            "No indicator measures it yet, so nobody can tell whether it is reached",
        )
    if len(states) == 1:
        title, told = titled(chain, states[0].indicator), standing(states[0])
        return sentence(
            f"由{title.zh}一个指标衡量：{told.for_language('zh')}",
            f"One indicator measures it, {title.en}: {told.for_language('en')}",
        )
    return counted(chain, states)


def counted(chain: Chain, states: list[IndicatorState]) -> Text:
    """How many of several indicators have which verdict; the one that misses its target by how much."""
    judged = [state for state in states if state.targets]
    if not judged:
        return sentence(f"{len(states)} 个指标都尚无目标值", f"None of its {len(states)} indicators has a target yet")
    of = {verdict: [state for state in judged if state.verdict == verdict] for verdict in ORDER}
    total, without = len(judged), len(states) - len(judged)
    for verdict, zh, en in (
        (Verdict.REACHED, "均可达标", "reach their targets"),
        (Verdict.MISSED, "均不能达标", "miss their targets"),
        (Verdict.UNKNOWN, "均尚无法判断", "cannot be judged yet"),
    ):
        if len(of[verdict]) == total and total > 1:
            every = "Both" if total == 2 else f"All {total}"
            return _with_others(f"{_of(total, without)}{zh}", f"{every} {_indicators(without)} {en}", without)
    parts = []
    if reached := len(of[Verdict.REACHED]):
        parts.append(Text(zh=f"{reached} 个可达标", en=f"{reached} {_s(reached, 'reach', 'reaches')} the target"))
    if missed := len(of[Verdict.MISSED]):
        parts.append(_missed(chain, of[Verdict.MISSED], missed))
    if open_ := len(of[Verdict.UNSETTLED]):
        parts.append(Text(zh=f"{open_} 个尚存疑", en=f"{open_} {_s(open_, 'are', 'is')} not settled"))
    if unknown := len(of[Verdict.UNKNOWN]):
        parts.append(Text(zh=f"{unknown} 个尚无法判断", en=f"{unknown} cannot be judged yet"))
    told = listed(parts)
    zh = "，".join(part.for_language("zh") for part in parts)
    return _with_others(
        f"{_of(total, without)}中，{zh}", f"Of {total} {_indicators(without)}, {told.for_language('en')}", without
    )


def _of(total: int, without: int) -> str:
    return f"{total} 个有目标值的指标" if without else f"{total} 个指标"


def _indicators(without: int) -> str:
    return "indicators with a target" if without else "indicators"


def _with_others(zh: str, en: str, without: int) -> Text:
    """A sentence with the indicators that have no target told apart."""
    if not without:
        return sentence(zh, en)
    return sentence(
        f"{zh}；另有 {without} 个尚无目标值", f"{en}; {without} more {_s(without, 'have', 'has')} no target"
    )


def _s(count: int, several: str, one: str) -> str:
    return one if count == 1 else several


def _missed(chain: Chain, states: list[IndicatorState], count: int) -> Text:
    state = states[0]
    if count == 1 and state.gap:
        gap, title = missed_by(state, state.gap, state.targets[-1][1]), titled(chain, state.indicator)
        return Text(
            zh=f"1 个不能达标（{title.zh}差 {gap.for_language('zh')}）",
            en=f"1 misses it ({title.en} by {gap.for_language('en')})",
        )
    return Text(zh=f"{count} 个不能达标", en=f"{count} {_s(count, 'miss', 'misses')} it")


def _lead(chain: Chain, states: list[IndicatorState]) -> Iterator[Text]:
    if len(states) < 2:
        return
    for state in [state for state in states if state.verdict in {Verdict.MISSED, Verdict.UNSETTLED}][:_MOST_TOLD]:
        title, told = titled(chain, state.indicator), standing(state)
        yield sentence(f"{title.zh}：{told.for_language('zh')}", f"{title.en}: {told.for_language('en')}")
    if reached := [state.indicator for state in states if state.verdict == Verdict.REACHED]:
        what = named(chain, reached, 5)
        yield sentence(f"可达标的：{what.zh}", f"Reached: {what.en}")
    yield from unknown_by_reason(chain, states)


def unknown_by_reason(chain: Chain, states: list[IndicatorState]) -> Iterator[Text]:
    """The indicators that cannot be judged, those with one reason together."""
    reasons: dict[Text | None, list[str]] = {}
    for state in states:
        if state.verdict == Verdict.UNKNOWN and state.targets:
            reasons.setdefault(state.reason, []).append(state.indicator)
    for reason, keys in list(reasons.items())[:_MOST_TOLD]:
        what = named(chain, keys)
        why = reason or Text(zh="没有可比的数值", en="there is no value to hold against the target")
        yield sentence(
            f"尚无法判断的：{what.zh}——{why.for_language('zh')}",
            f"Not to be judged yet: {what.en} ({why.for_language('en')})",
        )
