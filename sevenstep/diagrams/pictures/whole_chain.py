"""The whole chain as one picture, folded by step: what belongs together is one card with its number of elements."""

from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import CHAIN
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.geometry import Box, Point
from sevenstep.diagrams.layout.bundles import Bundle, bundle_of
from sevenstep.diagrams.layout.columns import MAX_WIDTH
from sevenstep.diagrams.layout.placed_columns import Card, PlacedColumn, arrange, join
from sevenstep.diagrams.layout.spline import rounded
from sevenstep.diagrams.looks import card
from sevenstep.diagrams.scene import NOWHERE, Entry, Label, Line, Link, Scene
from sevenstep.language import Language, Text
from sevenstep.method import STEPS
from sevenstep.model.element import Element
from sevenstep.model.kinds import KINDS
from sevenstep.model.relation import Role

_MOST: Final = 9
_BOLD: Final = 4
"""Above so many links an arrow is bold."""
_COUNTED: Final = (Role.SERVES, Role.CLOSES)
_SERVES: Final = Text(zh="服务于上一步", en="serves the step above")
_CLOSES: Final = Text(zh="流程给出指标值", en="flows give the value")


@dataclass(slots=True)
class _Folded:
    """Bundles of elements, which bundle each element is in, and the bundles of each step in the order they appear."""

    sizes: dict[Bundle, Counter[str]] = field(default_factory=dict)
    bundles: dict[str, Bundle] = field(default_factory=dict)


def draw(chain: Chain, language: Language, link: Link) -> Scene:
    """Seven columns; each with at most nine cards, the last of which stands for all the rest."""
    canvas = Canvas(chain, CHAIN.name, CHAIN.title, language, link)
    folding = _fold(chain)
    columns = [PlacedColumn(step.title, str(step.number), f"step{step.number}") for step in STEPS]
    for bundle, sizes in folding.sizes.items():
        columns[bundle.step - 1].cards.append(_entry(canvas, bundle, sizes))
    arrows = _arrows(chain, folding)
    boxes = arrange(canvas, columns, ((upper.key, lower.key) for upper, lower, _ in arrows))
    for (upper, lower, role), count in arrows.items():
        if role is Role.SERVES:
            width = " bold" if count > _BOLD else ""
            canvas.explain(Entry("edge", "", _SERVES))
            join(canvas, boxes, upper.key, lower.key, f"role-{role} step{lower.step}{width}")
    _close(canvas, boxes, arrows)
    return canvas.scene()


def _close(canvas: Canvas, boxes: dict[str, Box], arrows: Counter[tuple[Bundle, Bundle, Role]]) -> None:
    """One arrow below all cards, from the flows back to the indicators, for all links that close the chain."""
    closing = [(upper, lower) for upper, lower, role in arrows if role is Role.CLOSES]
    if not closing:
        return
    count = sum(number for (_, _, role), number in arrows.items() if role is Role.CLOSES)
    start = max((lower.key for _, lower in closing), key=lambda key: boxes[key].bottom)
    end = max((upper.key for upper, _ in closing), key=lambda key: boxes[key].bottom)
    floor = max(box.bottom for box in boxes.values()) + 24
    a, b = boxes[start], boxes[end]
    out, into = a.right + 16, b.left - 16
    way = [a.at(1, 0.5), (out, a.middle[1]), (out, floor), (into, floor), (into, b.middle[1]), b.at(0, 0.5)]
    label = card.caption(f"{canvas.said(_CLOSES)} ×{count}", 240)
    at = ((a.middle[0] + b.middle[0]) / 2, floor)
    canvas.edge(start, end, "role-closes bold step7", label, _CLOSES, curve=rounded(way), label_at=at)


def _fold(chain: Chain) -> _Folded:
    found = _Folded()
    for key, element in chain.elements.items():
        bundle = bundle_of(chain, element)
        if bundle is not None:
            found.bundles[key] = bundle
            found.sizes.setdefault(bundle, Counter())[element.KIND.name] += 1
    return _merged(found)


def _merged(found: _Folded) -> _Folded:
    """The smallest bundles of a full column become one."""
    renamed: dict[Bundle, Bundle] = {}
    for step in range(1, 8):
        here = [bundle for bundle in found.sizes if bundle.step == step]
        largest = sorted(here, key=lambda bundle: -found.sizes[bundle].total())[: _MOST - 1]
        for bundle in here if len(here) > _MOST else ():
            if bundle not in largest:
                renamed[bundle] = Bundle(step, "", None)
    merged = _Folded()
    for bundle, sizes in found.sizes.items():
        merged.sizes.setdefault(renamed.get(bundle, bundle), Counter()).update(sizes)
    merged.bundles = {key: renamed.get(bundle, bundle) for key, bundle in found.bundles.items()}
    return merged


def _entry(canvas: Canvas, bundle: Bundle, sizes: Counter[str]) -> Card:
    element = canvas.chain.elements.get(bundle.element or "")
    if element is None and bundle.name:
        title, notes = KINDS[bundle.name.partition(" ")[2]].KIND.titles, [Line(str(sizes.total()))]
    else:
        title = bundle.title(element)
        notes = [Line(_counted(canvas, kind, count)) for kind, count in sizes.items()][:3]
    label = card.card(canvas.said(title), notes=notes, max_width=MAX_WIDTH, lines=2)
    return Card(bundle.key, label, partial(_put, canvas, bundle, element, label))


def _put(canvas: Canvas, bundle: Bundle, element: Element | None, label: Label, at: Point) -> None:
    css_classes = f"step{bundle.step} {'' if bundle.name else 'more'}".strip()
    address = canvas.address(element) if element else NOWHERE
    canvas.node(bundle.key, label, css_classes, None, "box", "rounded,filled", at, address)


def _counted(canvas: Canvas, kind: str, count: int) -> str:
    titles = KINDS[kind].KIND
    return canvas.said(
        Text(
            zh=f"{count} 个{titles.title.for_language('zh')}",
            en=f"{count} {(titles.title if count == 1 else titles.titles).for_language('en').lower()}",
        )
    )


def _arrows(chain: Chain, folding: _Folded) -> Counter[tuple[Bundle, Bundle, Role]]:
    """How many links run between two bundles of different steps, by role."""
    counted: Counter[tuple[Bundle, Bundle, Role]] = Counter()
    for link in chain.links():
        upper, lower = folding.bundles.get(link.target), folding.bundles.get(link.source)
        if link.relation.role in _COUNTED and upper and lower and upper.step != lower.step:
            counted[upper, lower, link.relation.role] += 1
    return counted
