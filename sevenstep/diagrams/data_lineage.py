"""Where data comes from and where it goes: who writes it, who reads it."""

from collections import Counter

from sevenstep.chain.graph import Chain
from sevenstep.diagrams.canvas import LEVEL, Canvas
from sevenstep.diagrams.card import Line
from sevenstep.diagrams.drawing import Drawing, Link
from sevenstep.diagrams.fold import folded
from sevenstep.language import Language, Text
from sevenstep.model.element import Element
from sevenstep.model.step7_flows import Activity, DataObject, Flow

NAME = "data-lineage"
TITLE = Text(zh="数据血缘", en="Data lineage")
_MOST_DATA = 40
_MOST_USERS = 30
VARIANTS = {"as-is": Text(zh="现状", en="as is"), "to-be": Text(zh="目标", en="to be")}
_WRITES = Text(zh="写入", en="writes")
_READS = Text(zh="被读取", en="read by")


def draw(chain: Chain, language: Language, link: Link) -> Drawing:
    """Flows that write at the left, data in the middle, flows that read at the right."""
    canvas = Canvas(chain, NAME, TITLE, language, link, rankdir="LR", ranksep="1.3", nodesep="0.14")
    uses = {data.id: _flows(chain, data) for data in chain.engagement.of(DataObject)}
    order = sorted(uses, key=lambda key: -sum(map(len, uses[key])))
    chosen = set(order[:_MOST_DATA])
    for key in uses:
        if key in chosen:
            _object(canvas, chain.elements[key])
    if len(uses) > len(chosen):
        canvas.more("more", len(uses) - len(chosen), DataObject.KIND.titles)
    for side in (0, 1):
        _users(canvas, {key: uses[key][side] for key in uses if key in chosen}, "writes" if side == 0 else "reads")
    return canvas.drawing()


def _flows(chain: Chain, data: DataObject) -> tuple[Counter[str], Counter[str]]:
    """How many activities of each flow write the data, and read it."""
    found: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for link in chain.incoming.get(data.id, ()):
        if link.relation.name in {"writes", "reads"}:
            found[link.relation.name == "reads"][link.source.rpartition("/")[0]] += 1
    return found


def _users(canvas: Canvas, uses: dict[str, Counter[str]], does: str) -> None:
    """The flows on one side. A flow that does both stands on both sides."""
    total: Counter[str] = Counter()
    for flows in uses.values():
        total.update(flows)
    chosen = [flow for flow, _ in total.most_common(_MOST_USERS)]
    for data, flows in uses.items():
        for flow in (one for one in flows if one in chosen):
            key = f"{does} {flow}"
            if key not in canvas:
                _flow(canvas, key, canvas.chain.elements[flow])
            _use(canvas, data, key, does)


def _use(canvas: Canvas, data: str, user: str, does: str) -> None:
    writes = does == "writes"
    ends = (user, data) if writes else (data, user)
    canvas.edge(*ends, f"rel-{does} {'step7' if writes else 'soft step6'}", says=_WRITES if writes else _READS, **LEVEL)


def _flow(canvas: Canvas, key: str, flow: Element) -> None:
    variant = VARIANTS[flow.variant] if isinstance(flow, Flow) else Text(plain="")
    canvas.copy(key, flow, [Line(canvas.said(variant))])


def _object(canvas: Canvas, data: Element) -> None:
    systems = canvas.chain.targets(data.id, "kept-in")
    canvas.element(data, [Line(canvas.said(one.title)) for one in systems])


def data_name(data: DataObject) -> str:
    """The name of the picture of one data object."""
    return f"{NAME}/{data.id}"


def draw_data(chain: Chain, data: DataObject, language: Language, link: Link) -> Drawing:
    """One data object with the activities that write it and those that read it."""
    canvas = Canvas(chain, data_name(data), data.title, language, link, rankdir="LR", ranksep="0.9", nodesep="0.14")
    _object(canvas, data)
    for does in ("writes", "reads"):
        users = folded([one for one in chain.holders(data.id, does) if isinstance(one, Activity)], 12)
        for activity in users.shown:
            key = canvas.copy(f"{does} {activity.id}", activity, _where(canvas, activity))
            _use(canvas, data.id, key, does)
        if users.hidden:
            _use(canvas, data.id, canvas.more(f"more {does}", users.hidden, Activity.KIND.titles), does)
    return canvas.drawing()


def _where(canvas: Canvas, activity: Activity) -> list[Line]:
    elements = canvas.chain.elements
    said = [elements.get(activity.id.rpartition("/")[0]), elements.get(activity.system or "")]
    return [Line(" · ".join(canvas.said(one.title) for one in said if one is not None))]
