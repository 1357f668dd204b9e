"""The whole chain as one picture, folded by step: what belongs together is one card with its number of elements."""

from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import CHAIN
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.geometry import Point
from sevenstep.diagrams.layout.bundles import Bundle, bundle_of
from sevenstep.diagrams.layout.closing import closed
from sevenstep.diagrams.layout.placed_columns import PlacedColumn, arrange
from sevenstep.diagrams.looks import card
from sevenstep.diagrams.looks.card import Card
from sevenstep.diagrams.scene import NOWHERE, Entry, Heads, Label, Line, Link, Scene
from sevenstep.language import Language, Text
from sevenstep.method import STEPS
from sevenstep.model.element import Element
from sevenstep.model.kinds import KINDS
from sevenstep.model.relation import Role

_MOST: Final = 10
_BOLD: Final = 4
"""Above so many links an arrow is bold."""
_COUNTED: Final = (Role.SERVES, Role.CLOSES)
_SERVES: Final = Text(zh="由后一步落实", en="is carried out by the next step")
_CLOSES: Final = Text(zh="流程给出指标值（条数）", en="flows give values (how many)")
_WIDE: Final = 980.0
"""How wide the columns are; at the right there is room for the lines that lead back."""
MAX_WIDTH: Final = 98.0


@dataclass(slots=True)
class _Folded:
    """Bundles of elements, which bundle each element is in, and the bundles of each step in the order they appear."""

    sizes: dict[Bundle, Counter[str]] = field(default_factory=dict)
    bundles: dict[str, Bundle] = field(default_factory=dict)


def draw(chain: Chain, language: Language, link: Link) -> Scene:
    """Seven columns; each with at most ten cards, the last of which stands for all the rest.

    Arrows lead as the steps do, from the goals to the flows; below all cards the flows lead back to the indicators that
    they give a value.
    """
    canvas = Canvas(chain, CHAIN.name, CHAIN.title, language, link)
    folding = _fold(chain)
    columns = [PlacedColumn(step.title, str(step.number), f"step{step.number}") for step in STEPS]
    for bundle, sizes in folding.sizes.items():
        columns[bundle.step - 1].cards.append(_entry(canvas, bundle, sizes))
    arrows = _arrows(chain, folding)
    placed = arrange(canvas, columns, [(upper.key, lower.key) for upper, lower, _ in arrows], page=_WIDE)
    for (upper, lower, role), count in arrows.items():
        if role is Role.SERVES:
            width = " bold" if count > _BOLD else ""
            says = Entry("edge", "", _SERVES)
            placed.join(upper.key, lower.key, f"role-{role} step{lower.step}{width}", Heads.LAST, says)
    closing = {(lower.key, upper.key): number for (upper, lower, role), number in arrows.items() if role is Role.CLOSES}
    if closing:
        canvas.explain(Entry("edge", "role-closes step7", _CLOSES))
        closed(canvas, placed.boxes, closing, "role-closes step7")
    return canvas.scene()


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
    label = card.card(canvas.said(title), notes=notes, max_width=MAX_WIDTH, lines=4)
    return Card(bundle.key, label, partial(_put, canvas, bundle, element, label))


def _put(canvas: Canvas, bundle: Bundle, element: Element | None, label: Label, at: Point) -> None:
    heat = canvas.heat(element) if element is not None else ""
    css_classes = " ".join(filter(None, (f"step{bundle.step}", "" if bundle.name else "more", heat)))
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
