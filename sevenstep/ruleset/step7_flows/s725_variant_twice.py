from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import Variant
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step7_flows.variants import flows_of_items


@rule(
    "S725",
    "variant-twice",
    Severity.WARNING,
    title=Text(zh="每个事项的现状、目标各一个流程", en="An item has one flow in each variant"),
    reason=Text(
        zh="两个都叫现状，比较时不知道拿哪一个，指标也会得到两个值。",
        en="Of two as-is flows nobody knows which to compare, and an indicator gets two values.",
    ),
)
def variant_twice(chain: Chain) -> Iterator[Violation]:
    for item, *variants in flows_of_items(chain):
        for flows, variant in zip(variants, Variant, strict=True):
            if len(flows) > 1:
                listed = [f"“{flow}”" for flow in flows]
                yield Violation(
                    flows[1],
                    Text(
                        zh=f"事项“{item.id}”有 {len(flows)} 个{variant.label.zh}流程：{'、'.join(listed)}",
                        en=f"Item “{item.id}” has {len(flows)} {variant} flows: {', '.join(listed)}",
                    ),
                    Text(
                        zh="合成一个流程，用网关分开；若是两件事，各立一个事项",
                        en="Make them one flow that a gateway splits; if they are two matters, give each an item",
                    ),
                    ("variant",),
                    also=tuple((other, ("variant",)) for other in (flows[0], *flows[2:])),
                )
