"""Being the only one that writes into the folder of an engagement."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sevenstep.output.lock import one_writer
from sevenstep.output.progress import Tell
from sevenstep.source.load import load


def must_be_there(folder: Path) -> None:
    """Raises Failure, as reading it would, where there is no such folder."""
    if not os.path.isdir(folder):  # noqa: PTH112  # false for a path that no system knows, too
        load(folder)


@contextmanager
def writing(folder: Path, tell: Tell | None = None) -> Iterator[None]:
    """Be the only one that writes beside the model in `folder`; the others wait, and `tell` why.

    Raises Failure, as reading it would, where there is no such folder: nothing is made in its place.
    """
    must_be_there(folder)
    with one_writer(folder, tell):
        yield
