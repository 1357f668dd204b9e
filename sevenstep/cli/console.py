"""Where the commands write, and in which language they speak."""

import io
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from sevenstep.language import Language, Text, user_language
from sevenstep.output import write_file

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text as Styled


def said(zh: str, en: str) -> str:
    """A text of the help, in the language of the environment."""
    return Text(zh=zh, en=en).in_(user_language())


def prepare_streams() -> None:
    """Let output survive a terminal whose encoding lacks a character (a GBK console): it prints ``?`` for it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def console(*, stderr: bool = False) -> "Console":
    """A console that colours on a terminal only, and never breaks or interprets a line."""
    from rich.console import Console

    return Console(stderr=stderr, soft_wrap=True, markup=False, highlight=False, emoji=False)


def print_lines(lines: Iterable["Styled"], *, stderr: bool = False) -> None:
    """Print styled lines, one after the other."""
    target = console(stderr=stderr)
    for line in lines:
        target.print(line)


def write_text(text: str, output: Path | None) -> None:
    """Write finished text to a file, whole or not at all, or else to standard output as UTF-8."""
    if output is not None:
        write_file(output, text.encode("utf-8"))
    elif isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()
    else:
        sys.stdout.write(text)


def speak(language: Language | None) -> Language:
    """From here on say everything in `language`; in that of the environment where none was asked for."""
    if language is not None:
        os.environ["SEVENSTEP_LANG"] = language
    return user_language()


def prefix(folder: Path) -> str:
    """What stands before a file's name so that the place can be opened from where the person stands."""
    return f"{folder.as_posix().rstrip('/')}/" if str(folder) != "." else ""
