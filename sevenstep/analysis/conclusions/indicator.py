"""What an indicator comes to: from where to where, beside its target, what accounts for it, and what is missing."""

from collections.abc import Iterator, Mapping
from typing import Final

from sevenstep.analysis.choices import CaveatKind, Verdict
from sevenstep.analysis.conclusions.conclusion import Conclusion, Figure, Scale
from sevenstep.analysis.conclusions.effects import comparison_with, difference_of, helping
from sevenstep.analysis.conclusions.in_time import indicator_in_time
from sevenstep.analysis.conclusions.needs import needs
from sevenstep.analysis.conclusions.wording import listed, named, quoted, sentence, sentence_of, spaced
from sevenstep.analysis.estimates import in_unit
from sevenstep.analysis.judging import worse_said
from sevenstep.analysis.results import Analysis, DimensionState, IndicatorState, MemberState, StageValue
from sevenstep.analysis.units import UnlikeUnits
from sevenstep.analysis.verdict_wording import both, change_shown, missed_by, stage_value_shown
from sevenstep.chain.graph import Chain
from sevenstep.language import Language, Text
from sevenstep.model.choices import Direction, Stage
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step7_flows import Flow

_BY: Final[Mapping[Stage, Text]] = {
    Stage.TO_BE: Text(zh="按目标流程测算", en="by the to-be flows"),
    Stage.TODAY: Text(zh="按最新实测", en="by the last measurement"),
    Stage.AS_IS: Text(zh="按现状流程测算", en="by the flows as they are"),
}
_NO_TARGET: Final = Text(zh="尚无目标值", en="no target is set")
_BY_MEMBER: Final = Text(
    zh="目标值仅按成员设定，未设整体目标值", en="targets are set by member only, not for the whole"
)
_MOSTLY: Final = 0.5
"""The part of a change that must be known for it to be called most of it."""
_TOLD: Final = frozenset({CaveatKind.BEYOND})
"""What the headline says already."""


def indicator_conclusion(chain: Chain, analysis: Analysis, indicator: Indicator) -> Conclusion:
    """The headline says where it goes and whether that is enough."""
    state = analysis.goal_attainment.indicators[indicator.id]
    figure = indicator_figure(chain, state)
    return Conclusion(
        sentence_of(standing(state)),
        tuple(_lead(chain, analysis, indicator, state)),
        (figure,) if figure is not None else (),
    )


# -- the headline ---------------------------------------------------------------------------


def standing(state: IndicatorState) -> Text:
    """Where the indicator goes and how that stands to its last target, without a full stop."""
    value = state.value or state.stage_values.get(Stage.TO_BE) or state.stage_values.get(Stage.TODAY)
    if not state.targets:
        return _course(state, value, _BY_MEMBER if _judged_members(state) else _NO_TARGET)
    if state.verdict == Verdict.UNKNOWN or value is None:
        return _unknown(state)
    return _course(state, value, _verdict(state))


def _unknown(state: IndicatorState) -> Text:
    """That a target cannot be judged, and why."""
    _, target = state.targets[-1]
    baseline = state.stage_values.get(Stage.BASELINE)
    if state.has(CaveatKind.TARGET_WORSE) and baseline is not None:
        said = worse_said(target, baseline, state.unit)
        return said.inserted_into(zh="{}，无从判断", en="it cannot be judged: {}")
    wanted = target_said(state)
    reason = state.reason or Text(zh="没有可比的数值", en="there is no value to hold against it")
    return Text(
        zh=f"能否达到目标{wanted.zh}尚无法判断：{reason.for_language('zh')}",
        en=f"whether it reaches its target, {wanted.en}, cannot be judged yet: {reason.for_language('en')}",
    )


def _course(state: IndicatorState, value: StageValue | None, verdict: Text) -> Text:
    """From the baseline to the value, and the verdict behind it."""
    baseline = state.stage_values.get(Stage.BASELINE)
    if value is None:
        if baseline is None:
            return verdict
        return Text(
            zh=f"基线为 {_shown(state, baseline, 'zh')}，{verdict.zh}",
            en=f"the baseline is {_shown(state, baseline, 'en')}; {verdict.en}",
        )
    by = _BY.get(_stage_of(state, value), _BY[Stage.TO_BE])
    told = both(lambda language: _shown(state, value, language, baseline))
    if baseline is None or baseline is value:
        return Text(zh=f"{by.zh}为 {told.zh}，{verdict.zh}", en=f"{by.en} it is {told.en}; {verdict.en}")
    was = both(lambda language: _shown(state, baseline, language, value))
    if value.value == baseline.value or was.zh == told.zh:
        return Text(zh=f"{by.zh}仍为 {told.zh}，{verdict.zh}", en=f"{by.en} it stays at {told.en}; {verdict.en}")
    zh, en = ("降到", "falls") if value.value < baseline.value else ("升到", "rises")
    return Text(
        zh=f"{by.zh}，由 {spaced(was.zh)}{zh} {told.zh}，{verdict.zh}",
        en=f"{by.en} it {en} from {was.en} to {told.en}; {verdict.en}",
    )


