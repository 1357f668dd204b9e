"""Arguments and options that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sevenstep.cli.console import said
from sevenstep.language import Language


class LanguageChoice(StrEnum):
    """The languages a person can ask for."""

    ZH = "zh"
    EN = "en"

    @property
    def language(self) -> Language:
        return "zh" if self is LanguageChoice.ZH else "en"


class EngineChoice(StrEnum):
    """The layout engines a person can ask for."""

    PURE = "graphviz-pure"
    SYSTEM = "dot"


Folder = Annotated[
    Path,
    typer.Argument(
        help=said(
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
        help=said(zh="消息的语言（默认随系统）。", en="Language of what is said (default: the environment's)."),
        show_default=False,
    ),
]

Engine = Annotated[
    EngineChoice | None,
    typer.Option(
        "--engine",
        help=said(
            zh="绘图引擎；默认用随包安装的，没有时用系统的 dot。",
            en="Layout engine; by default the installed one, or the system's dot where that is missing.",
        ),
        show_default=False,
    ),
]


def language_of(choice: LanguageChoice | None) -> Language | None:
    """The language of a choice, None where none was made."""
    return choice.language if choice else None
