"""Standard output that is full or closed, and readers who leave: never a traceback, and always the right exit code."""

import io
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from sevenstep.cli.streams import Outlet
from sevenstep.failure import Failure

pytestmark = pytest.mark.skipif(os.name != "posix", reason="shells of POSIX")
WARNED = "goals:\n  G: {title: {zh: 更快, en: Faster}}\n"
WRONG = "goals:\n  G: {title: {zh: 更快, en: Faster}, horizn: 2027}\n"
COMMANDS = ["check", "ask", "analyse", "check -f json", "check -o -", "show G", "explain", "comments list", "--help"]


@pytest.fixture
def shell(tmp_path):
    """Runs a command of ``sevenstep`` with what the shell says behind it."""

    def run(command: str, behind: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
        name, *rest = command.split(" ")
        if name == "comments":
            name, *rest = "comments list", *rest[1:]
        given = [] if folder is None or name.startswith(("--", "explain")) else [str(folder)]
        line = " ".join([f"{sys.executable} -m sevenstep", name, *given, *rest, behind])
        return subprocess.run(
            ["bash", "-c", f"set -o pipefail; {line}"],
            capture_output=True,
            encoding="utf-8",
            cwd=tmp_path,
            check=False,
            timeout=120,
            env={**os.environ, "SEVENSTEP_LANG": "en", "TERM": "dumb"},
        )

    return run


@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_behind_standard_output(shell, engagement, command):
    result = shell(command, ">/dev/full", engagement(WARNED))
    assert result.returncode == 2, result.stderr
    assert result.stderr.splitlines()[0] == "sevenstep: Cannot write to standard output: the disk is full"
    assert "→" in result.stderr
    assert "Traceback" not in result.stderr
    assert "Exception" not in result.stderr


@pytest.mark.parametrize("command", ["check", "explain", "--help"])
def test_standard_output_that_is_closed(shell, engagement, command):
    result = shell(command, ">&-", engagement(WARNED))
    assert result.returncode == 2
    assert result.stderr.splitlines()[0] == "sevenstep: Cannot write to standard output: it is closed"


@pytest.mark.parametrize(("model", "code"), [(WARNED, 0), (WRONG, 1)])
@pytest.mark.parametrize("behind", ["| head -1", "| true", "-f json | head -c 5"])
def test_a_reader_who_leaves_changes_nothing(shell, engagement, model, code, behind):
    result = shell("check", behind, engagement(model))
    assert result.returncode == code
    assert result.stderr == ""


def test_watching_ends_when_the_reader_has_left(engagement):
    folder = engagement(WARNED)
    command = [sys.executable, "-m", "sevenstep", "check", str(folder), "--watch", "--lang", "en"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        giving_up = threading.Timer(60, process.kill)
        giving_up.start()
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline()
        process.stdout.close()
        while process.poll() is None:
            (folder / "more.yaml").write_text("goals:\n  H: {title: t}\n", encoding="utf-8")
            time.sleep(0.5)
        giving_up.cancel()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_with_nothing_to_say_a_closed_output_does_not_matter(shell, engagement, tmp_path):
    result = shell("check", "-o report.txt >&-", engagement(WRONG))
    assert (result.returncode, result.stderr) == (1, "")
    assert "horizn" in (tmp_path / "report.txt").read_text(encoding="utf-8")


def test_nothing_that_is_opened_takes_the_place_of_a_closed_stream(shell, engagement):
    """The next file that a program opens gets the lowest free number: that of standard output, were it closed."""
    folder = engagement(WRONG)
    before = (folder / "engagement.yaml").read_bytes()
    for behind in (">&-", "2>&- >&-", "<&- >&- 2>&-", "<&- 2>&-"):
        assert shell("check", behind, folder).returncode in (1, 2)
        assert (folder / "engagement.yaml").read_bytes() == before


@pytest.mark.parametrize("behind", ["2>&-", "2>/dev/full"])
def test_messages_that_nobody_can_be_told(shell, tmp_path, behind):
    result = shell("check nowhere", behind)
    assert (result.returncode, result.stdout) == (2, "")


class _Raw(io.RawIOBase):
    def __init__(self, *answers: object) -> None:
        super().__init__()
        self.answers = list(answers)
        self.got = b""

    def write(self, data: bytes) -> int:  # type: ignore[override]
        answer = self.answers.pop(0) if self.answers else len(data)
        if isinstance(answer, OSError):
            raise answer
        assert isinstance(answer, int)
        self.got += bytes(data[:answer])
        return answer


def test_an_outlet_tells_once():
    stream = io.BufferedWriter(Outlet(_Raw(OSError(28, "full"), OSError(28, "full")), tells=True))  # type: ignore[type-var]
    stream.write(b"abc")
    with pytest.raises(Failure, match="the disk is full"):
        stream.flush()
    stream.write(b"def")
    stream.close()


def test_an_outlet_writes_all_of_it():
    raw = _Raw(2, 1)
    stream = io.BufferedWriter(Outlet(raw, tells=True))  # type: ignore[type-var]
    stream.write("更快".encode())
    stream.flush()
    assert raw.got == "更快".encode()


@pytest.mark.parametrize("error", [BrokenPipeError(32, "gone"), ConnectionResetError(104, "gone")])
def test_an_outlet_lets_readers_go(error):
    stream = io.BufferedWriter(Outlet(_Raw(error), tells=True))  # type: ignore[type-var]
    stream.write(b"abc")
    stream.flush()


def test_a_pipe_that_does_not_wait_gets_everything(engagement):
    """Such a pipe is what a program in Node.js hands on; a full one answers “not now”."""
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    command = [sys.executable, "-m", "sevenstep", "explain", "--lang", "zh"]
    with subprocess.Popen(command, stdout=writing, stderr=subprocess.PIPE) as process:
        os.close(writing)
        got = b""
        while part := os.read(reading, 1_000):
            got += part
        os.close(reading)
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert process.returncode == 0
    assert len(got.decode("utf-8").splitlines()) > 100
