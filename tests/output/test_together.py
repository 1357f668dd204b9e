"""Several files are changed as one: all of them, or none, whatever goes wrong on the way."""

import errno
import os
from pathlib import Path

import pytest

from sevenstep.failure import Failure
from sevenstep.output import rewrite as module
from sevenstep.output.together import FileContent, rewrite_all

BEFORE = {"a.yaml": b"a: 1\n", "b.yaml": b"\xef\xbb\xbfb: 1\r\n", "c.yaml": b"c: 1\n", "gone.yaml": b"g: 1\n"}


@pytest.fixture
def folder(tmp_path):
    for name, content in BEFORE.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


def wanted(folder, mark=b"2"):
    found = [
        FileContent(
            folder / name,
            content.removeprefix(b"\xef\xbb\xbf"),
            content.removeprefix(b"\xef\xbb\xbf").replace(b"1", mark),
        )
        for name, content in BEFORE.items()
        if name != "gone.yaml"
    ]
    found.insert(1, FileContent(folder / "new/inner/n.yaml", None, b"n: 1\n"))
    found.insert(2, FileContent(folder / "gone.yaml", BEFORE["gone.yaml"], None))
    return found


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_all_are_changed_made_and_taken_away_and_nothing_else_is_left(folder):
    rewrite_all(wanted(folder), folder, head=b"\xef\xbb\xbf")
    assert contents(folder) == {
        "a.yaml": b"a: 2\n",
        "b.yaml": b"\xef\xbb\xbfb: 2\r\n",
        "c.yaml": b"c: 2\n",
        "new/inner/n.yaml": b"n: 1\n",
    }


def whole(folder):
    """Whether everything is written; what was laid beside it may be left."""
    found = {name: content for name, content in contents(folder).items() if not name.split("/")[-1].startswith(".")}
    return "gone.yaml" not in found and all(
        b"1" not in content or name.endswith("n.yaml") for name, content in found.items()
    )


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt()])
@pytest.mark.parametrize("at", range(1, 7))
@pytest.mark.parametrize("call", ["written_beside", "replace", "link", "unlink"])
def test_where_one_cannot_be_written_all_are_as_they_were(folder, monkeypatch, call, at, error):
    calls = 0

    def failing(real):
        def fail(*given, **named):
            nonlocal calls
            calls += 1
            if calls == at:
                raise error
            return real(*given, **named)

        return fail

    if call == "written_beside":
        monkeypatch.setattr(module, call, failing(module.written_beside))
    elif call == "link":
        monkeypatch.setattr(os, "link", failing(os.link))
    else:
        monkeypatch.setattr(Path, call, failing(getattr(Path, call)))
    try:
        rewrite_all(wanted(folder), folder, head=b"\xef\xbb\xbf")
    except (Failure, KeyboardInterrupt):
        monkeypatch.undo()
        nothing = contents(folder) == BEFORE and not (folder / "new").exists()
        assert nothing or (call == "unlink" and whole(folder))  # or it was ended when all was done
    else:  # the call that fails never came, or only the clearing up failed
        monkeypatch.undo()
        assert whole(folder)


@pytest.mark.parametrize("name", ["a.yaml", "c.yaml", "gone.yaml"])
def test_a_file_that_somebody_changed_meanwhile_keeps_all_as_they_are(folder, name):
    (folder / name).write_bytes(b"somebody else\n")
    with pytest.raises(Failure):
        rewrite_all(wanted(folder), folder)
    assert contents(folder) == {**BEFORE, name: b"somebody else\n"}


def test_a_new_file_never_takes_the_place_of_another(folder):
    (folder / "new/inner").mkdir(parents=True)
    (folder / "new/inner/n.yaml").write_bytes(b"there\n")
    with pytest.raises(Failure):
        rewrite_all(wanted(folder), folder)
    assert contents(folder) == {**BEFORE, "new/inner/n.yaml": b"there\n"}


@pytest.mark.skipif(os.name != "posix", reason="links need rights there")
def test_nothing_outside_is_written_made_or_taken_away(folder, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "o.yaml").write_bytes(b"o\n")
    (folder / "link.yaml").symlink_to(outside / "o.yaml")
    (folder / "inner").symlink_to(outside)
    for content in (
        FileContent(folder / "link.yaml", b"o\n", b"x\n"),
        FileContent(folder / "link.yaml", b"o\n", None),
        FileContent(folder / "inner/new.yaml", None, b"x\n"),
        FileContent(folder / "../new.yaml", None, b"x\n"),
    ):
        with pytest.raises(Failure):
            rewrite_all([content, *wanted(folder)], folder)
    assert contents(outside) == {"o.yaml": b"o\n"}
    assert (folder / "a.yaml").read_bytes() == BEFORE["a.yaml"]


@pytest.mark.skipif(os.name != "posix", reason="hard links of another kind there")
def test_a_file_of_several_names_is_put_back_too(folder, monkeypatch):
    os.link(folder / "a.yaml", folder / "other.txt")
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full")))
    with pytest.raises(Failure):
        rewrite_all(wanted(folder), folder, head=b"\xef\xbb\xbf")
    assert contents(folder) == {**BEFORE, "other.txt": BEFORE["a.yaml"]}


def test_a_file_that_excel_holds_open_says_so(folder, monkeypatch):
    held = PermissionError(errno.EACCES, "in use")
    held.winerror = 32
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(held))
    with pytest.raises(Failure) as failure:
        rewrite_all(wanted(folder), folder, head=b"\xef\xbb\xbf")
    assert "another program has it open" in failure.value.message.for_language("en")
    assert "Excel" in failure.value.remedy.for_language("zh")
