from collections.abc import Iterator

from sevenstep.chain.flow_graph import leads_nowhere
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step7_flows import Flow, Gateway
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S711",
    "gateway-does-nothing",
    Severity.WARNING,
    title=Text(zh="网关要么分，要么合", en="A gateway splits or joins"),
    reason=Text(
        zh="一进一出的网关什么也没决定：要么少画了一路，要么多余。",
        en="A gateway with one way in and one way out decides nothing: a branch is missing, or it is not needed.",
    ),
)
def gateway_does_nothing(chain: Chain) -> Iterator[Violation]:
    for flow in chain.engagement.of(Flow):
        gateways = [(name, node) for name, node in flow.steps.items() if isinstance(node, Gateway)]
        if not gateways or leads_nowhere(flow):
            continue
        into = [arrow.target for arrow in flow.sequence_flows]
        out_of = [arrow.source for arrow in flow.sequence_flows]
        once_in = _named_once(into)
        once_out = _named_once(out_of)
        for name, node in gateways:
            if name in once_in and name in once_out and node.id in chain.elements:
                yield Violation(
                    node.id,
                    Text(
                        zh=f"网关“{name}”只有一进一出",
                        en=f"Gateway “{name}” has one way in and one way out",
                    ),
                    Text(
                        zh="在 next 里补上另一路，如 next: {a: 80% 条件, b: 20%}，或删掉这个网关",
                        en="Add the other branch, as in next: {a: 80% condition, b: 20%}, or take the gateway out",
                    ),
                )


def _named_once(names: list[str]) -> set[str]:
    seen: set[str] = set()
    more: set[str] = set()
    for name in names:
        (more if name in seen else seen).add(name)
    return seen - more
