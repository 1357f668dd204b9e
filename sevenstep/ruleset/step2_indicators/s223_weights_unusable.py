from collections.abc import Iterator

from sevenstep.analysis.indicator_formulas import formulas
from sevenstep.analysis.units import UnlikeUnits
from sevenstep.analysis.wholes import NoWhole, UnlikeWeights, WeightProblem, Wholes
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import KeyPath, Severity
from sevenstep.language import Text
from sevenstep.model.step2_indicators import Indicator
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S223",
    "weights-unusable",
    Severity.WARNING,
    title=Text(zh="加权平均的权数齐全，且不全是零", en="A weighted mean has all its weights, and not all are zero"),
    reason=Text(
        zh="权数缺了、是负数或全是零，整体就无法计算。",
        en="Where a weight is missing or below zero, or all are zero, no whole can be computed.",
    ),
)
def weights_unusable(chain: Chain) -> Iterator[Violation]:
    units = formulas(chain).units
    for indicator in chain.engagement.of(Indicator):
        said: set[str] = set()
        for figure_path, figure in indicator.told_figures():
            for dimension in figure.by:
                try:
                    Wholes(chain).rolled_up(indicator, figure, dimension, units[indicator.id] or "")
                except WeightProblem as problem:
                    if problem.message.for_language("en") not in said:
                        said.add(problem.message.for_language("en"))
                        yield _violation(indicator, problem, (*figure_path, "by", dimension), dimension)
                except (NoWhole, UnlikeUnits):
                    continue  # other rules speak of these


def _violation(indicator: Indicator, problem: WeightProblem, path: KeyPath, dimension: str) -> Violation:
    rule_, message = indicator.roll_up, problem.message
    by = rule_.weighted_by if rule_ is not None else None
    return Violation(
        indicator.id,
        Text(
            zh=f"“{indicator.id}”按“{dimension}”算不出平均：{message.zh}",
            en=f"The mean of “{indicator.id}” by “{dimension}” cannot be computed: {message.en}",
        ),
        _remedy(problem, by, dimension),
        ("roll_up", "weights", dimension, *problem.members)
        if isinstance(problem, UnlikeWeights)
        else ("roll_up", "weighted_by" if by else "weights"),
        also=((indicator.id, path),),
    )


def _remedy(problem: WeightProblem, by: str | None, dimension: str) -> Text:
    if isinstance(problem, UnlikeWeights):
        return Text(
            zh="各个权数用同一种单位（如 kg 和 t），或都不写单位",
            en="Write all the weights in units of one kind (such as kg and t), or all without units",
        )
    if by:
        return Text(
            zh=f"在“{by}”的数值里按 {dimension} 写上每个成员，或改写 roll_up",
            en=f"Give “{by}” a value for each member, by {dimension}, or correct roll_up",
        )
    return Text(
        zh=f"在 roll_up 的 weights: {{{dimension}: …}} 里给每个成员写一个不小于零的权数",
        en=f"Give each member a weight of zero or more in roll_up, weights: {{{dimension}: …}}",
    )
