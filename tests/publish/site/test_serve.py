"""The live preview: for this machine only, and never without a site."""

import http.client
import json
import socket
import struct
import threading

import pytest

from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.publish.site.serve import State, rebuild, start


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
    assert "这一页现在没有" in text
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
