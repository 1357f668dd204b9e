"""The tables that a chapter can place, by name."""

from typing import Final

from sevenstep.model.kinds import SECTIONS

MOST_BLOCKS: Final = 50
"""Pictures and tables that one chapter shows; a page with more is not read."""
RANKING: Final = "ranking"
MATRICES: Final = ("goals-indicators", "indicators-functions", "scenarios-indicators", "raci", "crud")
TABLES: Final = (*SECTIONS, *MATRICES, RANKING)
"""A list of every kind by the section it stands in, the matrices, and the business items by their scores."""
