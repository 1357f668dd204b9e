"""The pictures of a small engagement as DOT: a change of any of them is seen in review."""

from pathlib import Path

import pytest

from sevenstep import pipeline
from sevenstep.chain.address import page_path
from sevenstep.diagrams import catalogue

FOLDER = Path(__file__).parent / "engagement"
GOLDEN = Path(__file__).parent / "golden"
CHAIN = pipeline.check(FOLDER).chain


@pytest.mark.parametrize("name", [*catalogue.names(CHAIN), f"trace/{next(iter(CHAIN.elements))}"])
def test_drawn_as_before(name, golden):
    drawing = catalogue.draw(CHAIN, name, "zh", lambda element: f"{page_path(element)}.html")
    golden(GOLDEN / f"{name.replace('/', '-')}.dot", drawing.dot)
