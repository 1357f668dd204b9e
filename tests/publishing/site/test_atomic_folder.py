"""The whole site or none."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sevenstep.failure import Failure
from sevenstep.publishing.site import atomic_folder as module
from sevenstep.publishing.site.atomic_folder import atomic_folder, look_at_folder, put_back
from sevenstep.source.files import OUTPUT_MARKER


def build(target, text):
    with atomic_folder(target) as new:
        (new / "index.html").write_text(text, encoding="utf-8")


def test_a_site_appears_and_is_replaced(tmp_path):
    target = tmp_path / "out" / "网 站"
    build(target, "one")
    build(target, "two")
    assert (target / "index.html").read_text(encoding="utf-8") == "two"
    assert (target / OUTPUT_MARKER).is_file()
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_a_failure_leaves_the_old_site_and_nothing_else(tmp_path):
    target = tmp_path / "site"
    build(target, "good")
    with pytest.raises(RuntimeError), atomic_folder(target) as new:
        (new / "index.html").write_text("half", encoding="utf-8")
        raise RuntimeError
    assert (target / "index.html").read_text(encoding="utf-8") == "good"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_is_not_ours_is_refused(tmp_path):
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    for target in (tmp_path, tmp_path / "letter.txt"):
        with pytest.raises(Failure, match="holds something else"):
            build(target, "x")
    assert (tmp_path / "letter.txt").read_text(encoding="utf-8") == "dear"


def test_an_empty_folder_is_taken(tmp_path):
    (tmp_path / "site").mkdir()
    build(tmp_path / "site", "x")
    assert (tmp_path / "site" / "index.html").is_file()


def test_two_runs_do_not_meet(tmp_path):
    target = tmp_path / "site"
    with atomic_folder(target), pytest.raises(Failure, match="Another run"):
        build(target, "second")


def test_a_run_killed_amid_the_swap_is_mended_by_the_next(tmp_path):
    target = tmp_path / "site"
    build(target, "good")
    target.rename(tmp_path / ".sevenstep-old-site-123")
    (tmp_path / ".sevenstep-new-site-abc").mkdir()
    with pytest.raises(RuntimeError), atomic_folder(target):
        raise RuntimeError
    assert (target / "index.html").read_text(encoding="utf-8") == "good"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


NAMES = ("site", "site-en", "site-en-2", "site[1]", "site*", "si?e", "-", "s i te", "站点", ".site")


def names_in(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


@pytest.mark.skipif(os.name != "posix", reason="some of these names cannot be there")
@pytest.mark.parametrize("name", NAMES)
def test_leftovers_belong_to_exactly_one_target(tmp_path, name):
    """Names of which one begins with another, or that say something to a shell."""
    for one in NAMES:
        build(tmp_path / one, "good")
        (tmp_path / one).rename(tmp_path / f".sevenstep-old-{one}-123")
        (tmp_path / f".sevenstep-new-{one}-a_b1c2d3").mkdir()
    before = names_in(tmp_path)
    with pytest.raises(RuntimeError), atomic_folder(tmp_path / name):
        raise RuntimeError
    mine = {f".sevenstep-old-{name}-123", f".sevenstep-new-{name}-a_b1c2d3"}
    assert names_in(tmp_path) == (before - mine) | {name}


def test_neighbours_are_built_at_the_same_time(tmp_path):
    with atomic_folder(tmp_path / "site-en") as other:
        (other / "index.html").write_text("other", encoding="utf-8")
        build(tmp_path / "site", "one")
        build(tmp_path / "site", "two")
    assert (tmp_path / "site-en" / "index.html").read_text(encoding="utf-8") == "other"
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "two"
    assert names_in(tmp_path) == {"site", "site-en"}


BUILD = """
import sys
from pathlib import Path
from sevenstep.publishing.site.atomic_folder import atomic_folder
target, rounds = Path(sys.argv[1]), int(sys.argv[2])
print("ready", flush=True)
for number in range(rounds):
    with atomic_folder(target) as new:
        for page in range(40):
            (new / f"{page}.html").write_text(f"{target.name} {number}", encoding="utf-8")
