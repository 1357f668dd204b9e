"""Where the templates and the files of the site are: in a checkout at the top level, in a wheel inside the package."""

from pathlib import Path

from sevenstep.failure import Failure
from sevenstep.language import Text


def templates() -> Path:
    """The folder of the Jinja2 templates."""
    return _find("templates")


def site() -> Path:
    """The folder with the base configuration, the theme overrides, our style sheets and scripts."""
    return _find("site")


def _find(name: str) -> Path:
    package = Path(__file__).resolve().parents[0]
    for folder in (package / f"_{name}", package.parent / name):
        if folder.is_dir():
            return folder
    raise Failure(
        Text(zh=f"安装不完整：缺少 {name}/", en=f"The installation is incomplete: {name}/ is missing"),
        Text(zh="重新安装 sevenstep", en="Install sevenstep again"),
    )
