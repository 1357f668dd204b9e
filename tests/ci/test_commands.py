"""Every command in the CI files and their documentation is one that the command line takes."""

import re

import pytest
import typer

from sevenstep.cli.app import app
from sevenstep.output.formats import CheckFormat

FILES = (".pre-commit-hooks.yaml", "action.yml", "ci/gitlab.yml", "docs/ci.md")


@pytest.fixture
def texts(root) -> dict[str, str]:
    """The files, without the lines in which pip is told something."""
    found = {}
    for name in FILES:
        lines = (root / name).read_text(encoding="utf-8").splitlines()
        found[name] = "\n".join(line for line in lines if "pip install" not in line)
    return found


@pytest.fixture
def commands() -> dict[str, set[str]]:
    """The commands with their options."""
    group = typer.main.get_command(app)
    return {
        name: {option for parameter in command.params for option in parameter.opts}
        for name, command in group.commands.items()
    }


def test_every_command_exists(texts, commands):
    for name, text in texts.items():
        called = set(re.findall(r"(?:[`']|^ *(?:entry: )?)sevenstep ([a-z]+)", text, re.MULTILINE))
        assert called <= set(commands), name
        assert called, name


def test_every_option_exists(texts, commands):
    for name, text in texts.items():
        assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text)) <= commands["check"], name


def test_every_format_exists(texts):
    known = set(CheckFormat)
    for name, text in texts.items():
        assert {*re.findall(r"--format (\w+)", text), *re.findall(r'--also "?(\w+)=', text)} <= known | {"FORMAT"}, name


def test_every_format_is_documented(texts):
    for name in CheckFormat:
        assert f"\n| `{name}` |" in texts["docs/ci.md"]
