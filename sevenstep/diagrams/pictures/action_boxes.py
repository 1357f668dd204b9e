"""The cards of the picture of five actions: elements, and what stands for several of them."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.layout.fold import folded
from sevenstep.diagrams.looks import card
from sevenstep.diagrams.looks.card import Card
from sevenstep.diagrams.scene import Line
from sevenstep.language import Text, many, noun
from sevenstep.method import stage
from sevenstep.model.element import Element

WIDTH: Final = 144.0
MOST: Final = 6
"""Cards of a kind in a shelf."""
MOST_TITLES: Final = 3


def folded_cards(
    canvas: Canvas, every: Sequence[Element], kind: type[Element], says: Callable[[Any], Iterable[Text]]
) -> list[Card]:
    level = folded(every, MOST)
    cards = [canvas.card_of(one, [Line(canvas.said(text)) for text in says(one)], WIDTH) for one in level.shown]
    if level.hidden:
        cards.append(canvas.more_card(f"more {kind.KIND.name}", level.hidden, kind.KIND.titles, WIDTH))
    return cards


def in_a_box(canvas: Canvas, element: Element, lines: Iterable[Text]) -> Card:
    """An element whose own shape has no room for several lines."""
    label = canvas.label(element, [Line(canvas.said(line)) for line in lines], WIDTH)
    css_class, address = stage(element.KIND.step).css_class, canvas.address(element)
    return Card(
        element.id,
        label,
        lambda at: canvas.node(element.id, label, css_class, None, "box", "rounded,filled", at, address),
    )


def listed(
    canvas: Canvas,
    key: str,
    title: Text,
    elements: Sequence[Element],
    lines: Iterable[Text],
    kind: type[Element],
    most: int = MOST_TITLES,
) -> Card:
    """A card that names what it stands for, as many as there is room."""
    level = folded(elements, most)
    said = [*lines, *(one.title.inserted_into(zh="· {}", en="· {}") for one in level.shown)]
    if level.hidden:
        said.append(more_of(level.hidden, kind))
    return plain(canvas, key, title, said, kind)


def plain(canvas: Canvas, key: str, title: Text, lines: Iterable[Text], kind: type[Element]) -> Card:
    """A card that is no element: it leads to the list of all of a kind."""
    words = canvas.said(title)
    label = card.card(words[:1].upper() + words[1:], notes=[Line(canvas.said(line)) for line in lines], max_width=WIDTH)
    address = canvas.list_address(kind.KIND, words)
    return Card(key, label, lambda at: canvas.node(key, label, "frame", None, "box", "rounded,filled", at, address))


def tally(kind: type[Element], count: int) -> Text:
    name = kind.KIND.title
    return Text(zh=f"· {name.for_language('zh')} {count}", en=f"· {many(count, name.for_language('en').lower())}")


def more_of(count: int, kind: type[Element]) -> Text:
    title = kind.KIND.title
    return card.more(count, Text(zh=title.zh, en=noun(count, title.for_language("en").lower())))
