"""The loop of domains: each once, with its functions, and an arrow to the one that takes up from it."""

import pytest

from sevenstep.diagrams.pictures import catalogue
from sevenstep.diagrams.scene import Edge, Node


def model(count: int) -> str:
    domains = "".join(f"  d{at}: {{title: Domain {at}}}\n" for at in range(count))
    functions = "".join(
        f"  f{at}: {{title: Function {at}, domain: d{at}, feeds: [{{to: f{(at + 1) % count}}}]}}\n"
        for at in range(count)
    )
    return f"goals: {{G1: {{title: Fast}}}}\ndomains:\n{domains}functions:\n{functions}"


@pytest.mark.parametrize("count", range(3, 9))
def test_cards_stand_apart_and_arrows_go_round(checked, count):
    scene = catalogue.draw(checked(model(count)).chain, "domain-loop", "en", lambda element: f"{element.id}.html")
    cards = [part for part in scene.content if isinstance(part, Node)]
    arrows = [part for part in scene.content if isinstance(part, Edge)]
    assert [card.address.url for card in cards] == [f"d{at}.html" for at in range(count)]
    names = [card.name for card in cards]
    assert {(arrow.source, arrow.target) for arrow in arrows} == {
        (names[at], names[(at + 1) % count]) for at in range(count)
    }
    boxes = [(*card.at, card.label.width / 2, card.label.height / 2) for card in cards]
    for at, (x, y, wide, high) in enumerate(boxes):
        for u, v, broad, tall in boxes[at + 1 :]:
            assert abs(x - u) >= wide + broad or abs(y - v) >= high + tall
