"""Every picture, written out: what can be drawn, and which pictures belong onto which page."""

from collections.abc import Callable
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import own_picture, picture_names
from sevenstep.diagrams.layout.flow_rows import Room
from sevenstep.diagrams.pictures import (
    architecture_map,
    collaboration,
    data_lineage,
    goal_tree,
    indicator_tree,
    priority,
    scenario_map,
    swimlane,
    trace,
    whole_chain,
)
from sevenstep.diagrams.scene import Link, Scene
from sevenstep.failure import Failure
from sevenstep.language import Language, Text
from sevenstep.model.element import Element
from sevenstep.model.kind import Where
from sevenstep.model.nearest import element_meant
from sevenstep.model.step3_architecture import Domain
from sevenstep.model.step4_paths import Path
from sevenstep.model.step5_scenarios import Group
from sevenstep.model.step7_flows import DataObject, Flow
from sevenstep.model.suggest import did_you_mean

_Draw = Callable[[Chain, Language, Link], Scene]

_WHOLE: Final[dict[str, _Draw]] = {
    whole_chain.NAME: whole_chain.draw,
    goal_tree.NAME: goal_tree.draw,
    indicator_tree.NAME: indicator_tree.draw,
    architecture_map.NAME: architecture_map.draw,
    collaboration.NAME: collaboration.draw,
    scenario_map.NAME: scenario_map.draw,
    priority.NAME: priority.draw,
    data_lineage.NAME: data_lineage.draw,
}
"""How the pictures of the whole engagement are drawn."""

_STEPS: Final[dict[int, tuple[str, ...]]] = {
    1: (goal_tree.NAME,),
    2: (indicator_tree.NAME,),
    3: (architecture_map.NAME,),
    4: (collaboration.NAME,),
    5: (scenario_map.NAME,),
    6: (priority.NAME,),
    7: (data_lineage.NAME,),
}
_ON_PAGE_OF: Final[dict[type[Element], str]] = {Domain: architecture_map.NAME, Group: scenario_map.NAME}
_SAMPLES: Final = 8


class UnknownPicture(Failure, LookupError):
    """There is no picture of that name."""


def names(chain: Chain) -> list[str]:
    """The pictures that are drawn when nobody names any: all but the traces, empty ones left out."""
    return list(picture_names(chain))


def of_step(number: int) -> tuple[str, ...]:
    """The pictures on the page of step `number`, 1 to 7."""
    return _STEPS[number]


def of_element(chain: Chain, element: Element) -> list[str]:
    """The pictures on the page of an element: its own, the map it is a part of, its trace where it has one."""
    found = [own] if (own := own_picture(chain, element)) is not None else []
    if type(element) in _ON_PAGE_OF:
        found.append(_ON_PAGE_OF[type(element)])
    if element.KIND.is_shown(Where.OWN_TRACE) and trace.has_trace(chain, element):
        found.append(trace.name(element))
    return found


def draw(chain: Chain, name: str, language: Language, link: Link) -> Scene:
    """The picture of that name; raises UnknownPicture."""
    if name in _WHOLE:
        return _WHOLE[name](chain, language, link)
    family, _, key = name.partition("/")
    element = chain.elements.get(key)
    if element is not None:
        if family == "trace":
            return trace.draw(chain, element, language, link)
        if family == "flow" and isinstance(element, Flow):
            return swimlane.draw(chain, element, language, link)
        if family == "collaboration" and isinstance(element, Path):
            return collaboration.draw_path(chain, element, language, link)
        if family == data_lineage.NAME and isinstance(element, DataObject):
            return data_lineage.draw_data(chain, element, language, link)
    raise _unknown(chain, name)


def rows(chain: Chain, name: str, language: Language, link: Link, room: Room) -> list[Scene]:
    """The picture in rows, each as long as there is room; none where it fits as a whole, or is of an uncut kind."""
    family, _, key = name.partition("/")
    flow = chain.elements.get(key)
    if family != "flow" or not isinstance(flow, Flow):
        return []
    return swimlane.draw_rows(chain, flow, language, link, room)


_FAMILIES: Final = {"trace": Element, "flow": Flow, "collaboration": Path, data_lineage.NAME: DataObject}
"""The pictures of single elements, and of which."""


def _meant(chain: Chain, name: str, known: list[str]) -> Text | None:
    """The picture nearest to the name: one of the same family, one with a name like it, or that of an element."""
    family, _, key = name.partition("/")
    if key and family in _FAMILIES:
        fitting = (one for one in chain.elements.values() if isinstance(one, _FAMILIES[family]))
        return element_meant(key, fitting, f"{family}/")
    parts = [one for one in known if name.casefold() in one.casefold()] if len(name) > 1 else []
    if parts:
        shown = parts[:_NEAREST]
        return Text(zh=f"是不是 {' 或 '.join(shown)}？", en=f"Did you mean {' or '.join(shown)}?")
    return did_you_mean(name, known) or element_meant(name, chain.elements.values(), "trace/", _SURE)


_NEAREST: Final = 3
_SURE: Final = 0.75


def _unknown(chain: Chain, name: str) -> UnknownPicture:
    known = names(chain)
    shown = ", ".join(known[:_SAMPLES]) + (", …" if len(known) > _SAMPLES else "")
    return UnknownPicture(
        Text(zh=f"没有名为“{name[:100]}”的图", en=f"There is no picture “{name[:100]}”"),
        _meant(chain, name, known)
        or Text(
            zh=f"可以画：{shown}；任何要素的溯源：trace/编号",
            en=f"There are: {shown}; and the trace of any element: trace/ID",
        ),
    )
