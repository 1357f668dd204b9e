"""The engine: found or named as missing, kept within its limits."""

import sys

import pytest

from sevenstep.diagrams.output import dot, dot_text, engine
from sevenstep.diagrams.output.as_dot import files
from sevenstep.diagrams.output.engine import EngineMissing, find_engine
from sevenstep.diagrams.output.picture import inline, standalone
from sevenstep.diagrams.output.render import render
from sevenstep.diagrams.output.rendered import RenderFailed

unix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


def test_the_installed_engine_comes_first():
    assert find_engine().stem == "graphviz-pure"


def test_without_any_engine_both_languages_say_what_to_do(monkeypatch):
    monkeypatch.setattr(engine, "_program", lambda _name: None)
    with pytest.raises(EngineMissing) as caught:
        find_engine()
    assert "graphviz-pure" in caught.value.message.en
    assert "pip install graphviz-pure" in caught.value.remedy.zh


def test_an_engine_that_vanishes_fails_the_picture_only(drawing, monkeypatch, tmp_path):
    monkeypatch.setattr(dot, "find_engine", lambda _name: tmp_path / "gone")
    (failed,) = dot.render([drawing("goal-tree")])
    assert isinstance(failed, RenderFailed)
    assert "goal-tree" in failed.message.zh


def test_dot_needs_no_engine(drawing, monkeypatch):
    monkeypatch.setattr(dot, "find_engine", lambda _name: pytest.fail("asked for an engine"))
    (file,) = files([drawing("goal-tree")], None, None)
    assert file.content.decode("utf-8") == dot_text.dot(drawing("goal-tree"))


def test_the_order_is_kept_by_any_number_of_jobs(drawing):
    names = ["chain", "flow/booking-asis", "goal-tree", "scenario-map"] * 3
    drawings = [drawing(name) for name in names]
    one, four = (list(dot.render(drawings, jobs=jobs)) for jobs in (1, 4))
    assert [picture.scene.name for picture in four] == names
    assert [picture.picture for picture in one] == [picture.picture for picture in four]


@unix
def test_an_engine_that_eats_memory_is_stopped(drawing, monkeypatch, tmp_path):
    stand_in = tmp_path / "engine"
    stand_in.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "x = bytearray(3_000_000_000)"\n', encoding="utf-8")
    stand_in.chmod(0o755)
    if sys.platform != "linux":
        pytest.skip("only Linux limits the memory of a process")
    monkeypatch.setattr(dot, "find_engine", lambda _name: stand_in)
    (failed,) = dot.render([drawing("goal-tree")])
    assert isinstance(failed, RenderFailed)
    assert "MemoryError" in failed.message.en


@unix
def test_output_that_is_no_picture_fails_with_a_reason(drawing, monkeypatch, tmp_path):
    stand_in = tmp_path / "engine"
    stand_in.write_text("#!/bin/sh\necho not a picture\n", encoding="utf-8")
    stand_in.chmod(0o755)
    monkeypatch.setattr(dot, "find_engine", lambda _name: stand_in)
    (failed,) = dot.render([drawing("goal-tree")])
    assert "no XML" in failed.message.en


def test_pages_and_files_get_the_same_picture(drawing):
    (rendered,) = render([drawing("chain", "en")])
    text = inline(rendered.picture)
    assert " id=" not in text
    alone = standalone(rendered.picture)
    assert text.partition("<title>")[2] in alone
    assert alone.startswith("<?xml")
    assert 'lang="en"' in alone
    assert alone.count("<style>") == 1
    assert 'role="group"' in text
    assert "<!--" not in alone
