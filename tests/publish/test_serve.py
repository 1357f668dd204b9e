"""The live preview: for this machine only, and never without a site."""

import http.client
import json

import pytest

from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.publish.serve import State, rebuild, start


@pytest.fixture
def served(tmp_path):
    (tmp_path / "index.html").write_text("<body>hello</body>", encoding="utf-8")
    state = State()
    state.site = tmp_path
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
        start(State(), served.port)
