"""Formulas have fitting units and a value, and the figures beside them agree with it."""

from collections.abc import Iterator, Mapping
from typing import Final

from sevenstep.analysis.formulas import Computable, Uncomputable
from sevenstep.analysis.indicator_formulas import formulas, result
from sevenstep.analysis.indicator_values import figure_at, indicator_values
from sevenstep.analysis.results import Stand
from sevenstep.analysis.rounding import agree, rounded
from sevenstep.analysis.units import UnlikeUnits
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import KeyPath, Severity
from sevenstep.language import Text
from sevenstep.model.dates import days_of
from sevenstep.model.element import Figure
from sevenstep.model.quantity import plain_number
from sevenstep.model.step2_indicators import Indicator
from sevenstep.rules.rule import Breach, rule


@rule(
    "S240",
    "formula-unit",
    Severity.ERROR,
    title=Text(zh="公式的单位要对得上", en="The units of a formula come out right"),
    reason=Text(
        zh="单位对不上的公式，不是写错了，就是量的不是这个指标。",
        en="A formula whose units do not fit is a slip, or measures something else.",
    ),
    bad="""
    indicators:
      trade: {title: Trade value, unit: 亿元, baseline: 450}
      boxes: {title: Boxes, unit: TEU, baseline: 180000}
      each: {title: Trade a box, unit: CNY, formula: "[trade] / [boxes]"}
      both: {title: Both, unit: TEU, formula: "[trade] + [boxes]"}
    """,
    good="""
    indicators:
      trade: {title: Trade value, unit: 亿元, baseline: 450}
      boxes: {title: Boxes, unit: TEU, baseline: 180000}
      each: {title: Trade a box, unit: CNY/TEU, formula: "[trade] / [boxes]"}
    """,
)
def formula_unit(chain: Chain) -> Iterator[Breach]:
    for key, formed in formulas(chain).formed.items():
        if formed.problem is not None:
            yield Breach(
                key,
                Text(
                    zh=f"指标“{key}”的公式单位不合：{formed.problem.message.zh}",
                    en=f"The units in the formula of “{key}” do not fit: {formed.problem.message.en}",
                ),
                Text(
                    zh="改正公式或指标的 unit；公式里的数也可以带单位，如 50 CNY",
                    en="Mend the formula or the unit of an indicator; numbers can have a unit too, as in 50 CNY",
                ),
                ("formula",),
            )


@rule(
    "S241",
    "formula-without-value",
    Severity.ERROR,
    title=Text(zh="公式用现有的数值能算出结果", en="A formula has a value with the figures at hand"),
    reason=Text(
        zh="除以 0、对负数开方的公式没有结果，依靠它的目标也就无从判断。",
        en="A formula that divides by zero, or takes the root of a negative number, says nothing to the goals.",
    ),
    bad="""
    indicators:
      trade: {title: Trade value, unit: CNY, baseline: 450}
      boxes: {title: Boxes, unit: TEU, baseline: 20}
      empties: {title: Empty boxes, unit: TEU, baseline: 20}
      each: {title: Trade a laden box, unit: CNY/TEU, formula: "[trade] / ([boxes] - [empties])"}
    """,
    good="""
    indicators:
      trade: {title: Trade value, unit: CNY, baseline: 450}
      boxes: {title: Boxes, unit: TEU, baseline: 20}
      empties: {title: Empty boxes, unit: TEU, baseline: 5}
      each: {title: Trade a laden box, unit: CNY/TEU, formula: "[trade] / ([boxes] - [empties])"}
    """,
)
def formula_without_value(chain: Chain) -> Iterator[Breach]:
    if formulas(chain).formed:
        for key, failure in indicator_values(chain).failures.items():
            yield Breach(
                key,
                Text(
                    zh=f"指标“{key}”算不出来：{failure.message.zh}",
                    en=f"“{key}” has no value: {failure.message.en}",
                ),
                Text(zh="改正公式，或改正其中指标的数值", en="Mend the formula, or the figures of its indicators"),
                ("formula",),
            )


@rule(
    "S242",
    "figure-against-formula",
    Severity.WARNING,
    title=Text(zh="写下的数值与公式算出的一致", en="A stated figure agrees with the formula"),
    reason=Text(
        zh="同一个指标有两个数，读者会拿一个反驳另一个；四舍五入的差别不算。",
        en="Of two figures for one thing a reader will hold one against the other; what rounding explains is left out.",
    ),
    bad="""
    indicators:
      trade:
        title: Trade value
        unit: 万亿元
        baseline: {value: 24.4, date: 2012}
        measurements: {2022: 42.07}
      growth:
        title: Yearly growth
        unit: "%"
        baseline: {value: 5.52, date: 2022}
        formula: "([trade@2022] / [trade@2012]) ^ (1/10) - 1"
    """,
    good="""
    indicators:
      trade:
        title: Trade value
        unit: 万亿元
        baseline: {value: 24.4, date: 2012}
        measurements: {2022: 42.07}
      growth:
        title: Yearly growth
        unit: "%"
        baseline: {value: 5.6, date: 2022}
        formula: "([trade@2022] / [trade@2012]) ^ (1/10) - 1"
    """,
)
def figure_against_formula(chain: Chain) -> Iterator[Breach]:
    known = formulas(chain)
    indicators = {one.id: one for one in chain.engagement.of(Indicator)}
    for key, formed in known.formed.items():
        if formed.computable is None:
            continue
        for path, figure in indicators[key].figures():
            try:
                stated = rounded(figure, formed.computable.unit)
                inputs = _inputs(formed.computable, path, figure, indicators, known.units)
                computed = result(formed.computable, inputs) if inputs else None
            except (UnlikeUnits, Uncomputable):
                continue  # other rules speak of these
            if computed is not None and not agree(stated, computed):
                yield _disagreement(key, path, figure, formed.computable, computed)


