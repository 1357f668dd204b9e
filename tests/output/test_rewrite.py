"""A file of somebody's own keeps its permissions, its owner, its links, and its content where the change fails."""

import errno
import os
import stat
from pathlib import Path

import pytest

from sevenstep.failure import Failure
from sevenstep.output import rewrite as module
from sevenstep.output.rewrite import rewrite

posix = pytest.mark.skipif(os.name != "posix", reason="other permissions and links there")
BEFORE, AFTER = b"goals: {G: {titel: a}}\n", b"goals: {G: {title: a}}  # longer than before\n"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "goals.yaml"
    path.write_bytes(BEFORE)
    return path


@pytest.fixture(params=["replaced", "in place"])
def either(request, file):
    """The file with one name, or with two."""
    if request.param == "in place":
        os.link(file, file.with_name("other"))
    return file


def test_changes_the_content_and_leaves_nothing_else(either, tmp_path):
    names = sorted(one.name for one in tmp_path.iterdir())
    rewrite(either, tmp_path, BEFORE, AFTER)
    assert all((tmp_path / name).read_bytes() == AFTER for name in names)
    assert sorted(one.name for one in tmp_path.iterdir()) == names
    rewrite(either, tmp_path, AFTER, b"short\n")
    assert either.read_bytes() == b"short\n"


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755, 0o664, 0o2664])
def test_keeps_permissions(either, tmp_path, mode):
    either.chmod(mode)
    rewrite(either, tmp_path, BEFORE, AFTER)
    assert stat.S_IMODE(either.stat().st_mode) == mode


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can give files away")
def test_keeps_the_owner(either, tmp_path):
    os.chown(either, 12, 34)
    rewrite(either, tmp_path, BEFORE, AFTER)
    assert (either.stat().st_uid, either.stat().st_gid) == (12, 34)


@posix
def test_a_file_that_cannot_be_given_to_its_owner_is_changed_in_place(file, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "take_over", lambda *_: False)
    node = file.stat().st_ino
    rewrite(file, tmp_path, BEFORE, AFTER)
    assert (file.read_bytes(), file.stat().st_ino) == (AFTER, node)
    assert [one.name for one in tmp_path.iterdir()] == [file.name]


@posix
def test_hard_links_stay_one_file(file, tmp_path):
    outside = tmp_path.with_name(f"{tmp_path.name}-outside")
    os.link(file, outside)
    rewrite(file, tmp_path, BEFORE, AFTER)
    assert outside.read_bytes() == AFTER
    assert outside.stat().st_ino == file.stat().st_ino


@posix
def test_a_link_inside_stays_one_and_its_target_is_changed(file, tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "link.yaml").symlink_to("../again.yaml")
    (tmp_path / "again.yaml").symlink_to("goals.yaml")
    rewrite(tmp_path / "sub" / "link.yaml", tmp_path, BEFORE, AFTER)
    assert (tmp_path / "sub" / "link.yaml").readlink() == Path("../again.yaml")
    assert file.read_bytes() == AFTER


@posix
def test_a_link_outside_is_left_alone_and_told(file, tmp_path):
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "link.yaml").symlink_to("../goals.yaml")
    with pytest.raises(Failure, match="leads out of the engagement's folder") as raised:
        rewrite(folder / "link.yaml", folder, BEFORE, AFTER)
    assert "没有改动" in raised.value.message.for_language("zh")
    assert file.read_bytes() == BEFORE


def test_a_file_that_was_changed_meanwhile_is_left(either, tmp_path):
    either.write_bytes(b"mine\n")
    with pytest.raises(Failure, match="has just been changed by somebody else"):
        rewrite(either, tmp_path, BEFORE, AFTER)
    assert either.read_bytes() == b"mine\n"


def test_the_byte_order_mark_stays(either, tmp_path):
    either.write_bytes(b"\xef\xbb\xbf" + BEFORE)
    rewrite(either, tmp_path, BEFORE, AFTER, head=b"\xef\xbb\xbf")
    assert either.read_bytes() == b"\xef\xbb\xbf" + AFTER


@pytest.mark.parametrize("call", ["write", "fsync", "ftruncate"])
def test_a_full_disk_leaves_what_was_there(file, tmp_path, monkeypatch, call):
    os.link(file, tmp_path / "other")
    real, calls = getattr(os, call), 0

    def full(number: int, *rest: object) -> object:
        nonlocal calls
        if not isinstance(number, int) or os.fstat(number).st_ino != file.stat().st_ino:
            return real(number, *rest)
        calls += 1
        if call == "write" and calls == 1:
            return real(number, rest[0][:5])  # a part of it still fits
        if calls == (2 if call == "write" else 1):
            raise OSError(errno.ENOSPC, "full")
        return real(number, *rest)

    monkeypatch.setattr(module.os, call, full)
    with pytest.raises(Failure, match="the disk is full"):
        rewrite(file, tmp_path, BEFORE, AFTER)
    monkeypatch.undo()
    assert file.read_bytes() == BEFORE
    assert sorted(one.name for one in tmp_path.iterdir()) == ["goals.yaml", "other"]


def test_what_a_killed_run_has_kept_is_not_lost(file, tmp_path):
    os.link(file, tmp_path / "other")
    kept = tmp_path / ".goals.yaml.sevenstep-before"
    kept.write_bytes(b"of old")
    with pytest.raises(Failure, match="An earlier run was stopped") as raised:
        rewrite(file, tmp_path, BEFORE, AFTER)
    assert kept.name in raised.value.message.for_language("zh")
    assert kept.read_bytes() == b"of old"
    assert file.read_bytes() == BEFORE
