"""The parts of an analysis by the words that a person asks for, in the order in which they are told."""

from enum import StrEnum


class AnalysisSection(StrEnum):
    """What of an analysis is told."""

    ASSESS = "assess"
    CHANGE = "change"
    PATHS = "paths"
    FINDINGS = "findings"
    GOALS = "goals"
    DECIDE = "decide"
    MOVES = "moves"
    BLUEPRINT = "blueprint"
    PROGRAMME = "programme"
    ITEMS = "items"
    RESOURCES = "resources"
    TRANSPORT = "transport"
    ONLINE = "online"
    APPRAISE = "appraise"
    EVALUATE = "evaluate"
    GAPS = "gaps"
