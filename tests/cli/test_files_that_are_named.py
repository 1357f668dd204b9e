"""Files that a person names in an option come in through the reader's door: what is no file is refused."""

import os
from pathlib import Path

import pytest

GOALS = "goals:\n  G: {title: Faster}\n"
OPTIONS = {
    "baseline": ("check", "{folder}", "--baseline", "{file}"),
    "since": ("build", "{folder}", "--out", "{out}", "--since", "{file}"),
    "font": ("draw", "{folder}", "goal-tree", "--out", "{out}", "--format", "png", "--font", "{file}"),
    "comments": ("comments", "import", "{file}", "--folder", "{folder}"),
}

CONTENTS = {
    "empty": b"",
    "zeros": b"\x00" * 100,
    "not UTF-8": b"\xff\xfe[",
    "nested": b"[" * 100_000,
    "surrogate": b'{"format": "sevenstep model", "id": "\\ud800", "elements": {}}',
}


@pytest.fixture(params=sorted(OPTIONS))
def command(request, run, engagement, tmp_path):
    """Runs a command that is given one file; it must give up with a message, soon."""
    folder = engagement(GOALS)

    def go(file):
        named = {"folder": folder, "out": tmp_path / "out", "file": file}
        done = run(*(part.format(**named) for part in OPTIONS[request.param]))
        assert done.returncode == 2, done.stdout + done.stderr
        assert "The tool failed" not in done.stderr
        assert str(file)[-40:] in done.stderr and "→" in done.stderr
        return done.stderr

    return go


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe(command, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert "not a regular file" in command(tmp_path / "pipe")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_a_device_and_a_link_to_it(command, tmp_path):
    assert "not a regular file" in command("/dev/zero")
    (tmp_path / "link").symlink_to("/dev/zero")
    assert "not a regular file" in command(tmp_path / "link")


def test_a_file_that_is_not_there(command, tmp_path):
    command(tmp_path / "missing")


@pytest.mark.parametrize("content", CONTENTS.values(), ids=list(CONTENTS))
def test_a_file_that_is_something_else(command, tmp_path, content):
    (tmp_path / "odd").write_bytes(content)
    command(tmp_path / "odd")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("tool = 5", "“tool” is to be a table"),
        ("[tool]\nsevenstep = 5", "“sevenstep” is to be a table"),
        ("[tool.sevenstep]\ncheck = 5", "check"),
        ("[tool.sevenstep]\nchek = {}", "no setting “chek”, only check"),
        ("[tool.sevenstep.check]\nignore = 5", "check.ignore"),
        ("[tool", "Expected"),
        ("a = " + "[" * 5000, "settings"),
    ],
)
def test_settings_of_the_project_that_are_something_else(run, engagement, text, said):
    folder = engagement(GOALS)
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")
    done = run("check", folder)
    assert done.returncode == 2
    assert said in done.stderr and "The tool failed" not in done.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_settings_in_a_pipe(run, engagement):
    folder = engagement(GOALS)
    os.mkfifo(folder / "pyproject.toml")
    done = run("check", folder)
    assert done.returncode == 2
    assert "not a regular file" in done.stderr
