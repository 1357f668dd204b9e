"""The seven steps, and what stands around them, as a tree of elements for the side of an editor."""

from collections.abc import Callable
from typing import Any

from sevenstep.language import Language
from sevenstep.lsp.navigation import definitions_of
from sevenstep.lsp.open_engagement import OpenEngagement
from sevenstep.lsp.positions import Positions
from sevenstep.method import STAGES
from sevenstep.model.kinds import SECTION_CLASSES


def steps_tree(
    engagement: OpenEngagement,
    language: Language,
    address: Callable[[str], str],
    positions: Callable[[str], Positions],
) -> list[dict[str, Any]]:
    """Each step with its kinds, and these with their elements: ``name``, ``title``, and of elements ``uri`` and
    ``line`` (from 0)."""
    checked = engagement.checked
    if checked is None:
        return []
    spots = definitions_of(engagement, checked.chain.elements)
    found = []
    for step in STAGES:
        kinds = [cls for cls in SECTION_CLASSES if cls.KIND.step == step.number]
        inner = []
        for cls in kinds:
            elements = []
            for element in checked.chain.engagement.of(cls):
                if (spot := spots.get(element.id)) is not None:
                    line, _ = positions(spot.file).outwards(spot.span.line, spot.span.column)
                    title = element.title.for_language(language)
                    elements.append({"name": element.id, "title": title, "uri": address(spot.file), "line": line})
            if elements:
                inner.append(
                    {"name": cls.KIND.name, "title": cls.KIND.titles.for_language(language), "inner": elements}
                )
        found.append({"name": str(step.number), "title": step.name.for_language(language), "inner": inner})
    return found
