"""A tiny engagement with everything that a picture can hold, and pictures of it."""

from pathlib import Path

import pytest

from sevenstep import pipeline
from sevenstep.chain.address import page_path
from sevenstep.diagrams.output import render
from sevenstep.diagrams.output.picture import inline
from sevenstep.diagrams.output.rendered import Rendered
from sevenstep.diagrams.pictures import catalogue


@pytest.fixture(scope="session")
def tiny():
    return pipeline.check(Path(__file__).parent / "engagement").chain


def page_of(element):
    return f"{page_path(element)}.html"


@pytest.fixture(scope="session")
def drawing(tiny):
    """Draws a picture of the tiny engagement by name and language."""
    return lambda name, language="zh": catalogue.draw(tiny, name, language, page_of)


@pytest.fixture(scope="session")
def rendered(drawing):
    """The SVG of a picture of the tiny engagement."""

    def svg(name, language="zh"):
        (picture,) = render.render([drawing(name, language)])
        assert isinstance(picture, Rendered), picture
        return inline(picture.picture)

    return svg