def _stage_of(state: IndicatorState, value: StageValue) -> Stage:
    return next((stage for stage, known in state.stage_values.items() if known is value), Stage.TODAY)


def _shown(state: IndicatorState, value: StageValue, language: Language, *others: StageValue | None) -> str:
    apart = [*(target for _, target in state.targets[-1:]), *(other for other in others if other is not None)]
    return stage_value_shown(value, state.unit, language, [other for other in apart if other is not value])


def target_said(state: IndicatorState) -> Text:
    """The last target with its date: “ 3 天（2027）”."""
    day, target = state.targets[-1]
    others = [state.value] if state.value is not None else []
    told = both(lambda language: stage_value_shown(target, state.unit, language, others))
    return Text(zh=f" {told.zh}（{day}）" if day else f" {told.zh}", en=f"{told.en} ({day})" if day else told.en)


def _verdict(state: IndicatorState) -> Text:
    target = target_said(state)
    if state.verdict == Verdict.REACHED:
        return Text(zh=f"达到目标{target.zh}", en=f"that reaches the target, {target.en}")
    if state.verdict == Verdict.UNSETTLED:
        return Text(
            zh=f"与目标{target.zh}相比，尚不能认定达标",
            en=f"that cannot be called reaching the target, {target.en}, yet",
        )
    if not state.gap:
        return Text(zh=f"恰在目标{target.zh}的界限上，未达标", en=f"that is just on the bound of {target.en}: missed")
    gap = missed_by(state, state.gap, state.targets[-1][1])
    if state.has(CaveatKind.BEYOND):
        return Text(zh=f"超出目标范围{target.zh} {gap.zh}", en=f"that is {gap.en} beyond the range of {target.en}")
    return Text(zh=f"距目标{target.zh}还差 {gap.zh}", en=f"that misses the target, {target.en}, by {gap.en}")


# -- the lead -------------------------------------------------------------------------------


def _lead(chain: Chain, analysis: Analysis, indicator: Indicator, state: IndicatorState) -> Iterator[Text]:
    if (due := accounts(chain, analysis, state)) is not None:
        yield due
    yield from indicator_in_time(chain, analysis.course, indicator.id)
    for caveat in state.caveats:
        if caveat.kind not in _TOLD and not (
            caveat.kind == CaveatKind.TARGET_WORSE and state.verdict == Verdict.UNKNOWN
        ):
            yield sentence_of(caveat.message)
    if (members := _members(state)) is not None:
        yield members
    if (wanted := needs(chain, analysis, indicator)) is not None:
        yield sentence_of(wanted.asked)


def accounts(chain: Chain, analysis: Analysis, state: IndicatorState) -> Text | None:
    """Which measures account for most of the change, in the unit of the indicator."""
    value = state.stage_values.get(Stage.TO_BE)
    if value is None:
        return None
    moved, whole = contributions(chain, analysis, state)
    if not moved:
        return _of_formula(chain, state, value)
    parts = [
        named(chain, measures).inserted_into(
            zh=f"{{}}（{_change(state, change, 'zh')}）", en=f"{{}} ({_change(state, change, 'en')})"
        )
        for measures, change in list(moved.items())[:3]
    ]
    said = listed(parts)
    if abs(sum(moved.values())) < _MOSTLY * abs(whole):
        return sentence(
            f"其中可归因于举措的部分：{said.zh}", f"Only a part of the change can be put down to measures: {said.en}"
        )
    return sentence(f"变化主要来自{said.zh}", f"Most of the change comes from {said.en}")


def _change(state: IndicatorState, change: float, language: Language) -> str:
    """A difference with its sign."""
    return change_shown((change, change), None, state.unit, language)


