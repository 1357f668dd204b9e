"""The site, live on this machine: its pages are written anew after a change; a broken model leaves the last good."""

import json
import sys
import threading
from collections.abc import Callable
from functools import partial
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import MimeTypes
from pathlib import Path
from typing import Any, Final, Protocol
from urllib.parse import unquote, urlsplit

from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.source.walk import is_source

_NAMES: Final = frozenset({"127.0.0.1", "localhost", "[::1]", "::1"})
_STATE: Final = "/__sevenstep"
_HTML: Final = "text/html; charset=utf-8"
_NOTHING: Final = Text(
    zh="这一页现在没有：要素不在模型里，或者文件读不出来。改好后这里会自己出现。",
    en="There is no such page now: the element is not in the model, or its file cannot be read. It will show up here.",
)
_TYPES: Final = MimeTypes()
"""The types as Python knows them: Windows lets any program say that scripts are plain text."""
_SCRIPT: Final = b"""<script>
(function () {
  var seen = null;
  function ask() {
    fetch("/__sevenstep").then(function (answer) { return answer.json(); }).then(function (state) {
      if (seen !== null && state.version !== seen) location.reload();
      seen = state.version;
      var bar = document.getElementById("ss-broken") || document.body.appendChild(document.createElement("div"));
      bar.id = "ss-broken";
      bar.textContent = state.broken;
      bar.style.cssText = "position:fixed;bottom:0;left:0;right:0;z-index:99;padding:.8em 1.2em;background:#b3261e;"
        + "color:#fff;font-size:14px;white-space:pre-wrap;display:" + (state.broken ? "block" : "none");
    }).catch(function () {}).then(function () { setTimeout(ask, 1000); });
  }
  ask();
})();
</script></body>"""


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


class _Handler(BaseHTTPRequestHandler):
    """The site for readers on this machine only, with the script that watches for a change."""

    def __init__(self, *arguments: Any, state: State) -> None:
        self.state = state
        super().__init__(*arguments)

    def do_HEAD(self) -> None:
        """Answer one request for the head only."""
        self.do_GET()

    def do_GET(self) -> None:
        """Answer one request."""
        if not self._is_from_here():
            self.send_error(HTTPStatus.FORBIDDEN)
        elif self.path == _STATE:
            state = {"version": self.state.version, "broken": self.state.broken}
            self._send(json.dumps(state).encode(), "application/json")
        else:
            self._send_file()

    def _is_from_here(self) -> bool:
        """Whether the page was asked for by the name of this machine, and not by another site's script."""
        hosts = {f"{name}:{self.state.port}" for name in _NAMES}
        origin = self.headers.get("Origin")
        return self.headers.get("Host", "") in hosts and (origin is None or urlsplit(origin).netloc in hosts)

    def _send_file(self) -> None:
        path = unquote(urlsplit(self.path).path).removeprefix("/")
        try:
            content = self.state.site.read(path)
        except Exception as error:  # a defect of ours must not take the preview away while somebody writes
            self._send(_notice(f"{type(error).__name__}: {error}"), _HTML, HTTPStatus.INTERNAL_SERVER_ERROR)
            return
        if content is None:
            self._send(_notice(_NOTHING.in_("zh"), _NOTHING.in_("en")), _HTML, HTTPStatus.NOT_FOUND)
        elif path == "" or path.endswith(("/", ".html")):
            self._send(content.replace(b"</body>", _SCRIPT), _HTML)
        else:
            self._send(content, _TYPES.guess_type(path)[0] or "application/octet-stream")

    def _send(self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *_arguments: Any) -> None:
        """Say nothing: the terminal is for what the person must know."""


class _Server(ThreadingHTTPServer):
    """A server that is not moved by readers who leave before they have read all."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Let a closed connection go without a word."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def start(state: State, port: int) -> ThreadingHTTPServer:
    """A server of the state's site on this machine; port 0 takes any. Raises Failure where the port is taken."""
    try:
        server = _Server(("127.0.0.1", port), partial(_Handler, state=state))
    except OSError as error:
        raise Failure(
            Text(zh=f"端口 {port} 用不了：{error.strerror}", en=f"Port {port} cannot be used: {error.strerror}"),
            Text(zh="用 --port 换一个", en="Choose another with --port"),
        ) from error
    state.port = server.server_port
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def _notice(*lines: str) -> bytes:
    """A page of a few lines, which watches as the others do: what is missing now may be there after the next change."""
    said = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return f'<!doctype html><meta charset="utf-8"><body>{said}</body>'.encode().replace(b"</body>", _SCRIPT)


def rebuild(state: State, make_site: Callable[[], Site]) -> None:
    """Make the site anew; where that fails, remember why and keep what is shown."""
    try:
        state.site = make_site()
        state.broken = ""
    except Failure as failure:
        state.broken = "\n".join(failure.message.in_all())
    except Exception as error:  # a defect of ours must not take the preview away while somebody writes
        state.broken = f"{type(error).__name__}: {error}"
    state.version += 1


def serve(make_site: Callable[[], Site], watch: Path, port: int, ready: Callable[[str], None]) -> None:
    """Show the site, and make it anew at every change below `watch`, until interrupted; `ready` is told the address."""
    from watchfiles import watch as changes

    state = State(make_site())
    server = start(state, port)
    try:
        ready(f"http://127.0.0.1:{state.port}/")
        for _ in changes(watch, watch_filter=lambda _change, path: is_source(Path(path))):
            rebuild(state, make_site)
    finally:
        server.shutdown()
