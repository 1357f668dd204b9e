"""The answer of the whole engagement: what changes, which targets are reached, and what that rests on."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.choices import Verdict
from sevenstep.analysis.conclusions.first_items import FirstItem, first_items
from sevenstep.analysis.conclusions.in_time import targets_in_time
from sevenstep.analysis.conclusions.key_figures import KeyFigure, judged_figures, key_figures
from sevenstep.analysis.conclusions.long_waits import LongWait, long_waits
from sevenstep.analysis.conclusions.to_confirm import ToConfirm, assumption_said, to_confirm
from sevenstep.analysis.conclusions.wording import joint, sentence, sentence_of, spaced, titled
from sevenstep.analysis.results import Analysis, IndicatorState
from sevenstep.analysis.units import kind
from sevenstep.analysis.verdict_wording import both, missed_by, stage_value_shown
from sevenstep.chain.assumptions import assumed_elements
from sevenstep.chain.graph import Chain
from sevenstep.language import Text, joined, many
from sevenstep.model.choices import Direction
from sevenstep.model.step1_goals import Goal
from sevenstep.model.step2_indicators import Indicator

_TOLD: Final = 2
"""Changes that the headline tells of."""


@dataclass(frozen=True, slots=True)
class EngagementConclusion:
    """The answer in one sentence, what it rests on, and what it is told by.

    `verdicts` count the last targets of all indicators that have one. `lead` are sentences of their own.
    """

    headline: Text
    lead: tuple[Text, ...]
    figures: tuple[KeyFigure, ...]
    verdicts: Counter[Verdict]
    first: tuple[FirstItem, ...]
    waits: tuple[LongWait, ...]
    confirm: tuple[ToConfirm, ...]
    assumptions: int

    @property
    def judged(self) -> int:
        """How many targets can be judged."""
        return self.verdicts.total() - self.verdicts[Verdict.UNKNOWN]


def conclude(chain: Chain, analysis: Analysis) -> EngagementConclusion:
    """What the results of the engagement come to."""
    figures, confirm = key_figures(chain, analysis), to_confirm(chain, analysis)
    states = _states(analysis)
    verdicts = Counter(state.verdict for state in states)
    first, assumed = first_items(chain, analysis), sum(1 for _ in assumed_elements(chain))
    return EngagementConclusion(
        headline=_headline(chain, analysis, figures, verdicts),
        lead=(*_lead(chain, states, confirm, first, assumed), *_in_time(analysis)),
        figures=figures,
        verdicts=verdicts,
        first=first,
        waits=long_waits(chain, analysis),
        confirm=confirm,
        assumptions=assumed,
    )


def _states(analysis: Analysis) -> list[IndicatorState]:
    """The indicators that have a target."""
    return [state for state in analysis.goal_attainment.indicators.values() if state.targets]


# -- the headline ------------------------------------------------------------------


def _headline(chain: Chain, analysis: Analysis, figures: Sequence[KeyFigure], verdicts: Counter[Verdict]) -> Text:
    if not verdicts.total():
        return _no_targets(chain)
    judged = verdicts.total() - verdicts[Verdict.UNKNOWN]
    if not judged:
        count = verdicts.total()
        return Text(
            zh=f"{'唯一的目标' if count == 1 else f'{count} 项目标均'}尚无法判断：尚无测量值，也没有目标流程的测算。",
            en="The one target cannot be judged yet."
            if count == 1
            else f"None of the {count} targets can be judged yet.",
        )
    changes = [change_said(chain, figure) for figure in _told(figures)]
    told = joined(changes, "，", ", and ")
    counts = _counts(chain, analysis, verdicts, judged)
    if not changes:
        return sentence_of(counts)
    return sentence_of(joint(told, counts))


def _told(figures: Sequence[KeyFigure]) -> list[KeyFigure]:
    """The figures whose change is told: those that are reached by computing before those that are open, and both before
    what somebody typed; never what gets worse or stays."""
    better = [figure for figure in figures if figure.moved > 0 and figure.state.verdict != Verdict.MISSED]
    order = sorted(better, key=lambda figure: (figure.is_typed, figure.state.verdict != Verdict.REACHED))
    chosen = order[:_TOLD]
    return [figure for figure in figures if figure in chosen]


def change_said(chain: Chain, figure: KeyFigure) -> Text:
    """From what to what an indicator can go, as part of a sentence."""
    state, indicator = figure.state, chain.elements[figure.state.indicator]
    before, after = figure.before or figure.after, figure.after
    others = [figure.target]
    was = both(lambda language: stage_value_shown(before, state.unit, language, others))
    becomes = both(lambda language: stage_value_shown(after, state.unit, language, others))
    zh, en = _verb(state, indicator.direction if isinstance(indicator, Indicator) else None)
    title = indicator.title
    return Text(
        zh=f"{title.for_language('zh')}可从 {spaced(was.for_language('zh'))}{zh} {becomes.for_language('zh')}",
        en=f"{_small(title.for_language('en'))} can {en} from {was.en} to {becomes.en}",
    )


def _verb(state: IndicatorState, direction: Direction | None) -> tuple[str, str]:
    if direction == Direction.DECREASE:
        return ("缩短到" if kind(state.unit) == "time" else "降到"), "fall"
    return ("升到", "rise") if direction == Direction.INCREASE else ("变为", "go")


def _counts(chain: Chain, analysis: Analysis, verdicts: Counter[Verdict], judged: int) -> Text:
    reached, unsettled, missed = (verdicts[word] for word in (Verdict.REACHED, Verdict.UNSETTLED, Verdict.MISSED))
    if reached == judged:
        return (
            Text(zh="唯一能判断的目标达标", en="the one target that can be judged is reached")
            if judged == 1
            else Text(zh=f"可判断的 {judged} 项目标全部达标", en=f"all {judged} targets that can be judged are reached")
        )
    zh = f"可判断的 {judged} 项目标中 {reached} 项达标" if reached else f"可判断的 {judged} 项目标中没有一项达标"
    en = f"of {many(judged, 'target')} that can be judged, {reached or 'none'} {'is' if reached < 2 else 'are'} reached"
    if unsettled:
        open_ = next(state for state in _states(analysis) if state.verdict == Verdict.UNSETTLED)
        title = chain.elements[open_.indicator].title
        zh = f"{zh}，{title.for_language('zh')}存疑" if unsettled == 1 else f"{zh}，{unsettled} 项存疑"
        en = f"{en}, {_small(title.for_language('en')) if unsettled == 1 else unsettled} unsettled"
    if missed:
        worst = _farthest(analysis)
        title, gap = chain.elements[worst.indicator].title, missed_by(worst, worst.gap, worst.targets[-1][1])
        if missed == 1:
            zh = f"{zh}，唯有{title.for_language('zh')}还差 {gap.zh}"
            en = f"{en}; only {_small(title.for_language('en'))} misses, by {gap.en}"
        else:
            zh = f"{zh}，{missed} 项未达标，差距最大的是{title.for_language('zh')}（差 {gap.zh}）"
            en = f"{en}, {missed} missed, most of all {_small(title.for_language('en'))}, by {gap.en}"
    return Text(zh=zh, en=en)


def _farthest(analysis: Analysis) -> IndicatorState:
    """The indicator that misses its target by the largest part of it."""
    missed = [figure for figure in judged_figures(analysis) if figure.state.verdict == Verdict.MISSED]
    worst = max(missed, key=lambda figure: figure.state.gap / (abs(figure.target.value) or 1.0))
    return worst.state


def _no_targets(chain: Chain) -> Text:
    goals = sum(1 for _ in chain.engagement.of(Goal))
    if not goals:
        return Text(zh="分析刚开始：尚无战略目标。", en="The analysis has just begun: there is no goal yet.")
    return Text(
        zh=f"已提出 {goals} 个战略目标，还没有带目标值的指标，能否实现尚无法判断。",
        en=f"{many(goals, 'goal')} stated; no indicator has a target yet, so nobody can tell whether they are reached.",
    )


# -- what it rests on --------------------------------------------------------------


def _lead(
    chain: Chain,
    states: Sequence[IndicatorState],
    confirm: Sequence[ToConfirm],
    first: Sequence[FirstItem],
    assumed: int,
) -> Iterator[Text]:
    unknown = [state for state in states if state.verdict == Verdict.UNKNOWN]
    if unknown and len(unknown) < len(states):
        yield _unknown(unknown)
    if assumed:
        yield _assumed(chain, assumed, confirm)
    if first:
        yield _first(chain, first[0])


def _in_time(analysis: Analysis) -> Iterator[Text]:
    """How many targets are reached when they are due, where projects tell when anything is in force."""
    if (said := targets_in_time(analysis.course)) is not None:
        yield said


def _unknown(unknown: Sequence[IndicatorState]) -> Text:
    count = len(unknown)
    reasons = Counter(state.reason for state in unknown if state.reason is not None)
    zh, en = f"另有 {count} 项目标尚无法判断", f"{many(count, 'more target')} cannot be judged yet"
    if not reasons:
        return sentence(zh, en)
    reason, times = reasons.most_common(1)[0]
    told = reason.for_language("zh"), reason.for_language("en")
    if times < count:
        return sentence(f"{zh}，其中 {times} 项：{told[0]}", f"{en}; of {times} of them: {told[1]}")
    return sentence(f"{zh}：{told[0]}", f"{en}: {told[1]}")


def _assumed(chain: Chain, assumed: int, confirm: Sequence[ToConfirm]) -> Text:
    zh, en = f"结论依据 {assumed} 项假设", f"This rests on {many(assumed, 'assumption')}"
    if confirm:
        most = assumption_said(chain, confirm[0])
        zh = f"{zh}，其中{most.for_language('zh')}影响最大，应最先核实"
        en = f"{en}; most hangs on {most.for_language('en')}, to be confirmed first"
    return sentence(zh, en)


def _first(chain: Chain, first: FirstItem) -> Text:
    title = titled(chain, first.item)
    takes = [quantity for quantity in (first.money, first.time) if quantity is not None]
    zh = "，".join(quantity.shown("zh") for quantity in takes)
    en = ", ".join(quantity.shown("en") for quantity in takes)
    return sentence(
        f"建议先做{title.for_language('zh')}{f'（{zh}）' if zh else ''}",
        f"To be done first: {title.for_language('en')}{f' ({en})' if en else ''}",
    )


def _small(title: str) -> str:
    """A title within a sentence: names and abbreviations keep their capitals."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title
