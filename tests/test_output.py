"""Single files appear whole or not at all."""

import pytest

from sevenstep.failure import Failure
from sevenstep.output import write_file


def test_writes_and_replaces(tmp_path):
    path = tmp_path / "new" / "图.svg"
    write_file(path, b"one")
    write_file(path, b"two")
    assert path.read_bytes() == b"two"
    assert [one.name for one in path.parent.iterdir()] == ["图.svg"]


def test_a_folder_in_the_way_is_a_failure_and_leaves_nothing(tmp_path):
    path = tmp_path / "picture.svg"
    path.mkdir()
    with pytest.raises(Failure, match="Cannot write"):
        write_file(path, b"one")
    assert [one.name for one in tmp_path.iterdir()] == ["picture.svg"]
