from collections.abc import Iterator

from sevenstep.analysis.assessment.factor_tree import below
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.factor import Factor
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A107",
    "value-above-others",
    Severity.WARNING,
    title=Text(zh="有下级的因素自己不写值", en="A factor with others below it has no value of its own"),
    reason=Text(
        zh="它的分数由下级得出，自己写的值不会算，两个数还可能不一致。",
        en="Its standing follows from those below it: what it says itself is not counted, and may say otherwise.",
    ),
)
def value_above_others(chain: Chain) -> Iterator[Violation]:
    for factor in chain.engagement.of(Factor):
        if not below(chain, factor):
            continue
        for field, held in (("values", factor.values), ("targets", factor.targets), ("peers", factor.peers)):
            if held:
                yield Violation(
                    factor.id,
                    Text(
                        zh=f"下面还有因素，自己又写了 {field}",
                        en=f"There are factors below it, and it has {field} of its own",
                    ),
                    Text(zh="移到下级因素，或删掉", en="Move them to the factors below it, or take them out"),
                    (field,),
                    on_key=True,
                )