def contributions(
    chain: Chain, analysis: Analysis, state: IndicatorState
) -> tuple[dict[tuple[str, ...], float], float]:
    """By measures: what they change of an indicator that flows estimate, the largest first, and the whole change from
    as is to to be; nothing where that cannot be added up."""
    value = state.stage_values.get(Stage.TO_BE)
    found: dict[tuple[str, ...], float] = {}
    whole = 0.0
    for key in value.origin.split() if value is not None else ():
        flow = chain.elements.get(key)
        asked = flow.estimates.get(state.indicator) if isinstance(flow, Flow) else None
        if asked is None or asked.of:
            return {}, 0.0
        comparison = comparison_with(analysis, key)
        difference = difference_of(comparison, asked.metric)
        if comparison is None or difference is None:
            return {}, 0.0
        try:
            one = in_unit(1.0, asked.metric, comparison.currency, state.unit)
        except UnlikeUnits:
            return {}, 0.0
        whole += difference.mean * one
        for share in helping(difference):
            found[share.measures] = found.get(share.measures, 0.0) + share.difference * one
    return dict(sorted(found.items(), key=lambda entry: -abs(entry[1]))), whole


def _of_formula(chain: Chain, state: IndicatorState, value: StageValue) -> Text | None:
    """Of an indicator that is computed from others: from which."""
    inputs = [element.id for element in chain.targets(state.indicator, "computed-from")]
    if value.origin != "formula" or not inputs:
        return None
    said = named(chain, inputs)
    return sentence(f"由{said.zh}按公式算出", f"It is computed from {said.en}")


def _members(state: IndicatorState) -> Text | None:
    """How many members of its dimensions reach targets of their own."""
    for dimension, judged in _judged_members(state):
        title, count = dimension.title, len(judged)
        told = listed([*_by_verdict(judged)])
        zh = f"按“{title.for_language('zh')}”分别定了目标值的 {count} 个成员中，{told.for_language('zh')}"
        en = f"of {count} with a target of their own by “{title.for_language('en')}”, {told.for_language('en')}"
        return sentence(zh, en)
    return None


def _by_verdict(members: list[MemberState]) -> Iterator[Text]:
    """How many members have which verdict; those that miss their targets by name."""
    for verdict, zh, en in (
        (Verdict.REACHED, "个能达标", "reach it"),
        (Verdict.MISSED, "个不能达标", "miss it"),
        (Verdict.UNSETTLED, "个尚存疑", "are not settled"),
        (Verdict.UNKNOWN, "个尚无法判断", "cannot be judged yet"),
    ):
        titles = [quoted(member.title) for member in members if member.state.verdict == verdict]
        if not titles:
            continue
        count, who = len(titles), listed(titles[:3])
        named_zh, named_en = ("", "")
        if verdict == Verdict.MISSED:
            named_zh = f"（{who.zh}{'等' if count > 3 else ''}）"
            named_en = f" ({who.en}{' and others' if count > 3 else ''})"
        yield Text(zh=f"{count} {zh}{named_zh}", en=f"{count} {en}{named_en}")


def _judged_members(state: IndicatorState) -> list[tuple[DimensionState, list[MemberState]]]:
    """By dimension the members that have targets of their own."""
    found = (
        (dimension, [member for member in dimension.members if member.state.targets]) for dimension in state.dimensions
    )
    return [(dimension, members) for dimension, members in found if members]


# -- the figure -----------------------------------------------------------------------------


def indicator_figure(chain: Chain, state: IndicatorState) -> Figure | None:
    """From the baseline to the value that is judged, with the target; None where there is no figure at all."""
    element = chain.elements.get(state.indicator)
    before = state.stage_values.get(Stage.BASELINE) or state.stage_values.get(Stage.AS_IS)
    after = state.value or state.stage_values.get(Stage.TO_BE) or state.stage_values.get(Stage.TODAY)
    if after is before:
        after = None
    target = state.targets[-1][1] if state.targets else None
    if element is None or (before is None and after is None and target is None):
        return None
    known = [value for value in (before, after, target) if value is not None]

    def told(value: StageValue | None) -> Text | None:
        if value is None:
            return None
        return both(
            lambda language: stage_value_shown(value, state.unit, language, [one for one in known if one is not value])
        )

    moved = after.value - before.value if before is not None and after is not None else 0.0
    change = both(lambda language: change_shown((moved, moved), None, state.unit, language)) if moved else None
    return Figure(
        element.title,
        told(before),
        told(after),
        told(target),
        change,
        _is_better(element, moved),
        state.verdict if state.targets else None,
        Scale(*(value.value if value is not None else None for value in (before, after, target))),
        state.indicator,
        Text(plain=state.targets[-1][0]) if state.targets and state.targets[-1][0] else None,
    )


def _is_better(element: object, moved: float) -> bool | None:
    direction = element.direction if isinstance(element, Indicator) else None
    if not moved or direction not in {Direction.INCREASE, Direction.DECREASE}:
        return None
    return (moved > 0) == (direction == Direction.INCREASE)
