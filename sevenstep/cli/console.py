"""Where the commands write, and in which language they speak."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from sevenstep.language import Language, Text, user_language
from sevenstep.source.characters import visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text as Styled


def t(zh: str, en: str) -> str:
    """A text of the help, in the language of the environment."""
    return Text(zh=zh, en=en).for_language(user_language())


def console(*, stderr: bool = False) -> "Console":
    """A console that colours on a terminal only, and never breaks or interprets a line."""
    from rich.console import Console

    return Console(stderr=stderr, soft_wrap=True, markup=False, highlight=False, emoji=False)


def print_lines(lines: Iterable["Styled"], *, stderr: bool = False) -> None:
    """Print styled lines, one after the other."""
    target = console(stderr=stderr)
    for line in lines:
        target.print(line)


def as_bytes(lines: Iterable["Styled"]) -> bytes:
    """Styled lines as the plain text of a file."""
    return encoded("\n".join(line.plain for line in lines) + "\n")


def encoded(text: str) -> bytes:
    """The text of a file as UTF-8; bytes of a file's name that are no text are written as JSON escapes them."""
    return text.encode("utf-8", "backslashreplace")


def waiting(text: Text) -> None:
    """Say on standard error what the command waits for."""
    print(visible(text.for_language(user_language())), file=sys.stderr, flush=True)


def speak(language: Language | None) -> Language:
    """From here on say everything in `language`; in that of the environment where none was asked for."""
    if language is not None:
        os.environ["SEVENSTEP_LANG"] = language
    return user_language()


def prefix(folder: Path) -> str:
    """What stands before a file's name so that the place can be opened from where the person stands."""
    return f"{folder.as_posix().rstrip('/')}/" if str(folder) != "." else ""
