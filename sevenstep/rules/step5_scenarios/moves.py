"""How far a scenario moves an indicator: the better way, in a unit that fits, with its sign, and not too far."""

from collections.abc import Iterator
from typing import Final

from sevenstep.analysis.indicator_formulas import formulas
from sevenstep.analysis.promises import absolute, is_relative, promises
from sevenstep.analysis.results import Stand
from sevenstep.analysis.units import UnlikeUnits, convert, kind
from sevenstep.analysis.verdict_wording import both, stand_shown
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.quantity import Quantity, is_points
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step5_scenarios import Scenario
from sevenstep.rules.rule import Breach, rule

_SIGNS: Final = "+-−－﹣＋±"


@rule(
    "S506",
    "moves-the-wrong-way",
    Severity.ERROR,
    title=Text(zh="场景把指标朝好的方向推", en="A scenario moves an indicator the way that is better"),
    reason=Text(
        zh="推向坏的方向，不是正负号写错，就是指标的方向写错。",
        en="A move for the worse is a slip in the sign, or in the direction of the indicator.",
    ),
    bad="""
    indicators:
      clearance-time: {title: Clearance time, unit: h, direction: decrease}
    scenarios:
      multimodal: {title: Multimodal coordination, moves: {clearance-time: 30%}}
    """,
    good="""
    indicators:
      clearance-time: {title: Clearance time, unit: h, direction: decrease}
    scenarios:
      multimodal: {title: Multimodal coordination, moves: {clearance-time: -30%}}
    """,
)
def moves_the_wrong_way(chain: Chain) -> Iterator[Breach]:
    for scenario in chain.engagement.of(Scenario):
        for key, change in scenario.moves.items():
            indicator = chain.elements.get(key)
            if not isinstance(indicator, Indicator):
                continue
            up, down = indicator.direction == "increase", indicator.direction == "decrease"
            if (up and change.high < 0) or (down and change.low > 0):
                yield Breach(
                    scenario.id,
                    indicator.title.put(
                        zh=f"“{{}}”越{'大' if up else '小'}越好，这里却要变化 {change.text}",
                        en=f"“{{}}” is to {indicator.direction}, but here it is to change by {change.text}",
                    ),
                    Text(zh="改正负号，或改指标的 direction", en="Mend the sign, or the direction of the indicator"),
                    ("moves", key),
                )


@rule(
    "S507",
    "moves-in-another-unit",
    Severity.WARNING,
    title=Text(zh="改善幅度用百分比或指标的单位", en="How far an indicator moves is given in per cent or in its unit"),
    reason=Text(
        zh="单位对不上的改善幅度加不到指标上。",
        en="A change in another unit cannot be added to the indicator.",
    ),
    bad="""
    indicators:
      clearance-time: {title: Clearance time, unit: h, direction: decrease}
    scenarios:
      multimodal: {title: Multimodal coordination, moves: {clearance-time: -300 CNY}}
    """,
    good="""
    indicators:
      clearance-time: {title: Clearance time, unit: h, direction: decrease}
    scenarios:
      multimodal: {title: Multimodal coordination, moves: {clearance-time: -2 d}}
    """,
)
def moves_in_another_unit(chain: Chain) -> Iterator[Breach]:
    units = formulas(chain).units
    for scenario, key, change in _moves(chain):
        unit = units.get(key) or ""
        if _fits(change, unit):
            continue
        shown = unit or "—"
        remedy = Text(zh=f"写成百分比，或以 {shown} 为单位", en=f"Give it in per cent, or in {shown}")
        if is_points(change.unit):
            remedy = Text(
                zh=f"百分点只用于百分比的指标；写成百分比，或以 {shown} 为单位",
                en=f"Points are for indicators in per cent; give it in per cent, or in {shown}",
            )
        yield Breach(
            scenario.id,
            chain.elements[key].title.put(
                zh=f"{change.text} 的单位不是“{{}}”的单位 {shown}",
                en=f"The unit of {change.text} is not that of “{{}}”, {shown}",
            ),
            remedy,
            ("moves", key),
        )


def _fits(change: Quantity, unit: str) -> bool:
    if is_points(change.unit):
        return kind(unit) == "share" and bool(unit.strip())
    if not change.unit or is_relative(change):
        return True
    try:
        convert(1.0, change.unit, unit)
    except UnlikeUnits:
        return False
    return True


