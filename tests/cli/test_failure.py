"""What ends a command becomes a message and an exit code, whatever state the machine is in."""

import errno
import os
from pathlib import Path

import pytest
import typer

from sevenstep.cli import failure
from sevenstep.cli.failure import COULD_NOT_RUN, run


def ended_by(error: BaseException) -> typer.Typer:
    app = typer.Typer(pretty_exceptions_enable=False)

    @app.command()
    def command() -> None:
        raise error

    return app


@pytest.fixture(autouse=True)
def alone(monkeypatch):
    monkeypatch.setattr("sys.argv", ["sevenstep"])
    monkeypatch.setenv("SEVENSTEP_LANG", "en")


def test_a_defect_is_kept_in_a_file(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(failure.tempfile, "mkdtemp", lambda **_: str(tmp_path))
    assert run(ended_by(KeyError("lone \ud800"))) == COULD_NOT_RUN
    said = capsys.readouterr().err
    assert "The tool failed (KeyError)" in said
    assert str(tmp_path / "crash.txt") in said
    assert "KeyError" in (tmp_path / "crash.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "unwritten",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        PermissionError(errno.EACCES, "Permission denied"),
        FileNotFoundError(errno.ENOENT, "No usable temporary directory found"),
    ],
)
def test_a_defect_that_cannot_be_kept_is_shown(monkeypatch, capsys, unwritten, language):
    def fail(**_given: object) -> str:
        raise unwritten

    monkeypatch.setenv("SEVENSTEP_LANG", language)
    monkeypatch.setattr(failure.tempfile, "mkdtemp", fail)
    assert run(ended_by(KeyError("what went wrong"))) == COULD_NOT_RUN
    said = capsys.readouterr().err
    assert ("工具出错（KeyError）" if language == "zh" else "The tool failed (KeyError)") in said
    assert "what went wrong" in said
    assert "test_failure.py" in said  # where it happened


def test_the_details_that_do_not_fit_are_shown(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(failure.tempfile, "mkdtemp", lambda **_: str(tmp_path / "gone"))
    assert run(ended_by(KeyError("what went wrong"))) == COULD_NOT_RUN
    assert "what went wrong" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "Cannot go on: the disk is full"),
        (OSError(errno.ENOSPC, "full", "/tmp/a"), f"Cannot write {Path('/tmp/a')}: the disk is full"),
        (OSError(errno.ENOSPC, "full", "/read", None, "/tmp/b"), f"Cannot write {Path('/tmp/b')}: the disk is full"),
        (OSError(errno.EMFILE, "Too many open files"), "Cannot go on: too many files are open"),
    ],
)
def test_the_state_of_the_machine_is_no_defect(capsys, error, said):
    assert run(ended_by(error)) == COULD_NOT_RUN
    shown = capsys.readouterr().err
    assert said in shown
    assert "→" in shown
    assert "The tool failed" not in shown


def test_a_name_that_is_no_text(capsys):
    assert run(ended_by(UnicodeEncodeError("utf-8", "m\udcff", 1, 2, "surrogates not allowed"))) == COULD_NOT_RUN
    shown = capsys.readouterr().err
    assert "A name with bytes that are no text cannot be used here: m<U+DCFF>" in shown


@pytest.mark.skipif(os.name != "posix", reason="limits of POSIX")
def test_a_build_on_a_disk_that_is_full_leaves_the_last_good_site(run, engagement, tmp_path):
    import subprocess
    import sys

    folder = engagement("goals: {G: {title: {zh: 更快, en: Faster}, accepted: {S802: later}}}\n")
    assert run("build", folder, "--out", tmp_path / "site").returncode == 0
    before = {path: path.read_bytes() for path in (tmp_path / "site").rglob("*") if path.is_file()}
    names = sorted(path.name for path in tmp_path.iterdir())
    line = f'ulimit -f 8; exec "{sys.executable}" -m sevenstep build "{folder}" --out site --lang en'
    result = subprocess.run(["bash", "-c", line], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert f"Cannot write {tmp_path / 'site'}: the file is larger than the system allows" in result.stderr
    assert {path: path.read_bytes() for path in (tmp_path / "site").rglob("*") if path.is_file()} == before
    assert sorted(path.name for path in tmp_path.iterdir()) == names
