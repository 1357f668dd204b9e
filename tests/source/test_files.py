"""Files: which are read, and why others are not."""

import os
import sys

import pytest

from sevenstep.diagnostic import Diagnostic
from sevenstep.failure import Failure
from sevenstep.source.files import OUTPUT_MARKER, SourceFile, read_file
from sevenstep.source.folder import Folder
from sevenstep.source.load import load
from sevenstep.source.walk import find_files


def names(folder):
    with Folder(folder) as opened:
        return [one for one in find_files(opened) if isinstance(one, str)]


def read(folder, name="a.yaml"):
    with Folder(folder) as opened:
        return read_file(opened, name)


def test_yaml_files_in_a_fixed_order_without_hidden_and_made_ones(tmp_path):
    for name in ("b.yaml", "a.YML", "sub/c.yaml", ".git/d.yaml", "site/e.yaml", "readme.md", ".hidden.yaml"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x: 1", encoding="utf-8")
    (tmp_path / "site" / OUTPUT_MARKER).touch()
    assert names(tmp_path) == ["a.YML", "b.yaml", "sub/c.yaml"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links_that_leave_the_folder_are_not_followed(tmp_path):
    (tmp_path / "secret.yaml").write_text("x: 1", encoding="utf-8")
    folder = tmp_path / "engagement"
    folder.mkdir()
    (folder / "inside.yaml").write_text("x: 1", encoding="utf-8")
    (folder / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    (folder / "near.yaml").symlink_to(folder / "inside.yaml")
    (folder / "up").symlink_to(tmp_path, target_is_directory=True)
    assert names(folder) == ["inside.yaml", "link.yaml", "near.yaml"]
    assert "leads out" in read(folder, "link.yaml").message.en
    assert read(folder, "near.yaml") == SourceFile("near.yaml", "x: 1")


@pytest.mark.parametrize(
    ("raw", "line", "guess"),
    [
        ("title: 更快通关\n".encode("gb18030"), 1, "GB18030"),
        ("a: 1\ntitle: 更快\n".encode("utf-16"), 1, "UTF-16"),
        (b"a: 1\nb: \xff\xfe\n", 2, ""),
    ],
)
def test_other_encodings_are_named(tmp_path, raw, line, guess):
    (tmp_path / "a.yaml").write_bytes(raw)
    found = read(tmp_path)
    assert isinstance(found, Diagnostic)
    assert found.rule.code == "S001"
    assert found.place.span.line == line
    assert guess in found.message.en


def test_a_byte_order_mark_is_fine(tmp_path):
    (tmp_path / "a.yaml").write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert read(tmp_path) == SourceFile("a.yaml", "a: 1\n")


def test_too_large_a_file_is_not_read(tmp_path):
    with (tmp_path / "a.yaml").open("wb") as file:
        file.truncate(17 * 1024 * 1024)
    found = read(tmp_path)
    assert isinstance(found, Diagnostic)
    assert "17.0 MB" in found.message.en


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files there")
def test_a_special_file_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.yaml")
    found = read(tmp_path)
    assert isinstance(found, Diagnostic)
    assert "regular file" in found.message.en


def test_a_folder_without_engagement_is_a_failure(tmp_path):
    with pytest.raises(Failure, match="not one YAML file"):
        load(tmp_path)
    (tmp_path / "goals.yaml").write_text("goals: {}", encoding="utf-8")
    with pytest.raises(Failure, match=r"holds no engagement\.yaml"):
        load(tmp_path)
