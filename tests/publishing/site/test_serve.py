"""The live preview: for this machine only, and never without a site."""

import contextlib
import http.client
import json
import socket
import struct
import threading
import time

import pytest

from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.publishing.site import listening
from sevenstep.publishing.site.serve import State, changes_of, rebuild, start


class Shown:
    """A site of two pages and a script."""

    files = {"index.html": b"<body>hello</body>", "a/b c.html": b"<body>there</body>", "x.js": b"1"}

    def read(self, path):
        if path == "defect.html":
            raise ZeroDivisionError("<b>")
        return self.files.get(path or "index.html")


@pytest.fixture
def served():
    state = State(Shown())
    server = start(state, 0)
    yield state
    server.shutdown()
    server.server_close()


def get(state, path, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", state.port, timeout=10)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def test_pages_come_with_the_watching_script(served):
    status, text = get(served, "/")
    assert status == 200
    assert "hello" in text
    assert "__sevenstep" in text


@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "https://evil.example"}])
def test_foreign_readers_are_refused(served, headers):
    assert get(served, "/", **headers)[0] == 403


def test_nothing_outside_the_site_is_served(served):
    assert get(served, "/../../../../etc/passwd")[0] == 404


def test_a_broken_model_keeps_the_site_and_says_why(served):
    def fails():
        raise Failure(Text(zh="坏了", en="broken"))

    rebuild(served, fails)
    state = json.loads(get(served, "/__sevenstep")[1])
    assert state == {"version": 1, "broken": "坏了\nbroken"}
    assert "hello" in get(served, "/index.html")[1]


def test_a_taken_port_is_named(served):
    with pytest.raises(Failure, match="cannot be used"):
        start(State(Shown()), served.port)


def test_addresses_are_decoded_and_scripts_are_scripts(served):
    assert "there" in get(served, "/a/b%20c.html?x=1#y")[1]
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=10)
    connection.request("HEAD", "/x.js")
    answer = connection.getresponse()
    assert answer.getheader("Content-Type") in {"text/javascript", "application/javascript"}
    assert answer.read() == b""


def test_a_defect_is_shown_as_text_and_the_next_change_is_watched_for(served):
    status, text = get(served, "/defect.html")
    assert status == 500
    assert "ZeroDivisionError: &lt;b&gt;" in text
    assert "__sevenstep" in text


def test_what_is_missing_may_come_back(served):
    status, text = get(served, "/gone.html")
    assert status == 404
    assert "目前没有这一页" in text
    assert "__sevenstep" in text


