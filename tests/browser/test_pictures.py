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


@pytest.mark.parametrize("language", ["", "en/"])
def test_text_stays_in_its_box(page, root, site, language):
    if not root.startswith("file"):
        pytest.skip("the same pictures as from files")
    names = ["index", *(f"step{path.stem.partition('step')[2]}" for path in site.glob("step*.html"))]
    names += [f"flows/{path.stem}" for path in (site / "flows").glob("*.html")]
    for name in names:
        page.goto(f"{root}/{language}{name}.html")
        assert page.evaluate(OUTSIDE) == [], name