"""


def started(target: Path, rounds: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", BUILD, str(target), str(rounds)]
    return subprocess.Popen(command, stdout=subprocess.PIPE)


def test_processes_that_build_neighbours_harm_none(tmp_path):
    names = ("site", "site-en", "site-en-2")
    for process in [started(tmp_path / name, 20) for name in names]:
        process.communicate(timeout=120)
        assert process.returncode == 0
    for name in names:
        pages = {page.read_text(encoding="utf-8") for page in (tmp_path / name).glob("*.html")}
        assert pages == {f"{name} 19"}
        assert len(list((tmp_path / name).glob("*.html"))) == 40
    assert names_in(tmp_path) == set(names)


@pytest.mark.skipif(os.name != "posix", reason="no such signal there")
def test_a_process_that_is_killed_leaves_the_last_good_site_or_its_next_run_gives_it_back(tmp_path):
    target = tmp_path / "site"
    build(target, "good")
    for _ in range(6):
        process = started(target, 10_000)
        assert process.stdout is not None
        process.stdout.readline()
        try:
            process.wait(0.15)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        process.communicate()
        put_back(target)
        pages = {page.read_text(encoding="utf-8") for page in target.glob("*.html")}
        assert len(pages) == 1, pages
    build(target, "next")
    assert names_in(tmp_path) == {"site"}


def test_what_is_left_of_an_old_site_is_never_put_back(tmp_path, monkeypatch):
    target = tmp_path / "site"
    build(target, "one")
    with monkeypatch.context() as patched:
        patched.setattr(module.shutil, "rmtree", lambda *_, **__: None)  # killed before it was deleted
        build(target, "two")
    target.rename(tmp_path / "elsewhere")
    put_back(target)
    assert not target.exists()


@pytest.mark.parametrize("name", [".sevenstep-new-site-abcdefgh", ".sevenstep-old-site-1", ".site.sevenstep.lock"])
def test_names_of_our_own_are_refused(tmp_path, name):
    with pytest.raises(Failure, match="a name that sevenstep itself uses"):
        build(tmp_path / name, "x")
    assert not names_in(tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="no such files there")
@pytest.mark.parametrize("kind", ["link", "broken link", "pipe"])
def test_what_is_no_folder_is_left(tmp_path, kind):
    target = tmp_path / "site"
    (tmp_path / "real").mkdir()
    if kind == "pipe":
        os.mkfifo(target)
    else:
        target.symlink_to("real" if kind == "link" else "nowhere")
    with pytest.raises(Failure, match="is a link to" if "link" in kind else "holds something else"):
        build(target, "x")
    assert os.path.lexists(target)
    assert not target.is_dir() or kind == "link"
    assert not names_in(tmp_path / "real")


@pytest.mark.parametrize("inner", ["other/.sevenstep-output", "a/b/engagement.yaml", ".git/config", "en/.git"])
def test_what_stands_for_itself_in_a_site_is_not_thrown_away_with_it(tmp_path, inner):
    target = tmp_path / "site"
    build(target, "one")
    (target / inner).parent.mkdir(parents=True, exist_ok=True)
    (target / inner).write_text("mine", encoding="utf-8")
    with pytest.raises(Failure, match="holds something else, too"):
        build(target, "two")
    assert (target / inner).read_text(encoding="utf-8") == "mine"
    (target / inner).unlink()
    if inner.startswith(".git"):
        (target / ".git").rmdir()
    build(target, "two")


def test_what_somebody_puts_there_meanwhile_is_left(tmp_path):
    target = tmp_path / "site"
    with pytest.raises(Failure, match="holds something else"), atomic_folder(target):
        target.mkdir()
        (target / "letter.txt").write_text("dear", encoding="utf-8")
    assert names_in(target) == {"letter.txt"}
    assert names_in(tmp_path) == {"site"}


@pytest.mark.parametrize("name", ["x" * 256, "x" * 240, "报" * 90])
def test_a_name_that_is_too_long(tmp_path, name):
    with pytest.raises(Failure, match="the name or path is too long"):
        look_at_folder(tmp_path / name)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EMFILE])
def test_a_full_disk_is_told_and_leaves_the_old_site(tmp_path, code):
    target = tmp_path / "site"
    build(target, "good")
    with pytest.raises(Failure, match="Cannot write") as raised, atomic_folder(target):
        raise OSError(code, os.strerror(code))
    assert raised.value.remedy is not None
    assert (target / "index.html").read_text(encoding="utf-8") == "good"
    assert names_in(tmp_path) == {"site"}
