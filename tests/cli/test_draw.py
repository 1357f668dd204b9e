"""``sevenstep draw``: files, names, formats, and what happens when something is in the way."""

import pytest

MODEL = """
goals: {G: {title: {zh: 更快通关, en: Faster clearance}}}
actors: {A: {title: {zh: 海关, en: Customs}, type: government}}
indicators: {I: {title: Time, measures: G}}
flows:
  F:
    title: Today
    variant: as-is
    steps:
      begin: {title: Begin, type: start, actor: A}
      fill: {title: {zh: 填写申报单, en: Fill in the form}, time: 20min}
      end: {title: End, type: end}
"""


@pytest.fixture
def folder(engagement):
    return engagement(MODEL)


def test_all_pictures_are_written(run, folder, tmp_path):
    listed = run("draw", folder, "--list").stdout.split()
    result = run("draw", folder, "--out", tmp_path / "out")
    assert result.returncode == 0, result.stdout + result.stderr
    written = {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.svg")}
    assert written == {f"{name}.svg" for name in listed}
    assert "flow/F" in listed
    assert result.stderr == ""


def test_same_input_same_bytes(run, folder, tmp_path):
    for out in ("one", "two"):
        run("draw", folder, "goal-tree", "flow/F", "--out", tmp_path / out)
    for name in ("goal-tree.svg", "flow/F.svg"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_nodes_link_to_pages(run, folder, tmp_path):
    run("draw", folder, "goal-tree", "--out", tmp_path, "--site", "https://example.org/site/")
    assert 'https://example.org/site/goals/G.html"' in (tmp_path / "goal-tree.svg").read_text(encoding="utf-8")


def test_ids_stand_in_boxes_only_when_asked_for(run, folder, tmp_path):
    for out, asked in (("readers", ()), ("authors", ("--ids",))):
        run("draw", folder, "goal-tree", "--out", tmp_path / out, *asked)
    shown = {
        out: ">G</text>" in (tmp_path / out / "goal-tree.svg").read_text("utf-8") for out in ("readers", "authors")
    }
    assert shown == {"readers": False, "authors": True}


def test_a_map_is_coloured_by_what_was_asked_for(run, engagement, tmp_path):
    tagged = MODEL.replace("Faster clearance}}}", "Faster clearance}, tags: [quick]}")
    folder = engagement(tagged.replace("title: {zh: 更快通关, en: Faster clearance}, tags", "title: Faster, tags"))
    result = run("draw", folder, "goal-tree", "--heat", "tag:quick", "--out", tmp_path)
    assert result.returncode == 0, result.stderr
    assert 'class="node step1 kind-goal hot-tag-4"' in (tmp_path / "goal-tree.svg").read_text("utf-8")


def test_an_unknown_heat_exits_2_with_what_there_is(run, folder):
    result = run("draw", folder, "--heat", "findngs")
    assert result.returncode == 2
    assert "findings" in result.stderr


def test_dot_on_request(run, folder, tmp_path):
    assert run("draw", folder, "flow/F", "--format", "dot", "--out", tmp_path).returncode == 0
    assert (tmp_path / "flow" / "F.dot").read_text(encoding="utf-8").startswith("digraph")


def test_png_on_request(run, folder, tmp_path):
    result = run("draw", folder, "flow/F", "--format", "png", "--out", tmp_path)
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "flow" / "F.png").read_bytes().startswith(b"\x89PNG\r\n")


def test_an_unknown_picture_exits_2_with_a_suggestion(run, folder):
    result = run("draw", folder, "gaol-tree")
    assert result.returncode == 2
    assert "goal-tree" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_missing_engine_is_named(run, folder):
    result = run("draw", folder, "--engine", "dot", PATH="/nowhere")
    assert result.returncode == 2
    assert "Graphviz" in result.stderr


def test_an_unwritable_folder_is_named(run, folder, tmp_path):
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    result = run("draw", folder, "goal-tree", "--out", tmp_path / "taken")
    assert result.returncode == 2
    assert "Cannot write" in result.stderr
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "a file"
