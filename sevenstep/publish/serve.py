"""The site, live on this machine: built anew when a file changes; a broken model leaves the last good one."""

import json
import threading
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.source.walk import is_source

_NAMES: Final = frozenset({"127.0.0.1", "localhost", "[::1]", "::1"})
_STATE: Final = "/__sevenstep"
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


class State:
    """Which build is shown, and why the newest could not be built (empty: it is the newest)."""

    def __init__(self) -> None:
        self.version = 0
        self.broken = ""
        self.site = Path()
        self.port = 0


class _Handler(SimpleHTTPRequestHandler):
    """Files of the site, for readers on this machine only, with the script that watches for a new build."""

    def __init__(self, *arguments: Any, state: State) -> None:
        self.state = state
        super().__init__(*arguments, directory=str(state.site))

    def do_GET(self) -> None:
        """Answer one request."""
        if not self._is_from_here():
            self.send_error(HTTPStatus.FORBIDDEN)
        elif self.path == _STATE:
            state = {"version": self.state.version, "broken": self.state.broken}
            self._send(json.dumps(state).encode(), "application/json")
        elif (page := self._page()) is not None:
            self._send(page.replace(b"</body>", _SCRIPT), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def do_HEAD(self) -> None:
        """Answer one request for the head only."""
        if self._is_from_here():
            super().do_HEAD()
        else:
            self.send_error(HTTPStatus.FORBIDDEN)

    def _is_from_here(self) -> bool:
        """Whether the page was asked for by the name of this machine, and not by another site's script."""
        hosts = {f"{name}:{self.state.port}" for name in _NAMES}
        origin = self.headers.get("Origin")
        return self.headers.get("Host", "") in hosts and (origin is None or urlsplit(origin).netloc in hosts)

    def _page(self) -> bytes | None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        return path.read_bytes() if path.suffix == ".html" and path.is_file() else None

    def _send(self, content: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_arguments: Any) -> None:
        """Say nothing: the terminal is for what the person must know."""


def start(state: State, port: int) -> ThreadingHTTPServer:
    """A server of the state's site on this machine; port 0 takes any. Raises Failure where the port is taken."""
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, state=state))
    except OSError as error:
        raise Failure(
            Text(zh=f"端口 {port} 用不了：{error.strerror}", en=f"Port {port} cannot be used: {error.strerror}"),
            Text(zh="用 --port 换一个", en="Choose another with --port"),
        ) from error
    state.port = server.server_port
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def rebuild(state: State, build_site: Callable[[], Path]) -> None:
    """Build; where that fails, remember why and keep what is shown."""
    try:
        state.site = build_site()
        state.broken = ""
    except Failure as failure:
        state.broken = "\n".join(failure.message.in_all())
    except Exception as error:  # a defect of ours must not take the preview away while somebody writes
        state.broken = f"{type(error).__name__}: {error}"
    state.version += 1


def serve(build_site: Callable[[], Path], watch: Path, port: int, ready: Callable[[str], None]) -> None:
    """Build, show, and build again at every change below `watch`, until interrupted; `ready` is told the address."""
    from watchfiles import watch as changes

    state = State()
    state.site = build_site()
    server = start(state, port)
    try:
        ready(f"http://127.0.0.1:{state.port}/")
        for _ in changes(watch, watch_filter=lambda _change, path: is_source(Path(path))):
            rebuild(state, build_site)
    finally:
        server.shutdown()
