"""Where data comes from and where it goes: a row for each data object, a column for each matter of the business, and
in the fields who writes and who reads, today and in the design."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from sevenstep.chain.data_lineage import DataTouch, Does, data_touches, variants_of
from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import DATA_LINEAGE
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.layout.fold import folded
from sevenstep.diagrams.layout.grid import Grid
from sevenstep.diagrams.layout.placed_columns import PAGE
from sevenstep.diagrams.looks.fates import entry_of, fate_of
from sevenstep.diagrams.scene import Address, Entry, Link, Scene
from sevenstep.language import Language, Text
from sevenstep.model.choices import Variant
from sevenstep.model.step7_flows import DataObject

_MOST_DATA: Final = 40
_ACROSS: Final = 10
"""Columns side by side; more stand in a table of their own below."""
_MOST_TABLES: Final = 2
_LEFT: Final = 236.0
_SIZE: Final = (22.0, 18.0)
_APART: Final = 13.0
_MARKS: Final[dict[Does, tuple[Text, float]]] = {
    "writes": (Text(zh="写", en="W"), -_APART),
    "reads": (Text(zh="读", en="R"), _APART),
}
_SAYS: Final[dict[Does, Text]] = {
    "writes": Text(zh="写入", en="W: writes"),
    "reads": Text(zh="读取", en="R: reads"),
}
_TOLD: Final[dict[Does, Text]] = {
    "writes": Text(zh="写入：", en="writes: "),
    "reads": Text(zh="读取：", en="reads: "),
}


def draw(chain: Chain, language: Language, link: Link) -> Scene:
    """Data in the order in which the business first writes it; what only few write or read may be left out."""
    canvas = Canvas(chain, DATA_LINEAGE.name, DATA_LINEAGE.title, language, link, nodes_first=True)
    touches = data_touches(chain)
    work = Counter(touch.data for touch in touches)
    busiest = {data for data, _ in work.most_common(_MOST_DATA)}
    matters = folded(list(dict.fromkeys(touch.matter for touch in touches)), _ACROSS * _MOST_TABLES)
    written = dict.fromkeys(touch.data for touch in touches if touch.does == "writes")
    order = [*written, *dict.fromkeys(touch.data for touch in touches if touch.data not in written)]
    rows = [data for data in order if data in busiest]
    top = 0.0
    for at in range(0, len(matters.shown), _ACROSS):
        here = matters.shown[at : at + _ACROSS]
        top = _table(canvas, str(at), top, here, rows, touches) + 34
    hidden = chain.engagement.count(DataObject) - len(rows)
    if hidden:
        canvas.more("more", hidden, DataObject.KIND.titles, at=(84, top + 10))
    return canvas.scene()


def _table(
    canvas: Canvas, key: str, top: float, matters: Sequence[str], rows: Sequence[str], touches: Sequence[DataTouch]
) -> float:
    """One table; returns where it ends."""
    column = min(104.0, max(56.0, (PAGE - _LEFT) / len(matters)))
    grid = Grid(canvas, key, top, _LEFT, column)
    found = [touch for touch in touches if touch.matter in matters]
    here = [data for data in rows if any(touch.data == data for touch in found)]
    grid.bands(len(here), len(matters))
    for number, matter in enumerate(matters):
        grid.column_head(number, canvas.chain.elements[matter])
    for number, data in enumerate(here):
        system = next((canvas.said(kept.title) for kept in canvas.chain.targets(data, "kept-in")), "")
        grid.row_head(number, canvas.chain.elements[data], note=system)
    _marks(canvas, grid, matters, here, found)
    return grid.bottom


def _marks(
    canvas: Canvas, grid: Grid, matters: Sequence[str], rows: Sequence[str], touches: Sequence[DataTouch]
) -> None:
    every = variants_of(data_touches(canvas.chain))
    variants: dict[tuple[str, str, Does], set[Variant]] = {}
    doers: dict[tuple[str, str, Does], list[str]] = {}
    places = {key: number for number, key in enumerate(rows)}
    for touch in touches:
        if touch.data in places:
            key = touch.data, touch.matter, touch.does
            variants.setdefault(key, set()).update(touch.variants)
            doers.setdefault(key, []).append(touch.activity)
    for (data, matter, does), when in variants.items():
        fate = fate_of(when, every)
        said, aside = _MARKS[does]
        x, y = grid.at(places[data], matters.index(matter))
        canvas.explain(Entry("node", f"grid-mark {does}", _SAYS[does], "box", "rounded"))
        if fate:
            canvas.explain(entry_of(fate, classes=f"grid-mark {does}"))
        address = _told(canvas, data, matter, does, doers[data, matter, does])
        grid.mark((x + aside, y), canvas.said(said), f"{does} {fate}".strip(), _SIZE, address)


def _told(canvas: Canvas, data: str, matter: str, does: Does, doers: Sequence[str]) -> Address:
    """Which steps they are, beside the pointer; the mark leads to the page of the data."""
    elements = canvas.chain.elements
    steps = " · ".join(dict.fromkeys(canvas.said(elements[key].title) for key in doers))
    names = (elements[matter], elements[data])
    said = f"{' · '.join(canvas.said(one.title) for one in names)} · {canvas.said(_TOLD[does])}{steps}"
    return Address(canvas.url(elements[data]), said)
