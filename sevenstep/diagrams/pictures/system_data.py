"""What data passes through one system: what is read and what is written there, step by step."""

from typing import Final

from sevenstep.chain.data_lineage import DataTouch, data_touches, variants_of
from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import SYSTEM_DATA
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.layout.fold import folded
from sevenstep.diagrams.layout.placed_columns import PlacedColumn, arrange
from sevenstep.diagrams.looks.fates import entry_of, fate_of
from sevenstep.diagrams.scene import Line, Link, Scene
from sevenstep.language import Language, Text
from sevenstep.model.step7_flows import Activity, DataObject, System

_MOST: Final = 24
_WIDTH: Final = 196.0
_READ: Final = Text(zh="读取的数据", en="Data read there")
_STEPS: Final = Text(zh="在该系统办理的作业", en="Steps done in it")
_WRITTEN: Final = Text(zh="写入的数据", en="Data written there")


def draw(chain: Chain, system: System, language: Language, link: Link) -> Scene:
    """Data that is read at the left, the steps done in the system, data that is written at the right."""
    canvas = Canvas(chain, SYSTEM_DATA.name(system), system.title, language, link)
    every = variants_of(data_touches(chain))
    touches = _at(chain, system)
    steps = folded(list(dict.fromkeys(touch.activity for touch in touches)), _MOST)
    shown = set(steps.shown)
    left, middle, right = PlacedColumn(_READ), PlacedColumn(_STEPS), PlacedColumn(_WRITTEN)
    fates = {touch.activity: fate_of(touch.variants, every) for touch in touches}
    for key in steps.shown:
        touch = next(touch for touch in touches if touch.activity == key)
        matter = [Line(canvas.said(chain.elements[touch.matter].title))]
        middle.cards.append(canvas.card_of(chain.elements[key], matter, _WIDTH, fates[key]))
    if steps.hidden:
        middle.cards.append(canvas.more_card("more", steps.hidden, Activity.KIND.titles, _WIDTH))
    joins = [(_key(touch), touch) for touch in touches if touch.activity in shown]
    for does, column in (("reads", left), ("writes", right)):
        for key in dict.fromkeys(key for key, touch in joins if touch.does == does):
            data = chain.elements[key.partition(" ")[2]]
            column.cards.append(canvas.card_of(data, _kept(canvas, data, system), _WIDTH, key=key))
    ends = [(key, touch.activity) if touch.does == "reads" else (touch.activity, key) for key, touch in joins]
    placed = arrange(canvas, [left, middle, right], ends)
    for (start, end), (_, touch) in zip(ends, joins, strict=True):
        placed.join(start, end, f"rel-{touch.does} step7 {fates[touch.activity]}".strip())
    for fate in dict.fromkeys(filter(None, fates.values())):
        canvas.explain(entry_of(fate, classes="step7"))
    return canvas.scene()


def _at(chain: Chain, system: System) -> list[DataTouch]:
    """What is written and read by steps that are done in the system."""
    steps = {activity.id for activity in chain.engagement.of(Activity) if activity.system == system.id}
    return [touch for touch in data_touches(chain) if touch.activity in steps]


def _key(touch: DataTouch) -> str:
    """The key of the card of the data: at the left what is read, at the right what is written."""
    return f"{touch.does} {touch.data}"


def _kept(canvas: Canvas, data: object, system: System) -> list[Line]:
    """That the data is kept elsewhere, where it is."""
    if isinstance(data, DataObject) and data.system_of_record not in {None, system.id}:
        owner = canvas.chain.elements.get(data.system_of_record or "")
        if owner is not None:
            kept = Text(zh="权威系统：{}", en="kept in {}")
            return [Line(canvas.said(kept).format(canvas.said(owner.title)))]
    return []
