from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.layer import Layer
from sevenstep.model.step7_flows import System
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A307",
    "layer-without-systems",
    Severity.WARNING,
    title=Text(zh="蓝图的每一层都有系统", en="Every layer of the blueprint holds systems"),
    reason=Text(
        zh="没有系统的一层是空话：看不出由什么来承担。",
        en="A layer without systems is a word: nothing in it does its part.",
    ),
)
def layer_without_systems(chain: Chain) -> Iterator[Violation]:
    if not chain.engagement.has_read_all(System):
        return
    for layer in chain.engagement.of(Layer):
        if not chain.holders(layer.id, "in-layer"):
            yield Violation(
                layer.id,
                Text(zh=f"“{layer.id}”这一层没有系统", en=f"No system stands in layer “{layer.id}”"),
                Text(
                    zh=f"在系统里写上 layer: {layer.id}，或删掉这一层",
                    en=f"Write layer: {layer.id} at its systems, or take it out",
                ),
            )
