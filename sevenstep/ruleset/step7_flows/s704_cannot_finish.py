from collections.abc import Iterator

from sevenstep.chain.flow_graph import following, of_type, preceding, reached
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step7_flows import Flow
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S704",
    "cannot-finish",
    Severity.ERROR,
    title=Text(zh="从每一步都要能走到结束", en="From every step an end can be reached"),
    reason=Text(
        zh="走进死胡同的事项永远办不完。",
        en="A case that runs into a dead end is never done.",
    ),
)
def cannot_finish(chain: Chain) -> Iterator[Violation]:
    for flow in chain.engagement.of(Flow):
        ends = of_type(flow, "end")
        if not ends:
            continue
        finishing = reached(ends, preceding(flow))
        leads_to = following(flow)
        for name, node in flow.steps.items():
            if name in finishing or node.id not in chain.elements:
                continue
            is_dead_end = not leads_to.get(name)
            yield Violation(
                f"{flow.id}/{name}",
                Text(
                    zh=f"步骤“{name}”后面没有下一步" if is_dead_end else f"从步骤“{name}”走不到结束",
                    en=f"Nothing follows step “{name}”" if is_dead_end else f"No end can be reached from step “{name}”",
                ),
                Text(
                    zh="用 next 指向下一步，或让它 type: end",
                    en="Lead on with next, or make it type: end",
                ),
            )
