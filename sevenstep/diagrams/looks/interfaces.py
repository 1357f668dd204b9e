"""How two systems between which something goes look, and how far data is shared."""

from collections.abc import Mapping, Sequence
from typing import Final

from sevenstep.analysis.blueprint.pairs import SystemPair
from sevenstep.diagrams.scene import Entry
from sevenstep.language import Text
from sevenstep.model.choices import Running, Sharing
from sevenstep.model.element import Element
from sevenstep.model.frames.interface import Interface

RUNNING: Final = "interface-running"
PLANNED: Final = "interface-planned"
PROPOSED: Final = "interface-proposed"
OVER_OTHERS: Final = "interface-over-others"
BY_HAND: Final = "interface-by-hand"
_SAYS: Final = {
    RUNNING: Text(zh="已有接口", en="interface that runs"),
    PLANNED: Text(zh="规划、在建的接口", en="interface planned or being built"),
    PROPOSED: Text(zh="目标流程需要、还没有接口", en="asked for by the design, no interface yet"),
    OVER_OTHERS: Text(zh="经其他系统转接", en="goes over other systems"),
    BY_HAND: Text(zh="人工搬数据", en="carried by people"),
}


def look_of(pair: SystemPair, elements: Mapping[str, Element]) -> str:
    """The class of the mark of a pair, by what matters most; empty where the data of today alone gets there."""
    declared = [one for key in pair.declared if isinstance(one := elements.get(key), Interface)]
    if pair.lacking:
        return PROPOSED
    if any(one.state is Running.RUNNING and not one.is_by_hand for one in declared):
        return RUNNING
    if any(not one.is_by_hand for one in declared):
        return PLANNED
    if pair.needed:
        return OVER_OTHERS
    if pair.by_hand or pair.still_by_hand or declared:
        return BY_HAND
    return PROPOSED if pair.today else ""


def entry_of(look: str) -> Entry:
    """What the legend says of a look."""
    return Entry("node", f"grid-mark {look}", _SAYS[look], "box", "rounded")


UNSAID: Final = "sharing-unsaid"
_SHARED: Final = {f"sharing-{level}": level.label for level in Sharing} | {
    UNSAID: Text(zh="共享级别未写", en="level of sharing not said")
}


def sharing_look(levels: Sequence[Sharing | None]) -> str:
    """The class of a mark that stands for several data: that of the narrowest level that is said of any."""
    said = [level for level in levels if level is not None]
    return f"sharing-{max(said, key=list(Sharing).index)}" if said else UNSAID


def sharing_entry(look: str) -> Entry:
    """What the legend says of it."""
    return Entry("node", f"grid-mark {look}", _SHARED[look], "box", "rounded")
