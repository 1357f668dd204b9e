"""A flow in swimlanes: short boxes, waiting as heat, the lanes in the order in which the actors first appear."""

from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import FLOW
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.layout.flow_rows import Size, whole
from sevenstep.diagrams.looks.waiting import flows_beside, heat_of
from sevenstep.diagrams.pictures.lanes import Lanes
from sevenstep.diagrams.pictures.telling import Telling
from sevenstep.diagrams.scene import Link, Scene
from sevenstep.language import Language
from sevenstep.model.step7_flows import Flow


def draw(chain: Chain, flow: Flow, language: Language, link: Link) -> Scene:
    """The flow, in as many rows as it takes to be read."""
    canvas = Canvas(chain, FLOW.name(flow), flow.title, language, link)
    if flow.steps:
        _lanes(canvas, flow).draw(whole(flow))
    return canvas.scene()


def draw_rows(chain: Chain, flow: Flow, language: Language, link: Link, page: Size) -> list[Scene]:
    """Each row as a picture of its own, as long as there is room on a page; none where all of it fits.

    The last one has the legend of all.
    """
    if not flow.steps:
        return []
    scratch = _lanes(Canvas(chain, FLOW.name(flow), flow.title, language, link), flow)
    width, height = scratch.size(whole(flow))
    if width <= page[0] and height <= page[1]:
        return []
    rows = scratch.rows(whole(flow), page)
    canvases = []
    for at, row in enumerate(rows if len(rows) > 1 else (), 1):
        canvas = Canvas(chain, row_name(flow, at), flow.title, language, link)
        _lanes(canvas, flow).draw_row(row)
        canvases.append(canvas)
    if canvases:
        _telling(canvases[-1], flow).explain(flow.steps.values())
    for canvas in canvases[:-1]:
        canvases[-1].explain_all_of(canvas)
    return [canvas.scene(has_legend=canvas is canvases[-1]) for canvas in canvases]


def row_name(flow: Flow, at: int) -> str:
    """The name of the picture of one row."""
    return f"{FLOW.name(flow)}/row/{at}"


def _lanes(canvas: Canvas, flow: Flow) -> Lanes:
    return Lanes(canvas, _telling(canvas, flow))


def _telling(canvas: Canvas, flow: Flow) -> Telling:
    return Telling(canvas, heat_of(flows_beside(canvas.chain, flow)))
