"""Calling the library changes nothing in the process that calls."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = Path(__file__).with_name("process_state.py")


def test_the_process_of_the_caller_stays_as_it_was(tmp_path):
    (tmp_path / "temporary").mkdir()
    done = subprocess.run(
        [sys.executable, str(PROGRAM), str(ROOT / "models" / "compute-network"), str(tmp_path / "out")],
        env={**os.environ, "TMPDIR": str(tmp_path / "temporary")},
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == [], done.stderr
