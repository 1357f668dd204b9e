"""Progress of long work: on a terminal only, and gone when the work is done.

It is drawn when it is told, by no thread of its own: a process with threads cannot be forked.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from sevenstep.cli.console import console
from sevenstep.language import Text, user_language

if TYPE_CHECKING:
    from rich.progress import TaskID

_OFTEN: Final = 0.1
"""Seconds between two drawings."""


@contextmanager
def progress() -> Iterator[Callable[[Text, int, int], None]]:
    """Gives the function to tell: what is being done, how much of it, out of how much."""
    from rich.progress import Progress

    screen = console(stderr=True)
    language = user_language()
    with Progress(console=screen, transient=True, disable=not screen.is_terminal, auto_refresh=False) as bar:
        tasks: dict[str, TaskID] = {}
        told = 0.0

        def tell(what: Text, done: int, total: int) -> None:
            nonlocal told
            name = what.for_language(language)
            if name not in tasks:
                tasks[name] = bar.add_task(name, total=total)
            now = time.monotonic()
            is_due = now - told > _OFTEN or done == total
            told = now if is_due else told
            bar.update(tasks[name], completed=done, total=total, refresh=is_due)

        yield tell
