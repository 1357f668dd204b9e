"""The pictures that an engagement has, written out: a row each, whoever draws it.

A new picture is a row here, a file in `diagrams/pictures` that draws it, and a line in the catalogue there that says
so: without it the catalogue cannot be imported.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, Generic, Literal, TypeVar

from sevenstep.chain.argument import has_argument
from sevenstep.chain.data_lineage import data_touches, systems_with_data
from sevenstep.chain.domain_loop import domain_loop
from sevenstep.chain.five_actions import has_five_actions
from sevenstep.chain.flow_differences import flow_differences
from sevenstep.chain.graph import Chain
from sevenstep.chain.joined_flows import joined_flows
from sevenstep.chain.partners import pairs
from sevenstep.chain.path_changes import path_changes
from sevenstep.chain.path_variants import changing
from sevenstep.chain.trace import has_trace
from sevenstep.language import Text
from sevenstep.memory import per_chain
from sevenstep.method import ASSESSMENT, OUTCOMES
from sevenstep.method import BLUEPRINT as BLUEPRINT_FRAME
from sevenstep.model.choices import Variant
from sevenstep.model.element import Element
from sevenstep.model.frames.interface import Interface
from sevenstep.model.frames.layer import Layer
from sevenstep.model.frames.phase import Phase
from sevenstep.model.frames.pools import Need
from sevenstep.model.frames.project import Project
from sevenstep.model.kind import Where
from sevenstep.model.step1_goals import Goal
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step3_architecture import Domain, Function
from sevenstep.model.step3_places import Route, TransportLink, TransportPlace
from sevenstep.model.step4_paths import Actor, Path
from sevenstep.model.step5_scenarios import Group, Scenario
from sevenstep.model.step6_items import Criterion, Item
from sevenstep.model.step7_flows import Activity, DataObject, Flow, System

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


def _has_joined(variant: Variant, chain: Chain) -> bool:
    """Whether several items have flows in that variant: of one alone there is nothing to join."""
    joined = joined_flows(chain).get(variant)
    return joined is not None and len(joined.flows) > 1


def _has_sharing(chain: Chain) -> bool:
    """Whether anything is said of how far data is shared, and somebody else reads data of an owner."""
    said = any(data.sharing is not None for data in chain.engagement.of(DataObject))
    return said and any(
        isinstance(reader := chain.elements[link.source], Activity) and _is_of_another(chain, reader, link.target)
        for link in chain.related("reads")
    )


def _is_of_another(chain: Chain, reader: Activity, key: str) -> bool:
    data, flow = chain.elements[key], chain.elements.get(reader.id.rpartition("/")[0])
    lane = flow.lanes.get(reader.name) if isinstance(flow, Flow) else None
    actors = (data.owner, lane) if isinstance(data, DataObject) else (None, None)
    return actors[0] != actors[1] and all(isinstance(chain.elements.get(one or ""), Actor) for one in actors)


def _touches_data(node: object) -> bool:
    return isinstance(node, Activity) and bool(node.reads or node.writes or node.system)


def _has_change(chain: Chain, path: str) -> bool:
    change = path_changes(chain).get(path)
    return change is not None and bool(change.exchanges)


CHAIN: Final = WholePicture("chain", Text(zh="全链总览", en="The whole chain"), Goal, ("home",))
ARGUMENT: Final = WholePicture(
    "argument",
    Text(zh="从评估到实施：一张图", en="From assessment to carrying out, in one picture"),
    Goal,
    (ASSESSMENT.number,),
    has_argument,
)
FIVE_ACTIONS: Final = WholePicture(
    "five-actions",
    Text(zh="五步行动：需求、目标、选型、建设、评价", en="Five actions: needs, targets, choices, building, evaluation"),
    Need,
    (OUTCOMES.number,),
    has_five_actions,
)
GOAL_TREE: Final = WholePicture("goal-tree", Text(zh="战略目标树", en="Goal tree"), Goal, (1,))
INDICATOR_TREE: Final = WholePicture("indicator-tree", Text(zh="指标树", en="Indicator tree"), Indicator, (2,))
ARCHITECTURE_MAP: Final = WholePicture(
    "architecture-map", Text(zh="业务架构图", en="Business architecture"), Function, (3,)
)
DOMAIN_LOOP: Final = WholePicture(
    "domain-loop", Text(zh="领域闭环", en="The loop of domains"), Domain, (3,), lambda chain: bool(domain_loop(chain))
)
PLACE_MAP: Final = WholePicture(
    "place-map",
    Text(zh="地点与运输区段示意图", en="Map of places and links"),
    TransportPlace,
    (3, TransportPlace, TransportLink),
)
COLLABORATION_NETWORK: Final = WholePicture(
    "collaboration-network",
    Text(zh="协同矩阵：谁交给谁", en="Collaboration: who hands over to whom"),
    Actor,
    (4,),
    lambda chain: bool(pairs(chain)),
)
SCENARIO_MAP: Final = WholePicture("scenario-map", Text(zh="任务场景图", en="Scenario map"), Scenario, (5, Group))
PRIORITY: Final = WholePicture(
    "priority",
    Text(zh="优先级：价值与投入", en="Priorities: value against effort"),
    Item,
    (6, "evaluation"),
    _has_priorities,
)
DATA_LINEAGE: Final = WholePicture(
    "data-lineage",
    Text(zh="数据血缘：谁写谁读", en="Data lineage: who writes, who reads"),
    DataObject,
    (7,),
    lambda chain: bool(data_touches(chain)),
)

BLUEPRINT: Final = WholePicture(
    "blueprint",
    Text(zh="分层蓝图", en="The blueprint in layers"),
    Layer,
    (BLUEPRINT_FRAME.number,),
    lambda chain: bool(chain.engagement.count(System)),
)
INTERFACE_MATRIX: Final = WholePicture(
    "interface-matrix",
    Text(zh="接口矩阵：哪个系统给哪个系统", en="Interfaces: which system gives to which"),
    Interface,
    (BLUEPRINT_FRAME.number,),
    lambda chain: bool(chain.engagement.count(System)),
)
DATA_SHARING: Final = WholePicture(
    "data-sharing",
    Text(zh="数据共享：谁给谁用", en="Data shared: who lets whom use it"),
    DataObject,
    (BLUEPRINT_FRAME.number,),
    _has_sharing,
)

ROADMAP: Final = WholePicture(
    "roadmap",
    Text(zh="路线图：阶段、项目与关键路径", en="Roadmap: phases, projects, the critical path"),
    Project,
    (Phase,),
    lambda chain: any(project.start or project.end for project in chain.engagement.of(Project)),
)

JOINED_AS_IS: Final = WholePicture(
    "joined-flows-as-is",
    Text(zh="流程汇总：现状", en="All flows joined, as they are"),
    Flow,
    (7,),
    partial(_has_joined, Variant.AS_IS),
)
JOINED_TO_BE: Final = WholePicture(
    "joined-flows-to-be",
    Text(zh="流程汇总：目标", en="All flows joined, as they shall be"),
    Flow,
    (7,),
    partial(_has_joined, Variant.TO_BE),
)

FLOW: Final = ElementPicture("flow", Flow, lambda _chain, flow: bool(flow.steps))
FLOW_DIFFERENCE: Final = ElementPicture("flow-difference", Flow, lambda chain, flow: flow.id in flow_differences(chain))
FLOW_DATA: Final = ElementPicture("flow-data", Flow, lambda _chain, flow: any(map(_touches_data, flow.steps.values())))
COLLABORATION: Final = ElementPicture("collaboration", Path, lambda _chain, path: bool(path.exchanges))
PATH_CHANGE: Final = ElementPicture("path-change", Path, lambda chain, path: _has_change(chain, path.id))
PARTNERS: Final = ElementPicture("partners", Actor, lambda chain, actor: any(actor.id in ends for ends in pairs(chain)))
DOMAIN_MAP: Final = ElementPicture(
    "domain-map", Domain, lambda chain, domain: bool(chain.holders(domain.id, "in-domain"))
)
SYSTEM_DATA: Final = ElementPicture("system-data", System, lambda chain, system: system.id in systems_with_data(chain))
DATA_OBJECT: Final = ElementPicture(
    "data-lineage", DataObject, lambda chain, data: bool(chain.holders(data.id, "reads", "writes"))
)
ROUTE: Final = ElementPicture("route", Route, lambda chain, route: {route.start, route.end} <= chain.elements.keys())
TRACE: Final = ElementPicture(
    "trace", Element, lambda chain, element: element.KIND.is_shown(Where.OWN_TRACE) and has_trace(chain, element)
)

WHOLE: Final = (
    CHAIN,
    ARGUMENT,
    FIVE_ACTIONS,
    GOAL_TREE,
    INDICATOR_TREE,
    ARCHITECTURE_MAP,
    DOMAIN_LOOP,
    PLACE_MAP,
    COLLABORATION_NETWORK,
    SCENARIO_MAP,
    PRIORITY,
    JOINED_AS_IS,
    JOINED_TO_BE,
    DATA_LINEAGE,
    BLUEPRINT,
    INTERFACE_MATRIX,
    DATA_SHARING,
    ROADMAP,
)
"""Pictures of the whole engagement, in the order in which they are listed."""
OWN: Final[tuple[ElementPicture[Any], ...]] = (
    DOMAIN_MAP,
    FLOW,
    FLOW_DIFFERENCE,
    FLOW_DATA,
    COLLABORATION,
    PATH_CHANGE,
    PARTNERS,
    DATA_OBJECT,
    SYSTEM_DATA,
    ROUTE,
)
"""Pictures of single elements that are drawn when nobody names any; traces can be asked for besides."""


@per_chain
def picture_names(chain: Chain) -> dict[str, None]:
    """The pictures that are drawn when nobody names any, in order: all but the traces, empty ones left out."""
    return dict.fromkeys(_names(chain))


def _names(chain: Chain) -> Iterator[str]:
    there = {element.PLAIN or type(element) for element in chain.elements.values()}
    yield from (picture.name for picture in WHOLE if picture.needs in there and picture.can(chain))
    for element in chain.elements.values():
        yield from own_pictures(chain, element)


def own_pictures(chain: Chain, element: Element) -> Iterator[str]:
    """The names of the pictures that an element has for itself."""
    for picture in OWN:
        if isinstance(element, picture.of) and picture.has(chain, element):
            yield picture.name(element)


def own_picture(chain: Chain, element: Element) -> str | None:
    """The name of the first picture that an element has for itself."""
    return next(own_pictures(chain, element), None)


def pictures_on(page: Page) -> tuple[str, ...]:
    """The pictures of the whole engagement that stand on a page."""
    return tuple(picture.name for picture in WHOLE if page in picture.pages)


def pictures_of(chain: Chain, element: Element) -> list[str]:
    """The pictures on the page of an element: its own, those it is a part of, its trace where it has one."""
    trace = [TRACE.name(element)] if TRACE.has(chain, element) else []
    designs = [PATH_CHANGE.name(path) for path in changing(chain, element)] if isinstance(element, Path) else []
    shared = [name for name in designs if name in picture_names(chain)]
    return [*own_pictures(chain, element), *shared, *pictures_on(element.PLAIN or type(element)), *trace]


def picture_meant(chain: Chain, said: str) -> str | None:
    """The picture that somebody asks for by its name, by the id of its element, or as ``trace/ID``; None for none."""
    if said in picture_names(chain):
        return said
    family, _, key = said.partition("/")
    if family == TRACE.family:
        return said if key in chain.elements else None
    element = chain.elements.get(said)
    return own_picture(chain, element) if element is not None else None
