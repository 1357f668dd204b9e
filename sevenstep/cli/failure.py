"""The one handler: what ended a command becomes a message and an exit code."""

import os
import re
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Final

import typer

from sevenstep.cli.streams import finish_streams
from sevenstep.failure import Failure
from sevenstep.language import Text, user_language
from sevenstep.output.reason import cannot_write, is_of_the_system, reason, remedy, shown
from sevenstep.source.characters import visible

FOUND_ERRORS: Final = 1
COULD_NOT_RUN: Final = 2
_NO_TEXT: Final = re.compile(r"[\udc80-\udcff]")
"""Bytes of a file's name that are no text, as Python writes them."""


def run(app: typer.Typer) -> int:
    """Run the app; returns the exit code: 0 done, 1 the model has errors, 2 could not run."""
    try:
        code = _ended(app)
        finish_streams()
        return code
    except Failure as failure:
        return say(failure)
    except MemoryError:
        return _say(Text(zh="内存不足", en="Out of memory"), None)
    except OSError as error:
        return say(_of_the_system(error)) if is_of_the_system(error) else _crash(error)
    except UnicodeEncodeError as error:
        return say(_no_text(error)) if _NO_TEXT.search(error.object) else _crash(error)
    except Exception as error:
        return _crash(error)


def _ended(app: typer.Typer) -> int:
    try:
        app()
    except SystemExit as ended:  # typer's own way to end: after --help, a usage error, an interrupt
        return ended.code if isinstance(ended.code, int) else 0
    return 0


def say(failure: Failure) -> int:
    """Tell a person what could not be done; returns the exit code."""
    return _say(failure.message, failure.remedy)


def _say(message: Text, remedy: Text | None) -> int:
    language = user_language()
    print(f"sevenstep: {visible(message.for_language(language))}", file=sys.stderr)
    if remedy is not None:
        print(f"  → {visible(remedy.for_language(language))}", file=sys.stderr)
    return COULD_NOT_RUN


def _crash(error: Exception) -> int:
    """A defect of ours: say so, and keep the details in a file instead of on the screen."""
    name = type(error).__name__
    failed = Text(zh=f"工具出错（{name}）", en=f"The tool failed ({name})")
    details = "".join(traceback.format_exception(error))
    try:
        report = Path(tempfile.mkdtemp(prefix="sevenstep-")) / "crash.txt"
        report.write_text(details, encoding="utf-8", errors="backslashreplace")
    except (OSError, ValueError) as unwritten:
        why = reason(unwritten)
        _say(
            failed,
            why.inserted_into(
                zh="这是工具的缺陷，模型没有被改动。详情写不进临时文件夹（{}），在下面，请发给我们：",
                en="This is a defect of the tool; your model is untouched. The details cannot be kept in the temporary "
                "folder ({}): please report what follows",
            ),
        )
        print(visible(details), file=sys.stderr)
        return COULD_NOT_RUN
    return _say(
        failed,
        Text(
            zh=f"这是工具的缺陷，模型没有被改动；详情在 {report}，请发给我们",
            en=f"This is a defect of the tool; your model is untouched. Please report it with {report}",
        ),
    )


def _no_text(error: UnicodeEncodeError) -> Failure:
    """That something cannot take a name as it is, such as the library that watches folders."""
    return Failure(
        Text(
            zh=f"名称里有不是文字的字节，这里无法使用：{shown(Path(error.object))}",
            en=f"A name with bytes that are no text cannot be used here: {shown(Path(error.object))}",
        ),
        Text(zh="给文件或文件夹改名", en="Rename the file or folder"),
    )


def _of_the_system(error: OSError) -> Failure:
    """The state of the machine, met where nobody expected it: a full disk, perhaps that of the temporary folder."""
    file = error.filename2 or error.filename
    if file:
        return cannot_write(Path(os.fsdecode(file)), error)
    return Failure(reason(error).inserted_into(zh="无法继续：{}", en="Cannot go on: {}"), remedy(error))
