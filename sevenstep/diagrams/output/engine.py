"""Finding the layout engine: the one installed with the package, or the system's."""

import shutil
import sys
import sysconfig
from pathlib import Path
from typing import Final, Literal, get_args

from sevenstep.failure import Failure
from sevenstep.language import Text

EngineName = Literal["graphviz-pure", "dot"]

ENGINES: Final[tuple[EngineName, ...]] = get_args(EngineName)


class EngineMissing(Failure):
    """There is no layout engine on this machine."""


def find_engine(name: EngineName | None = None) -> Path:
    """The engine's program: the one asked for, or else the first there is; raises EngineMissing."""
    for engine in (name,) if name else ENGINES:
        if found := _program(engine):
            return found
    wanted = name or ENGINES[0]
    raise EngineMissing(
        Text(zh=f"找不到绘图引擎 {wanted}", en=f"The layout engine {wanted} is not there"),
        Text(
            zh="运行 pip install graphviz-pure，或安装系统的 Graphviz（dot）",
            en="Run pip install graphviz-pure, or install the system's Graphviz (dot)",
        ),
    )


def _program(name: EngineName) -> Path | None:
    """The program beside this interpreter first (where pip puts it), then on the PATH."""
    places = [Path(sys.executable).parent, Path(sysconfig.get_path("scripts"))]
    for folder in places if name == ENGINES[0] else ():
        for file in (folder / name, folder / f"{name}.exe"):
            if file.is_file():
                return file
    found = shutil.which(name)
    return Path(found) if found else None
