"""The only door to graphviz: scenes in, pictures out, in parallel, each with a limit of time and memory."""

import os
import subprocess
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from sevenstep.diagrams.output import svg
from sevenstep.diagrams.output.dot_text import dot
from sevenstep.diagrams.output.engine import EngineName, find_engine
from sevenstep.diagrams.output.escape import plain
from sevenstep.diagrams.output.picture import Picture, Unexpected
from sevenstep.diagrams.scene import Scene
from sevenstep.language import Text, user_language
from sevenstep.output.kept import Kept

SECONDS: Final = 20.0
"""How long one picture may take to lay out."""
_MEMORY_KB: Final = 1_500_000


@dataclass(frozen=True, slots=True)
class Rendered:
    """A scene, and the picture that became of it."""

    scene: Scene
    picture: Picture


@dataclass(frozen=True, slots=True)
class RenderFailed:
    """A picture that could not be made, and why; the others are not touched by it."""

    scene: Scene
    message: Text

    def __repr__(self) -> str:
        return f"<Failed {self.scene.name}: {self.message.for_language(user_language())}>"


def render(
    scenes: Iterable[Scene],
    engine: EngineName | None = None,
    jobs: int | None = None,
    seconds: float = SECONDS,
    kept: Kept | None = None,
) -> Iterator[Rendered | RenderFailed]:
    """Each scene laid out, in the order given, `jobs` at a time (default: the processors).

    What the engine has given before may be `kept`. Raises EngineMissing where no engine is found; any other trouble
    with one picture is a RenderFailed in its place.
    """
    program = find_engine(engine)
    engine_now = _identity(program) if kept is not None else ""
    with ThreadPoolExecutor(jobs or os.cpu_count() or 1) as pool:
        drawn = partial(_render, program=program, seconds=seconds, kept=kept, identity=engine_now)
        yield from pool.map(drawn, scenes)


def _identity(program: Path) -> str:
    """What tells one version of the engine from another: with its file, what it lays out may change."""
    status = program.resolve().stat()
    return f"{program.resolve()} {status.st_size} {status.st_mtime_ns}"


def _render(scene: Scene, program: Path, seconds: float, kept: Kept | None, identity: str) -> Rendered | RenderFailed:
    try:
        text, placed = dot(scene), scene.ranks is None
        compute = partial(lay_out, text, program, seconds, placed=placed)
        raw = kept.answer(compute, "layout", identity, str(placed), text) if kept is not None else compute()
        title = plain(scene.title.for_language(scene.language)) or scene.name
        return Rendered(scene, svg.filtered(raw, scene.name, title, scene.language))
    except subprocess.TimeoutExpired:
        return RenderFailed(scene, _took_too_long(scene, seconds))
    except (OSError, subprocess.SubprocessError, Unexpected) as error:
        return RenderFailed(scene, failed(scene, error))


def lay_out(dot: str, program: Path, seconds: float = SECONDS, *, placed: bool = False) -> bytes:
    """The engine's own SVG; raises OSError or SubprocessError (TimeoutExpired among them).

    Where everything is `placed`, nothing is laid out.
    """
    from graphviz.backend import dot_command, execute

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


def _took_too_long(scene: Scene, seconds: float) -> Text:
    title = scene.title
    return Text(
        zh=f"“{title.for_language('zh')}”（{scene.name}）{seconds:g} 秒内没有完成排版",
        en=f"“{title.for_language('en')}” ({scene.name}) was not laid out within {seconds:g} seconds",
    )


def failed(scene: Scene, error: Exception) -> Text:
    """That a picture cannot be drawn, and why."""
    reason = _reason(error)
    title = scene.title
    return Text(
        zh=f"“{title.for_language('zh')}”（{scene.name}）无法绘制：{reason}",
        en=f"“{title.for_language('en')}” ({scene.name}) cannot be drawn: {reason}",
    )


def _reason(error: Exception) -> str:
    """What the engine said last, without its chatter about the widths of characters."""
    said = getattr(error, "stderr", None)
    lines = said.decode("utf-8", "replace").splitlines() if isinstance(said, bytes) else []
    telling = [line.strip() for line in lines if line.strip() and "no value for width" not in line]
    return telling[-1][:200] if telling else f"{type(error).__name__}: {str(error)[:200]}"
