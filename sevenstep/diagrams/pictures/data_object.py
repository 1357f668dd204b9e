"""Where the data of one object comes from and where it goes, activity by activity."""

from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import DATA_OBJECT
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.layout.columns import Column, arrange, ranks
from sevenstep.diagrams.layout.fold import folded
from sevenstep.diagrams.pictures.data_lineage import READ_BY, WRITTEN_BY, data_card, join_use
from sevenstep.diagrams.scene import Line, Link, Scene
from sevenstep.language import Language
from sevenstep.model.step7_flows import Activity, DataObject

_MOST_ACTIVITIES: Final = 14
_GAP: Final = 1.1


def draw(chain: Chain, data: DataObject, language: Language, link: Link) -> Scene:
    """One data object with the activities that write it and those that read it."""
    canvas = Canvas(chain, DATA_OBJECT.name(data), data.title, language, link, ranks(_GAP))
    left, right = (_activities(canvas, data, does) for does in ("writes", "reads"))
    middle = Column(keys=[data_card(canvas, data)])
    ties = [(key, data.id) for key in left.keys] + [(data.id, key) for key in right.keys]
    for giver, taker in ties:
        join_use(canvas, giver, taker)
    arrange(canvas, [left, middle, right])
    return canvas.scene()


def _activities(canvas: Canvas, data: DataObject, does: str) -> Column:
    column = Column(WRITTEN_BY if does == "writes" else READ_BY)
    users = [user for user in canvas.chain.holders(data.id, does) if isinstance(user, Activity)]
    level = folded(users, _MOST_ACTIVITIES)
    for activity in level.shown:
        notes = [Line(said) for said in _where(canvas, activity)]
        column.keys.append(canvas.element(activity, notes, key=f"{does} {activity.id}"))
    if level.hidden:
        column.keys.append(canvas.more(f"{does} more", level.hidden, Activity.KIND.titles))
    return column


def _where(canvas: Canvas, activity: Activity) -> Iterator[str]:
    """The flow and the system that an activity is done in."""
    for key in (activity.id.rpartition("/")[0], activity.system or ""):
        element = canvas.chain.elements.get(key)
        if element is not None:
            yield canvas.said(element.title)
