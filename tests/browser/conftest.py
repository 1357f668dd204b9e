"""A browser, and the corridor's site in it: opened from files, and from a server."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from sevenstep import pipeline

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    target = tmp_path_factory.mktemp("published") / "网 站"
    folder = ROOT / "models" / "western-corridor"
    pipeline.publish(pipeline.check(folder), target)
    return target


@pytest.fixture(scope="session")
def authors_site(tmp_path_factory) -> Path:
    """The edition of the authors, of the smaller model."""
    target = tmp_path_factory.mktemp("published") / "authors"
    pipeline.publish(pipeline.check(ROOT / "tests" / "models" / "compute-network"), target, edition="authors")
    return target


class Quiet(SimpleHTTPRequestHandler):
    """A server that says nothing."""

    def log_message(self, *_arguments):
        pass


@pytest.fixture(scope="session")
def server(site):
    running = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    running.server_close()


@pytest.fixture
def root(request, site):
    """The address of the site's root: as files, and from a server for a test marked with BOTH."""
    return request.getfixturevalue("server") if getattr(request, "param", "file") == "server" else site.as_uri()


@pytest.fixture
def page(browser, root):
    """A page of its own; at the end: no error on its console, no request that left this machine."""
    context = browser.new_context(viewport={"width": 1300, "height": 900})
    context.set_default_timeout(15_000)
    opened = context.new_page()
    errors: list[str] = []
    requests: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    opened.on("request", lambda request: requests.append(request.url))
    yield opened
    context.close()
    assert errors == []
    assert [url for url in requests if not url.startswith((root, "data:", "blob:", "about:"))] == []
