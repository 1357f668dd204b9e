"""Where the data of one object comes from and where it goes, activity by activity: today, in the design, in both."""

from collections.abc import Iterator
from typing import Final

from sevenstep.chain.data_lineage import DataTouch, Does, data_touches, variants_of
from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import DATA_OBJECT
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.layout.fold import folded
from sevenstep.diagrams.layout.placed_columns import PlacedColumn, arrange
from sevenstep.diagrams.looks.fates import entry_of, fate_of
from sevenstep.diagrams.scene import Line, Link, Scene
from sevenstep.language import Language, Text
from sevenstep.model.step7_flows import Activity, DataObject

_MOST: Final = 14
_MOST_FIELDS: Final = 10
_WIDTH: Final = 196.0
WRITTEN_BY: Final = Text(zh="谁写入", en="Written by")
READ_BY: Final = Text(zh="谁读取", en="Read by")
_SIDES: Final[tuple[tuple[Does, Text], ...]] = (("writes", WRITTEN_BY), ("reads", READ_BY))


def draw(chain: Chain, data: DataObject, language: Language, link: Link) -> Scene:
    """One data object with its fields, the activities that write it and those that read it."""
    canvas = Canvas(chain, DATA_OBJECT.name(data), data.title, language, link)
    every = variants_of(data_touches(chain))
    touches = [touch for touch in data_touches(chain) if touch.data == data.id]
    middle = PlacedColumn(cards=[canvas.card_of(data, list(_told(canvas, data)), _WIDTH)])
    sides: dict[Does, PlacedColumn] = {}
    fates: dict[str, str] = {}
    for does, title in _SIDES:
        sides[does] = PlacedColumn(title)
        level = folded([touch for touch in touches if touch.does == does], _MOST)
        for touch in level.shown:
            key = f"{does} {touch.activity}"
            fates[key] = fate_of(touch.variants, every)
            activity = chain.elements[touch.activity]
            notes = [Line(said) for said in where(canvas, touch)]
            sides[does].cards.append(canvas.card_of(activity, notes, _WIDTH, fates[key], key))
        if level.hidden:
            key = f"more {does}"
            sides[does].cards.append(canvas.more_card(key, level.hidden, Activity.KIND.titles, _WIDTH))
    given = [(card.key, data.id) for card in sides["writes"].cards]
    taken = [(data.id, card.key) for card in sides["reads"].cards]
    placed = arrange(canvas, [sides["writes"], middle, sides["reads"]], [*given, *taken], sorts=False)
    for start, end in (*given, *taken):
        fate = fates.get(start) or fates.get(end) or ""
        does = "writes" if end == data.id else "reads"
        placed.join(start, end, f"rel-{does} step7 {fate}".strip())
    for fate in dict.fromkeys(filter(None, fates.values())):
        canvas.explain(entry_of(fate, classes="step7"))
    return canvas.scene()


def _told(canvas: Canvas, data: DataObject) -> Iterator[Line]:
    """Where it is kept, and its fields."""
    for system in canvas.chain.targets(data.id, "kept-in"):
        kept = Text(zh="权威系统：{}", en="kept in {}")
        yield Line(canvas.said(kept).format(canvas.said(system.title)))
    level = folded(data.fields, _MOST_FIELDS)
    for field in level.shown:
        yield Line(f"· {canvas.said(field)}")
    if level.hidden:
        yield Line(canvas.said(Text(zh=f"……另有 {level.hidden} 个字段", en=f"… and {level.hidden} more fields")))


def where(canvas: Canvas, touch: DataTouch) -> Iterator[str]:
    """The matter and the system that an activity belongs to."""
    activity = canvas.chain.elements[touch.activity]
    for key in (touch.matter, activity.system if isinstance(activity, Activity) else None):
        element = canvas.chain.elements.get(key or "")
        if element is not None:
            yield canvas.said(element.title)
