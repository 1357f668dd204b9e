"""What is kept from one run to the next: by all that it depends on, and never believed blindly."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from sevenstep.output.kept import kept_in, let_go


class Computed:
    """Counts how often it was asked."""

    def __init__(self, content: bytes = b"answer") -> None:
        self.content = content
        self.times = 0

    def __call__(self) -> bytes:
        self.times += 1
        return self.content


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "kept"


def files(folder: Path) -> list[Path]:
    return [path for half in ("now", "before") for path in (folder / half).glob("*")]


def test_what_was_asked_is_computed_once(folder):
    compute = Computed()
    assert [kept_in(folder).answer(compute, "a", "b") for _ in range(3)] == [b"answer"] * 3
    assert compute.times == 1


@pytest.mark.parametrize("asked", [("ab",), ("a", "c"), ("b", "a"), ("a", "b", ""), ("", "a", "b"), ("a\n1\nb",)])
def test_what_differs_in_anything_is_another_question(folder, asked):
    kept_in(folder).answer(Computed(b"first"), "a", "b")
    assert kept_in(folder).answer(Computed(b"second"), *asked) == b"second"


def test_what_a_run_does_not_ask_for_goes_at_its_end(folder):
    kept = kept_in(folder)
    kept.answer(Computed(), "old")
    kept.answer(Computed(), "both")
    again = kept_in(folder)
    again.answer(Computed(), "both")
    again.answer(Computed(), "new")
    assert len(files(folder)) == 3  # a run that ends here loses nothing
    let_go(again)
    assert len(files(folder)) == 2
    compute = Computed()
    kept_in(folder).answer(compute, "both")
    assert compute.times == 0


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"\x80\x04."),
        lambda path: path.write_bytes(path.read_bytes()[:-9]),
        lambda path: path.write_bytes(path.read_bytes().replace(b"sevenstep kept 1", b"sevenstep kept 2")),
        lambda path: path.write_bytes(bytes(byte ^ 1 for byte in path.read_bytes())),
        lambda path: (path.unlink(), path.mkdir()),
        lambda path: (path.rename(path.parents[2] / "moved"), path.symlink_to(path.parents[2] / "moved")),
    ],
)
def test_what_is_damaged_or_foreign_is_computed_again(folder, spoil):
    kept_in(folder).answer(Computed(), "a")
    (path,) = files(folder)
    spoil(path)
    compute = Computed()
    assert kept_in(folder).answer(compute, "a") == b"answer"
    assert compute.times == 1


def test_an_answer_that_failed_is_not_kept(folder):
    def fail() -> bytes:
        raise ValueError("no picture")

    with pytest.raises(ValueError, match="no picture"):
        kept_in(folder).answer(fail, "a")
    assert files(folder) == []


def test_a_folder_of_somebody_else_is_left_alone(folder, tmp_path):
    folder.mkdir()
    (folder / "letter.txt").write_text("dear")
    assert kept_in(folder) is None
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    assert kept_in(tmp_path / "link") is None


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="permissions bind users only")
def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path):
    tmp_path.chmod(0o500)
    try:
        assert kept_in(tmp_path / "kept") is None
    finally:
        tmp_path.chmod(0o700)


def test_a_folder_that_vanishes_does_no_harm(folder):
    kept = kept_in(folder)
    shutil.rmtree(folder)
    assert kept.answer(Computed(), "a") == b"answer"
    let_go(kept)
