from collections.abc import Iterator

from sevenstep.analysis.decision.values import unit_of
from sevenstep.analysis.units import UnlikeUnits, convert
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import KeyPath, Severity
from sevenstep.language import Text
from sevenstep.model.frames.decision import Decision
from sevenstep.model.frames.option import OptionValue
from sevenstep.model.quantity import Quantity
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A210",
    "option-in-another-unit",
    Severity.ERROR,
    title=Text(zh="方案的数换算得成准则的单位", en="Figures of options can be told in the unit of the criterion"),
    reason=Text(
        zh="单位换算不了，两个数就不能比。",
        en="Figures whose units cannot be converted cannot be compared.",
    ),
)
def option_in_another_unit(chain: Chain) -> Iterator[Violation]:
    for decision in chain.engagement.of(Decision):
        for name, criterion in decision.criteria.items():
            if not criterion.counts or criterion.scale is not None:
                continue
            unit = unit_of(decision, name)
            for key, option in decision.options.items():
                for path, said in _figures(option.values.get(name)):
                    try:
                        convert(said.middle, said.unit or unit, unit)
                    except UnlikeUnits as unlike:
                        yield Violation(
                            decision.id,
                            unlike.message,
                            Text(zh="改用准则的单位", en="Use the unit of the criterion"),
                            ("options", key, "values", name, *path),
                        )


def _figures(said: OptionValue | None) -> Iterator[tuple[KeyPath, Quantity]]:
    if said is not None and said.value is not None:
        yield (), said.value
    for day, amount in said.years.items() if said is not None else ():
        yield ("years", day), amount
