"""Which system gives data to which: a row for each that gives, a column for each that takes."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from sevenstep.analysis.blueprint.pairs import SystemPair, system_pairs
from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import INTERFACE_MATRIX
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.layout.grid import ROW, Grid
from sevenstep.diagrams.layout.placed_columns import PAGE
from sevenstep.diagrams.looks.interfaces import entry_of, look_of
from sevenstep.diagrams.scene import Address, Link, Scene
from sevenstep.language import Language, Text
from sevenstep.model.step7_flows import System

_MOST: Final = 40
_LEFT: Final = 196.0
_NAMED: Final = 9
_NEEDED: Final = Text(zh="目标流程交换：{}", en="the design exchanges: {}")
_LACKING: Final = Text(zh="没有接口传递：{}", en="no interface carries: {}")
_TODAY: Final = Text(zh="今天由系统交换：{}", en="exchanged today: {}")
_BY_HAND: Final = Text(zh="今天靠人工录入：{}", en="typed over today: {}")
_STILL: Final = Text(zh="目标仍由人工录入：{}", en="typed over in the design: {}")


def draw(chain: Chain, language: Language, link: Link) -> Scene:
    """The mark has the number of data objects, its look says whether an interface carries them."""
    canvas = Canvas(chain, INTERFACE_MATRIX.name, INTERFACE_MATRIX.title, language, link, nodes_first=True)
    pairs = system_pairs(chain)
    systems = _busiest(chain, pairs)
    column = min(96.0, max(17.0, (PAGE - _LEFT) / max(1, len(systems))))
    named = len(systems) <= _NAMED
    grid = Grid(canvas, "interfaces", 0, _LEFT, column, head=66.0 if named else 26.0)
    grid.bands(len(systems), len(systems))
    for at, system in enumerate(systems):
        grid.column_head(at, system, "" if named else str(at + 1))
        grid.row_head(at, system, str(at + 1))
        grid.empty(at, at)
    places = {system.id: at for at, system in enumerate(systems)}
    for pair in pairs.values():
        if pair.source in places and pair.target in places and pair.source != pair.target:
            _mark(canvas, grid, places, pair, column)
    hidden = len({end for ends in pairs for end in ends}) - len(systems)
    if hidden > 0:
        canvas.more("more", hidden, System.KIND.titles, at=(84, grid.bottom + 26))
    return canvas.scene()


def _busiest(chain: Chain, pairs: Mapping[tuple[str, str], SystemPair]) -> list[System]:
    """The systems between which most goes, in the order of the files."""
    work: Counter[str] = Counter()
    for ends, pair in pairs.items():
        for end in ends:
            work[end] += 1 + len(pair.needed) + len(pair.declared)
    chosen = {key for key, _ in work.most_common(_MOST)}
    return [system for system in chain.engagement.of(System) if system.id in chosen]


def _mark(canvas: Canvas, grid: Grid, places: Mapping[str, int], pair: SystemPair, column: float) -> None:
    look = look_of(pair, canvas.chain.elements)
    if not look:
        return
    canvas.explain(entry_of(look))
    elements = canvas.chain.elements
    ends = " → ".join(canvas.said(elements[end].title) for end in (pair.source, pair.target))
    address = Address(_leads_to(canvas, pair), " · ".join([ends, *_told(canvas, pair)]))
    size = (min(column, 34.0) - 2, ROW - 5)
    grid.mark(grid.at(places[pair.source], places[pair.target]), str(_count(canvas, pair)), look, size, address)


def _count(canvas: Canvas, pair: SystemPair) -> int:
    """How many data objects go there."""
    carried = [data.id for key in pair.declared for data in canvas.chain.targets(key, "interface-carries")]
    return len({*carried, *pair.needed, *pair.today, *pair.by_hand, *pair.still_by_hand})


def _leads_to(canvas: Canvas, pair: SystemPair) -> str:
    """The page of the interface, where there is just one; else that of the system that gives."""
    known = [canvas.chain.elements[key] for key in pair.declared]
    return canvas.url(known[0] if len(known) == 1 else canvas.chain.elements[pair.source])


def _told(canvas: Canvas, pair: SystemPair) -> Iterator[str]:
    yield from (canvas.said(canvas.chain.elements[key].title) for key in pair.declared)
    for form, data in (
        (_NEEDED, pair.needed),
        (_LACKING, pair.lacking),
        (_TODAY, pair.today),
        (_BY_HAND, pair.by_hand),
        (_STILL, pair.still_by_hand),
    ):
        if data:
            titles = (canvas.said(canvas.chain.elements[key].title) for key in data)
            yield canvas.said(form).format(("、" if canvas.language == "zh" else ", ").join(titles))
