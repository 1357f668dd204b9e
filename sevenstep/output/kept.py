"""Answers of long computations, kept in a folder from one run to the next by what they were computed from.

What is kept is data and is never run. Whoever reads it treats it as what the computation itself would have given: a
picture is filtered after it, not before. A file that is damaged, or not written by us, counts as missing; a folder that
is not ours is left alone, and one that cannot be written keeps nothing.
"""

import contextlib
import hashlib
import os
import shutil
import tempfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sevenstep.output.door import lstat

_MARKER: Final = "CACHEDIR.TAG"
_SIGNED: Final = (
    b"Signature: 8a477f597d28d172789f06886806bc55\n# What sevenstep keeps to build faster; it may be deleted.\n"
)
"""Tells programs that make backups to leave the folder out (bford.info/cachedir)."""
_NOW: Final = "now"
_BEFORE: Final = "before"
_HEAD: Final = b"sevenstep kept 1\n"
_MOST: Final = 64_000_000


@dataclass(frozen=True, slots=True)
class Kept:
    """The answers in a folder; several processes may use it at once.

    Those that this run has asked for stand in one half of it, those of earlier runs in the other.
    """

    folder: Path

    def answer(self, compute: Callable[[], bytes], *asked: str) -> bytes:
        """What `compute` gives, or has given where the same was asked: everything it depends on."""
        key = _key(asked)
        known = self._read(self.folder / _NOW / key)
        if known is None and (known := self._read(self.folder / _BEFORE / key)) is not None:
            with contextlib.suppress(OSError):
                (self.folder / _BEFORE / key).replace(self.folder / _NOW / key)
        if known is None:
            known = compute()
            self._write(self.folder / _NOW / key, known)
        return known

    def _read(self, path: Path) -> bytes | None:
        try:
            status = lstat(path)
            if status is None or status.st_size > _MOST or not path.is_file() or path.is_symlink():
                return None
            head, told, packed = path.read_bytes().split(b"\n", 2)
            content = zlib.decompressobj().decompress(packed, _MOST)
        except (OSError, ValueError, zlib.error):
            return None
        return content if head + b"\n" == _HEAD and told == _digest(content) else None

    def _write(self, path: Path, content: bytes) -> None:
        with contextlib.suppress(OSError):
            handle, name = tempfile.mkstemp(dir=path.parent)
            with os.fdopen(handle, "wb") as file:  # what a crash leaves of it is known by its digest
                file.write(_HEAD + _digest(content) + b"\n" + zlib.compress(content, 1))
            Path(name).replace(path)


def kept_in(folder: Path) -> Kept | None:
    """What is kept in the folder, which is made where it is missing; nothing where it is not ours or cannot be made.

    What this run does not ask for is let go by `let_go`; if a run before did not come that far, nothing is lost.
    """
    try:
        if lstat(folder) is None:
            folder.mkdir(parents=True)
            (folder / _MARKER).write_bytes(_SIGNED)
        if folder.is_symlink() or (folder / _MARKER).read_bytes() != _SIGNED:
            return None
        for half in (folder / _NOW, folder / _BEFORE):
            half.mkdir(exist_ok=True)
            if half.is_symlink():
                return None
        for path in (folder / _NOW).iterdir():
            path.replace(folder / _BEFORE / path.name)
    except OSError:
        return None
    return Kept(folder)


def let_go(kept: Kept) -> None:
    """Delete what this run has not asked for."""
    shutil.rmtree(kept.folder / _BEFORE, ignore_errors=True)


def _key(asked: tuple[str, ...]) -> str:
    told = hashlib.sha256()
    for part in asked:
        data = part.encode("utf-8", "surrogatepass")
        told.update(b"%d\n" % len(data) + data)
    return told.hexdigest()


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode()
