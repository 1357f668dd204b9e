"""Where paths in the formats of CI count from: the repository, whatever folder the command was run in or was given."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Root:
    """The folder that paths count from (None where the engagement lies in none), and what stands before a file."""

    folder: Path | None
    prefix: str

    @property
    def base(self) -> str:
        """The folder as a path with forward slashes and one at its end; empty where there is none."""
        return _with_slash(self.folder) if self.folder is not None else ""


def root_of(folder: Path, here: Path | None = None) -> Root:
    """The repository in which `folder` lies: the nearest folder above with `.git`, otherwise the working directory.

    Of a folder outside of both, paths are absolute. Links stay as they are named, so that paths are those of the files.
    """
    here = Path(os.path.abspath(here or Path.cwd()))  # noqa: PTH100 (resolving would follow links)
    inside = Path(os.path.abspath(here / folder))  # noqa: PTH100
    repository = next((place for place in (inside, *inside.parents) if _is_repository(place)), None)
    root = repository or (here if inside.is_relative_to(here) else None)
    if root is None:
        return Root(None, _with_slash(inside))
    below = inside.relative_to(root).as_posix()
    return Root(root, "" if below == "." else f"{below}/")


def _is_repository(folder: Path) -> bool:
    """`.git` is a folder, or in a further work tree and a submodule a file."""
    try:
        return (folder / ".git").exists()
    except OSError:
        return False


def _with_slash(folder: Path) -> str:
    return f"{folder.as_posix().rstrip('/')}/"
