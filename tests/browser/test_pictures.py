"""No text leaves its box, measured where it is drawn."""

import pytest

OUTSIDE = """() => {
  const outside = [];
  document.querySelectorAll('.sevenstep-picture g.node').forEach(node => {
    const shape = node.querySelector('.shape');
    if (!shape || node.classList.contains('legend')) return;
    const box = shape.getBBox();
    node.querySelectorAll('text').forEach(text => {
      const said = text.getBBox();
      const below = said.y > box.y + box.height - 1;  // a caption under a gateway or an event
      if (!below && box.width > 60 && (said.x < box.x - 1 || said.x + said.width > box.x + box.width + 1))
        outside.push(text.textContent);
    });
  });
  return outside;
}"""


APART = """() => {
  const texts = [...document.querySelectorAll('text')].filter(text => text.textContent.trim());
  const boxes = texts.map(text => text.getBoundingClientRect());
  const whole = document.documentElement.viewBox.baseVal;
  const wrong = [];
  boxes.forEach((one, at) => {
    if (one.left < -1 || one.top < -1 || one.right > whole.width + 1 || one.bottom > whole.height + 1)
      wrong.push('outside: ' + texts[at].textContent);
    for (let next = at + 1; next < boxes.length; next++) {
      const other = boxes[next];
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (wide > 2 && high > 4) wrong.push(texts[at].textContent + ' on ' + texts[next].textContent);
    }
  });
  return [texts.length, wrong];
}"""


@pytest.mark.parametrize("language", ["", "en"])
def test_words_stay_in_every_picture_and_off_each_other(browser, site, language):
    page = browser.new_page()
    pictures = sorted((site / language / "assets" / "pictures").rglob("*.svg"))
    assert len(pictures) > 140  # charts among them
    seen = 0
    for file in pictures:
        page.goto(file.as_uri())
        count, wrong = page.evaluate(APART)
        assert wrong == [], file.name
        seen += count
    page.close()
    assert seen > 4000


@pytest.mark.parametrize("language", ["", "en/"])
def test_text_stays_in_its_box(page, root, site, language):
    names = ["index", *(f"step{path.stem.partition('step')[2]}" for path in site.glob("step*.html"))]
    names += [f"flows/{path.stem}" for path in (site / "flows").glob("*.html")]
    for name in names:
        page.goto(f"{root}/{language}{name}.html")
        assert page.evaluate(OUTSIDE) == [], name
