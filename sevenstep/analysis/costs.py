"""The costs of a flow in one unit: one currency may be written in several spellings, two are never added."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sevenstep.analysis.units import UnlikeUnits, convert, shown
from sevenstep.language import Text
from sevenstep.memory import per_element
from sevenstep.model.quantity import Quantity, same_unit, scale_of
from sevenstep.model.quantity import currency as currency_of
from sevenstep.model.step7_flows import Activity, Flow


@dataclass(frozen=True, slots=True)
class Costs:
    """What the activities of a flow cost, by id, all in `currency`; nothing where they cannot be added up."""

    of: dict[str, Quantity]
    currency: str = ""


@per_element
def costs(flow: Flow) -> Costs:
    """The costs of a flow, made once."""
    given = {node.id: node.cost for node in flow.steps.values() if isinstance(node, Activity) and node.cost is not None}
    if not given:
        return Costs({})
    currency = _common([cost.unit for cost in given.values()])
    try:
        return Costs({key: _in(cost, currency) for key, cost in given.items()}, currency)
    except UnlikeUnits:
        return Costs({})


def unlike(one: str, other: str) -> Text:
    """Why costs in two units are not added up."""
    first, second = shown(one), shown(other)
    is_money = currency_of(one) is not None and currency_of(other) is not None
    what_zh, what_en = ("币种", "currencies") if is_money else ("单位", "units")
    return Text(
        zh=f"费用有两种{what_zh}（{first.for_language('zh').strip()}、{second.for_language('zh').strip()}），不能相加",
        en=f"costs are in two {what_en}, {first.for_language('en')} and {second.for_language('en')}, "
        f"which cannot be added up",
    )


def cost_factor(unit: str, wanted: str) -> float | None:
    """What costs in one unit are multiplied by to be told in the other; None where they are in another currency."""
    if same_unit(unit, wanted):
        return 1.0
    try:
        return convert(1.0, unit, wanted)
    except UnlikeUnits:
        return None


def _common(units: Sequence[str]) -> str:
    """The unit to tell all costs in: as it is written where all agree, else one without a scale before it."""
    if all(same_unit(unit, units[0]) for unit in units):
        return units[0]
    return next((unit for unit in units if scale_of(unit)[0] == 1), units[0])


def _in(cost: Quantity, currency: str) -> Quantity:
    if cost.unit == currency:
        return cost
    points = tuple(convert(point, cost.unit, currency) for point in cost.points)
    return replace(cost, points=points, unit=currency)
