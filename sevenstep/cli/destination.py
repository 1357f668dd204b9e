"""Where a report goes: to a file, to standard output (``-``), to a stream that the shell holds open, or nowhere."""

import os
import re
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.output.door import ON_WINDOWS, Guard, look, unguarded
from sevenstep.output.files import write_file
from sevenstep.output.reason import cannot_write
from sevenstep.source.files import BASELINE_FILE
from sevenstep.source.guard import Sources, twice

_STREAMS: Final = {"-": 1, "/dev/stdout": 1, "/dev/stderr": 2}
_NUMBERED: Final = re.compile(r"/(?:dev|proc/self)/fd/([0-9]{1,4})")
_WINDOWS: Final = {"con": 1, "conout$": 1}


@dataclass(frozen=True, slots=True)
class Destination:
    """A file by its `path`, or the number of a `stream`; nowhere where there is neither."""

    path: Path | None = None
    stream: int | None = None

    @property
    def is_stdout(self) -> bool:
        """Whether it goes where text is printed."""
        return self.stream == 1

    def look(self, guard: Guard = unguarded) -> None:
        """Raise Failure where it is clear from the start that nothing can be written there."""
        if self.path is not None:
            look(self.path, guard)

    def write(self, content: bytes, sources: Sources | None = None) -> None:
        """Write all of it; a file appears whole or not at all. Raises Failure."""
        if self.path is not None:
            write_file(self.path, content, sources or unguarded)
            if sources is not None:
                sources.wrote(self.path)
        elif self.stream in (1, 2):
            _to_standard(self.stream, content)
        elif self.stream is not None:
            _to_number(self.stream, content, sources or unguarded)


PRINTED: Final = Destination(stream=-1)
"""Printed for a person, in the colours and the encoding of the terminal."""


def destination(given: Path | None) -> Destination:
    """What a person means by the name of an output; standard output where none is named."""
    if given is None:
        return Destination(stream=1)
    name = os.fspath(given)
    if name == os.devnull or (ON_WINDOWS and name.casefold() in {"nul", "nul:"}):
        return Destination()
    if ON_WINDOWS and name.casefold().rstrip(":") in _WINDOWS:
        return Destination(stream=_WINDOWS[name.casefold().rstrip(":")])
    if name == "-" or (not ON_WINDOWS and name in _STREAMS):
        return Destination(stream=_STREAMS[name])
    if not ON_WINDOWS and (numbered := _NUMBERED.fullmatch(name)):
        return Destination(stream=int(numbered[1]))
    return Destination(given)


def beside_model(given: Path | None, folder: Path) -> tuple[Destination, Sources]:
    """Where a report on the model in `folder` goes, and what it must not replace; raises Failure where that is clear
    from the start. The problems known from before are kept, too, though only a check reads them."""
    target, sources = destination(given), Sources(folder, [folder / BASELINE_FILE])
    target.look(sources)
    return target, sources


def look_at_all(named: list[Destination], guard: Guard = unguarded) -> None:
    """Look at each, and raise Failure where two are one."""
    seen: set[str] = set()
    for target in named:
        target.look(guard)
        if target.path is not None:
            same = os.path.normcase(os.path.realpath(target.path))
            if same in seen:
                raise twice(target.path)
            seen.add(same)
    for number in (1, 2):
        if sum(target.stream == number for target in named) > 1:
            raise Failure(
                Text(zh="标准输出被指定了两次，两份报告会混在一起", en="Two reports would run together in one stream"),
                Text(zh="用 -o 或 --also 把其中一份写进文件", en="Write one of them to a file, with -o or --also"),
            )


def folder_named(out: Path) -> Path:
    """The folder that a person names for output; raises Failure for what stands for a stream."""
    if destination(out).path is None:
        raise Failure(
            Text(zh=f"这里要写一个文件夹，{out} 不是", en=f"A folder is needed here; {out} is not one"),
            Text(zh="写出文件夹的名称", en="Name a folder"),
        )
    return out


def file_named(given: Path) -> Path:
    """The file that a person names for what is read again later; raises Failure for what stands for a stream."""
    if destination(given).path is None:
        raise Failure(
            Text(zh=f"这里要写一个文件，{given} 不是", en=f"A file is needed here; {given} is not one"),
            Text(zh="写出文件的名称", en="Name a file"),
        )
    return given


def _to_standard(number: int, content: bytes) -> None:
    stream = sys.stdout if number == 1 else sys.stderr
    buffer = getattr(stream, "buffer", None)
    stream.flush()
    if buffer is None:
        stream.write(content.decode("utf-8", "replace"))
    else:
        buffer.write(content)
        buffer.flush()


def _to_number(number: int, content: bytes, guard: Guard) -> None:
    """Into what the shell opened under that number; whoever reads there may leave before the end."""
    path = Path(f"/dev/fd/{number}")
    try:
        if stat.S_ISREG(os.fstat(number).st_mode):
            guard(path)
        with os.fdopen(os.dup(number), "wb", buffering=0) as file:
            rest = memoryview(content)
            while rest:
                rest = rest[file.write(rest) or 0 :]
    except BrokenPipeError:
        return
    except OSError as error:
        raise cannot_write(path, error) from error
