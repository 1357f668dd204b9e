"""All that an author of rules needs: ``from sevenstep.plugin import Severity, System, Text, Violation, rule``.

A rule is a function of the `Chain` that yields a `Violation` for each thing that is wrong, under the decorator `rule`.
A package offers it under the entry point ``sevenstep.rules``; `run_example` shows what it says of an example.
"""

from sevenstep.chain.graph import Chain
from sevenstep.checking.example import check_example
from sevenstep.diagnostic import Diagnostic, Place, RuleInfo, Severity
from sevenstep.language import Text
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
from sevenstep.model.links import Link
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
from sevenstep.ruleset.catalogue import READING_RULES
from sevenstep.ruleset.rule import Rule, Violation, rule
from sevenstep.source.places import Located

__all__ = [
    "Activity",
    "Actor",
    "Appraisal",
    "Assessment",
    "Benchmark",
    "Benefit",
    "Chain",
    "Challenge",
    "Criterion",
    "DataObject",
    "Decision",
    "Diagnostic",
    "Dimension",
    "Domain",
    "Element",
    "Event",
    "Factor",
    "Finding",
    "Flow",
    "Function",
    "Fund",
    "Gateway",
    "Goal",
    "Group",
    "Indicator",
    "Interface",
    "Item",
    "KpiCard",
    "Layer",
    "Lesson",
    "Link",
    "Located",
    "Measure",
    "Need",
    "Path",
    "Phase",
    "Place",
    "Pool",
    "Position",
    "Principle",
    "Project",
    "Regulation",
    "Resource",
    "Route",
    "Rule",
    "RuleInfo",
    "Scale",
    "Scenario",
    "Service",
    "ServiceLevel",
    "Severity",
    "StrategicContext",
    "System",
    "TaskForce",
    "Text",
    "TransportLink",
    "TransportPlace",
    "Violation",
    "rule",
    "run_example",
]


def run_example(rule: Rule, example: str) -> tuple[Located, ...]:
    """What the rule says of an example, which is a text in YAML as in the decorator; nothing of one that passes.

    That the rule crashed (S000) is told too, and what is wrong with the text itself, so that neither passes unseen.
    """
    checked = check_example(rule.info, example, others=[rule])
    return checked.located(found for found in checked.found if found.rule in (rule.info, *READING_RULES))
