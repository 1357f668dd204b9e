"""The pictures that an engagement has, written out: a row each, whoever draws it.

A new picture is a row here, a file in `diagrams/pictures` that draws it, and a line in the catalogue there that says
so: without it the catalogue cannot be imported.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, Generic, Literal, TypeVar

from sevenstep.chain.graph import Chain
from sevenstep.chain.trace import has_trace
from sevenstep.language import Text
from sevenstep.memory import per_chain
from sevenstep.model.element import Element
from sevenstep.model.kind import Where
from sevenstep.model.step1_goals import Goal
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step3_architecture import Domain, Function
from sevenstep.model.step3_places import Route, TransportLink, TransportPlace
from sevenstep.model.step4_paths import Actor, Path
from sevenstep.model.step5_scenarios import Group, Scenario
from sevenstep.model.step6_items import Criterion, Item
from sevenstep.model.step7_flows import DataObject, Flow

Page = Literal["home", "evaluation"] | int | type[Element]
"""A page that pictures stand on: one of the site, that of a step by its number, or that of every element of a class."""
Of = TypeVar("Of", bound=Element)


@dataclass(frozen=True, slots=True, eq=False)
class WholePicture:
    """A picture of the whole engagement; there is nothing to draw without an element of `needs`, or unless `can`."""

    name: str
    title: Text
    needs: type[Element]
    pages: tuple[Page, ...]
    can: Callable[[Chain], bool] = lambda _chain: True


@dataclass(frozen=True, slots=True, eq=False)
class ElementPicture(Generic[Of]):
    """A picture of each element of a class that `has` one; it stands on the element's page."""

    family: str
    of: type[Of]
    has: Callable[[Chain, Of], bool]

    def name(self, element: Of) -> str:
        """The name of the picture of one element."""
        return f"{self.family}/{element.id}"


def _has_priorities(chain: Chain) -> bool:
    """Whether there is a criterion for both axes, and an item that is scored on all criteria."""
    criteria = list(chain.engagement.of(Criterion))
    if not {"value", "effort"} <= {criterion.axis for criterion in criteria}:
        return False
    return any(all(criterion.id in item.scores for criterion in criteria) for item in chain.engagement.of(Item))


CHAIN: Final = WholePicture("chain", Text(zh="全链总览", en="The whole chain"), Goal, ("home",))
GOAL_TREE: Final = WholePicture("goal-tree", Text(zh="战略目标树", en="Goal tree"), Goal, (1,))
INDICATOR_TREE: Final = WholePicture("indicator-tree", Text(zh="指标树", en="Indicator tree"), Indicator, (2,))
ARCHITECTURE_MAP: Final = WholePicture(
    "architecture-map", Text(zh="业务架构图", en="Business architecture"), Function, (3, Domain)
)
PLACE_MAP: Final = WholePicture(
    "place-map",
    Text(zh="地点与运输区段示意图", en="Map of places and links"),
    TransportPlace,
    (3, TransportPlace, TransportLink),
)
COLLABORATION_NETWORK: Final = WholePicture(
    "collaboration-network", Text(zh="协同网络", en="Collaboration network"), Actor, (4,)
)
SCENARIO_MAP: Final = WholePicture("scenario-map", Text(zh="任务场景图", en="Scenario map"), Scenario, (5, Group))
PRIORITY: Final = WholePicture(
    "priority",
    Text(zh="优先级：价值与投入", en="Priorities: value against effort"),
    Item,
    (6, "evaluation"),
    _has_priorities,
)
DATA_LINEAGE: Final = WholePicture("data-lineage", Text(zh="数据血缘", en="Data lineage"), DataObject, (7,))

FLOW: Final = ElementPicture("flow", Flow, lambda _chain, flow: bool(flow.steps))
COLLABORATION: Final = ElementPicture("collaboration", Path, lambda _chain, path: bool(path.exchanges))
DATA_OBJECT: Final = ElementPicture(
    "data-lineage", DataObject, lambda chain, data: bool(chain.holders(data.id, "reads", "writes"))
)
ROUTE: Final = ElementPicture("route", Route, lambda chain, route: {route.start, route.end} <= chain.elements.keys())
TRACE: Final = ElementPicture(
    "trace", Element, lambda chain, element: element.KIND.is_shown(Where.OWN_TRACE) and has_trace(chain, element)
)

WHOLE: Final = (
    CHAIN,
    GOAL_TREE,
    INDICATOR_TREE,
    ARCHITECTURE_MAP,
    PLACE_MAP,
    COLLABORATION_NETWORK,
    SCENARIO_MAP,
    PRIORITY,
    DATA_LINEAGE,
)
"""Pictures of the whole engagement, in the order in which they are listed."""
OWN: Final[tuple[ElementPicture[Any], ...]] = (FLOW, COLLABORATION, DATA_OBJECT, ROUTE)
"""Pictures of single elements that are drawn when nobody names any; traces can be asked for besides."""


@per_chain
def picture_names(chain: Chain) -> dict[str, None]:
    """The pictures that are drawn when nobody names any, in order: all but the traces, empty ones left out."""
    return dict.fromkeys(_names(chain))


def _names(chain: Chain) -> Iterator[str]:
    there = {type(element) for element in chain.elements.values()}
    yield from (picture.name for picture in WHOLE if picture.needs in there and picture.can(chain))
    for element in chain.elements.values():
        if (own := own_picture(chain, element)) is not None:
            yield own


def own_picture(chain: Chain, element: Element) -> str | None:
    """The name of the picture that an element has for itself."""
    own = (picture for picture in OWN if isinstance(element, picture.of) and picture.has(chain, element))
    return next((picture.name(element) for picture in own), None)


def pictures_on(page: Page) -> tuple[str, ...]:
    """The pictures of the whole engagement that stand on a page."""
    return tuple(picture.name for picture in WHOLE if page in picture.pages)


def pictures_of(chain: Chain, element: Element) -> list[str]:
    """The pictures on the page of an element: its own, those it is a part of, its trace where it has one."""
    own = own_picture(chain, element)
    trace = [TRACE.name(element)] if TRACE.has(chain, element) else []
    return [*([own] if own is not None else []), *pictures_on(type(element)), *trace]


def picture_meant(chain: Chain, said: str) -> str | None:
    """The picture that somebody asks for by its name, by the id of its element, or as ``trace/ID``; None for none."""
    if said in picture_names(chain):
        return said
    family, _, key = said.partition("/")
    if family == TRACE.family:
        return said if key in chain.elements else None
    element = chain.elements.get(said)
    return own_picture(chain, element) if element is not None else None
