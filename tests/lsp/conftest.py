"""An engagement as an editor has it open."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sevenstep.lsp.open_engagement import OpenEngagement

MODELS = Path(__file__).parents[2] / "models"


@pytest.fixture
def opened(engagement: Callable[..., Path]) -> Callable[..., OpenEngagement]:
    """The open engagement with these sections and files, checked once."""

    def make(sections: str = "", **files: str) -> OpenEngagement:
        found = OpenEngagement(engagement(sections, **files))
        found.check()
        return found

    return make


@pytest.fixture
def corridor(tmp_path: Path) -> Path:
    """A copy of a model in a folder with blanks and Chinese in its name."""
    folder = tmp_path / "西部 通道"
    shutil.copytree(MODELS / "western-corridor", folder)
    return folder
