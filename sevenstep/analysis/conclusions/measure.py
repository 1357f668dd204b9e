"""What a measure comes to: what it moves and how much of the whole that is, at which cost and in what time, which
findings it answers, and whether the targets are reached with it."""

from collections.abc import Iterator, Sequence
from typing import Final

from sevenstep.analysis.choices import Verdict
from sevenstep.analysis.conclusions.conclusion import Conclusion, Figure
from sevenstep.analysis.conclusions.effects import Effect, effects, of_metric
from sevenstep.analysis.conclusions.indicator import contributions, target_said
from sevenstep.analysis.conclusions.item import amount_said, paid_for
from sevenstep.analysis.conclusions.wording import listed, named, part_of, quoted, said_width, sentence, spaced, titled
from sevenstep.analysis.judging import missing
from sevenstep.analysis.results import Analysis, IndicatorState, StageValue
from sevenstep.analysis.verdict_wording import both, stage_value_shown
from sevenstep.analysis.wording import is_better, shown_difference
from sevenstep.chain.graph import Chain
from sevenstep.language import Text
from sevenstep.model.choices import Metric, Stage
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Flow, Measure

_FIRST: Final = (
    Metric.LEAD_TIME,
    Metric.COST,
    Metric.REENTRIES,
    Metric.REWORK_PROBABILITY,
    Metric.HANDOFFS,
    Metric.DISCREPANCY_RATE,
    Metric.DAMAGE_RATE,
    Metric.EMISSIONS,
)
"""What is told of a measure, in this order."""
_SHORTENS: Final = {
    Metric.LEAD_TIME: (("全程缩短", "全程反而增加"), ("It cuts the lead time by", "It adds to the lead time:")),
    Metric.COST: (("每件成本降低", "每件成本增加"), ("It cuts the cost per case by", "It adds to the cost per case:")),
}
_MOST_TOLD: Final = 3
_ALL: Final = 0.995
"""A part that is the whole, or more than it, is not told."""


def measure_conclusion(chain: Chain, analysis: Analysis, measure: Measure) -> Conclusion:
    """The headline says what it moves, which part of the whole that is, and at which cost."""
    found = effects(analysis, measure.id)
    return Conclusion(
        _headline(chain, measure, found),
        tuple(_lead(chain, analysis, measure, found)),
        tuple(_figures(chain, measure, found)),
    )


def first_effect(found: Sequence[Effect]) -> Effect | None:
    """The effect that is told first: on the lead time, else on the cost, else on what comes first of the others."""
    for metric in _FIRST:
        if of := of_metric(found, metric):
            return of[0]
    return None


def effect_said(chain: Chain, effect: Effect) -> Text:
    """What a measure does to a metric, as a clause: “全程缩短 1.8 天，占全部缩短的 9%”."""
    beside = (effect.whole.before.mean, effect.whole.after.mean)
    much = said_width(effect.metric, effect.difference, effect.comparison.currency, beside)
    down = effect.difference < 0
    if effect.metric in _SHORTENS:
        (zh_down, zh_up), (en_down, en_up) = _SHORTENS[effect.metric]
        told = Text(zh=f"{zh_down if down else zh_up} {much.zh}", en=f"{en_down if down else en_up} {much.en}")
    else:
        name = effect.metric.label
        told = Text(
            zh=f"{name.zh}{'减少' if down else '增加'} {much.zh}",
            en=f"It {'cuts' if down else 'raises'} {name.en} by {much.en}",
        )
    if effect.part is not None and effect.part < _ALL:
        part, what = part_of(effect.difference, effect.whole.mean), _whole(chain, effect)
        told = Text(zh=f"{told.zh}，占{what.zh}的 {part}", en=f"{told.en}, {part} of {what.en}")
    others = [key for key in effect.measures if key in chain.elements]
    if len(others) > 1:
        who = named(chain, others)
        told = Text(zh=f"{told.zh}（{who.zh}合在一起）", en=f"{told.en} ({who.en} together)")
    return told


def _whole(chain: Chain, effect: Effect) -> Text:
    """Of which difference an effect is a part."""
    down = effect.whole.mean < 0
    zh, en = ("缩短" if effect.metric == Metric.LEAD_TIME else "降幅", "the cut") if down else ("增加", "the rise")
    item = chain.elements.get(effect.comparison.item or "")
    if item is not None:
        return Text(zh=f"“{item.title.for_language('zh')}”全部{zh}", en=f"{en} of “{item.title.for_language('en')}”")
    return Text(zh=f"全部{zh}", en=en.replace("the ", "the whole "))


