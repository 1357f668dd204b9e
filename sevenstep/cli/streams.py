"""Standard output and standard error as the commands see them: what cannot be written there never ends in a traceback.

A reader who leaves (``sevenstep check | head -1``) is no fault: what follows is thrown away, and the command goes on to
its exit code. A full disk or a closed output is told, once. Standard error has nobody to tell; there all is let go.
"""

import codecs
import errno
import io
import os
import select
import sys
from typing import Final

from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.output.reason import reason

_GONE: Final = {errno.EPIPE, errno.ECONNRESET, errno.ESHUTDOWN} | ({errno.EINVAL} if os.name == "nt" else set())
"""How systems say that nobody reads on."""


_PLAIN: Final = str.maketrans("−₂²³", "-223")
"""Signs that encodings of terminals lack, GBK among them, and what says the same."""
ERRORS: Final = "sevenstep-terminal"


def _plainer(error: UnicodeError) -> tuple[str | bytes, int]:
    """What is written in the place of characters that an encoding lacks."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end].translate(_PLAIN)
    return "".join(character if character.isascii() else "?" for character in lacking), error.end


codecs.register_error(ERRORS, _plainer)


class Outlet(io.RawIOBase):
    """What stands before a stream and takes its errors."""

    def __init__(self, raw: io.RawIOBase, *, tells: bool) -> None:
        super().__init__()
        self._raw = raw
        self._tells = tells
        self.is_dead = False
        """Nobody gets what is written from now on."""

    def writable(self) -> bool:
        """It can be written to."""
        return True

    def isatty(self) -> bool:
        """Whether a person is looking."""
        return self._raw.isatty()

    def fileno(self) -> int:
        """The number under which the system knows it."""
        return self._raw.fileno()

    def write(self, data: bytes, /) -> int:  # type: ignore[override]  # any buffer
        """Write some bytes; raises Failure, once, where that cannot be told otherwise."""
        while not self.is_dead:
            try:
                written = self._raw.write(data)
            except OSError as error:
                self.is_dead = True
                if self._tells and error.errno not in _GONE:
                    raise cannot_print(error) from error
                break
            if written is not None:
                return written
            select.select([], [self._raw], [])  # a pipe that its other end told not to wait
        return len(data)


def cannot_print(error: OSError) -> Failure:
    """That standard output does not take what is printed."""
    why = Text(zh="它是关着的", en="it is closed") if error.errno == errno.EBADF else reason(error)
    return Failure(
        why.inserted_into(zh="无法写到标准输出：{}", en="Cannot write to standard output: {}"),
        Text(
            zh="用 -o 写进文件，或把输出引到别处（不要输出时引到空设备）",
            en="Write to a file with -o, or send the output elsewhere (to the null device where none is wanted)",
        ),
    )


def prepare_streams() -> None:
    """Put an outlet before both streams, and let a terminal whose encoding lacks a character show a plainer one, or
    ``?``."""
    _occupy()
    sys.stdout = _stream(sys.stdout, 1, tells=True)
    sys.stderr = _stream(sys.stderr, 2, tells=False)


def finish_streams() -> None:
    """Write what is still held back; raises Failure where standard output does not take it."""
    for stream in (sys.stderr, sys.stdout):
        if stream is not None and not stream.closed:  # the language server closes them when its editor leaves
            stream.flush()


def reader_has_left() -> bool:
    """Whether nobody gets what is printed any more: time to end for a command that would go on for ever."""
    raw = getattr(getattr(sys.stdout, "buffer", None), "raw", None)
    return isinstance(raw, Outlet) and raw.is_dead


def _occupy() -> None:
    """Where a standard stream is closed, put nothing in its place: else the next file opened gets its number, and what
    is printed."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDONLY), True)  # the lowest number that is free: this one


def _stream(stream: object, number: int, *, tells: bool) -> io.TextIOWrapper:
    if isinstance(stream, io.TextIOWrapper):
        stream.flush()
        raw = getattr(stream.buffer, "raw", None)
        encoding, is_line_buffered = stream.encoding, stream.line_buffering
    else:
        raw, encoding, is_line_buffered = None, "utf-8", False
    if raw is None:
        raw = io.FileIO(number, "w", closefd=False)
    outlet = io.BufferedWriter(Outlet(raw, tells=tells))  # type: ignore[type-var]  # it takes what any raw stream takes
    return io.TextIOWrapper(outlet, encoding, errors=ERRORS, line_buffering=is_line_buffered)
