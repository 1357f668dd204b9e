"""The one handler: what ended a command becomes a message and an exit code."""

import os
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Final

import click
import typer

from sevenstep.failure import Failure
from sevenstep.language import Text, user_language

FOUND_ERRORS: Final = 1
COULD_NOT_RUN: Final = 2
INTERRUPTED: Final = 130


def run(app: typer.Typer) -> int:
    """Run the app; returns the exit code: 0 done, 1 the model has errors, 2 could not run."""
    try:
        result = app(standalone_mode=False)
    except click.exceptions.Abort:
        return _say(Text(zh="已中断", en="Interrupted"), None, INTERRUPTED)
    except KeyboardInterrupt:
        return _say(Text(zh="已中断", en="Interrupted"), None, INTERRUPTED)
    except click.ClickException as error:
        error.show()
        return COULD_NOT_RUN
    except Failure as failure:
        return _say(failure.message, failure.remedy, COULD_NOT_RUN)
    except BrokenPipeError:  # the reader of our output has gone (as in `sevenstep check … | head`)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except MemoryError:
        return _say(Text(zh="内存不够", en="Out of memory"), None, COULD_NOT_RUN)
    except Exception as error:
        return _crash(error)
    return result if isinstance(result, int) else 0


def _say(message: Text, remedy: Text | None, code: int) -> int:
    language = user_language()
    print(f"sevenstep: {message.in_(language)}", file=sys.stderr)
    if remedy is not None:
        print(f"  → {remedy.in_(language)}", file=sys.stderr)
    return code


def _crash(error: Exception) -> int:
    """A defect of ours: say so, and keep the details in a file instead of on the screen."""
    report = Path(tempfile.mkdtemp(prefix="sevenstep-")) / "crash.txt"
    report.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    name = type(error).__name__
    return _say(
        Text(zh=f"工具出错了（{name}）", en=f"The tool failed ({name})"),
        Text(
            zh=f"这是工具的缺陷，模型没有被改动；详情在 {report}，请发给我们",
            en=f"This is a defect of the tool; your model is untouched. Please report it with {report}",
        ),
        COULD_NOT_RUN,
    )
