"""Which pictures an engagement has, by name: what can be asked for, whoever draws it."""

from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain
from sevenstep.model.element import Element
from sevenstep.model.step1_goals import Goal
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step3_architecture import Function
from sevenstep.model.step4_paths import Actor, Path
from sevenstep.model.step5_scenarios import Scenario
from sevenstep.model.step6_items import Criterion, Item
from sevenstep.model.step7_flows import DataObject, Flow

WHOLE: Final[dict[str, type[Element]]] = {
    "chain": Goal,
    "goal-tree": Goal,
    "indicator-tree": Indicator,
    "architecture-map": Function,
    "collaboration-network": Actor,
    "scenario-map": Scenario,
    "priority": Item,
    "data-lineage": DataObject,
}
"""Pictures of the whole engagement, each with the kind without which there is nothing to draw."""
_PRIORITY: Final = "priority"


@per_chain
def picture_names(chain: Chain) -> dict[str, None]:
    """The pictures that are drawn when nobody names any, in order: all but the traces, empty ones left out."""
    return dict.fromkeys(_names(chain))


def _names(chain: Chain) -> Iterator[str]:
    there = {type(element) for element in chain.elements.values()}
    whole = (name for name, cls in WHOLE.items() if cls in there)
    yield from (name for name in whole if name != _PRIORITY or _has_priorities(chain))
    for element in chain.elements.values():
        if (own := own_picture(chain, element)) is not None:
            yield own


def _has_priorities(chain: Chain) -> bool:
    """Whether there is a criterion for both axes, and an item that is scored on all criteria."""
    criteria = list(chain.engagement.of(Criterion))
    if not {"value", "effort"} <= {criterion.axis for criterion in criteria}:
        return False
    return any(all(criterion.id in item.scores for criterion in criteria) for item in chain.engagement.of(Item))


def own_picture(chain: Chain, element: Element) -> str | None:
    """The name of the picture that an element has for itself."""
    if isinstance(element, Flow) and element.steps:
        return f"flow/{element.id}"
    if isinstance(element, Path) and element.exchanges:
        return f"collaboration/{element.id}"
    if isinstance(element, DataObject) and chain.holders(element.id, "reads", "writes"):
        return f"data-lineage/{element.id}"
    return None


def picture_meant(chain: Chain, said: str) -> str | None:
    """The picture that somebody asks for by its name, by the id of its element, or as ``trace/ID``; None for none."""
    if said in picture_names(chain):
        return said
    if said.startswith("trace/"):
        return said if said.removeprefix("trace/") in chain.elements else None
    element = chain.elements.get(said)
    return own_picture(chain, element) if element is not None else None
