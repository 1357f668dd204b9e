"""The legend of a picture: the kinds, arrows and marks that occur in it. It stands below the picture as its label."""

from collections.abc import Iterable
from typing import Final

from sevenstep.diagrams.scene import SMALL, Cell, Entry, Label, Line
from sevenstep.diagrams.text.measure import shortened
from sevenstep.language import Language
from sevenstep.model.choices import FindingType

_COLUMNS: Final = 4
_MAX_WIDTH: Final = 216.0
_LEAST: Final = 104.0
_SWATCH: Final = (26.0, 14.0)

FINDINGS: Final[dict[FindingType, Entry]] = {
    type: Entry("mark", f"mark {type}", type.label.inserted_into(zh="{}的数目", en="number of {}s"))
    for type in FindingType
}


def label(entries: Iterable[Entry], language: Language) -> Label:
    """The legend; empty where there is nothing to explain."""
    order = {"cluster": 0, "node": 0, "edge": 1, "line": 1}
    listed = sorted(_distinct(entries, language), key=lambda entry: order.get(entry.form, 2))
    rows = [listed[at : at + _COLUMNS] for at in range(0, len(listed), _COLUMNS)]
    cells = (tuple(cell for entry in row for cell in _cells(entry, language)) for row in rows)
    return Label(tuple(cells), padding=0, spacing=5)


def _distinct(entries: Iterable[Entry], language: Language) -> list[Entry]:
    return list({(entry.form, entry.classes, entry.says.for_language(language)): entry for entry in entries}.values())


def _cells(entry: Entry, language: Language) -> tuple[Cell, Cell]:
    said = shortened(entry.says.for_language(language), _MAX_WIDTH, SMALL)
    width, height = _SWATCH
    swatch = Cell(width=width, height=height, symbol="swatch", swatch=entry)
    return swatch, Cell((Line(said, "legend"),), "LEFT", width=_LEAST)
