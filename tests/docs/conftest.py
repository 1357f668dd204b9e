"""A folder in which the commands of the documents run as they are written there."""

import json
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner, Result

from sevenstep.cli.app import app
from tests.docs.document import ROOT, Block, Document

COMMENT = {"element": "G1", "title": "G1", "stance": "object", "text": "2027", "when": "2026-11-23T08:15:00Z"}

Type = Callable[[str, str], Result]


def keys(block: Block) -> set[str]:
    """The first keys of an example of YAML."""
    return set(yaml.safe_load(block.text)) if block.language == "yaml" else set()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copies of the models, under the names that the documents use, and the files that they speak of."""
    made = tmp_path_factory.mktemp("docs")
    for name in ("western-corridor", "compute-network"):
        shutil.copytree(ROOT / "models" / name, made / "models" / name)
    shutil.copytree(ROOT / "tests" / "models" / "compute-network", made / "models" / "plant")
    for number, name in enumerate(("张三", "李四")):
        comment = COMMENT | {"id": f"c012345678{number}", "by": name, "version": "1.0"}
        said = {"format": "sevenstep review comments", "format_version": 1, "engagement": "western-corridor"}
        said |= {"version": "1.0", "exported": "2026-11-23T08:20:00Z", "comments": [comment]}
        (made / f"{name}.json").write_text(json.dumps(said), encoding="utf-8")
    return made


@pytest.fixture
def typed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Type:
    """Types a command in that folder, in the language of a document."""
    monkeypatch.chdir(folder)

    def run(command: str, language: str) -> Result:
        program, *words = shlex.split(command)
        assert program == "sevenstep", command
        return CliRunner().invoke(app, words, env={"SEVENSTEP_LANG": language, "TERM": "dumb", "COLUMNS": "120"})

    return run


def engagement_of(document: Document, folder: Path) -> Path | None:
    """The first whole engagement of a document, written into a folder of its name."""
    for block in document.blocks:
        if {"id", "title"} <= keys(block):
            path = folder / yaml.safe_load(block.text)["id"]
            path.mkdir(exist_ok=True)
            (path / "engagement.yaml").write_text(block.text, encoding="utf-8")
            return path
    return None
