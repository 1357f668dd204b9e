"""Fixtures for all tests: golden files, and small engagements written on the spot."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import settings

from sevenstep.checking.check import Checked
from sevenstep.checking.load import load_and_check

settings.register_profile("steady", deadline=None)  # how long an example takes says nothing on a busy machine
settings.load_profile("steady")

Run = Callable[..., subprocess.CompletedProcess[str]]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
HEADER = "id: sample\ntitle: {zh: 样例, en: Sample}\n"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew, then review the diff")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compares a text with the golden file of that path, or writes the file anew with --update-golden."""
    update = request.config.getoption("--update-golden")

    def compare(path: Path, actual: str) -> None:
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, encoding="utf-8", newline="\n")
        assert path.exists(), f"{path} is missing: run with --update-golden and review it"
        assert actual == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def engagement(tmp_path: Path) -> Callable[..., Path]:
    """Writes an engagement: the text of its sections, and further files by name."""

    def write(sections: str = "", **files: str) -> Path:
        folder = tmp_path / "engagement"
        folder.mkdir(exist_ok=True)
        (folder / "engagement.yaml").write_text(HEADER + dedent(sections), encoding="utf-8")
        for name, text in files.items():
            (folder / f"{name}.yaml").write_text(dedent(text), encoding="utf-8")
        return folder

    return write


@pytest.fixture
def checked(engagement: Callable[..., Path]) -> Callable[..., Checked]:
    """Writes an engagement and checks it."""

    def write_and_check(sections: str = "", **files: str) -> Checked:
        return load_and_check(engagement(sections, **files))

    return write_and_check


@pytest.fixture(scope="session")
def browser():
    """A browser for all tests: one in a process, since Playwright starts only once."""
    program = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if program is None:
        reason = "no Chromium, Chrome or Edge on this machine"
        if os.environ.get("SEVENSTEP_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield started
        started.close()


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
