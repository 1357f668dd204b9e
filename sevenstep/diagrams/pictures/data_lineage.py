"""Where data comes from and where it goes: who writes it, who reads it."""

from collections import Counter
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import DATA_LINEAGE
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.layout.columns import Column, arrange, join, ranks
from sevenstep.diagrams.layout.fold import folded
from sevenstep.diagrams.scene import Entry, Heads, Line, Link, Scene
from sevenstep.language import Language, Text
from sevenstep.model.choices import Variant
from sevenstep.model.element import Element
from sevenstep.model.step7_flows import DataObject, Flow

_MOST_DATA: Final = 40
_MOST_USERS: Final = 30
_GAP: Final = 2.0
_VARIANTS: Final = Variant.each(
    {
        Variant.AS_IS: ("soft", Text(zh="现状流程", en="as it is")),
        Variant.TO_BE: ("step7", Text(zh="目标流程", en="as it shall be")),
    }
)
WRITTEN_BY: Final = Text(zh="写入", en="Writes")
READ_BY: Final = Text(zh="读取", en="Reads")

_Tie = tuple[str, str]
_Uses = dict[str, Counter[str]]


def draw(chain: Chain, language: Language, link: Link) -> Scene:
    """Flows that write at the left, data in the middle, flows that read at the right."""
    canvas = Canvas(chain, DATA_LINEAGE.name, DATA_LINEAGE.title, language, link, ranks(_GAP))
    every = list(chain.engagement.of(DataObject))
    uses = {does: {data.id: _flows(chain, data, does) for data in every} for does in ("writes", "reads")}
    work = {data.id: sum(found[data.id].total() for found in uses.values()) for data in every}
    busiest = folded(sorted(every, key=lambda data: -work[data.id]), _MOST_DATA)
    chosen = {data.id for data in busiest.shown}
    middle = Column(DataObject.KIND.titles, keys=[data_card(canvas, data) for data in every if data.id in chosen])
    if busiest.hidden:
        middle.keys.append(canvas.more("more", busiest.hidden, DataObject.KIND.titles))
    left, right = Column(WRITTEN_BY), Column(READ_BY)
    ties = [(user, data) for data, user in _users(canvas, left, uses["writes"], chosen, "writes")]
    ties += _users(canvas, right, uses["reads"], chosen, "reads")
    for giver, taker in ties:
        join_use(canvas, giver, taker)
    arrange(canvas, [left, middle, right])
    return canvas.scene()


def _flows(chain: Chain, data: DataObject, does: str) -> Counter[str]:
    """How many activities of each flow write (read) the data."""
    links = (link for link in chain.incoming.get(data.id, ()) if link.relation.name == does)
    return Counter(link.source.rpartition("/")[0] for link in links if "/" in link.source)


def _users(canvas: Canvas, column: Column, uses: _Uses, data: set[str], does: str) -> list[_Tie]:
    """Put the flows that use the chosen data into a column, the busiest if they are many; returns (data, flow)."""
    work: Counter[str] = Counter()
    for key in uses:
        work.update(uses[key] if key in data else ())
    chosen = [flow for flow, _ in work.most_common(_MOST_USERS)]
    for flow in chosen:
        column.keys.append(canvas.element(canvas.chain.elements[flow], key=f"{does} {flow}"))
    if len(work) > len(chosen):
        column.keys.append(canvas.more(f"more {does}", len(work) - len(chosen), Flow.KIND.titles))
    return [(key, f"{does} {flow}") for key in uses if key in data for flow in uses[key] if flow in set(chosen)]


def join_use(canvas: Canvas, giver: str, taker: str) -> None:
    """An arrow in the direction in which the data goes, in the look of the flow's variant."""
    user = giver if giver.startswith("writes ") else taker
    flow = canvas.chain.elements.get(user.partition(" ")[2].partition("/")[0])
    variant = flow.variant if isinstance(flow, Flow) else Variant.AS_IS
    css_classes, said = _VARIANTS[variant]
    says = Entry("edge", css_classes, said)
    join(canvas, giver, taker, f"rel-{user.partition(' ')[0]} {css_classes}", Heads.LAST, says)


def data_card(canvas: Canvas, data: Element) -> str:
    systems = canvas.chain.targets(data.id, "kept-in")
    return canvas.element(data, [Line(canvas.said(system.title)) for system in systems])
