"""Columns: headings in one line above all cards, cards below one another, no line behind a card."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from sevenstep import pipeline
from sevenstep.diagrams.output.picture import inline
from sevenstep.diagrams.output.render import render
from sevenstep.diagrams.pictures import catalogue
from tests.diagrams.outline_box import outline_box

SVG = "{http://www.w3.org/2000/svg}"
MODELS = Path(__file__).parents[3] / "models"
PICTURES = (
    "goal-tree",
    "partners/forwarder",
    "system-data/train-booking",
    "data-lineage/booking-request",
    "trace/C1",
    "trace/booking-lead-time",
    "trace/booking-request",
)


@pytest.fixture(scope="module")
def chain():
    return pipeline.check(MODELS / "western-corridor").chain


def top_of(group):
    """The upper edge of a card, or the middle of a heading's lines."""
    for part in group.iter():
        if "shape" in (part.get("class") or "").split():
            return outline_box(part)[1]
    lines = [float(text.get("y")) for text in group.iter(f"{SVG}text")]
    return (min(lines) + max(lines)) / 2 if lines else None


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", PICTURES)
def test_headings_stand_in_one_line_above_all_cards(chain, name, language):
    (rendered,) = render([catalogue.draw(chain, name, language, lambda _element: None)])
    root = ElementTree.fromstring(inline(rendered.picture))
    heads, cards = [], []
    for group in root.iter(f"{SVG}g"):
        if group.get("data-node") and (top := top_of(group)) is not None:
            (heads if "step-head" in group.get("class").split() else cards).append(top)
    assert len(heads) >= 2
    assert max(heads) - min(heads) < 2
    assert max(heads) < min(cards)
