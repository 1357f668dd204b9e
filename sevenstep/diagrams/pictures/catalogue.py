"""Who draws each picture that `chain/pictures` has a row for."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import (
    ARCHITECTURE_MAP,
    ARGUMENT,
    BLUEPRINT,
    CHAIN,
    COLLABORATION,
    COLLABORATION_NETWORK,
    DATA_LINEAGE,
    DATA_OBJECT,
    DATA_SHARING,
    DOMAIN_LOOP,
    DOMAIN_MAP,
    FIVE_ACTIONS,
    FLOW,
    FLOW_DATA,
    FLOW_DIFFERENCE,
    GOAL_TREE,
    INDICATOR_TREE,
    INTERFACE_MATRIX,
    JOINED_AS_IS,
    JOINED_TO_BE,
    OWN,
    PARTNERS,
    PATH_CHANGE,
    PLACE_MAP,
    PRIORITY,
    ROADMAP,
    ROUTE,
    SCENARIO_MAP,
    SYSTEM_DATA,
    TRACE,
    WHOLE,
    ElementPicture,
    WholePicture,
    picture_names,
)
from sevenstep.diagrams.layout.flow_rows import Size
from sevenstep.diagrams.pictures import (
    architecture_map,
    argument,
    blueprint,
    collaboration,
    collaboration_network,
    data_lineage,
    data_object,
    data_sharing,
    domain_loop,
    domain_map,
    five_actions,
    flow_data,
    flow_difference,
    goal_tree,
    indicator_tree,
    interface_matrix,
    joined_flows,
    partners,
    path_change,
    place_map,
    priority,
    roadmap,
    route_map,
    scenario_map,
    swimlane,
    system_data,
    trace,
    whole_chain,
)
from sevenstep.diagrams.scene import Link, ListOf, PageOf, Scene
from sevenstep.failure import Failure
from sevenstep.language import Language, Text
from sevenstep.model.element import Element
from sevenstep.model.nearest import element_meant
from sevenstep.model.step7_flows import Flow
from sevenstep.model.suggest import did_you_mean

_Draw = Callable[[Chain, Language, Link], Scene]
_DrawElement = Callable[[Chain, Any, Language, Link], Scene]

_WHOLE: Final[Mapping[WholePicture, _Draw]] = {
    CHAIN: whole_chain.draw,
    ARGUMENT: argument.draw,
    FIVE_ACTIONS: five_actions.draw,
    GOAL_TREE: goal_tree.draw,
    INDICATOR_TREE: indicator_tree.draw,
    ARCHITECTURE_MAP: architecture_map.draw,
    DOMAIN_LOOP: domain_loop.draw,
    PLACE_MAP: place_map.draw,
    COLLABORATION_NETWORK: collaboration_network.draw,
    SCENARIO_MAP: scenario_map.draw,
    PRIORITY: priority.draw,
    JOINED_AS_IS: joined_flows.draw_as_is,
    JOINED_TO_BE: joined_flows.draw_to_be,
    DATA_LINEAGE: data_lineage.draw,
    BLUEPRINT: blueprint.draw,
    INTERFACE_MATRIX: interface_matrix.draw,
    DATA_SHARING: data_sharing.draw,
    ROADMAP: roadmap.draw,
}
_OF_ELEMENTS: Final[Mapping[ElementPicture[Any], _DrawElement]] = {
    FLOW: swimlane.draw,
    FLOW_DIFFERENCE: flow_difference.draw,
    FLOW_DATA: flow_data.draw,
    COLLABORATION: collaboration.draw,
    PATH_CHANGE: path_change.draw,
    DATA_OBJECT: data_object.draw,
    DOMAIN_MAP: domain_map.draw,
    PARTNERS: partners.draw,
    SYSTEM_DATA: system_data.draw,
    ROUTE: route_map.draw,
    TRACE: trace.draw,
}


def _drawn_by(row: WholePicture | ElementPicture[Any], table: Mapping[Any, Any]) -> Any:
    """What draws the picture of a row; raises TypeError where nothing does."""
    if row not in table:
        name = row.name if isinstance(row, WholePicture) else row.family
        raise TypeError(f"nothing draws the picture {name}: say what does in sevenstep/diagrams/pictures/catalogue.py")
    return table[row]


_DRAW: Final[dict[str, _Draw]] = {row.name: _drawn_by(row, _WHOLE) for row in WHOLE}
_DRAW_ELEMENT: Final[dict[str, tuple[type[Element], _DrawElement]]] = {
    row.family: (row.of, _drawn_by(row, _OF_ELEMENTS)) for row in (*OWN, TRACE)
}
_SAMPLES: Final = 8


class UnknownPicture(Failure, LookupError):
    """There is no picture of that name."""


def names(chain: Chain) -> list[str]:
    """The pictures that are drawn when nobody names any: all but the traces, empty ones left out."""
    return list(picture_names(chain))


def draw(
    chain: Chain,
    name: str,
    language: Language,
    page_of: PageOf,
    *,
    ids: bool = False,
    heat: str = "",
    list_of: ListOf = lambda _kind: None,
) -> Scene:
    """The picture of that name; with `ids` they stand in the boxes, `heat` colours them; `list_of` tells where all
    elements of a kind are listed. Raises UnknownPicture."""
    link = Link(page_of, ids, heat, list_of)
    if name in _DRAW:
        return _DRAW[name](chain, language, link)
    family, _, key = name.partition("/")
    element = chain.elements.get(key)
    of, draw_element = _DRAW_ELEMENT.get(family, (None, None))
    if element is None or of is None or draw_element is None or not isinstance(element, of):
        raise _unknown(chain, name)
    if not _has(chain, family, element):
        raise _unknown(chain, name)
    return draw_element(chain, element, language, link)


def _has(chain: Chain, family: str, element: Element) -> bool:
    """Whether the element has anything to draw; a trace can be asked for of any."""
    return all(row.has(chain, element) for row in OWN if row.family == family)


def rows(chain: Chain, name: str, language: Language, page_of: PageOf, page: Size, *, ids: bool = False) -> list[Scene]:
    """The picture in rows, each as long as there is room; none where it fits as a whole, or is of an uncut kind."""
    family, _, key = name.partition("/")
    flow = chain.elements.get(key)
    if family != FLOW.family or not isinstance(flow, Flow):
        return []
    return swimlane.draw_rows(chain, flow, language, Link(page_of, ids), page)


def _meant(chain: Chain, name: str, known: list[str]) -> Text | None:
    """The picture nearest to the name: one of the same family, one with a name like it, or that of an element."""
    family, _, key = name.partition("/")
    if key and family in _DRAW_ELEMENT:
        of, _draw = _DRAW_ELEMENT[family]
        return element_meant(
            key,
            (
                element
                for element in chain.elements.values()
                if isinstance(element, of) and _has(chain, family, element)
            ),
            f"{family}/",
        )
    parts = [other for other in known if name.casefold() in other.casefold()] if len(name) > 1 else []
    if parts:
        shown = parts[:_NEAREST]
        return Text(zh=f"是不是 {' 或 '.join(shown)}？", en=f"Did you mean {' or '.join(shown)}?")
    return did_you_mean(name, known) or element_meant(name, chain.elements.values(), TRACE.family + "/", _SURE)


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
