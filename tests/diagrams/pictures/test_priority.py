"""The priority picture: where it is drawn, what it holds, and that its names cover nothing in a browser."""

import random

import pytest

from sevenstep.diagrams.output import dot_text
from sevenstep.diagrams.output.picture import standalone
from sevenstep.diagrams.output.render import render
from sevenstep.diagrams.output.rendered import Rendered
from sevenstep.diagrams.pictures import catalogue

HEAD = """
criteria:
  benefit: {title: Benefit, weight: 60%, axis: value}
  effort: {title: Effort, weight: 40%, direction: decrease, axis: effort}
items:
"""
WORDS = (
    "Empty container pick-up",
    "Gate appointment",
    "在途跟踪与到达预报",
    "报关查验放行一体化",
    "Settlement",
    "订舱",
)


def many(count: int, seed: int = 5) -> str:
    chance = random.Random(seed)
    return HEAD + "".join(
        f'  i{number}: {{title: "{chance.choice(WORDS)} {number}", '
        f"scores: {{benefit: {chance.randint(1, 5)}, effort: {chance.randint(1, 5)}}}}}\n"
        for number in range(count)
    )


@pytest.mark.parametrize(
    ("model", "drawn"),
    [
        (many(1), True),
        (many(1).replace(", axis: effort", ""), False),
        (HEAD + "  a: {title: A, scores: {benefit: 5}}\n", False),
        ("items:\n  a: {title: A}\n", False),
    ],
)
def test_it_is_drawn_where_an_item_has_value_and_effort(checked, model, drawn):
    assert ("priority" in catalogue.names(checked(model).chain)) is drawn


def test_asked_for_by_name_it_is_empty_where_nothing_is_scored(checked):
    picture = catalogue.draw(checked("items:\n  a: {title: A}\n").chain, "priority", "en", lambda _element: "x")
    assert picture.elements == 0


def test_every_dot_leads_to_its_item_and_the_rest_is_counted(checked):
    picture = catalogue.draw(checked(many(60)).chain, "priority", "en", lambda element: f"{element.id}.html")
    assert picture.elements == dot_text.dot(picture).count("URL=") == 39
    (rendered,) = render([picture])
    assert isinstance(rendered, Rendered)
    assert "and 21 more" in rendered.picture.content


COVERED = """() => {
  const boxes = [...document.querySelectorAll('g.dot, g.dot-name, g.quadrant-head')]
    .filter((one) => !one.classList.contains('legend'))
    .map((one) => [one.textContent.trim(), one.getBoundingClientRect()]);
  const found = [];
  boxes.forEach(([name, a], at) => boxes.slice(at + 1).forEach(([other, b]) => {
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide > 1.5 && high > 3) found.push(`${name} / ${other}`);  // circles have room at the corners of their boxes
  }));
  return [boxes.length, found];
}"""


@pytest.mark.parametrize("count", [9, 40])
def test_names_cover_nothing_in_a_browser(browser, tmp_path, checked, count):
    (rendered,) = render([catalogue.draw(checked(many(count)).chain, "priority", "en", lambda _element: "x.html")])
    assert isinstance(rendered, Rendered)
    file = tmp_path / "priority.svg"
    file.write_text(standalone(rendered.picture), encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    number, covered = page.evaluate(COVERED)
    page.close()
    assert number == 2 * count + 4
    assert covered == []
