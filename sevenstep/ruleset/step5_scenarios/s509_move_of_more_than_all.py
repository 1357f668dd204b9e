from collections.abc import Iterator

from sevenstep.analysis.indicator_formulas import formulas
from sevenstep.analysis.promises import absolute, is_relative, promises
from sevenstep.analysis.results import StageValue
from sevenstep.analysis.units import convert, kind
from sevenstep.analysis.verdict_wording import both, stage_value_shown
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.quantity import Quantity
from sevenstep.model.step2_indicators import Indicator
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step5_scenarios.moves import every_move


@rule(
    "S509",
    "move-of-more-than-all",
    Severity.ERROR,
    title=Text(zh="改善幅度不超过指标的全部", en="A move is no more than the whole"),
    reason=Text(
        zh="时间、费用减不到零以下，占比也到不了 100% 以上：这样的幅度是写错了。",
        en="No time or cost falls below zero, and no share rises above 100 %: such a move is a slip.",
    ),
)
def move_of_more_than_all(chain: Chain) -> Iterator[Violation]:
    units = formulas(chain).units
    known = promises(chain)
    for scenario, key, change in every_move(chain):
        indicator, unit = chain.elements.get(key), units.get(key) or ""
        if not isinstance(indicator, Indicator):
            continue
        baseline = known[key].baseline
        if (reason := _too_much(indicator, change, baseline, unit)) is not None:
            yield Violation(
                scenario.id,
                indicator.title.inserted_into(
                    zh=f"“{{}}”变化 {change.text}：{reason.zh}", en=f"“{{}}” is to change by {change.text}: {reason.en}"
                ),
                Text(
                    zh="改正幅度；按百分点算的写“个百分点”，按比例算的写 %",
                    en="Correct the move; write “points” for points of per cent, % for a part of the baseline",
                ),
                ("moves", key),
            )


def _too_much(indicator: Indicator, change: Quantity, baseline: StageValue | None, unit: str) -> Text | None:
    figures = [figure.known for _, figure in indicator.figures()]
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
    said = both(lambda language: stage_value_shown(baseline, unit, language))
    if low < -_slack(baseline):
        return Text(zh=f"基线只有 {said.zh}，减不了这么多", en=f"its baseline is only {said.en}")
    if is_share and high > whole + _slack(baseline) and all(value.high <= whole for value in figures):
        return Text(
            zh=f"基线是 {said.zh}，加上去就超过 100%", en=f"from its baseline, {said.en}, that leads beyond 100 %"
        )
    return None


def _slack(baseline: StageValue) -> float:
    return 1e-9 * max(1.0, abs(baseline.high))
