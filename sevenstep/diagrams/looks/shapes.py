"""Each kind of element has its shape, in every picture."""

from collections.abc import Mapping
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
from sevenstep.model.kinds import KINDS
from sevenstep.model.step1_context import Position, StrategicContext
from sevenstep.model.step1_goals import Challenge, Goal
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step3_architecture import Domain, Function
from sevenstep.model.step3_places import Route, TransportLink, TransportPlace
from sevenstep.model.step3_regulations import Regulation
from sevenstep.model.step4_paths import Actor, Path
from sevenstep.model.step5_scenarios import Group, Scenario
from sevenstep.model.step6_items import Criterion, Item
from sevenstep.model.step7_flows import Activity, DataObject, Event, Finding, Flow, Gateway, Measure, Resource, System

Shape = tuple[str, str]
"""The engine's shape and style."""

_ROUNDED: Final = ("box", "rounded,filled")
_SHARP: Final = ("box", "filled")

_SHAPES: Final[Mapping[type[Element], Shape]] = {
    Assessment: _ROUNDED,
    Factor: _SHARP,
    Benchmark: ("note", "filled"),
    Scale: ("tab", "filled"),
    Position: _ROUNDED,
    StrategicContext: ("note", "filled"),
    Challenge: _SHARP,
    Goal: _ROUNDED,
    Indicator: _SHARP,
    Dimension: ("tab", "filled"),
    Domain: ("tab", "filled"),
    Function: ("cds", "filled"),
    Regulation: ("folder", "filled"),
    TransportPlace: ("ellipse", "filled"),
    TransportLink: ("parallelogram", "filled"),
    Route: ("rarrow", "filled"),
    Actor: _ROUNDED,
    Path: ("cds", "filled"),
    Group: ("tab", "filled"),
    Scenario: _ROUNDED,
    Criterion: _SHARP,
    Item: _SHARP,
    System: ("box3d", "filled"),
    DataObject: ("note", "filled"),
    Resource: ("house", "filled"),
    Flow: ("component", "filled"),
    Activity: _ROUNDED,
    Event: ("circle", "filled"),
    Gateway: ("diamond", "filled"),
    Finding: _SHARP,
    Measure: _ROUNDED,
    Principle: _ROUNDED,
    Phase: ("cds", "filled"),
    Need: ("note", "filled"),
    Project: _SHARP,
    Fund: ("cylinder", "filled"),
    Pool: ("house", "filled"),
    TaskForce: _ROUNDED,
    KpiCard: ("note", "filled"),
    ServiceLevel: ("tab", "filled"),
    Appraisal: _SHARP,
    Benefit: _ROUNDED,
    Lesson: ("note", "filled"),
    Decision: ("diamond", "filled"),
    Layer: ("tab", "filled"),
    Interface: ("cds", "filled"),
    Service: ("component", "filled"),
}


def _of_every_kind(shapes: Mapping[type[Element], Shape]) -> dict[str, Shape]:
    missing = ", ".join(cls.__name__ for cls in KINDS.values() if cls not in shapes)
    if missing:
        raise TypeError(f"{missing} has no shape in pictures: give it one in sevenstep/diagrams/looks/shapes.py")
    return {name: shapes[cls] for name, cls in KINDS.items()}


SHAPES: Final = _of_every_kind(_SHAPES)
"""The shape of each kind, by its name."""
