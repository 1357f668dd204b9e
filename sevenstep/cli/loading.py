"""Reading the model for a command that works on one model and ends."""

import gc
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sevenstep.checking.check import Checked


def load(folder: Path, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> "Checked":
    """The model as `pipeline.check` gives it, set aside from the collector: the process is ours, and the model stays
    until it ends. To look through it for garbage would take a fifth of the time of a check."""
    from sevenstep import pipeline

    gc.disable()
    try:
        return pipeline.check(folder, select=select, ignore=ignore)
    finally:
        gc.freeze()
        gc.enable()
