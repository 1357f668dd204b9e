"""The site, live on this machine: its pages are written anew after a change; a broken model leaves the last good."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from html import escape
from http import HTTPStatus
from mimetypes import MimeTypes
from pathlib import Path
from typing import Any, Final, Protocol

from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.publishing.site.assets import PREVIEW, script
from sevenstep.publishing.site.listening import LocalHandler, Server
from sevenstep.source.folder import Folder
from sevenstep.source.walk import find_files, is_source

_STATE: Final = "/__sevenstep"
_HTML: Final = "text/html; charset=utf-8"
_NOTHING: Final = Text(
    zh="目前没有这一页：要素不在模型中，或文件无法读取。改好后会自动出现。",
    en="There is no such page now: the element is not in the model, or its file cannot be read. It will show up here.",
)
_PATIENCE: Final = 1.0
"""Seconds between looks at whether the folder itself is still there."""
_TYPES: Final = MimeTypes()
"""The types as Python knows them: Windows lets any program say that scripts are plain text."""


class Site(Protocol):
    """What is shown: the content of each path from the root, or None."""

    def read(self, path: str) -> bytes | None: ...


class State:
    """Which site is shown, and why the newest could not be made (empty: it is the newest)."""

    def __init__(self, site: Site) -> None:
        self.version = 0
        self.broken = ""
        self.site = site
        self.port = 0


class _Handler(LocalHandler):
    """The site, with the script that watches for a change."""

    def __init__(self, *arguments: Any, state: State) -> None:
        self.state = state
        super().__init__(*arguments)

    def answer(self, path: str) -> None:
        """Send a page or a file, or which version is shown."""
        if path == _STATE:
            state = {"version": self.state.version, "broken": self.state.broken}
            self._send(json.dumps(state).encode(), "application/json")
        else:
            self._send_file(path.removeprefix("/"))

    def _send_file(self, path: str) -> None:
        try:
            content = self.state.site.read(path)
        except Exception as error:  # a defect of ours must not take the preview away while somebody writes
            self._send(_notice(f"{type(error).__name__}: {error}"), _HTML, HTTPStatus.INTERNAL_SERVER_ERROR)
            return
        if content is None:
            self._send(_notice(_NOTHING.for_language("zh"), _NOTHING.for_language("en")), _HTML, HTTPStatus.NOT_FOUND)
        elif path == "" or path.endswith(("/", ".html")):
            self._send(_watching(content), _HTML)
        else:
            self._send(content, _TYPES.guess_type(path)[0] or "application/octet-stream")

    def _send(self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)


def start(state: State, port: int) -> Server:
    """A server of the state's site on this machine; port 0 takes any. Raises Failure where the port is taken."""
    try:
        server = Server(("127.0.0.1", port), partial(_Handler, state=state))
    except OSError as error:
        raise Failure(
            Text(zh=f"端口 {port} 无法使用：{error.strerror}", en=f"Port {port} cannot be used: {error.strerror}"),
            Text(zh="用 --port 换一个", en="Choose another with --port"),
        ) from error
    state.port = server.server_port
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def _notice(*lines: str) -> bytes:
    """A page of a few lines, which watches as the others do: what is missing now may be there after the next change."""
    said = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return _watching(f'<!doctype html><meta charset="utf-8"><body>{said}</body>'.encode())


def _watching(page: bytes) -> bytes:
    """The page with the script that watches for a change."""
    return page.replace(b"</body>", b"<script>\n" + script(PREVIEW, stateAddress=_STATE) + b"</script></body>")


def rebuild(state: State, make_site: Callable[[], Site]) -> None:
    """Make the site anew; where that fails, remember why and keep what is shown."""
    try:
        state.site = make_site()
        state.broken = ""
    except Failure as failure:
        state.broken = "\n".join(failure.message.wordings())
    except Exception as error:  # a defect of ours must not take the preview away while somebody writes
        state.broken = f"{type(error).__name__}: {error}"
    state.version += 1


def serve(make_site: Callable[[], Site], watch: Path, port: int, ready: Callable[[str], None]) -> None:
    """Show the site, and make it anew at every change below `watch`, until interrupted; `ready` is told the address."""
    state = State(make_site())
    server = start(state, port)
    try:
        ready(f"http://127.0.0.1:{state.port}/")
        for _ in changes_of(watch):
            rebuild(state, make_site)
    finally:
        server.shutdown()
        server.server_close()


def changes_of(watched: Path) -> Iterator[None]:
    """Something each time that an engagement in the folder may be another: a file was changed, or there are others.

    Of a folder that comes or goes the system tells no more than its name; so what is in it is looked at. Where the
    whole folder goes, it is waited for.
    """
    known: tuple[str, ...] | None = None
    while True:
        for has_changed in _looks(watched):
            names = _names(watched)
            if known is not None and (has_changed or names != known):
                yield
            known = names
        time.sleep(_PATIENCE)


def _looks(watched: Path) -> Iterator[bool]:
    """At first, and at each event in the folder: whether a file of an engagement may be another. It ends with it."""
    from watchfiles import watch

    folder = _identity(watched)
    if folder is None:
        return
    yield True
    visible = partial(watch, watch_filter=lambda _change, path: not Path(path).name.startswith("."))
    for found in visible(watched, yield_on_timeout=True, rust_timeout=int(_PATIENCE * 1000)):
        if found:
            yield any(is_source(Path(path)) for _change, path in found)
        if _identity(watched) != folder:
            yield True
            return


def _identity(folder: Path) -> tuple[int, int] | None:
    """What tells the folder from another that is put in its place."""
    try:
        found = folder.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _names(folder: Path) -> tuple[str, ...]:
    """The files that are read; none where there is no such folder now."""
    try:
        with Folder(folder) as opened:
            return tuple(found if isinstance(found, str) else found.place.file for found in find_files(opened))
    except OSError:
        return ()
