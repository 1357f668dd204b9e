"""Writing single files: whole or not at all."""

import contextlib
import os
import tempfile
from pathlib import Path

from sevenstep.failure import Failure
from sevenstep.language import Text


def write_file(path: Path, content: bytes) -> None:
    """Write `content` to `path`, making its folders; the file appears whole or stays as it was. Raises Failure."""
    temporary: str | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=".sevenstep-", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _let_others_read(Path(temporary))
        Path(temporary).replace(path)
    except OSError as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
        raise cannot_write(path, error) from error


def _let_others_read(path: Path) -> None:
    """Give the file the permissions of any new file: a temporary one is readable by its owner only."""
    if os.name == "posix":
        mask = os.umask(0)
        os.umask(mask)
        path.chmod(0o666 & ~mask)


def cannot_write(path: Path, error: OSError) -> Failure:
    """That `path` could not be written, and what to do about it."""
    reason = error.strerror or type(error).__name__
    return Failure(
        Text(zh=f"无法写入 {path}：{reason}", en=f"Cannot write {path}: {reason}"),
        Text(
            zh="检查文件夹的权限和磁盘空间，关闭占用它的程序，或换一个输出位置",
            en="Look at the folder's permissions and the disk's space, close the program that holds it, "
            "or choose another place",
        ),
    )
