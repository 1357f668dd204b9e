"""A copy of the package to be edited and run: what a change of one place does to all others."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def copy_package(target: Path) -> Path:
    """Copies all that the package needs to run."""
    for folder in ("sevenstep", "templates", "site"):
        shutil.copytree(ROOT / folder, target / folder, ignore=shutil.ignore_patterns("__pycache__"))
    return target


def edit(path: Path, old: str, new: str) -> None:
    """Puts `new` into the place of `old`, which must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path.name}: {old}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def run(package: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Runs Python with the copy as the package."""
    environment = {**os.environ, "PYTHONPATH": str(package), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, *command], env=environment, cwd=package, capture_output=True, encoding="utf-8", check=False
    )