@rule(
    "S508",
    "move-without-sign",
    Severity.WARNING,
    title=Text(zh="改善幅度带正负号", en="A move has a sign"),
    reason=Text(
        zh="“40%”可以是提高 40%，也可以是提高到 40%：带上 + 或 -，就只能是前者。",
        en="“40%” may be by 40 % or up to 40 %: with its sign it can only be the former.",
    ),
    bad="""
    indicators:
      on-time: {title: Trains on time, unit: "%", direction: increase}
    scenarios:
      slots: {title: Shared slots, moves: {on-time: 40%}}
    """,
    good="""
    indicators:
      on-time: {title: Trains on time, unit: "%", direction: increase}
    scenarios:
      slots: {title: Shared slots, moves: {on-time: +40%}}
    """,
)
def move_without_sign(chain: Chain) -> Iterator[Breach]:
    for scenario, key, change in _moves(chain):
        if change.low <= 0 or any(sign in change.text for sign in _SIGNS) or _is_wrong_way(chain, key, change):
            continue
        yield Breach(
            scenario.id,
            chain.elements[key].title.put(
                zh=f"“{{}}”的改善幅度 {change.text} 没有正负号", en=f"The move of “{{}}”, {change.text}, has no sign"
            ),
            Text(
                zh=f"是增加就写 +{change.text}；是要达到的值，写进指标的 targets",
                en=f"Write +{change.text} for a rise; a value to be reached belongs into the targets of the indicator",
            ),
            ("moves", key),
        )


@rule(
    "S509",
    "move-of-more-than-all",
    Severity.ERROR,
    title=Text(zh="改善幅度不超过指标的全部", en="A move is no more than the whole"),
    reason=Text(
        zh="时间、费用减不到零以下，占比也到不了 100% 以上：这样的幅度是写错了。",
        en="No time or cost falls below zero, and no share rises above 100 %: such a move is a slip.",
    ),
    bad="""
    indicators:
      clearance-time: {title: Clearance time, unit: h, direction: decrease, baseline: 36}
    scenarios:
      multimodal: {title: Multimodal coordination, moves: {clearance-time: -120%}}
    """,
    good="""
    indicators:
      clearance-time: {title: Clearance time, unit: h, direction: decrease, baseline: 36}
    scenarios:
      multimodal: {title: Multimodal coordination, moves: {clearance-time: -12%}}
    """,
)
def move_of_more_than_all(chain: Chain) -> Iterator[Breach]:
    units = formulas(chain).units
    known = promises(chain)
    for scenario, key, change in _moves(chain):
        indicator, unit = chain.elements.get(key), units.get(key) or ""
        if not isinstance(indicator, Indicator):
            continue
        baseline = known[key].baseline
        if (reason := _too_much(indicator, change, baseline, unit)) is not None:
            yield Breach(
                scenario.id,
                indicator.title.put(
                    zh=f"“{{}}”变化 {change.text}：{reason.zh}", en=f"“{{}}” is to change by {change.text}: {reason.en}"
                ),
                Text(
                    zh="改正幅度；按百分点算的写“个百分点”，按比例算的写 %",
                    en="Mend the move; write “points” for points of per cent, % for a part of the baseline",
                ),
                ("moves", key),
            )


def _too_much(indicator: Indicator, change: Quantity, baseline: Stand | None, unit: str) -> Text | None:
    figures = [figure.value for _, figure in indicator.figures()]
    if any(value.low < 0 for value in figures):
        return None  # a rate, a temperature, a balance: it may be anything
    if is_relative(change) and convert(change.low, change.unit, "") < -1:
        return Text(zh="减得比全部还多", en="that is more than all of it")
    moved = absolute(change, baseline, unit)
    if moved is None or baseline is None:
        return None
    low, high = baseline.high + moved[0], baseline.low + moved[1]
    is_share = kind(unit) == "share" and bool(unit.strip())
    whole = convert(100.0, "%", unit) if is_share else 0.0
    said = both(lambda language: stand_shown(baseline, unit, language))
    if low < -_slack(baseline):
        return Text(zh=f"基线只有 {said.zh}，减不了这么多", en=f"its baseline is only {said.en}")
    if is_share and high > whole + _slack(baseline) and all(value.high <= whole for value in figures):
        return Text(
            zh=f"基线是 {said.zh}，加上去就超过 100%", en=f"from its baseline, {said.en}, that leads beyond 100 %"
        )
    return None


def _slack(baseline: Stand) -> float:
    return 1e-9 * max(1.0, abs(baseline.high))


def _moves(chain: Chain) -> Iterator[tuple[Scenario, str, Quantity]]:
    """Every move of an indicator that there is."""
    for scenario in chain.engagement.of(Scenario):
        for key, change in scenario.moves.items():
            if isinstance(chain.elements.get(key), Indicator):
                yield scenario, key, change


def _is_wrong_way(chain: Chain, key: str, change: Quantity) -> bool:
    direction = getattr(chain.elements.get(key), "direction", None)
    return (direction == "increase" and change.high < 0) or (direction == "decrease" and change.low > 0)


RULES: Final = (moves_the_wrong_way, moves_in_another_unit, move_without_sign, move_of_more_than_all)
"""These rules."""
