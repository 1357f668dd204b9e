"""The only door to graphviz: drawings in, laid-out pictures out, in parallel, each with a limit of time and memory."""

import os
import subprocess
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from sevenstep.diagrams.drawing import Drawing
from sevenstep.diagrams.output import svg
from sevenstep.diagrams.output.engine import EngineName, find_engine
from sevenstep.diagrams.output.png import to_png
from sevenstep.failure import Failure
from sevenstep.language import Text

Format = Literal["svg", "dot", "png"]

SECONDS: Final = 20.0
"""How long one picture may take to lay out."""
PLACED_MARK: Final = 'layout="neato"'
"""Pictures whose nodes and edges bring their places."""
_MEMORY_KB: Final = 1_500_000


@dataclass(frozen=True, slots=True)
class Rendered:
    """A picture in a format: SVG is filtered (see `svg`), PNG is an image, DOT is what the engine would read."""

    drawing: Drawing
    format: Format
    content: bytes

    @property
    def text(self) -> str:
        """The content of SVG and DOT."""
        return self.content.decode("utf-8")


@dataclass(frozen=True, slots=True)
class RenderFailed:
    """A picture that could not be made, and why; the others are not touched by it."""

    drawing: Drawing
    message: Text


def render(
    drawings: Iterable[Drawing],
    format: Format = "svg",
    engine: EngineName | None = None,
    jobs: int | None = None,
    font: Path | None = None,
    seconds: float = SECONDS,
) -> Iterator[Rendered | RenderFailed]:
    """Each drawing laid out and written in `format`, in the order given, `jobs` at a time (default: the processors).

    `font` is a font file for PNG. Raises EngineMissing where no engine is found, and FontMissing where a PNG needs one;
    any other trouble with one picture is a RenderFailed in its place.
    """
    if format == "dot":
        yield from (Rendered(one, format, one.dot.encode("utf-8")) for one in drawings)
        return
    program = find_engine(engine)
    with ThreadPoolExecutor(jobs or os.cpu_count() or 1) as pool:
        yield from pool.map(lambda one: _render(one, format, program, font, seconds), drawings)


def _render(
    drawing: Drawing, format: Format, program: Path, font: Path | None, seconds: float
) -> Rendered | RenderFailed:
    try:
        picture = svg.filtered(lay_out(drawing.dot, program, seconds), drawing.name)
    except subprocess.TimeoutExpired:
        return RenderFailed(drawing, _took_too_long(drawing, seconds))
    except (OSError, subprocess.SubprocessError, svg.Unexpected) as error:
        return RenderFailed(drawing, _failed(drawing, error))
    if format == "svg":
        return Rendered(drawing, format, picture.encode("utf-8"))
    try:
        return Rendered(drawing, format, to_png(picture, font))
    except Failure:
        raise
    except ValueError as error:
        return RenderFailed(drawing, _failed(drawing, error))


def lay_out(dot: str, program: Path, seconds: float = SECONDS) -> bytes:
    """The engine's own SVG; raises OSError or SubprocessError (TimeoutExpired among them)."""
    from graphviz.backend import dot_command, execute

    placed = PLACED_MARK in dot[: dot.find("label=")]
    asked = dot_command.command("neato", "svg", neato_no_op=2) if placed else dot_command.command("dot", "svg")
    command = [str(program), *map(str, asked[1:])]
    done = execute.run_check(
        _limited(command), input=dot.encode("utf-8"), capture_output=True, quiet=True, timeout=seconds
    )
    return bytes(done.stdout)


def _limited(command: list[str]) -> list[str]:
    """The command with a limit of memory where the platform's shell can set one; the engine replaces the shell."""
    if os.name != "posix":
        return command
    return ["/bin/sh", "-c", f'ulimit -v {_MEMORY_KB} 2>/dev/null; exec "$0" "$@"', *command]


def _took_too_long(drawing: Drawing, seconds: float) -> Text:
    title = drawing.title
    return Text(
        zh=f"“{title.in_('zh')}”（{drawing.name}）{seconds:g} 秒内没有排好版",
        en=f"“{title.in_('en')}” ({drawing.name}) was not laid out within {seconds:g} seconds",
    )


def _failed(drawing: Drawing, error: Exception) -> Text:
    reason = _reason(error)
    title = drawing.title
    return Text(
        zh=f"“{title.in_('zh')}”（{drawing.name}）画不出来：{reason}",
        en=f"“{title.in_('en')}” ({drawing.name}) cannot be drawn: {reason}",
    )


def _reason(error: Exception) -> str:
    """What the engine said last, without its chatter about the widths of characters."""
    said = getattr(error, "stderr", None)
    lines = said.decode("utf-8", "replace").splitlines() if isinstance(said, bytes) else []
    telling = [line.strip() for line in lines if line.strip() and "no value for width" not in line]
    return telling[-1][:200] if telling else f"{type(error).__name__}: {str(error)[:200]}"
