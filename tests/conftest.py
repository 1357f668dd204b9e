"""Fixtures for all tests: golden files, and small engagements written on the spot."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from sevenstep.rules.check import Checked
from sevenstep.rules.load import load_and_check

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
