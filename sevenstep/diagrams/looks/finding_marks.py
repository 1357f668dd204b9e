"""A finding has its mark: one for each type, the same in every picture and on every page."""

from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from sevenstep.analysis.findings_by_element import findings_by_element
from sevenstep.chain.graph import Chain
from sevenstep.language import Language, Text
from sevenstep.model.choices import FindingType
from sevenstep.model.element import Element
from sevenstep.model.step3_places import Traffic
from sevenstep.model.step7_flows import Finding, Node

MARKS: Final = FindingType.each({FindingType.BLOCKAGE: "■", FindingType.BREAK: "◆", FindingType.BLIND_SPOT: "○"})
_MOST: Final = 4
"""Findings that are told beside the pointer; the page of the element has all."""
_TOLD: Final = Text(zh="{} {}：{}", en="{} {}: {}")


class FindingMark(NamedTuple):
    """A finding where it is felt: its type, and what it says."""

    type: FindingType
    says: Text


def marks_of(chain: Chain, element: Element) -> Iterator[FindingMark]:
    """The findings at the element, those written by hand first; computed ones at what is drawn as itself."""
    for finding in chain.holders(element.id, "touches"):
        if isinstance(finding, Finding):
            yield FindingMark(finding.type, finding.title)
    if isinstance(element, Node | Traffic):
        yield from (
            FindingMark(finding.type, finding.message) for finding in findings_by_element(chain).get(element.id, ())
        )


def counted(found: list[FindingMark]) -> dict[FindingType, int]:
    """How many there are of each type that there is, in the order of the types."""
    counts = Counter(finding.type for finding in found)
    return {type: counts[type] for type in MARKS if counts[type]}


def told(found: list[FindingMark], language: Language) -> str:
    """The findings in one line."""
    parts = [
        _TOLD.for_language(language).format(
            MARKS[finding.type], finding.type.label.for_language(language), finding.says.for_language(language)
        )
        for finding in found[:_MOST]
    ]
    return " · ".join([*parts, "…"] if len(found) > _MOST else parts)
