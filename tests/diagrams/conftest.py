"""A tiny engagement with everything that a picture can hold, a place for the browser, and pictures of it."""

import os
import shutil
from pathlib import Path

import pytest

from sevenstep import pipeline
from sevenstep.chain.address import page_path
from sevenstep.diagrams import catalogue, dot

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")


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

    def render(name, language="zh"):
        (picture,) = dot.render([drawing(name, language)])
        assert isinstance(picture, dot.Rendered), picture
        return picture.text

    return render


@pytest.fixture(scope="session")
def browser():
    program = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if program is None:
        reason = "no Chromium, Chrome or Edge on this machine"
        if os.environ.get("SEVENSTEP_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield started
        started.close()
