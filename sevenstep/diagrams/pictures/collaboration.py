"""How the actors of one path work together, exchange by exchange."""

from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import COLLABORATION
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.looks import card
from sevenstep.diagrams.looks.channels import style_of, text_of
from sevenstep.diagrams.scene import Line, Link, Ranks, Scene
from sevenstep.language import Language, Text, joined
from sevenstep.model.field import fields_of
from sevenstep.model.step4_paths import Exchange, Path, Raci

_MOST_EXCHANGES = 40
_MAX_WIDTH = 112.0


def draw(chain: Chain, path: Path, language: Language, link: Link) -> Scene:
    """The exchanges of one path in their order, numbered."""
    canvas = Canvas(chain, COLLABORATION.name(path), path.title, language, link, Ranks("LR", 0.7, 0.3))
    exchanges = [
        exchange
        for exchange in path.exchanges
        if exchange.sender in chain.elements and exchange.receiver in chain.elements
    ]
    for exchange in exchanges[:_MOST_EXCHANGES]:
        for key in (exchange.sender, exchange.receiver):
            _party(canvas, path, key, None)
    for number, exchange in enumerate(exchanges[:_MOST_EXCHANGES], 1):
        _exchange(canvas, number, exchange)
    return canvas.scene()


def _party(canvas: Canvas, path: Path, key: str, within: str | None) -> None:
    actor = canvas.chain.elements[key]
    if key not in canvas:
        raci = {
            field.key: sum(key in getattr(part, field.name) for part in path.connects.values())
            for field in fields_of(Raci)
        }
        said = " ".join(letter if count == 1 else f"{letter}×{count}" for letter, count in raci.items() if count)
        canvas.element(actor, [Line(said)] if said else [], within, max_width=_MAX_WIDTH)


def _exchange(canvas: Canvas, number: int, exchange: Exchange) -> None:
    elements = canvas.chain.elements
    goods = [elements[key].title if key in elements else Text(plain=key) for key in exchange.data]
    goods += [thing for thing in (exchange.goods, exchange.money) if thing is not None]
    said = f"{number}  {canvas.said(joined(goods))}"
    channel = exchange.channel or ""
    canvas.edge(
        exchange.sender,
        exchange.receiver,
        f"exchange {style_of(channel)}",
        card.caption(said, 110),
        says=text_of(channel),
    )
