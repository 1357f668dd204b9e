"""Calling the library changes nothing in the process that calls."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import sevenstep

ROOT = Path(__file__).parents[2]
PROGRAM = Path(__file__).with_name("process_state.py")


def test_the_process_of_the_caller_stays_as_it_was(tmp_path):
    (tmp_path / "temporary").mkdir()
    done = subprocess.run(
        [sys.executable, str(PROGRAM), str(ROOT / "tests" / "models" / "compute-network"), str(tmp_path / "out")],
        env={**os.environ, "TMPDIR": str(tmp_path / "temporary")},
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == [], done.stderr


def test_a_baseline_lies_beside_the_model_wherever_the_process_is(engagement, tmp_path, monkeypatch):
    folder = engagement("goals:\n  G1: {title: One}\n")
    monkeypatch.chdir(folder.parent)
    checked = sevenstep.check(folder.name)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert sevenstep.compare_with_baseline(checked, update=True).path.parent.samefile(folder)
    assert not list(elsewhere.iterdir())


def test_a_folder_that_is_gone_is_not_made_again(engagement):
    folder = engagement("goals:\n  G1: {title: One}\n")
    checked = sevenstep.check(folder)
    shutil.rmtree(folder)
    with pytest.raises(sevenstep.Failure):
        sevenstep.compare_with_baseline(checked, update=True)
    assert not folder.exists()
