"""Every kind of element, written out."""

from typing import Final

from sevenstep.model.dimensions import Dimension
from sevenstep.model.element import Element
from sevenstep.model.frames.appraisal import Appraisal
from sevenstep.model.frames.assessment import Assessment
from sevenstep.model.frames.benchmark import Benchmark
from sevenstep.model.frames.decision import Decision
from sevenstep.model.frames.factor import Factor
from sevenstep.model.frames.governance import KpiCard, ServiceLevel, TaskForce
from sevenstep.model.frames.interface import Interface
from sevenstep.model.frames.layer import Layer
from sevenstep.model.frames.outcomes import Benefit, Lesson
from sevenstep.model.frames.phase import Phase
from sevenstep.model.frames.pools import Fund, Need, Pool
from sevenstep.model.frames.principle import Principle
from sevenstep.model.frames.project import Project
from sevenstep.model.frames.scale import Scale
from sevenstep.model.frames.service import Service
from sevenstep.model.step1_context import Position, StrategicContext
from sevenstep.model.step1_goals import Challenge, Goal
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step3_architecture import Domain, Function
from sevenstep.model.step3_places import Route, TransportLink, TransportPlace
from sevenstep.model.step3_regulations import Regulation
from sevenstep.model.step4_paths import Actor, Path
from sevenstep.model.step5_scenarios import Group, Scenario
from sevenstep.model.step6_items import Criterion, Item
from sevenstep.model.step7_flows import (
    Activity,
    DataObject,
    Event,
    Finding,
    Flow,
    Gateway,
    Measure,
    Resource,
    System,
)

SECTION_CLASSES: Final[tuple[type[Element], ...]] = (
    Assessment,
    Factor,
    Benchmark,
    Scale,
    Position,
    StrategicContext,
    Challenge,
    Goal,
    Indicator,
    Dimension,
    Domain,
    Function,
    Regulation,
    TransportPlace,
    TransportLink,
    Route,
    Actor,
    Path,
    Group,
    Scenario,
    Criterion,
    Item,
    System,
    DataObject,
    Resource,
    Flow,
    Finding,
    Measure,
    Decision,
    Layer,
    Interface,
    Service,
    Principle,
    Phase,
    Need,
    Project,
    Fund,
    Pool,
    TaskForce,
    KpiCard,
    ServiceLevel,
    Appraisal,
    Benefit,
    Lesson,
)
"""The classes that have a section of their own in the YAML, in the order of the method and the frames around it."""

NODE_CLASSES: Final[tuple[type[Element], ...]] = (Activity, Event, Gateway)
"""The classes that stand inside a flow."""

SECTIONS: Final[dict[str, type[Element]]] = {cls.KIND.section: cls for cls in SECTION_CLASSES}
KINDS: Final[dict[str, type[Element]]] = {cls.KIND.name: cls for cls in (*SECTION_CLASSES, *NODE_CLASSES)}
