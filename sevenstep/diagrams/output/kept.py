"""Pictures kept from earlier runs, by what they were made from. A damaged one is made again without a word."""

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

from sevenstep.diagrams.drawing import Drawing
from sevenstep.source.regular import read_regular

_VERSION: Final = "1"
"""To be raised with every change in how the engine's output is filtered."""
_MOST: Final = 64 * 1024 * 1024


def kept(folder: Path, program: Path, drawing: Drawing) -> str | None:
    """The picture made from the same DOT text by the same engine, or None."""
    try:
        head, _, body = read_regular(_file(folder, program, drawing), _MOST).decode("utf-8").partition("\n")
    except (OSError, UnicodeDecodeError):
        return None
    return body if head == _digest(body) else None


def keep(folder: Path, program: Path, drawing: Drawing, picture: str) -> None:
    """Keep a picture; where the folder cannot be written, nothing is kept."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, suffix=".part")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as part:
                part.write(f"{_digest(picture)}\n{picture}")
            Path(name).replace(_file(folder, program, drawing))
        except OSError:  # a full disk, perhaps: no half of a picture stays on it
            Path(name).unlink()


def _file(folder: Path, program: Path, drawing: Drawing) -> Path:
    engine = f"{program.name} {program.stat().st_size}"
    return folder / f"{_digest(f'{_VERSION} {engine} {drawing.name} {drawing.dot}')}.svg"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
