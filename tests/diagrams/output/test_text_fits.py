"""In a real browser no text is wider than its box, in Chinese and in English."""

from pathlib import Path

import pytest

from sevenstep import pipeline
from sevenstep.diagrams.output.picture import standalone
from sevenstep.diagrams.output.render import render
from sevenstep.diagrams.output.rendered import Rendered
from sevenstep.diagrams.pictures import catalogue

CORRIDOR = Path(__file__).parents[3] / "models" / "western-corridor"

MEASURE = """() => {
  const outside = [];
  let count = 0;
  for (const group of document.querySelectorAll('g.node, g.cluster')) {
    if (group.classList.contains('legend')) continue;
    const texts = [...group.querySelectorAll(':scope > text, :scope > a > text')];
    const shape = group.querySelector(':scope > .shape, :scope > a > .shape');
    if (!shape || shape.tagName === 'circle' || group.matches('.kind-gateway, .kind-event')) continue;
    const box = shape.getBBox();
    for (const text of texts) {
      const said = text.getBBox();
      count += 1;
      const over = Math.max(said.x + said.width - (box.x + box.width), box.x - said.x,
                            said.y + said.height - 2 - (box.y + box.height), box.y - said.y - 2);
      if (over > 0.5) outside.push(`${text.textContent} (${over.toFixed(1)})`);
    }
  }
  const svg = document.documentElement;
  const whole = svg.viewBox.baseVal;
  for (const text of document.querySelectorAll('text')) {
    const said = text.getBoundingClientRect();
    if (said.right > whole.width + 1 || said.bottom > whole.height + 1 || said.left < -1 || said.top < -1)
      outside.push('picture: ' + text.textContent);
  }
  return [count, outside];
}"""


def measured(browser, tmp_path, drawings, language):
    page = browser.new_page()
    total = 0
    for picture in render(drawings):
        assert isinstance(picture, Rendered), picture
        file = tmp_path / "picture.svg"
        file.write_text(standalone(picture.picture), encoding="utf-8")
        page.goto(file.as_uri())
        count, outside = page.evaluate(MEASURE)
        assert outside == [], picture.scene.name
        total += count
    page.close()
    return total


@pytest.mark.parametrize("language", ["zh", "en"])
def test_text_stays_in_its_box(browser, tmp_path, tiny, language):
    names = [*catalogue.names(tiny), "trace/rail-sea", "trace/C1"]
    drawings = [catalogue.draw(tiny, name, language, lambda _element: "x.html") for name in names]
    assert measured(browser, tmp_path, drawings, language) > 200


@pytest.mark.parametrize("language", ["zh", "en"])
def test_text_of_the_corridor_stays_in_its_box(browser, tmp_path, language):
    chain = pipeline.check(CORRIDOR).chain
    drawings = [catalogue.draw(chain, name, language, lambda _element: "x.html") for name in catalogue.names(chain)]
    assert measured(browser, tmp_path, drawings, language) > 1000


HARD = """
goals:
  W: {title: WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW}
  M: {title: mmmm MMMM @@@@ %%%% WWWW mmmm MMMM, parent: W}
  P: {title: 、，。；：！？（）《》【】“”——……、，。；：！？, parent: W}
  L: {title: "LONG %s", parent: W}
  R: {title: مرحبا بالعالم مرحبا بالعالم مرحبا بالعالم, parent: W}
  E: {title: 😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀, parent: W}
  F: {title: ＷＷＷＷＷＷＷＷＷＷＷＷＷＷＷＷＷＷＷＷＷＷ, parent: W}
""" % ("中文 and English " * 11)


def test_hard_titles_stay_in_their_boxes(browser, tmp_path, checked):
    chain = checked(HARD).chain
    drawings = [catalogue.draw(chain, name, "en", lambda _element: None) for name in ("goal-tree", "chain", "trace/W")]
    assert measured(browser, tmp_path, drawings, "en") > 10
