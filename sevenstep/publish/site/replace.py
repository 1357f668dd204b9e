"""The whole site or none: built beside the target, checked, then swapped in."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.output import cannot_write
from sevenstep.source.files import OUTPUT_MARKER

_NEW, _OLD = ".sevenstep-new-", ".sevenstep-old-"


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Gives an empty folder to build in; when the block ends without an exception, it becomes `target`.

    Raises Failure where `target` is not empty and not ours, cannot be written, or is being built by another run. In
    every such case, and when the block raises, `target` is as it was.
    """
    target = target.absolute()
    _refuse_what_is_not_ours(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(target.parent / f".{target.name}.sevenstep.lock", timeout=0)
        lock.acquire()
    except Timeout:
        raise Failure(
            Text(zh=f"另一个 sevenstep 正在写 {target}", en=f"Another run of sevenstep is writing {target}"),
            Text(zh="等它结束后再试", en="Try again when it has finished"),
        ) from None
    except OSError as error:
        raise cannot_write(target, error) from error
    try:
        _sweep(target)
        new = _folder_beside(target)
        try:
            yield new
            (new / OUTPUT_MARKER).write_text("sevenstep\n", encoding="utf-8")
            _swap(new, target)
        finally:
            shutil.rmtree(new, ignore_errors=True)
    finally:
        lock.release()
        with contextlib.suppress(OSError):
            Path(lock.lock_file).unlink()


def _folder_beside(target: Path) -> Path:
    try:
        new = Path(tempfile.mkdtemp(prefix=f"{_NEW}{target.name}-", dir=target.parent))
        new.chmod(0o755)
    except OSError as error:
        raise cannot_write(target, error) from error
    return new


def _refuse_what_is_not_ours(target: Path) -> None:
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise _not_ours(target)
    try:
        is_foreign = target.is_dir() and any(target.iterdir()) and not (target / OUTPUT_MARKER).is_file()
    except OSError as error:
        raise cannot_write(target, error) from error
    if is_foreign:
        raise _not_ours(target)


def _not_ours(target: Path) -> Failure:
    return Failure(
        Text(
            zh=f"{target} 里有别的东西，不会被替换",
            en=f"{target} holds something else and will not be replaced",
        ),
        Text(zh="换一个空的或新的文件夹", en="Choose an empty or a new folder"),
    )


def _swap(new: Path, target: Path) -> None:
    """Put `new` in the place of `target`; if that fails half-way, the old one goes back."""
    old = target.parent / f"{_OLD}{target.name}-{os.getpid()}"
    try:
        if target.exists():
            target.rename(old)
        try:
            new.rename(target)
        except OSError:
            if old.exists():
                old.rename(target)
            raise
    except OSError as error:
        raise cannot_write(target, error) from error
    shutil.rmtree(old, ignore_errors=True)


def _sweep(target: Path) -> None:
    """Clear what a run that was killed has left; if it was killed amid the swap, put the old site back."""
    for old in sorted(target.parent.glob(f"{_OLD}{target.name}-*")):
        if not target.exists():
            old.rename(target)
        else:
            shutil.rmtree(old, ignore_errors=True)
    for new in target.parent.glob(f"{_NEW}{target.name}-*"):
        shutil.rmtree(new, ignore_errors=True)
