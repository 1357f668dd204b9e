"""Settings of the project that an engagement stands in: ``[tool.sevenstep]`` of the nearest pyproject.toml."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sevenstep.failure import Failure
from sevenstep.language import Text

PROJECT_FILE: Final = "pyproject.toml"
_MAX_BYTES: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class ProjectFile:
    """Where the settings stand, and what they say as plain data."""

    path: Path
    settings: dict[str, Any]


def project_settings(folder: Path) -> ProjectFile | None:
    """The table ``[tool.sevenstep]`` of the first pyproject.toml in `folder` or above it, up to the repository's root.

    None where there is no such file or no such table; raises Failure where the file cannot be read.
    """
    here = folder.resolve()
    for place in (here, *here.parents):
        path = place / PROJECT_FILE
        if path.is_file():
            table = _read(path).get("tool", {}).get("sevenstep")
            return ProjectFile(path, table) if isinstance(table, dict) else None
        if (place / ".git").exists():
            break
    return None


def _read(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise unusable(path, Text(zh="文件太大", en="it is too large"))
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise unusable(path, Text(plain=str(error) or type(error).__name__)) from error


def unusable(path: Path, why: Text) -> Failure:
    """That the project's settings cannot be used."""
    return Failure(
        Text(
            zh=f"{path} 里的设置用不了：{why.in_('zh')}", en=f"The settings in {path} cannot be used: {why.in_('en')}"
        ),
        Text(zh="改正 [tool.sevenstep] 这一节", en="Mend the table [tool.sevenstep]"),
    )
