"""Single files appear whole or not at all."""

import errno
import os
import stat

import pytest

from sevenstep.failure import Failure
from sevenstep.output.files import write_file

posix = pytest.mark.skipif(os.name != "posix", reason="other permissions there")


def test_writes_and_replaces(tmp_path):
    path = tmp_path / "new" / "图.svg"
    write_file(path, b"one")
    write_file(path, b"two")
    assert path.read_bytes() == b"two"
    assert [one.name for one in path.parent.iterdir()] == ["图.svg"]


def test_a_folder_in_the_way_is_a_failure_and_leaves_nothing(tmp_path):
    path = tmp_path / "picture.svg"
    path.mkdir()
    with pytest.raises(Failure, match="is a folder and will not be replaced"):
        write_file(path, b"one")
    assert [one.name for one in tmp_path.iterdir()] == ["picture.svg"]


@posix
def test_a_new_file_has_the_usual_permissions_and_a_replaced_one_its_own(tmp_path):
    mask = os.umask(0o027)
    try:
        write_file(tmp_path / "a", b"one")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640
    (tmp_path / "a").chmod(0o600)
    write_file(tmp_path / "a", b"two")
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("code", "said", "remedy"),
    [
        (errno.ENOSPC, "the disk is full", "Make room"),
        (errno.EDQUOT, "the disk quota is used up", "Make room"),
        (errno.EFBIG, "larger than the system allows", "Make room"),
        (errno.EROFS, "read-only", "another place"),
        (errno.EIO, "the disk has an error", "another place"),
    ],
)
@pytest.mark.parametrize("call", ["fsync", "fdopen"])
def test_a_disk_that_takes_no_more(tmp_path, monkeypatch, code, said, remedy, call):
    (tmp_path / "a").write_bytes(b"old")

    def fail(*_arguments: object) -> None:
        raise OSError(code, os.strerror(code))

    for path in (tmp_path / "a", tmp_path / "new" / "sub" / "b"):
        with monkeypatch.context() as patched:
            patched.setattr(f"sevenstep.output.files.os.{call}", fail)
            with pytest.raises(Failure, match=said) as raised:
                write_file(path, b"new")
        assert raised.value.remedy is not None
        assert remedy in raised.value.remedy.for_language("en")
        assert not raised.value.message.for_language("zh").isascii()
    assert (tmp_path / "a").read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["a"]
