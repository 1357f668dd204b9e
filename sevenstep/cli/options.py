"""Arguments and options that several commands share."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sevenstep.cli.console import t
from sevenstep.diagrams.output.engine import ENGINES, EngineName
from sevenstep.language import LANGUAGES, Language
from sevenstep.model.choices import Edition


def choice(name: str, words: Iterable[str]) -> Any:
    """A closed list as the command line takes it. (To a type checker each stands for the words themselves.)"""
    return StrEnum(name, [(word, word) for word in words])


if TYPE_CHECKING:
    LanguageChoice = Language
    EngineChoice = EngineName
    EditionChoice = Edition
else:
    LanguageChoice = choice("LanguageChoice", LANGUAGES)
    EngineChoice = choice("EngineChoice", ENGINES)
    EditionChoice = choice("EditionChoice", Edition)

Folder = Annotated[
    Path,
    typer.Argument(
        help=t(
            zh="项目文件夹（里面有 engagement.yaml）。",
            en="The engagement's folder (it holds engagement.yaml).",
        ),
        show_default=False,
    ),
]

Lang = Annotated[
    LanguageChoice | None,
    typer.Option(
        "--lang",
        "-l",
        help=t(zh="消息的语言（默认随系统）。", en="Language of what is said (default: the environment's)."),
        show_default=False,
    ),
]

Engine = Annotated[
    EngineChoice | None,
    typer.Option(
        "--engine",
        help=t(
            zh="绘图引擎；默认用随包安装的，没有时用系统的 dot。",
            en="Layout engine; by default the installed one, or the system's dot where that is missing.",
        ),
        show_default=False,
    ),
]


def language_of(chosen: Language | None) -> Language | None:
    """The language that was chosen, None where none was."""
    return next((language for language in LANGUAGES if language == chosen), None)


For = Annotated[
    EditionChoice | None,
    typer.Option(
        "--for",
        help=t(
            zh="给谁看：readers 只见标题和结论，authors 另见编号、规则和文件位置。",
            en="For whom: readers see titles and conclusions, authors also ids, rules and places in files.",
        ),
        show_default=False,
    ),
]


def edition_of(chosen: Edition | None) -> Edition | None:
    """The edition that was chosen, None where none was."""
    return next((edition for edition in Edition if edition == chosen), None)


def engine_of(chosen: EngineName | None) -> EngineName | None:
    """The engine that was chosen, None where none was."""
    return next((engine for engine in ENGINES if engine == chosen), None)
