"""The map of the business: domains with their functions, which function follows which, and who feeds whom."""

from collections import Counter

from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import ARCHITECTURE_MAP
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.layout import blocks
from sevenstep.diagrams.layout.fold import Folded, folded
from sevenstep.diagrams.looks import card
from sevenstep.diagrams.scene import Entry, Line, Link, Ranks, Scene
from sevenstep.language import Language, Text
from sevenstep.model.step3_architecture import Domain, Function

_MOST_DOMAINS = 24
_MOST_FUNCTIONS = 60
_FEW = 6
_MAX_WIDTH = 122.0
_RANKS = Ranks("LR", rank_distance=0.45, node_distance=0.2)


def draw(chain: Chain, language: Language, link: Link) -> Scene:
    """Domains as frames with the arrows between their functions.

    Of very many functions, a few for each domain and the number of the rest, in blocks and without arrows.
    """
    every = list(chain.engagement.of(Domain))
    many = chain.engagement.count(Function) > _MOST_FUNCTIONS or len(every) > _MOST_DOMAINS
    ranks = blocks.RANKS if many else _RANKS
    canvas = Canvas(chain, ARCHITECTURE_MAP.name, ARCHITECTURE_MAP.title, language, link, ranks)
    domains = folded(every, _MOST_DOMAINS)
    most = _FEW if many else _MOST_FUNCTIONS
    found = [_domain(canvas, domain, most) for domain in domains.shown]
    homeless = [function for function in chain.engagement.of(Function) if not chain.targets(function.id, "in-domain")]
    found.append(_functions(canvas, folded(homeless, most), None, "no domain"))
    if domains.hidden:
        found.append([canvas.more("more", domains.hidden, Domain.KIND.titles, max_width=_MAX_WIDTH)])
    if many:
        blocks.arrange(canvas, [keys for keys in found if keys])
    else:
        _arrows(canvas)
    return canvas.scene()


def _domain(canvas: Canvas, domain: Domain, most: int) -> list[str]:
    """The frame of a domain; returns the keys of the nodes in it."""
    inside = [function for function in canvas.chain.holders(domain.id, "in-domain") if isinstance(function, Function)]
    indicators = len(canvas.chain.holders(domain.id, "domain"))
    note = canvas.said(Text(zh=f"{indicators} 个指标", en=f"{indicators} indicators")) if indicators else ""
    label = card.heading(canvas.said(domain.title), note, max_width=_MAX_WIDTH if most == _FEW else 320)
    frame = canvas.frame(domain.id, label, "group step3 kind-domain", element=domain, style="rounded")
    canvas.explain(Entry("cluster", "group step3 kind-domain", domain.KIND.title, "box", "rounded"))
    if not inside:
        return [canvas.node(f"empty {domain.id}", card.card("–", max_width=_MAX_WIDTH), "more", frame, "box")]
    return _functions(canvas, folded(inside, most), frame, domain.id)


def _functions(canvas: Canvas, level: Folded[Function], frame: str | None, key: str) -> list[str]:
    keys = []
    for function in level.shown:
        driven = len(canvas.chain.targets(function.id, "drives"))
        said = Text(zh=f"驱动 {driven} 个指标", en=f"drives {driven} indicator{'s' * (driven != 1)}")
        keys.append(canvas.element(function, [Line(canvas.said(said))], within=frame, max_width=_MAX_WIDTH))
    if level.hidden:
        keys.append(canvas.more(f"more {key}", level.hidden, Function.KIND.titles, frame, _MAX_WIDTH))
    return keys


def _arrows(canvas: Canvas) -> None:
    """From the earlier function to the later one, and from the giver of data to its receiver, each pair once."""
    drawn: Counter[tuple[str, str]] = Counter()
    for function in canvas.chain.engagement.of(Function):
        for link in canvas.chain.outgoing.get(function.id, ()):
            if link.relation.name not in {"follows", "feeds"} or link.target not in canvas:
                continue
            feeds = link.relation.name == "feeds"
            ends = (link.source, link.target) if feeds else (link.target, link.source)
            if link.source in canvas and not drawn[ends]:
                says = link.relation.forward if feeds else link.relation.backward
                canvas.edge(*ends, f"rel-{link.relation.name} {'soft step7' if feeds else 'step3'}", says=says)
            drawn[ends] += 1
