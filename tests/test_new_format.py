"""A new format is one file and one row in one list: it is then on the command line, in its help and in the library."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODEL = ROOT / "tests" / "models" / "compute-network"
RENDER = '''"""Just the name of the engagement."""


def render(report, language):
    return f"{language}: {report.chain.engagement.header.id if hasattr(report, 'chain') else report.engagement}\\n"
'''
FILES = '''"""Just the names of pictures."""

from sevenstep.diagrams.output.file import File


def files(scenes, engine, font):
    return (File(scene, f"{scene.name}\\n".encode()) for scene in scenes)
'''


@pytest.fixture(scope="module")
def package(tmp_path_factory) -> Path:
    """A copy of the package in which check, analyse and draw have a format more: a file and a row each."""
    copy = tmp_path_factory.mktemp("package")
    for folder in ("sevenstep", "templates", "site"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    house = copy / "sevenstep"
    (house / "report" / "short.py").write_text(RENDER, encoding="utf-8")
    (house / "diagrams" / "output" / "as_name.py").write_text(FILES, encoding="utf-8")
    add_row(house / "output" / "formats.py", "class CheckFormat", 'SHORT = "short", "sevenstep.report.short"')
    add_row(house / "output" / "formats.py", "class AnalysisFormat", 'BRIEF = "brief", "sevenstep.report.short"')
    row = 'NAME = "name", "sevenstep.diagrams.output.as_name"'
    add_row(house / "output" / "formats.py", "class PictureFormat", row)
    return copy


def add_row(path: Path, name: str, row: str) -> None:
    before, found, behind = path.read_text(encoding="utf-8").partition(name)
    head, end, rows = behind.partition('"""\n\n')
    assert found and end
    path.write_text(f"{before}{name}{head}{end}    {row}\n{rows}", encoding="utf-8")


def run(package: Path, *command: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(package), "PYTHONIOENCODING": "utf-8", "SEVENSTEP_LANG": "en"}
    done = subprocess.run(
        [sys.executable, *command], env=environment, cwd=package, capture_output=True, encoding="utf-8", check=False
    )
    return done.stdout + done.stderr


def test_a_check_is_written_in_the_new_format(package):
    assert run(package, "-m", "sevenstep", "check", str(MODEL), "--format", "short") == "en: compute-network\n"
    assert "short" in run(package, "-m", "sevenstep", "check", "--help")
    assert "short" in run(package, "-m", "sevenstep", "check", str(MODEL), "--also", "x=y")


def test_an_analysis_is_written_in_the_new_format(package):
    written = run(package, "-m", "sevenstep", "analyse", str(MODEL), "--cases", "100", "--format", "brief")
    assert written == "en: compute-network\n"
    assert "brief" in run(package, "-m", "sevenstep", "analyse", "--help")


def test_a_picture_is_written_in_the_new_format(package, tmp_path):
    run(package, "-m", "sevenstep", "draw", str(MODEL), "goal-tree", "--format", "name", "--out", str(tmp_path))
    assert (tmp_path / "goal-tree.name").read_text(encoding="utf-8") == "goal-tree\n"
    script = f"import sevenstep, json; drawn = sevenstep.draw({str(MODEL)!r}, 'goal-tree', format='name')\n"
    script += "print(json.dumps([one.content.decode() for one in drawn.pictures]))"
    assert json.loads(run(package, "-c", script)) == ["goal-tree\n"]
    assert "Pictures have no format “x”" in run(package, "-c", script.replace("'name'", "'x'"))