def _disagreement(key: str, path: KeyPath, figure: Figure, formed: Computable, computed: Stand) -> Breach:
    value = f"{_digits(computed)}{formed.unit if formed.unit in {'', '%', '‰'} else f' {formed.unit}'}"
    ratio = computed.value / figure.value.middle if figure.value.middle else 0.0
    hundredfold = Text(
        zh="公式的结果已经是比例：去掉“* 100”，或写成“* 100%”",
        en="The formula gives a share already: leave “* 100” out, or write “* 100%”",
    )
    return Breach(
        key,
        Text(
            zh=f"指标“{key}”写的是 {figure.value.shown('zh', formed.unit)}，公式算出的却是 {value}，四舍五入也解释不了",
            en=f"“{key}” is stated as {figure.value.shown('en', formed.unit)}, but its formula "
            f"gives {value}: more than rounding explains",
        ),
        hundredfold
        if formed.unit == "%" and 50 < ratio < 200
        else Text(
            zh="改正数值、公式或其中的指标；确实要保留来源的数，写明理由：accepted: {S242: 理由}",
            en="Mend the figure, the formula or its inputs; to keep what the source says, tell why: "
            "accepted: {S242: reason}",
        ),
        path,
    )


@rule(
    "S243",
    "formula-date-without-figure",
    Severity.WARNING,
    title=Text(zh="公式用到的那个日期有数值", en="There is a figure for the date that a formula asks for"),
    reason=Text(
        zh="那一天没有数值，公式就算不出来。",
        en="Without a figure of that date the formula has no value.",
    ),
    bad="""
    indicators:
      trade: {title: Trade value, unit: 万亿元, baseline: {value: 24.4, date: 2012}, measurements: {2022: 42.07}}
      growth: {title: Growth, unit: "%", formula: "[trade@2023] / [trade@2012] - 1"}
    """,
    good="""
    indicators:
      trade: {title: Trade value, unit: 万亿元, baseline: {value: 24.4, date: 2012}, measurements: {2022: 42.07}}
      growth: {title: Growth, unit: "%", formula: "[trade@2022] / [trade@2012] - 1"}
    """,
)
def formula_date_without_figure(chain: Chain) -> Iterator[Breach]:
    for one in chain.engagement.of(Indicator):
        for operand in one.formula.operands.values() if one.formula is not None else ():
            asked = chain.elements.get(operand.indicator)
            if operand.when and isinstance(asked, Indicator) and figure_at(asked, operand.when) is None:
                days = ", ".join([*_own_dates(asked), *asked.targets][:10])
                yield Breach(
                    one.id,
                    Text(
                        zh=f"公式用到 [{asked.id}@{operand.when}]，“{asked.id}”却没有这个数值",
                        en=f"The formula asks for [{asked.id}@{operand.when}], but “{asked.id}” has no such figure",
                    ),
                    Text(zh=f"它有的是：{days}", en=f"It has: {days}")
                    if days
                    else Text(
                        zh=f"给“{asked.id}”写上 baseline、targets 或 measurements",
                        en=f"Give “{asked.id}” a baseline, targets or measurements",
                    ),
                    ("formula",),
                )


def _own_dates(one: Indicator) -> list[str]:
    start = [one.baseline.date or "baseline"] if one.baseline is not None else []
    return [*start, *one.measurements]


# -- what rounding explains ----------------------------------------------------------


def _inputs(
    formed: Computable,
    path: KeyPath,
    figure: Figure,
    indicators: Mapping[str, Indicator],
    units: Mapping[str, str | None],
) -> dict[str, Stand] | None:
    """The figures of the inputs that stand at the same stage and date, as far as they are sure; None if one is missing.

    A formula of fixed dates is held against baseline and measurements.
    """
    if formed.formula.is_of_fixed_dates and path[0] == "targets":
        return None
    found: dict[str, Stand] = {}
    for name, operand in formed.formula.operands.items():
        if operand.indicator:
            asked = indicators[operand.indicator]
            one = figure_at(asked, operand.when) if operand.when else _beside(asked, path)
            if one is None:
                return None
            found[name] = rounded(one, units[operand.indicator] or "")
    return found


def _beside(asked: Indicator, path: KeyPath) -> Figure | None:
    if path == ("baseline",):
        return asked.baseline
    figures = asked.targets if path[0] == "targets" else asked.measurements
    days = days_of(str(path[1]))
    return next((figure for day, figure in figures.items() if days_of(day) == days), None)


def _digits(computed: Stand) -> str:
    return plain_number(float(f"{computed.value:.4g}"))


RULES: Final = (formula_unit, formula_without_value, figure_against_formula, formula_date_without_figure)
"""These rules."""
