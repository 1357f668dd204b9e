"""A server for readers on this machine alone: it reads what it is asked, in bounded time, and answers what is wrong.

The head of a request is read whole before anything looks at it: within a few seconds, however slowly it comes, and up
to a length. Connections are as many as a few browsers need; where there are more, the one that has kept us waiting
longest is closed, so that a new reader is always heard.
"""

import re
import socket
import sys
import threading
import time
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from typing import Any, Final, cast
from urllib.parse import unquote_to_bytes, urlsplit

MOST_CONNECTIONS: Final = 64
LONGEST_HEAD: Final = 65_536
SECONDS: Final = 10.0
"""For how long the head of a request may take, and the answer may be read."""
_HTTP_PORT: Final = 80
_NAMES: Final = ("127.0.0.1", "localhost", "[::1]", "::1")
_END: Final = re.compile(rb"\r?\n\r?\n")
_HOPELESS: Final = re.compile(rb"[^A-Za-z\r\n]|(?![^\n]*HTTP/)[^\n]*\n")
"""No head of HTTP will come of this: it begins as something else, or its first line has no version."""
_BAD_ESCAPE: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
_CONTROL: Final = re.compile("[\x00-\x1f\x7f]")


class Server(ThreadingHTTPServer):
    """So many connections at once, and not a word about readers who leave before they have read all."""

    request_queue_size = 128

    def __init__(self, address: tuple[str, int], handler: Any) -> None:
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._waited_for: dict[socket.socket, None] = {}
        super().__init__(address, handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer in a thread of its own; for one connection too many, another is closed."""
        with self._lock:
            is_full = len(self._open) >= MOST_CONNECTIONS
            idle = next(iter(self._waited_for), None) if is_full else None
            if idle is not None:
                del self._waited_for[idle]
                self._open.discard(idle)
            if not is_full or idle is not None:
                self._open.add(request)
                self._waited_for[request] = None
        if idle is not None:
            _closed(idle)
        if is_full and idle is None:
            self.shutdown_request(request)
        else:
            super().process_request(request, client_address)

    def heard(self, request: socket.socket) -> None:
        """The head of the request is there."""
        with self._lock:
            self._waited_for.pop(request, None)

    def shutdown_request(self, request: Any) -> None:
        """Forget the connection."""
        with self._lock:
            self._open.discard(request)
            self._waited_for.pop(request, None)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A closed connection goes without a word; a defect of ours is a line."""
        error = sys.exception()
        if not isinstance(error, OSError):
            print(f"{type(error).__name__}: {error}", file=sys.stderr)


def _closed(connection: socket.socket) -> None:
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)  # its thread wakes up and ends


class BadRequest(Exception):
    """The request cannot be answered: with this status."""

    def __init__(self, status: HTTPStatus) -> None:
        super().__init__(status.phrase)
        self.status = status


class LocalHandler(BaseHTTPRequestHandler):
    """Requests from this machine's browsers. `answer` is given the path that is asked for, decoded."""

    timeout = SECONDS
    server_version = "sevenstep"
    sys_version = ""

    def answer(self, path: str) -> None:
        """Send what stands at the path, which begins with a slash."""
        raise NotImplementedError

    def do_HEAD(self) -> None:
        """Answer one request for the head only."""
        self.do_GET()

    def do_GET(self) -> None:
        """Answer one request."""
        try:
            self._judge()
            path = self._path()
        except BadRequest as bad:
            self.send_error(bad.status)
        else:
            self.answer(path)

    def handle(self) -> None:
        """Answer one request; what comes behind it is read away, so that the answer arrives."""
        head = self._head()
        cast(Server, self.server).heard(self.connection)
        self.rfile = BytesIO(head)
        self.close_connection = True
        if len(head) > LONGEST_HEAD:
            self._refuse_long(head)
        else:
            self.handle_one_request()
        self._drain()

    def parse_request(self) -> bool:
        """Whether there is a request; HTTP without versions ended before 1996."""
        if not super().parse_request():
            return False
        if self.request_version == "HTTP/0.9":
            self.send_error(HTTPStatus.BAD_REQUEST)
            return False
        return True

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send it with a status, to whoever did not get as far as saying which HTTP they speak, too."""
        self.request_version = "HTTP/1.0"
        super().send_error(code, message, explain)

    def log_message(self, *_arguments: Any) -> None:
        """Say nothing: the terminal is for what the person must know."""

    def _head(self) -> bytes:
        """The request up to its first empty line, or as far as it came."""
        until = time.monotonic() + SECONDS
        head = bytearray()
        while len(head) <= LONGEST_HEAD and not _END.search(head, max(0, len(head) - 4_100)):
            if _HOPELESS.match(head):
                break
            self.connection.settimeout(max(0.001, until - time.monotonic()))
            try:
                piece = self.connection.recv(4_096)
            except OSError:
                return b""
            if not piece:
                break
            head += piece
        self.connection.settimeout(SECONDS)
        return bytes(head)

    def _refuse_long(self, head: bytes) -> None:
        is_line = b"\n" not in head[:LONGEST_HEAD]
        self.requestline, self.request_version, self.command = "", "HTTP/1.0", "GET"
        self.send_error(HTTPStatus.REQUEST_URI_TOO_LONG if is_line else HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)

    def _drain(self) -> None:
        """Read what is still coming for a moment: closing with unread bytes would take the answer away."""
        try:
            self.wfile.flush()
            self.connection.shutdown(socket.SHUT_WR)
            until = time.monotonic() + 1
            while (left := until - time.monotonic()) > 0:
                self.connection.settimeout(left)
                if not self.connection.recv(65_536):
                    return
        except OSError:
            return

    def _judge(self) -> None:
        """Refuse who asks for another host, or for another site's script."""
        hosts = self.headers.get_all("Host") or []
        origins = self.headers.get_all("Origin") or []
        if len(hosts) != 1 or len(origins) > 1:
            raise BadRequest(HTTPStatus.BAD_REQUEST)
        ours = self._hosts()
        if hosts[0].strip().lower() not in ours:
            raise BadRequest(HTTPStatus.FORBIDDEN)
        if origins and origins[0].strip().lower() not in {f"http://{host}" for host in ours}:
            raise BadRequest(HTTPStatus.FORBIDDEN if _is_origin(origins[0]) else HTTPStatus.BAD_REQUEST)

    def _hosts(self) -> set[str]:
        """By what names browsers of this machine ask for us; the port of HTTP goes without saying."""
        port = cast(Server, self.server).server_port
        named = {f"{name}:{port}" for name in _NAMES}
        return named | set(_NAMES) if port == _HTTP_PORT else named

    def _path(self) -> str:
        """The path that is asked for; only that form of a target is for servers that are no proxies."""
        path = self.path.partition("?")[0].partition("#")[0]
        if not path.startswith("/") or _BAD_ESCAPE.search(path):
            raise BadRequest(HTTPStatus.BAD_REQUEST)
        try:
            decoded = unquote_to_bytes(path.encode("latin-1")).decode("utf-8")
        except UnicodeError:
            raise BadRequest(HTTPStatus.BAD_REQUEST) from None
        if _CONTROL.search(decoded):
            raise BadRequest(HTTPStatus.BAD_REQUEST)
        return decoded


def _is_origin(said: str) -> bool:
    """Whether a browser could have sent this as the origin of a page."""
    if said.strip() == "null":
        return True
    try:
        parts = urlsplit(said.strip())
        _ = parts.port
    except ValueError:
        return False
    return bool(parts.scheme and parts.netloc) and said.isascii() and " " not in said.strip()