def _headline(chain: Chain, measure: Measure, found: Sequence[Effect]) -> Text:
    first = first_effect(found)
    paid = paid_for(measure.cost, measure.time) or Text(zh="投入尚未写明", en="its cost is not known yet")
    told = effect_said(chain, first) if first is not None else _no_effect(chain, measure)
    return sentence(f"{told.for_language('zh')}；{paid.zh}", f"{told.for_language('en')}; {paid.en}")


def _no_effect(chain: Chain, measure: Measure) -> Text:
    """Why nothing is known of what it does."""
    if not measure.changes and not measure.shapes:
        return Text(
            zh="尚未写明改变哪些步骤、对应哪个目标流程，成效无从测算",
            en="Its effect is not known: it names neither steps that it changes nor a to-be flow",
        )
    return Text(
        zh="成效尚无法测算：所涉流程没有现状与目标可比，或两者没有差别",
        en="Its effect cannot be computed: its flows show no difference between as is and to be",
    )


# -- the lead -------------------------------------------------------------------------------


def _lead(chain: Chain, analysis: Analysis, measure: Measure, found: Sequence[Effect]) -> Iterator[Text]:
    first = first_effect(found)
    rest = [of[0] for metric in _FIRST if (of := of_metric(found, metric)) and of[0] is not first]
    more = [one for one in of_metric(found, first.metric) if one is not first] if first is not None else []
    if more:
        yield _elsewhere(chain, more)
    if rest:
        told = listed([_short(effect) for effect in rest[:_MOST_TOLD]])
        yield sentence(f"此外：{told.for_language('zh')}", f"Besides: {told.for_language('en')}")
    if measure.answers:
        what = named(chain, [key for key in measure.answers if key in chain.elements])
        yield sentence(f"应对{what.zh}", f"It answers {what.en}")
    else:
        yield sentence("未写明应对哪个发现", "It names no finding that it answers")
    yield from _targets(chain, analysis, measure)
    yield from _duration(chain, measure)


def _elsewhere(chain: Chain, more: Sequence[Effect]) -> Text:
    parts = []
    for effect in more[:_MOST_TOLD]:
        beside = (effect.whole.before.mean, effect.whole.after.mean)
        much = both(
            lambda language, effect=effect, beside=beside: shown_difference(  # type: ignore[misc]
                effect.metric, effect.difference, language, effect.comparison.currency, beside=beside
            )
        )
        where = _where(chain, effect)
        parts.append(Text(zh=f"{where.zh}（{much.zh}）", en=f"{where.en} ({much.en})"))
    told = listed(parts)
    return sentence(f"另见于{told.zh}", f"It works in {told.en}, too")


def _where(chain: Chain, effect: Effect) -> Text:
    if effect.comparison.item is not None:
        return titled(chain, effect.comparison.item)
    return quoted(effect.comparison.journey or Text(zh="全程", en="the whole journey"))


def _short(effect: Effect) -> Text:
    beside = (effect.whole.before.mean, effect.whole.after.mean)
    much = both(
        lambda language: shown_difference(
            effect.metric, effect.difference, language, effect.comparison.currency, beside=beside
        )
    )
    return Text(zh=f"{effect.metric.label.zh} {much.zh}", en=f"{effect.metric.label.en} {much.en}")


def flows_of(chain: Chain, measure: Measure) -> tuple[str, ...]:
    """The flows that it shapes, and those whose steps it changes."""
    shaped = [flow.id for flow in chain.targets(measure.id, "shapes")]
    changed = [node.id.rpartition("/")[0] for node in chain.targets(measure.id, "changes")]
    return tuple(key for key in dict.fromkeys([*shaped, *changed]) if isinstance(chain.elements.get(key), Flow))


def judged_with(chain: Chain, analysis: Analysis, measure: Measure) -> list[IndicatorState]:
    """The indicators with a target that flows estimate at which it is at work."""
    keys = dict.fromkeys(
        key
        for flow in flows_of(chain, measure)
        if isinstance(found := chain.elements[flow], Flow)
        for key in found.estimates
    )
    known = analysis.goal_attainment.indicators
    return [known[key] for key in keys if key in known and known[key].targets]


