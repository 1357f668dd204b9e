"""The legend of a picture: the kinds, arrows and marks that occur in it. It stands below the picture as its label."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from sevenstep.analysis.findings.rule import TYPES, FindingType
from sevenstep.diagrams.looks.card import GLYPHS, INKS, SMALL_SIZE
from sevenstep.diagrams.output.escape import html
from sevenstep.diagrams.text.measure import shortened
from sevenstep.language import Language, Text

SCHEME: Final = "swatch:"
"""How the address of a swatch's cell begins; what follows tells how to draw it. It never reaches the finished SVG."""
_COLUMNS: Final = 4
_ROOM: Final = 130.0


class Entry(NamedTuple):
    """One line of a legend: its form (`node`, `cluster`, `edge`, `clock`, `mark`), CSS classes, and what it means."""

    form: str
    classes: str
    says: Text
    shape: str = "box"
    style: str = ""


FINDINGS: Final[dict[FindingType, Entry]] = {
    type: Entry("mark", f"mark {type}", said.put(zh="{}的数目", en="number of {}s")) for type, said in TYPES.items()
}


def label(entries: Iterable[Entry], language: Language) -> str:
    """The legend as an HTML-like label; empty where there is nothing to explain."""
    order = {"cluster": 0, "node": 0, "edge": 1}
    listed = sorted(_distinct(entries, language), key=lambda entry: order.get(entry.form, 2))
    if not listed:
        return ""
    rows = [listed[at : at + _COLUMNS] for at in range(0, len(listed), _COLUMNS)]
    table = '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="5" CELLPADDING="0">'
    return f"<{table}{''.join(_row(row, language) for row in rows)}</TABLE>>"


def _distinct(entries: Iterable[Entry], language: Language) -> list[Entry]:
    return list({(one.form, one.classes, one.says.in_(language)): one for one in entries}.values())


def _row(entries: list[Entry], language: Language) -> str:
    return f"<TR>{''.join(_cells(entry, language) for entry in entries)}</TR>"


def _cells(entry: Entry, language: Language) -> str:
    look = f"{SCHEME}{entry.form}/{entry.shape}/{entry.style}/{entry.classes}"
    swatch = f'<TD FIXEDSIZE="TRUE" WIDTH="26" HEIGHT="14" BGCOLOR="{GLYPHS["swatch"]}" HREF="{html(look)}"></TD>'
    said = html(shortened(entry.says.in_(language), _ROOM, SMALL_SIZE))
    text = f'<FONT POINT-SIZE="{SMALL_SIZE}" COLOR="{INKS["legend"]}">{said}</FONT>'
    return f'{swatch}<TD ALIGN="LEFT" WIDTH="{_ROOM * 0.8:.0f}">{text}</TD>'
