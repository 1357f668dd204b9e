from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.quantity import same_unit
from sevenstep.model.step2_indicators import Indicator
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S214",
    "figure-in-another-unit",
    Severity.WARNING,
    title=Text(zh="指标的所有数值用同一个单位", en="All figures of an indicator have its unit"),
    reason=Text(
        zh="单位不同的数不能直接比较，也画不进同一张图。",
        en="Figures in different units can neither be compared nor drawn together.",
    ),
)
def figure_in_another_unit(chain: Chain) -> Iterator[Violation]:
    for indicator in chain.engagement.of(Indicator):
        expected = indicator.unit
        for path, figure in indicator.all_figures():
            value = figure.known
            if not value.unit or same_unit(value.unit, expected):
                continue
            if not expected and "unit" not in indicator.model_fields_set:
                expected = value.unit  # the first figure speaks for an indicator that does not say
            elif expected:
                yield Violation(
                    indicator.id,
                    Text(
                        zh=f"“{value.text}”的单位是 {value.unit}，指标“{indicator.id}”的单位却是 {expected}",
                        en=f"“{value.text}” is in {value.unit}, while indicator “{indicator.id}” is in {expected}",
                    ),
                    Text(
                        zh=f"换算成 {expected}，或改正 unit"
                        if indicator.unit
                        else f'换算成 {expected}，并写上 unit: "{expected}"',
                        en=f"Convert it into {expected}, "
                        + ("or correct unit" if indicator.unit else f'and add unit: "{expected}"'),
                    ),
                    path,
                )
            else:
                yield Violation(
                    indicator.id,
                    Text(
                        zh=f"“{value.text}”有单位，指标“{indicator.id}”却是纯数",
                        en=f"“{value.text}” has a unit, while indicator “{indicator.id}” is a pure number",
                    ),
                    Text(
                        zh=f'写 unit: "{value.unit}"，或去掉这里的单位',
                        en=f'Write unit: "{value.unit}", or take the unit out here',
                    ),
                    path,
                )