def test_a_reader_who_leaves_is_nothing_to_talk_about(served, monkeypatch, capfd):
    read = threading.Event()

    def slow(_path):
        read.wait(10)
        return b"x" * 50_000_000

    monkeypatch.setattr(served.site, "read", slow, raising=False)
    with socket.create_connection(("127.0.0.1", served.port), timeout=10) as reader:
        reader.sendall(f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\n\r\n".encode())
        reader.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    read.set()
    monkeypatch.undo()
    assert get(served, "/index.html")[0] == 200
    assert "Traceback" not in capfd.readouterr().err


def talk(port: int, raw: bytes, seconds: float = 15) -> bytes:
    """What comes back until the server closes."""
    with socket.create_connection(("127.0.0.1", port), timeout=seconds) as connection:
        connection.sendall(raw)
        answer = b""
        while piece := connection.recv(65_536):
            answer += piece
    return answer


@pytest.mark.parametrize(
    ("line", "headers", "status"),
    [
        (b"GET / HTTP/1.1", b"Origin: http://[::1", 400),
        (b"GET / HTTP/1.1", b"Origin: http://[::1]:99999999", 400),
        (b"GET / HTTP/1.1", b"Origin: garbage", 400),
        (b"GET / HTTP/1.1", b"Origin: ", 400),
        (b"GET / HTTP/1.1", "Origin: http://例.中国".encode(), 400),
        (b"GET / HTTP/1.1", b"Origin: http://\xff\xfe", 400),
        (b"GET / HTTP/1.1", b"Origin: null", 403),
        (b"GET / HTTP/1.1", b"Origin: http://127.0.0.1:1", 403),
        (b"GET / HTTP/1.1", b"Origin: http://127.0.0.1:PORT.evil.example", 400),
        (b"GET / HTTP/1.1", b"Origin: http://127.0.0.1:PORT", 200),
        (b"GET / HTTP/1.1", b"Origin: http://LOCALHOST:PORT", 200),
        (b"GET / HTTP/1.1", b"Host: 127.0.0.1:PORT", 400),
        (b"GET / HTTP/1.0", b"Accept: */*", 200),
        (b"GET http://127.0.0.1:PORT/ HTTP/1.1", b"", 400),
        (b"GET http://evil.example/ HTTP/1.1", b"", 400),
        (b"OPTIONS * HTTP/1.1", b"", 501),
        (b"GET * HTTP/1.1", b"", 400),
        (b"GET 127.0.0.1:PORT HTTP/1.1", b"", 400),
        (b"CONNECT evil.example:443 HTTP/1.1", b"", 501),
        (b"POST / HTTP/1.1", b"Content-Length: 5", 501),
        (b"GET /%zz HTTP/1.1", b"", 400),
        (b"GET /% HTTP/1.1", b"", 400),
        (b"GET /%ff.html HTTP/1.1", b"", 400),
        (b"GET /%00 HTTP/1.1", b"", 400),
        (b"GET /index.html\0 HTTP/1.1", b"", 400),
        (b"GET /../../etc/passwd HTTP/1.1", b"", 404),
        (b"GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1", b"", 404),
        (b"GET //etc/passwd HTTP/1.1", b"", 404),
        (b"GET ///[::1 HTTP/1.1", b"", 404),
        (b"GET /?[::1#% HTTP/1.1", b"", 200),
        (b"GET /" + b"a" * 70_000 + b" HTTP/1.1", b"", 414),
        (b"GET / HTTP/1.1", b"X: " + b"a" * 70_000, 431),
        (b"GET / HTTP/1.1", b"\r\n".join([b"X: a"] * 200), 431),
        (b"GET / HTTP/9.9", b"", 505),
        (b"GET / HTTP/x", b"", 400),
        (b"GET  HTTP/1.1", b"", 400),
        (b"GET /", b"", 400),
        (b"\x16\x03\x01\x02", b"", 400),
        ("GET /页.html HTTP/1.1".encode(), b"", 404),
    ],
)
def test_a_strange_request_gets_its_status_and_no_traceback(served, capfd, line, headers, status):
    more = headers + b"\r\n" if headers else b""
    raw = line + b"\r\nHost: localhost:PORT\r\n" + more + b"\r\n"
    answer = talk(served.port, raw.replace(b"PORT", str(served.port).encode()))
    assert answer.startswith(f"HTTP/1.0 {status} ".encode())
    assert get(served, "/index.html")[0] == 200
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("raw", [b"", b"\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n", b"\n\n\n\0", b"G"])
def test_what_is_no_request_is_closed(served, capfd, monkeypatch, raw):
    monkeypatch.setattr(listening, "SECONDS", 0.3)
    assert not talk(served.port, raw).startswith(b"HTTP/1.0 200")
    assert capfd.readouterr().err == ""


def test_only_the_first_of_several_requests_is_answered(served):
    one = f"GET /x.js HTTP/1.1\r\nHost: localhost:{served.port}\r\n\r\n".encode()
    assert talk(served.port, one * 50).count(b"HTTP/1.0 200") == 1


def test_the_port_of_http_goes_without_saying(served, monkeypatch):
    assert get(served, "/", Host="localhost")[0] == 403
    monkeypatch.setattr(listening, "_HTTP_PORT", served.port)
    for host in ("localhost", "127.0.0.1", "[::1]", f"localhost:{served.port}"):
        assert get(served, "/", Host=host, Origin=f"http://{host}")[0] == 200
    assert get(served, "/", Host="evil.example")[0] == 403


def test_slow_readers_are_given_up_and_others_served_meanwhile(served, monkeypatch):
    monkeypatch.setattr(listening, "SECONDS", 3.0)
    before = threading.active_count()
    slow = [socket.create_connection(("127.0.0.1", served.port), timeout=20) for _ in range(200)]
    start_of_all = time.monotonic()
    for connection in slow:
        with contextlib.suppress(OSError):  # it had to give way already
            connection.sendall(b"GET / HT")
    assert get(served, "/index.html")[0] == 200
    assert time.monotonic() - start_of_all < 2
    assert threading.active_count() - before <= listening.MOST_CONNECTIONS + 5
    for connection in slow:
        with contextlib.suppress(ConnectionError):
            connection.sendall(b"T")
            assert connection.recv(10) == b""
        connection.close()
    assert time.monotonic() - start_of_all < 15


@pytest.fixture
def watched(tmp_path):
    """A folder under watch, and a set event a change."""
    folder = tmp_path / "engagement"
    (folder / "flows").mkdir(parents=True)
    (folder / "flows" / "a.yaml").write_text("flows: {}\n", encoding="utf-8")
    seen = threading.Event()

    def look():
        for _ in changes_of(folder):
            seen.set()

    threading.Thread(target=look, daemon=True).start()
    time.sleep(1)
    return folder, seen


def test_folders_that_come_or_go_are_noticed(watched, tmp_path):
    folder, seen = watched

    def is_noticed() -> bool:
        found = seen.wait(6)
        seen.clear()
        return found

    aside = tmp_path / "aside" / "inner"
    aside.mkdir(parents=True)
    (aside / "b.yaml").write_text("goals: {}\n", encoding="utf-8")
    aside.parent.rename(folder / "moved")
    assert is_noticed()
    (folder / "moved" / "inner" / "b.yaml").write_text("goals: {G: {title: x}}\n", encoding="utf-8")
    assert is_noticed()
    (folder / "moved").rename(folder / "renamed")
    assert is_noticed()
    (folder / "renamed").rename(tmp_path / "out")
    assert is_noticed()
    (folder / "notes.txt").write_text("x", encoding="utf-8")
    (folder / "empty").mkdir()
    assert not seen.wait(3)


def test_a_folder_that_is_put_back_is_watched_again(watched, tmp_path):
    folder, seen = watched
    folder.rename(tmp_path / "gone")
    assert seen.wait(6)
    time.sleep(0.5)
    seen.clear()
    (tmp_path / "gone").rename(folder)
    assert seen.wait(6)
    time.sleep(2)
    seen.clear()
    (folder / "flows" / "a.yaml").write_text("goals: {}\n", encoding="utf-8")
    assert seen.wait(6)
