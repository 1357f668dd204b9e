"""Every rule, command, option, section and name that the documents use is there."""

import json
import re
import shlex
from collections.abc import Iterator
from functools import cache

import pytest
import typer
from typer.testing import CliRunner

from sevenstep.cli.app import app
from sevenstep.model.header import Header
from sevenstep.model.kinds import SECTIONS
from tests.docs.document import ROOT, Document, documents, versions

each = pytest.mark.parametrize("document", documents(), ids=lambda document: document.name)
CODE = re.compile(r"\b[SF]\d{3}\b")
OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")
NAME = re.compile(r"[a-z][a-z_-]*[a-z]")
PROGRAM = re.compile(r"^(?:python -m )?sevenstep ")
PLACES = ("sevenstep/**/*.py", "templates/*", "site/**/*.*", "models/**/*.yaml", "docs/*.json", "ci/*", "action.yml")
COMMON = frozenset({"git", "pip", "python", "notebook", "pandas", "polars"})
"""What the documents name of the world outside."""
BESIDES = frozenset(
    {
        *("python-version", "suppressions", "grep", "info", "major", "minor", "notice"),
        *("caveat", "endless", "goal", "idle", "none", "points", "resource", "seldom", "stage"),
        *("event-share", "first-pass", "measured-difference"),
        *("abs", "max", "sqrt", "sum", "times"),
        *("crud", "goals-indicators", "indicators-functions", "scenarios-indicators"),
    }
)
"""What no listing of the tool has: names of servers, the analysis as CSV, colours of pictures, functions, matrices."""


@cache
def commands() -> dict[tuple[str, ...], set[str]]:
    """The commands, by their words, with their options."""
    found: dict[tuple[str, ...], set[str]] = {}

    def walk(words: tuple[str, ...], command: object) -> None:
        options = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
        found[words] = options | {"--help", "-h"}
        for name, below in getattr(command, "commands", {}).items():
            walk((*words, name), below)

    walk((), typer.main.get_command(app))
    return found


@cache
def choices() -> frozenset[str]:
    """The words that options can be, as the help lists them."""
    told = (CliRunner().invoke(app, [*words, "--help"]).stdout for words in commands())
    listed = (words for said in told for words in re.findall(r"<(?:list\[)?([\w|-]+)\]?>", said))
    return frozenset(word for words in listed for word in words.split("|"))


def told(document: Document) -> Iterator[str]:
    """Everything in a document that is a command: in its examples, and between backticks."""
    for block in document.blocks:
        yield from (command for command in block.commands if PROGRAM.match(command))
    yield from (span for span in document.spans if PROGRAM.match(span))


def called(command: str) -> tuple[tuple[str, ...], list[str]]:
    """The words of the command that are a command's name, and its options."""
    words = shlex.split(PROGRAM.sub("", command).replace("…", ""))
    name = next((tuple(words[:count]) for count in (2, 1) if tuple(words[:count]) in commands()), ())
    if name == ("new",) and len(words) > 1 and not OPTION.fullmatch(words[1]):
        name = ("new", "KIND")  # the kind of an element stands in the place of a command
    return name, [word for word in words if OPTION.fullmatch(word)]


@each
def test_commands_and_their_options_exist(document):
    for command in told(document):
        name, options = called(command)
        assert name or options or command == "sevenstep", f"no such command: {command}"
        assert set(options) <= commands()[name], f"no such option: {command}"


@each
def test_options_that_are_told_alone_exist(document):
    known = set().union(*commands().values())
    for span in document.spans:
        if not PROGRAM.match(span) and not span.startswith(("python", "pip")):
            assert set(OPTION.findall(span)) <= known | {"-"} or not span.startswith("-"), f"no such option: {span}"


@pytest.mark.parametrize("document", versions("README"), ids=lambda document: document.name)
def test_the_readme_tells_of_every_command(document):
    there = {called(command)[0][:1] for command in told(document)}
    assert {words for words in commands() if len(words) == 1} - there == set()


@pytest.fixture(scope="module")
def rules() -> set[str]:
    said = CliRunner().invoke(app, ["explain"])
    assert said.exit_code == 0
    return set(CODE.findall(said.stdout))


@each
def test_rules_exist(document, rules):
    assert set(CODE.findall(document.text)) <= rules


@cache
def words_of_the_code() -> frozenset[str]:
    files = (path for place in PLACES for path in ROOT.glob(place) if path.is_file())
    texts = (path.read_text(encoding="utf-8", errors="ignore") for path in files)
    return frozenset(word for text in texts for word in re.findall(r"[a-z][a-z_-]*[a-z]", text))


@cache
def told_by_the_tool() -> set[str]:
    """Names in what the tool tells of itself: the reference of fields, commands with options and choices, rules, the
    schema of the analysis, the report of a check."""
    known = {word for document in versions("reference") for span in document.spans for word in NAME.findall(span)}
    known |= {word for words in commands() for word in words}
    known |= choices() | {option.lstrip("-") for options in commands().values() for option in options}
    known |= set(NAME.findall(json.dumps(CliRunner().invoke(app, ["explain"]).stdout)))
    known |= set(NAME.findall((ROOT / "docs/analysis.schema.json").read_text(encoding="utf-8")))
    report = CliRunner().invoke(app, ["check", str(ROOT / "models/compute-network"), "--format", "json"]).stdout
    return known | set(re.findall(r'"(\w+)":', report))


@each
def test_names_exist(document):
    """A field that is renamed must not live on in a document because some word of the code is spelt like it."""
    examples = {word for block in document.blocks for word in NAME.findall(block.text)}
    names = {span for span in document.spans if NAME.fullmatch(span)} - examples
    assert names - words_of_the_code() - COMMON == set(), f"{document.name} names what is nowhere in the code"
    if document.path.stem not in {"python", "glossary"}:  # they name functions and classes; tests of their own try them
        assert names - told_by_the_tool() - BESIDES == set(), f"{document.name} names what the tool does not tell of"


@pytest.mark.parametrize("document", versions("authoring"), ids=lambda document: document.name)
def test_every_section_is_shown(document):
    shown = {
        key
        for block in document.blocks
        if block.language == "yaml"
        for key in re.findall(r"^(\w+):", block.text, re.MULTILINE)
    }
    assert set(SECTIONS) - shown == set(), "sections"
    assert set(Header.model_fields) - shown == set(), "fields of engagement.yaml"
