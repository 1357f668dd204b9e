"""Every rule for findings, written out."""

from typing import Final

from sevenstep.analysis.findings import (
    blind_spots,
    blockages,
    breaks,
    items,
    money,
    programme,
    quality,
    regulations,
    transport,
)
from sevenstep.analysis.findings.rule import FindingRule

FINDING_RULES: Final[tuple[FindingRule, ...]] = (
    *blockages.RULES,
    *breaks.RULES,
    *blind_spots.RULES,
    *transport.RULES,
    *regulations.RULES,
    *quality.RULES,
    *items.RULES,
    *money.RULES,
    *programme.RULES,
)
"""Blockages, breaks, blind spots, each in the order of their codes; then those of regulations, quality, items,
money and projects."""
