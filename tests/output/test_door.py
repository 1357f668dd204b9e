"""What a writer may replace: a regular file, or nothing."""

import os
import socket
import stat
from pathlib import Path

import pytest

from sevenstep.failure import Failure
from sevenstep.output import door
from sevenstep.output.door import is_device_name, look
from sevenstep.output.files import write_file

posix = pytest.mark.skipif(os.name != "posix", reason="no such files there")


def refuse(_path: Path) -> None:
    raise Failure(door.Text(plain="kept"))


def special(kind: str, path: Path) -> None:
    match kind:
        case "a named pipe":
            os.mkfifo(path)
        case "a socket":
            listening = socket.socket(socket.AF_UNIX)
            listening.bind(os.fspath(path))
            listening.close()
        case "a folder":
            path.mkdir()
        case "a device":
            try:
                os.mknod(path, stat.S_IFCHR | 0o600, os.makedev(1, 3))
            except PermissionError:
                pytest.skip("only root can make a device")


@posix
@pytest.mark.parametrize("kind", ["a named pipe", "a socket", "a folder", "a device"])
def test_what_is_no_file_is_neither_opened_nor_replaced(tmp_path, monkeypatch, kind):
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    path = Path("it")
    special(kind, path)
    before = path.lstat()
    with pytest.raises(Failure, match=f"it is {kind} and will not be replaced") as raised:
        write_file(path, b"new")
    assert raised.value.remedy is not None
    assert (path.lstat().st_ino, path.lstat().st_mode) == (before.st_ino, before.st_mode)
    assert [one.name for one in Path().iterdir()] == ["it"]


@posix
@pytest.mark.parametrize("target", ["there.json", "nowhere", "folder", "it"])
def test_a_link_is_neither_replaced_nor_followed(tmp_path, target):
    (tmp_path / "there.json").write_bytes(b"old")
    (tmp_path / "folder").mkdir()
    (tmp_path / "it").symlink_to(target)
    with pytest.raises(Failure, match="is a link to"):
        write_file(tmp_path / "it", b"new")
    assert (tmp_path / "it").is_symlink()
    assert (tmp_path / "there.json").read_bytes() == b"old"
    assert not (tmp_path / "nowhere").exists()


@posix
def test_a_folder_that_is_a_link_is_followed_where_it_was_named_and_not_below(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to("real")
    write_file(tmp_path / "out" / "a.svg", b"a", below=tmp_path / "out")
    assert (tmp_path / "real" / "a.svg").read_bytes() == b"a"
    (tmp_path / "else").mkdir()
    (tmp_path / "real" / "flow").symlink_to("../else")
    with pytest.raises(Failure, match="flow is a link"):
        write_file(tmp_path / "out" / "flow" / "b.svg", b"b", below=tmp_path / "out")
    assert not list((tmp_path / "else").iterdir())


@posix
def test_what_takes_the_place_while_the_content_is_written_is_left(tmp_path, monkeypatch):
    path, real = tmp_path / "report.json", os.fsync

    def swapped(file: int) -> None:
        real(file)
        os.mkfifo(path)

    monkeypatch.setattr("sevenstep.output.files.os.fsync", swapped)
    with pytest.raises(Failure, match="a named pipe"):
        write_file(path, b"new")
    assert stat.S_ISFIFO(path.lstat().st_mode)
    assert [one.name for one in tmp_path.iterdir()] == ["report.json"]


def test_the_guard_is_asked_before_and_at_the_moment_of_replacing(tmp_path):
    asked: list[Path] = []
    write_file(tmp_path / "a", b"a", asked.append)
    assert asked == [tmp_path / "a"] * 2
    with pytest.raises(Failure, match="kept"):
        write_file(tmp_path / "a", b"b", refuse)
    assert (tmp_path / "a").read_bytes() == b"a"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root can write every file")
def test_a_read_only_file_is_left(tmp_path):
    (tmp_path / "a").touch(mode=0o444)
    with pytest.raises(Failure, match="is read-only"):
        write_file(tmp_path / "a", b"b")


@pytest.mark.parametrize("name", ["x" * 256, "报" * 90 + ".json"])
def test_a_name_that_is_too_long(tmp_path, name):
    with pytest.raises(Failure, match="the name or path is too long") as raised:
        write_file(tmp_path / name, b"a")
    assert "名称或路径太长" in raised.value.message.for_language("zh")
    assert len(raised.value.message.for_language("en")) < 300
    assert raised.value.remedy is not None
    assert raised.value.remedy.for_language("en") == "Choose a shorter name"


@pytest.mark.parametrize("name", ["a\0b", "\ud800.json"])
def test_a_name_that_no_system_takes(tmp_path, name):
    with pytest.raises(Failure, match="does not accept the name"):
        look(tmp_path / name)


@posix
def test_a_name_in_other_bytes_is_fine(tmp_path):
    path = tmp_path / os.fsdecode(b"\xff.json")
    write_file(path, b"a")
    assert path.read_bytes() == b"a"


@pytest.mark.parametrize("way", ["file/a.json", "file/sub/a.json"])
def test_a_file_in_the_place_of_a_folder(tmp_path, way):
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(Failure, match="a part of the path is not a folder"):
        write_file(tmp_path / way, b"a")
    assert (tmp_path / "file").read_bytes() == b"old"


@pytest.mark.parametrize(
    ("name", "is_device"),
    [
        ("NUL", True),
        ("con.json", True),
        ("Com1", True),
        ("LPT9.tar.gz", True),
        ("aux .txt", True),
        ("nul:", True),
        ("console.json", False),
        ("com10", False),
        ("nul-1", False),
        ("-", False),
    ],
)
def test_devices_of_windows_by_name(tmp_path, monkeypatch, name, is_device):
    assert is_device_name(name) is is_device
    monkeypatch.setattr(door, "ON_WINDOWS", True)
    if is_device:
        with pytest.raises(Failure, match="a device"):
            look(tmp_path / name)
    else:
        look(tmp_path / name)
