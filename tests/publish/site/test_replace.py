"""The whole site or none."""

import pytest

from sevenstep.failure import Failure
from sevenstep.publish.site.replace import replacing
from sevenstep.source.files import OUTPUT_MARKER


def build(target, text):
    with replacing(target) as new:
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
    with pytest.raises(RuntimeError), replacing(target) as new:
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
    with replacing(target), pytest.raises(Failure, match="Another run"):
        build(target, "second")


def test_a_run_killed_amid_the_swap_is_mended_by_the_next(tmp_path):
    target = tmp_path / "site"
    build(target, "good")
    target.rename(tmp_path / ".sevenstep-old-site-123")
    (tmp_path / ".sevenstep-new-site-abc").mkdir()
    with pytest.raises(RuntimeError), replacing(target):
        raise RuntimeError
    assert (target / "index.html").read_text(encoding="utf-8") == "good"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
