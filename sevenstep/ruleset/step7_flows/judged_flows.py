"""The flows with what can happen in them."""

from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.chain.soundness.verdict import Soundness, soundness
from sevenstep.language import Text, joined
from sevenstep.model.step7_flows import Flow


def judged_flows(chain: Chain) -> Iterator[tuple[Flow, Soundness]]:
    for flow in chain.engagement.of(Flow):
        found = soundness(flow)
        if found is not None and all(node.id in chain.elements for node in flow.steps.values()):
            yield flow, found


def listed(names: tuple[str, ...]) -> Text:
    return joined((Text(plain=f"“{name}”") for name in names), "、", " and ")
