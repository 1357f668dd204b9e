"""Step 7: how an item runs, as a process, and the data and systems it runs on."""

from sevenstep.model.step7_flows.arrivals import Arrivals, Rate
from sevenstep.model.step7_flows.findings import Finding
from sevenstep.model.step7_flows.flow import Flow, Scope, SequenceFlow
from sevenstep.model.step7_flows.measures import Change, Measure
from sevenstep.model.step7_flows.metrics import OF_STEPS, Estimate
from sevenstep.model.step7_flows.nodes import (
    NODE_TYPES,
    Activity,
    AnyNode,
    Branch,
    Event,
    Gateway,
    Node,
)
from sevenstep.model.step7_flows.resources import Resource
from sevenstep.model.step7_flows.systems import DataObject, System

__all__ = (
    "NODE_TYPES",
    "OF_STEPS",
    "Activity",
    "AnyNode",
    "Arrivals",
    "Branch",
    "Change",
    "DataObject",
    "Estimate",
    "Event",
    "Finding",
    "Flow",
    "Gateway",
    "Measure",
    "Node",
    "Rate",
    "Resource",
    "Scope",
    "SequenceFlow",
    "System",
)
