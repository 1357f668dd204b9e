"""Progress of long work: on a terminal only, and gone when the work is done."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sevenstep.cli.console import console
from sevenstep.language import Text, user_language


@contextmanager
def progress() -> Iterator[Callable[[Text, int, int], None]]:
    """Gives the function to tell: what is being done, how much of it, out of how much."""
    from rich.progress import Progress

    screen = console(stderr=True)
    language = user_language()
    with Progress(console=screen, transient=True, disable=not screen.is_terminal) as bar:
        tasks = {}

        def tell(what: Text, done: int, total: int) -> None:
            name = what.for_language(language)
            if name not in tasks:
                tasks[name] = bar.add_task(name, total=total)
            bar.update(tasks[name], completed=done, total=total)

        yield tell
