"""Where reports go: files, standard output, what the shell holds open, nowhere."""

import json
import os
import stat
from pathlib import Path

import pytest

from sevenstep.cli import destination as module
from sevenstep.cli.destination import Destination, destination, file_named, folder_named, look_at_all
from sevenstep.failure import Failure

posix = pytest.mark.skipif(os.name != "posix", reason="such names are those of POSIX")
SOUND = "goals: {G: {title: {zh: 更快通关, en: Faster clearance}, accepted: {S802: later}}}\n"


@posix
@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("-", Destination(stream=1)),
        ("/dev/stdout", Destination(stream=1)),
        ("/dev/fd/1", Destination(stream=1)),
        ("/proc/self/fd/1", Destination(stream=1)),
        ("/dev/stderr", Destination(stream=2)),
        ("/dev/fd/63", Destination(stream=63)),
        (os.devnull, Destination()),
        ("report.json", Destination(Path("report.json"))),
        ("NUL", Destination(Path("NUL"))),
        ("/dev/tty", Destination(Path("/dev/tty"))),
    ],
)
def test_what_a_name_means(given, meant):
    assert destination(Path(given)) == meant
    assert destination(None) == Destination(stream=1)


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("NUL", Destination()),
        ("nul:", Destination()),
        ("CON", Destination(stream=1)),
        ("conout$", Destination(stream=1)),
        ("-", Destination(stream=1)),
    ],
)
def test_what_a_name_means_on_windows(monkeypatch, given, meant):
    monkeypatch.setattr(module, "ON_WINDOWS", True)
    assert destination(Path(given)) == meant


def test_standard_output_gets_the_bytes_as_they_are(capfdbinary):
    destination(Path("-")).write("更快\n".encode())
    destination(None).write(b"\x00\xff")
    assert capfdbinary.readouterr().out == "更快\n".encode() + b"\x00\xff"


@posix
def test_what_the_shell_holds_open(tmp_path):
    reading, writing = os.pipe()
    destination(Path(f"/dev/fd/{writing}")).write(b"abc")
    assert os.read(reading, 10) == b"abc"
    os.close(reading)
    destination(Path(f"/dev/fd/{writing}")).write(b"nobody reads that")
    os.close(writing)
    with pytest.raises(Failure, match="Cannot write"):
        destination(Path(f"/dev/fd/{writing}")).write(b"closed")


def test_nowhere_is_nowhere():
    before = os.lstat(os.devnull)
    destination(Path(os.devnull)).write(b"abc")
    assert os.lstat(os.devnull).st_ino == before.st_ino


def test_two_reports_in_one_place_are_refused(tmp_path):
    a = tmp_path / "a.json"
    for named in ([a, a], [a, tmp_path / "." / "a.json"], [Path("-"), Path("-")]):
        with pytest.raises(Failure, match=r"one would replace the other|run together"):
            look_at_all([destination(one) for one in named])
    look_at_all([destination(one) for one in (a, tmp_path / "b.json", Path("-"), Path(os.devnull), Path(os.devnull))])


@pytest.mark.parametrize("name", ["-", os.devnull])
def test_a_stream_is_neither_folder_nor_file(name):
    with pytest.raises(Failure, match="A folder is needed here"):
        folder_named(Path(name))
    with pytest.raises(Failure, match="A file is needed here"):
        file_named(Path(name))


def test_reports_on_standard_output(run, engagement):
    folder = engagement(SOUND)
    plain = run("check", folder, "-o", "-", "--lang", "zh", PYTHONIOENCODING="utf-8")
    assert plain.returncode == 0
    assert "更快通关" in plain.stdout or "战略目标" in plain.stdout
    also = run("check", folder, "--also", "json=-")
    assert json.loads(also.stdout)["version"]
    assert "0 errors" in also.stderr  # what a person reads stands apart from it
    mixed = run("check", folder, "-f", "json", "--fix")
    assert json.loads(mixed.stdout)["version"]
    assert "Nothing can be fixed" in mixed.stderr
    twice = run("check", folder, "-f", "json", "--also", "sarif=-")
    assert (twice.returncode, twice.stdout) == (2, "")


@posix
def test_every_option_that_writes_keeps_the_model(run, engagement, tmp_path):
    folder = engagement(SOUND, flows="objects: {}\n")
    os.link(folder / "flows.yaml", tmp_path / "hard.json")
    (tmp_path / "link.json").symlink_to(folder / "flows.yaml")
    before = {one.name: one.read_bytes() for one in folder.iterdir()}
    for arguments in (
        ("check", folder, "-o", folder / "engagement.yaml"),
        ("check", folder, "--also", f"json={folder / 'flows.yaml'}"),
        ("check", folder, "--coverage", tmp_path / "hard.json"),
        ("check", folder, "--baseline", folder / "flows.yaml", "--update-baseline"),
        ("check", folder, "--fix", "-o", tmp_path / "link.json"),
        ("analyse", folder, "-f", "csv", "-o", folder / "flows.yaml"),
        ("ask", folder, "-o", folder / "new.yaml"),
        ("pdf", folder, "-o", folder / "engagement.yaml"),
        ("draw", folder, "--out", folder),
        ("build", folder, "--out", folder),
        ("build", folder, "--out", tmp_path),
    ):
        result = run(*arguments, "--lang", "zh")
        assert (result.returncode, result.stdout) == (2, ""), arguments
        assert "sevenstep: " in result.stderr and "→" in result.stderr
        assert {one.name: one.read_bytes() for one in folder.iterdir()} == before
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "hard.json").stat().st_nlink == 2


@posix
@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit", "github", "gitlab", "cobertura"])
def test_a_folder_whose_name_is_no_text(run, engagement, tmp_path, form):
    folder = engagement("goals: {G: {titel: Faster}}\n").rename(tmp_path / os.fsdecode(b"m\xff"))
    result = run("check", folder, "-f", form, "-o", tmp_path / "report")
    assert (result.returncode, result.stderr) == (1, "")
    (tmp_path / "report").read_text(encoding="utf-8")


@posix
def test_pictures_replace_nothing_but_files(run, engagement, tmp_path):
    folder, out = engagement(SOUND), tmp_path / "pictures"
    out.mkdir()
    os.mkfifo(out / "goal-tree.svg")
    result = run("draw", folder, "--out", out)
    assert result.returncode == 2
    assert "a named pipe" in result.stderr
    assert stat.S_ISFIFO((out / "goal-tree.svg").lstat().st_mode)
    assert [one.name for one in out.iterdir()] == ["goal-tree.svg"]


@pytest.mark.parametrize("command", ["ask", "analyse"])
def test_known_problems_are_never_replaced_by_a_report(run, engagement, command):
    folder = engagement("goals:\n  G: {title: Faster}\n")
    assert run("check", folder, "--update-baseline").returncode == 0
    before = (folder / "baseline.json").read_bytes()
    refused = run(command, folder, "-o", folder / "baseline.json")
    assert refused.returncode == 2
    assert "is read here" in refused.stderr
    assert (folder / "baseline.json").read_bytes() == before
