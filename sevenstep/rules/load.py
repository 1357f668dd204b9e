"""From a folder to a checked engagement."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sevenstep.rules.check import Checked, check
from sevenstep.source.load import load


def load_and_check(folder: Path) -> Checked:
    """Read the engagement in `folder` and check it; raises Failure where there is none."""
    with _collector_paused():
        loaded = load(folder)
        return check(loaded.documents, loaded.unread)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Nothing that loading makes is garbage: while millions of objects arise, looking for some only costs time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
