from collections.abc import Iterator

from sevenstep.analysis.estimates import adds_up
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step7_flows import Flow
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S246",
    "estimated-twice",
    Severity.WARNING,
    title=Text(
        zh="几个流程测算一个指标，只在能相加时", en="Several flows estimate an indicator only where they add up"
    ),
    reason=Text(
        zh="不同事项的时间、费用和次数可以相加；此外两个值没人知道该取哪个，只用第一个。",
        en="Times, costs and counts of different items add up; with any other two values it is unclear which one "
        "counts, "
        "and only the first is used.",
    ),
)
def estimated_twice(chain: Chain) -> Iterator[Violation]:
    found: dict[tuple[str, str], list[Flow]] = {}
    for flow in chain.engagement.of(Flow):
        for key in flow.estimates:
            if isinstance(chain.elements.get(key), Indicator):
                found.setdefault((key, flow.variant), []).append(flow)
    for (key, variant), flows in found.items():
        items = [flow.details for flow in flows]
        if len(flows) < 2 or (items[0] is not None and len(set(items)) == 1) or adds_up(flows, key):
            continue  # two flows of one item are another rule's matter
        others = [flow.id for flow in flows[1:]]
        yield Violation(
            others[0],
            Text(
                zh=f"“{key}”的{'现状' if variant == 'as-is' else '目标'}值已由流程“{flows[0].id}”测算，"
                f"“{'”、“'.join(others[:5])}”的没有用上",
                en=f"“{key}” is estimated by flow “{flows[0].id}” ({variant}) already: "
                f"“{'”, “'.join(others[:5])}” is not used",
            ),
            Text(
                zh="只留一个；要相加，就用同一个能相加的度量，流程各属一个事项",
                en="Keep one; what adds up is one metric (a time, a cost, a count) of flows that detail an item each",
            ),
            ("estimates", key),
            also=tuple((other, ("estimates", key)) for other in (flows[0].id, *others[1:])),
        )
