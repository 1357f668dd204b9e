from collections.abc import Iterator

from sevenstep.analysis.indicator_formulas import formulas
from sevenstep.analysis.promises import is_relative
from sevenstep.analysis.units import UnlikeUnits, convert, kind
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.quantity import Quantity, is_points
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step5_scenarios.moves import every_move


@rule(
    "S507",
    "moves-in-another-unit",
    Severity.WARNING,
    title=Text(zh="改善幅度用百分比或指标的单位", en="How far an indicator moves is given in per cent or in its unit"),
    reason=Text(
        zh="单位对不上的改善幅度加不到指标上。",
        en="A change in another unit cannot be added to the indicator.",
    ),
)
def moves_in_another_unit(chain: Chain) -> Iterator[Violation]:
    units = formulas(chain).units
    for scenario, key, change in every_move(chain):
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
        yield Violation(
            scenario.id,
            chain.elements[key].title.inserted_into(
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