def _targets(chain: Chain, analysis: Analysis, measure: Measure) -> Iterator[Text]:
    """Which targets its flows bear on, and which of them would be missed without it."""
    states = judged_with(chain, analysis, measure)
    if not states:
        return
    reached = [state for state in states if state.verdict == Verdict.REACHED]
    missed = [state.indicator for state in states if state.verdict == Verdict.MISSED]
    open_ = [state.indicator for state in states if state.verdict in {Verdict.UNSETTLED, Verdict.UNKNOWN}]
    parts = []
    for keys, zh, en in (
        ([state.indicator for state in reached], "可达标", "reached"),
        (missed, "仍不能达标", "still missed"),
        (open_, "尚存疑", "not settled"),
    ):
        if keys:
            what, verb = named(chain, keys), "is" if len(keys) == 1 else "are"
            parts.append(Text(zh=f"{what.zh}{zh}", en=f"{what.en} {verb} {en}"))
    told = listed(parts)
    zh = "，".join(part.for_language("zh") for part in parts)
    yield sentence(f"计入该举措，{zh}", f"With it, {told.for_language('en')}")
    for state in reached[:_MOST_TOLD]:
        if (without := _without(chain, analysis, state, measure.id)) is not None:
            yield without


def _without(chain: Chain, analysis: Analysis, state: IndicatorState, measure: str) -> Text | None:
    """That a target that is reached would be missed without the measure, all else alike; None where it would not be,
    or nobody can tell."""
    value, indicator = state.stage_values.get(Stage.TO_BE), chain.elements.get(state.indicator)
    if value is None or not isinstance(indicator, Indicator) or state.value is not value:
        return None
    moved, _ = contributions(chain, analysis, state)
    share = moved.get((measure,))
    if share is None:
        return None
    alone = value.value - share
    held = StageValue(alone, alone, alone, "without")
    if not missing(indicator.direction or "", held, state.targets[-1][1]):
        return None
    told, wanted = both(lambda language: stage_value_shown(held, state.unit, language)), target_said(state)
    title = titled(chain, state.indicator)
    return sentence(
        f"若无该举措，{title.zh}为 {told.zh}，不能达到目标{wanted.zh}",
        f"Without it {title.en} is {told.en} and misses the target, {wanted.en}",
    )


def items_of(chain: Chain, measure: Measure) -> tuple[Item, ...]:
    """The items whose flows it changes."""
    found = {
        item.id: item
        for flow in flows_of(chain, measure)
        for item in chain.targets(flow, "details")
        if isinstance(item, Item)
    }
    return tuple(found.values())


def _duration(chain: Chain, measure: Measure) -> Iterator[Text]:
    """How long the items take that it belongs to, where it does not say how long it takes itself."""
    if measure.time is not None:
        return
    timed = [item for item in items_of(chain, measure) if item.change is not None and item.change.time is not None]
    if not timed:
        return
    parts = []
    for item in timed[:_MOST_TOLD]:
        if item.change is not None and item.change.time is not None:
            lasts, title = amount_said(item.change.time), quoted(item.title)
            parts.append(Text(zh=f"{title.zh}要 {spaced(lasts.zh)}".rstrip(), en=f"{title.en} takes {lasts.en}"))
    told = listed(parts)
    yield sentence(f"所在事项的工期：{told.for_language('zh')}", f"The items it belongs to: {told.for_language('en')}")


# -- the figures ----------------------------------------------------------------------------


def _figures(chain: Chain, measure: Measure, found: Sequence[Effect]) -> Iterator[Figure]:
    for metric in _FIRST:
        for effect in of_metric(found, metric)[:1]:
            yield _figure(chain, effect)
    if measure.cost is not None:
        yield Figure(Text(zh="投入", en="Cost"), after=amount_said(measure.cost))
    if measure.time is not None:
        yield Figure(Text(zh="工期", en="Time"), after=amount_said(measure.time))
        return
    if measure.time is not None:
        yield Figure(Text(zh="工期", en="Time"), after=amount_said(measure.time))
        return
    timed = [item.change.time for item in items_of(chain, measure) if item.change is not None and item.change.time]
    if timed:
        longest = max(timed, key=lambda time: time.hours[-1])
        yield Figure(Text(zh="事项工期", en="Time of its items"), after=amount_said(longest))


def _figure(chain: Chain, effect: Effect) -> Figure:
    beside = (effect.whole.before.mean, effect.whole.after.mean)
    change = both(
        lambda language: shown_difference(
            effect.metric, effect.difference, language, effect.comparison.currency, beside=beside
        )
    )
    note = None
    if effect.part is not None and effect.part < _ALL:
        part = part_of(effect.difference, effect.whole.mean)
        what = _whole(chain, effect)
        note = Text(zh=f"占{what.zh}的 {part}", en=f"{part} of {what.en}")
    return Figure(effect.metric.label, change=change, is_better=is_better(effect.metric, effect.difference), note=note)
