"""The only door to graphviz: scenes in, pictures out, in parallel, each with a limit of time and memory.

What has places of its own needs no engine (`output/placed.py`), but is laid out by it in the same way: DOT can be
written of every picture.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Final

from sevenstep.diagrams.output import svg
from sevenstep.diagrams.output.dot_text import dot
from sevenstep.diagrams.output.engine import EngineName, find_engine
from sevenstep.diagrams.output.escape import plain
from sevenstep.diagrams.output.picture import Unexpected
from sevenstep.diagrams.output.rendered import Rendered, RenderFailed, failed
from sevenstep.diagrams.scene import Scene
from sevenstep.language import Text

SECONDS: Final = 20.0
"""How long one picture may take to lay out."""
_MEMORY_KB: Final = 1_500_000


def render(
    scenes: Iterable[Scene],
    engine: EngineName | None = None,
    jobs: int | None = None,
    seconds: float = SECONDS,
) -> Iterator[Rendered | RenderFailed]:
    """Each scene laid out, in the order given, `jobs` at a time (default: the processors).

    Raises EngineMissing where no engine is found; any other trouble with one picture is a RenderFailed in its place.
    """
    program = find_engine(engine)
    with ThreadPoolExecutor(jobs or os.cpu_count() or 1) as pool:
        drawn = partial(_render, program=program, seconds=seconds)
        yield from pool.map(drawn, scenes)


def _render(scene: Scene, program: Path, seconds: float) -> Rendered | RenderFailed:
    try:
        raw = lay_out(dot(scene), program, seconds, placed=scene.ranks is None)
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
