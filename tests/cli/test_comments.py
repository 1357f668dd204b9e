"""``sevenstep comments``: from the file that a reviewer sends to notes that are open, then settled."""

import json
import os
import subprocess
import sys

import yaml

MODEL = """
version: "2"
goals:
  G1: {title: {zh: 更快通关, en: Faster clearance}, horizon: 2027}
"""
COMMENTS = {
    "format": "sevenstep review comments",
    "format_version": 1,
    "engagement": "sample",
    "version": "2",
    "comments": [
        {
            "id": "c00000000001",
            "element": "G1",
            "title": "Faster clearance",
            "stance": "object",
            "text": "2027 is too late",
            "by": "张三",
            "when": "2026-11-23T08:00:00.000Z",
            "version": "2",
            "page": "goals/G1.html",
        },
        {
            "id": "c00000000002",
            "element": "G7",
            "title": "Gone",
            "stance": "comment",
            "text": "Why?",
            "by": "王五",
            "when": "2026-11-23T09:00:00.000Z",
            "version": "1",
        },
    ],
}


def file_of(tmp_path, **change):
    path = tmp_path / "sample-comments-张三-2026-11-23.json"
    path.write_text(json.dumps({**COMMENTS, **change}), encoding="utf-8")
    return path


def test_import_list_and_settle(run, engagement, tmp_path):
    folder, file = engagement(MODEL), file_of(tmp_path)
    result = run("comments", "import", file, "--folder", folder)
    assert result.returncode == 0, result.stderr
    assert "2 comments imported (张三, 王五)" in result.stdout
    assert "1 on elements that are not in the model: G7" in result.stdout
    assert "1 about another version: 1" in result.stdout
    listed = run("comments", "list", folder).stdout
    assert "G1  Faster clearance\n  张三 · objects · 2026-11-23 · 2  [c00000000001]\n    2027 is too late\n" in listed
    assert "G7  Gone (not in the model)" in listed
    assert listed.endswith("2 open\n")
    checked = run("check", folder).stdout
    assert "S841" in checked and "S843" in checked
    notes = folder / "review" / "notes.yaml"
    text = notes.read_text(encoding="utf-8")
    notes.write_text(text.replace("    by:", "    settled: answered by mail\n    by:"), encoding="utf-8")
    assert "S84" not in run("check", folder).stdout
    assert run("comments", "list", folder).stdout == "0 open\n"
    assert "✓ answered by mail" in run("comments", "list", folder, "--all").stdout


def test_again_and_dry(run, engagement, tmp_path):
    folder, file = engagement(MODEL), file_of(tmp_path)
    dry = run("comments", "import", file, "--folder", folder, "--dry-run")
    assert "2 would be imported" in dry.stdout
    assert not (folder / "review").exists()
    run("comments", "import", file, "--folder", folder)
    again = run("comments", "import", file, file, "--folder", folder, "--lang", "zh")
    assert "没有新的意见" in again.stdout
    assert "4 条以前导入过，没有重复" in again.stdout


def test_another_engagement_and_another_file_are_refused(run, engagement, tmp_path):
    folder = engagement(MODEL)
    other = run("comments", "import", file_of(tmp_path, engagement="elsewhere"), "--folder", folder)
    assert other.returncode == 2
    assert "are about another engagement: elsewhere, not sample" in other.stderr
    strange = run("comments", "import", folder / "engagement.yaml", "--folder", folder)
    assert strange.returncode == 2
    assert "cannot be imported: it is not sound JSON. Nothing was changed" in strange.stderr


def test_twelve_imports_at_once_lose_nothing(engagement, tmp_path):
    folder = engagement(MODEL)
    running = []
    for number in range(12):
        one = {**COMMENTS["comments"][0], "id": f"c{number:011d}", "by": f"评审人{number}"}
        path = tmp_path / f"{number}.json"
        path.write_text(json.dumps({**COMMENTS, "comments": [one]}), encoding="utf-8")
        command = [sys.executable, "-m", "sevenstep", "comments", "import", str(path), "--folder", str(folder)]
        environment = {**os.environ, "SEVENSTEP_LANG": "en"}
        running.append(subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment))
    for process in running:
        said, complaints = process.communicate(timeout=120)
        assert process.returncode == 0, complaints
        assert b"1 comment imported" in said
    notes = yaml.safe_load((folder / "review" / "notes.yaml").read_text(encoding="utf-8"))["reviews"]
    assert {note["by"] for note in notes.values()} == {f"评审人{number}" for number in range(12)}
    assert sorted(one.name for one in folder.iterdir()) == ["engagement.yaml", "review"]
