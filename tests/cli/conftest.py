"""Runs the command line as a person does: as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs ``sevenstep`` with arguments in a scratch folder; environment variables as keywords."""

    def sevenstep(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
        encoding = environment.get("PYTHONIOENCODING", "utf-8")
        return subprocess.run(
            [sys.executable, "-m", "sevenstep", *map(str, arguments)],
            capture_output=True,
            encoding=encoding,
            cwd=tmp_path,
            check=False,
            timeout=120,
            env={
                **{key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))},
                "SEVENSTEP_LANG": "en",
                "PYTHONIOENCODING": "utf-8",
                "TERM": "dumb",
                "COLUMNS": "120",
                **environment,
            },
        )

    return sevenstep
