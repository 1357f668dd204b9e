from collections.abc import Iterator, Mapping

from sevenstep.analysis.formulas import Computable, Uncomputable
from sevenstep.analysis.indicator_formulas import formulas, result
from sevenstep.analysis.indicator_values import figure_at
from sevenstep.analysis.results import StageValue
from sevenstep.analysis.rounding import agree, rounded
from sevenstep.analysis.units import UnlikeUnits
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import KeyPath, Severity
from sevenstep.language import Text
from sevenstep.model.dates import days_of
from sevenstep.model.evidence import Figure
from sevenstep.model.quantity import plain_number
from sevenstep.model.step2_indicators import Indicator
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S242",
    "figure-against-formula",
    Severity.WARNING,
    title=Text(zh="写下的数值与公式算出的一致", en="A stated figure agrees with the formula"),
    reason=Text(
        zh="同一个指标有两个数，读者会拿一个反驳另一个；四舍五入的差别不算。",
        en="With two figures for one thing, readers will hold one against the other; what rounding explains is left "
        "out.",
    ),
)
def figure_against_formula(chain: Chain) -> Iterator[Violation]:
    known = formulas(chain)
    indicators = {indicator.id: indicator for indicator in chain.engagement.of(Indicator)}
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


def _disagreement(key: str, path: KeyPath, figure: Figure, formed: Computable, computed: StageValue) -> Violation:
    value = f"{_digits(computed)}{formed.unit if formed.unit in {'', '%', '‰'} else f' {formed.unit}'}"
    ratio = computed.value / figure.known.middle if figure.known.middle else 0.0
    hundredfold = Text(
        zh="公式的结果已经是比例：去掉“* 100”，或写成“* 100%”",
        en="The formula gives a share already: leave “* 100” out, or write “* 100%”",
    )
    return Violation(
        key,
        Text(
            zh=f"指标“{key}”写的是 {figure.known.shown('zh', formed.unit)}，公式算出的却是 {value}，四舍五入也解释不了",
            en=f"“{key}” is stated as {figure.known.shown('en', formed.unit)}, but its formula "
            f"gives {value}: more than rounding explains",
        ),
        hundredfold
        if formed.unit == "%" and 50 < ratio < 200
        else Text(
            zh="改正数值、公式或其中的指标；确实要保留来源的数，写明理由：accepted: {S242: 理由}",
            en="Correct the figure, the formula or its inputs; to keep what the source says, tell why: "
            "accepted: {S242: reason}",
        ),
        path,
    )


def _inputs(
    formed: Computable,
    path: KeyPath,
    figure: Figure,
    indicators: Mapping[str, Indicator],
    units: Mapping[str, str | None],
) -> dict[str, StageValue] | None:
    """The figures of the inputs that stand at the same stage and date, as far as they are sure; None if one is missing.

    A formula of fixed dates is held against baseline and measurements.
    """
    if formed.formula.is_of_fixed_dates and path[0] == "targets":
        return None
    found: dict[str, StageValue] = {}
    for name, operand in formed.formula.operands.items():
        if operand.indicator:
            asked = indicators[operand.indicator]
            input_figure = figure_at(asked, operand.when) if operand.when else _beside(asked, path)
            if input_figure is None or input_figure.value is None:
                return None
            found[name] = rounded(input_figure, units[operand.indicator] or "")
    return found


def _beside(asked: Indicator, path: KeyPath) -> Figure | None:
    if path == ("baseline",):
        return asked.baseline
    figures = asked.targets if path[0] == "targets" else asked.measurements
    days = days_of(str(path[1]))
    return next((figure for day, figure in figures.items() if days_of(day) == days), None)


def _digits(computed: StageValue) -> str:
    return plain_number(float(f"{computed.value:.4g}"))
