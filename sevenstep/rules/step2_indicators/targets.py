"""Targets lie where the indicator is meant to go."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Final

from sevenstep.analysis.indicator_values import stand
from sevenstep.analysis.judging import is_worse
from sevenstep.analysis.units import UnlikeUnits
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.dates import days_of, is_before
from sevenstep.model.element import Figure
from sevenstep.model.quantity import Quantity, same_unit
from sevenstep.model.step2_indicators import Indicator
from sevenstep.rules.rule import Breach, rule


@rule(
    "S209",
    "target-on-wrong-side",
    Severity.ERROR,
    title=Text(zh="目标值在基线的正确一侧", en="A target lies on the better side of the baseline"),
    reason=Text(
        zh="比现在还差的目标值，不是方向写错，就是数字写错。",
        en="A target worse than today is a slip in the direction or in the figure.",
    ),
    bad="""
    indicators:
      clearance-time: {title: Clearance time, unit: h, direction: decrease, baseline: 36, targets: {2027: 48}}
    """,
    good="""
    indicators:
      clearance-time: {title: Clearance time, unit: h, direction: decrease, baseline: 36, targets: {2027: 16}}
    """,
)
def target_on_wrong_side(chain: Chain) -> Iterator[Breach]:
    for one in chain.engagement.of(Indicator):
        for day in _on_wrong_side(one):
            zh, en = ("越大越好", "increase") if one.direction == "increase" else ("越小越好", "decrease")
            target = _shown(one, one.targets[day].value)
            start = _shown(one, one.baseline.value) if one.baseline is not None else target
            yield Breach(
                one.id,
                Text(
                    zh=f"指标“{one.id}”{zh}，{day} 的目标值（{target.zh}）却比基线（{start.zh}）更差",
                    en=f"Indicator “{one.id}” is to {en}, yet its target of {day}, {target.en}, is worse than "
                    f"the baseline, {start.en}",
                ),
                Text(
                    zh="改正 direction、目标值或基线；先退后进是有意的，写明理由：accepted: {S209: 理由}",
                    en="Mend the direction, the target or the baseline; if it is to get worse first, say why: "
                    "accepted: {S209: reason}",
                ),
                ("targets", day),
            )


@rule(
    "S210",
    "target-against-direction",
    Severity.WARNING,
    title=Text(zh="后面的目标值不比前面的差", en="A later target is no worse than an earlier one"),
    reason=Text(
        zh="先进后退的目标多半是数字写错了；真要这样，请写明理由。",
        en="Targets that go forth and back are mostly a slip; if it is meant, say why.",
    ),
    bad="""
    indicators:
      clearance-time: {title: Clearance time, unit: h, direction: decrease, targets: {2025: 16, 2027: 24}}
    """,
    good="""
    indicators:
      clearance-time: {title: Clearance time, unit: h, direction: decrease, targets: {2025: 24, 2027: 16}}
    """,
)
def target_against_direction(chain: Chain) -> Iterator[Breach]:
    for one in chain.engagement.of(Indicator):
        worse = _on_wrong_side(one)
        for before, after in pairwise(sorted(one.targets, key=_due)):
            earlier, later = one.targets[before].value, one.targets[after].value
            if after not in worse and _worse(one, later, earlier):
                is_, was = _shown(one, later), _shown(one, earlier)
                yield Breach(
                    one.id,
                    Text(
                        zh=f"{after} 的目标值（{is_.zh}）比 {before} 的（{was.zh}）更差",
                        en=f"The target of {after}, {is_.en}, is worse than that of {before}, {was.en}",
                    ),
                    Text(
                        zh="改正其中一个，或写明理由：accepted: {S210: 理由}",
                        en="Mend one of them, or say why: accepted: {S210: reason}",
                    ),
                    ("targets", after),
                )


@rule(
    "S211",
    "dates-out-of-order",
    Severity.WARNING,
    title=Text(
        zh="日期从早到晚写，目标在基线之后", en="Dates are written in order, and targets come after the baseline"
    ),
    reason=Text(
        zh="顺序乱了的日期多半是写错了年份。",
        en="Dates out of order are mostly a slip of the year.",
    ),
    bad="""
    indicators:
      clearance-time:
        title: Clearance time
        unit: h
        baseline: {value: 36, date: 2025}
        targets: {2024: 30, 2027: 16}
        measurements: {2026Q2: 31, 2026Q1: 34}
    """,
    good="""
    indicators:
      clearance-time:
        title: Clearance time
        unit: h
        baseline: {value: 36, date: 2025}
        targets: {2026: 30, 2027: 16}
        measurements: {2026Q1: 34, 2026Q2: 31}
    """,
)
def dates_out_of_order(chain: Chain) -> Iterator[Breach]:
    for one in chain.engagement.of(Indicator):
        start = one.baseline.date if one.baseline is not None else None
        for day in one.targets:
            if start is not None and _due(day) <= _due(start):
                yield Breach(
                    one.id,
                    Text(
                        zh=f"目标的日期 {day} 不在基线的日期 {start} 之后",
                        en=f"The target of {day} does not come after the baseline of {start}",
                    ),
                    Text(zh="改正其中一个日期", en="Mend one of the two dates"),
                    ("targets", day),
                    on_key=True,
                )
        for field, days in (("targets", list(one.targets)), ("measurements", list(one.measurements))):
            for before, after in pairwise(days):
                if is_before(after, before):
                    yield Breach(
                        one.id,
                        Text(zh=f"{after} 写在 {before} 后面", en=f"{after} is written after {before}"),
                        Text(zh="按时间先后写，或改正年份", en="Write them in order of time, or mend the year"),
                        (field, after),
                        on_key=True,
                    )


@rule(
    "S212",
    "hold-without-range",
    Severity.WARNING,
    title=Text(zh="要保持的指标，目标是一个范围", en="An indicator to be held has a range as its target"),
    reason=Text(
        zh="“保持”是指不出某个范围；只有一个数，稍有波动就算没达到。",
        en="To hold means to stay within a range; a single figure is missed by the least change.",
    ),
    bad="""
    indicators:
      stock: {title: Empty containers in stock, unit: TEU, direction: hold, targets: {2027: 900}}
    """,
    good="""
    indicators:
      stock: {title: Empty containers in stock, unit: TEU, direction: hold, targets: {2027: 800..1000}}
    """,
)
def hold_without_range(chain: Chain) -> Iterator[Breach]:
    for one in chain.engagement.of(Indicator):
        if (
            one.direction == "hold"
            and one.targets
            and all(len(t.value.points) == 1 and not t.value.bound for t in one.targets.values())
        ):
            last = max(one.targets, key=_due)
            yield Breach(
                one.id,
                Text(
                    zh=f"指标“{one.id}”要保持在范围内，目标值却不是一个范围",
                    en=f"Indicator “{one.id}” is to hold, but its target is not a range",
                ),
                Text(zh=f"写成 {last}: 低..高", en=f"Write {last}: low..high"),
                ("targets", last),
            )


def _due(day: str) -> date:
    days = days_of(day)
    return days[1] if days else date.min


def _on_wrong_side(indicator: Indicator) -> list[str]:
    """The days of the targets that are worse than the baseline."""
    baseline = indicator.baseline
    if baseline is None:
        return []
    return [day for day, target in indicator.targets.items() if _worse(indicator, target.value, baseline.value)]


def _shown(indicator: Indicator, value: Quantity) -> Text:
    return Text(zh=value.shown("zh", indicator.unit), en=value.shown("en", indicator.unit))


def _worse(indicator: Indicator, one: Quantity, than: Quantity) -> bool:
    """Whether the first lies wholly on the worse side of the second; never in different units."""
    unit = indicator.figures_unit or ""
    if not same_unit(one.unit or unit, than.unit or unit):
        return False  # another rule tells that
    try:
        first, second = (stand(Figure(value=value), unit, "stated") for value in (one, than))
    except UnlikeUnits:
        return False
    return is_worse(indicator.direction, first, second)


@rule(
    "S218",
    "bound-against-direction",
    Severity.ERROR,
    title=Text(zh="目标的界限与方向一致", en="A bound lies on the side to which the indicator is to go"),
    reason=Text(
        zh="越大越好的指标写“不超过”，或者越小越好的写“不低于”，达到了反而是坏事。",
        en="An upper bound of what is to increase, or a lower one of what is to decrease, is reached by getting worse.",
    ),
    bad="""
    indicators:
      on-time: {title: Trains on time, unit: "%", direction: increase, targets: {2027: ≤95%}}
    """,
    good="""
    indicators:
      on-time: {title: Trains on time, unit: "%", direction: increase, targets: {2027: ≥95%}}
    """,
)
def bound_against_direction(chain: Chain) -> Iterator[Breach]:
    for one in chain.engagement.of(Indicator):
        wrong = {"increase": {"≤", "<"}, "decrease": {"≥", ">"}}.get(one.direction or "", set())
        for day, target in one.targets.items():
            if target.value.bound in wrong:
                up = one.direction == "increase"
                shown = _shown(one, target.value)
                yield Breach(
                    one.id,
                    one.title.put(
                        zh=f"“{{}}”越{'大' if up else '小'}越好，{day} 的目标值却写成 {shown.zh}",
                        en=f"“{{}}” is to {one.direction}, but its target of {day} is {shown.en}",
                    ),
                    Text(
                        zh=f"改成{'≥' if up else '≤'}，或改正 direction",
                        en=f"Write {'≥' if up else '≤'}, or mend the direction",
                    ),
                    ("targets", day),
                )


RULES: Final = (
    target_on_wrong_side,
    target_against_direction,
    dates_out_of_order,
    hold_without_range,
    bound_against_direction,
)
"""These rules."""
