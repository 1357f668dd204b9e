"""Who shares what with whom: the owner of data, and those who read it at their steps."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.findings.data_ways import activities
from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain
from sevenstep.model.choices import Classification, Sharing, Variant
from sevenstep.model.step4_paths import Actor
from sevenstep.model.step7_flows import DataObject, Flow

WIDEST: Final = Classification.each(
    {
        Classification.PUBLIC: Sharing.UNCONDITIONAL,
        Classification.INTERNAL: Sharing.UNCONDITIONAL,
        Classification.CONFIDENTIAL: Sharing.CONDITIONAL,
        Classification.SECRET: Sharing.NOT_SHARED,
    }
)
"""How far data of a classification may be shared at most."""
_WIDTH: Final = {level: place for place, level in enumerate(reversed(Sharing))}


def is_wider(level: Sharing, other: Sharing) -> bool:
    """Whether it shares further."""
    return _WIDTH[level] > _WIDTH[other]


@dataclass(frozen=True, slots=True)
class SharedData:
    """A data object that its owner lets another actor read, at which steps, today or in the design."""

    giver: str
    taker: str
    data: str
    variants: tuple[Variant, ...]
    steps: tuple[str, ...]


@per_chain
def shared_data(chain: Chain) -> tuple[SharedData, ...]:
    """All of it, in the order of flows and steps."""
    found: dict[tuple[str, str, str], list[tuple[Variant, str]]] = defaultdict(list)
    for flow in chain.engagement.of(Flow):
        for activity in activities(flow):
            taker = flow.lanes[activity.name]
            for key in dict.fromkeys(activity.reads):
                data = chain.elements.get(key)
                if not isinstance(data, DataObject) or taker is None or data.owner in {None, taker}:
                    continue
                if all(isinstance(chain.elements.get(end or ""), Actor) for end in (data.owner, taker)):
                    found[data.owner or "", taker, key].append((flow.variant, activity.id))
    return tuple(
        SharedData(*ends, tuple(dict.fromkeys(variant for variant, _ in at)), tuple(step for _, step in at))
        for ends, at in found.items()
    )
