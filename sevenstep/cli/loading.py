"""Reading the model for a command that works on one model and ends."""

import gc
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sevenstep.checking.check import Checked


_RARELY: Final = (200_000, 20, 100)


def load(folder: Path, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> "Checked":
    """The model as `pipeline.check` gives it, set aside from the collector: the process is ours, and the model stays
    until it ends. To look through it for garbage would take a fifth of the time of a check. What comes after is looked
    through rarely: a build makes little garbage that only the collector finds, and spends a tenth of its time there."""
    from sevenstep import pipeline

    gc.disable()
    try:
        return pipeline.check(folder, select=select, ignore=ignore)
    finally:
        gc.freeze()
        gc.set_threshold(*_RARELY)
        gc.enable()
