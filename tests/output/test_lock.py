"""One writer at a time, tried with processes."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sevenstep.failure import Failure
from sevenstep.output.lock import lock_of, one_writer, only_writer

COUNT = """
import sys
from pathlib import Path
from sevenstep.output.lock import one_writer
folder = Path(sys.argv[1])
for _ in range(15):
    with one_writer(folder):
        number = int((folder / "count").read_text(encoding="utf-8"))
        (folder / "count").write_text(str(number + 1), encoding="utf-8")
"""
HOLD = """
import sys, time
from pathlib import Path
from sevenstep.output.lock import one_writer
with one_writer(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def started(code: str, folder: Path, **more: object) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", code, str(folder)], text=True, **more)  # type: ignore[call-overload]


def test_nothing_is_lost_between_processes(tmp_path):
    """Lock files are deleted while others wait for them: the classic way to let two in at once."""
    (tmp_path / "count").write_text("0", encoding="utf-8")
    for process in [started(COUNT, tmp_path) for _ in range(4)]:
        assert process.wait(120) == 0
    assert (tmp_path / "count").read_text(encoding="utf-8") == "60"
    assert [one.name for one in tmp_path.iterdir()] == ["count"]


def test_a_writer_waits_says_so_and_gives_up(tmp_path):
    said = []
    with started(HOLD, tmp_path, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            with (
                pytest.raises(Failure, match="Another run of sevenstep is writing"),
                one_writer(tmp_path, said.append, 1.5),
            ):
                pass
        finally:
            process.kill()
            process.wait()
    assert [one.for_language("en").partition(";")[0] for one in said] == [
        f"Another run of sevenstep is writing in {tmp_path}"
    ]
    start = time.monotonic()
    with one_writer(tmp_path):  # what a killed run has left holds nobody up
        assert time.monotonic() - start < 1
    assert [one.name for one in tmp_path.iterdir()] == []


def test_locks_of_neighbours_are_not_one(tmp_path):
    with (
        only_writer(tmp_path / "site"),
        only_writer(tmp_path / "site-en"),
        only_writer(tmp_path / "site[1]"),
        pytest.raises(Failure, match="Another run"),
        only_writer(tmp_path / "site"),
    ):
        pass
    assert [one.name for one in tmp_path.iterdir()] == []


@pytest.mark.skipif(os.name != "posix", reason="no such files there")
@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_what_is_no_lock_is_left(tmp_path, kind):
    lock = lock_of(tmp_path / "site")
    (tmp_path / "mine").write_bytes(b"mine")
    if kind == "link":
        lock.symlink_to("mine")
    elif kind == "pipe":
        os.mkfifo(lock)
    else:
        lock.mkdir()
    with pytest.raises(Failure, match="should be a lock of sevenstep"), only_writer(tmp_path / "site"):
        pass
    assert (tmp_path / "mine").read_bytes() == b"mine"
    assert os.path.lexists(lock)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root can write everywhere")
def test_a_folder_that_cannot_be_written(tmp_path):
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(Failure, match="permission denied"), one_writer(tmp_path):
            pass
    finally:
        tmp_path.chmod(0o755)
