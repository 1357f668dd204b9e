"""Settings of the project that an engagement stands in: ``[tool.sevenstep]`` of the nearest pyproject.toml."""

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.source.regular import read_regular, reason_of

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
        if os.path.lexists(path):
            return _of(path)
        if (place / ".git").exists():
            break
    return None


def _of(path: Path) -> ProjectFile | None:
    table = _table(path, _read(path), "tool")
    settings = _table(path, table or {}, "sevenstep")
    return None if settings is None else ProjectFile(path, settings)


def _table(path: Path, inside: dict[str, Any], name: str) -> dict[str, Any] | None:
    table = inside.get(name)
    if table is not None and not isinstance(table, dict):
        raise unusable(
            path, Text(zh=f"{name} 应该是一节，而不是一个值", en=f"“{name}” is to be a table, and is a value")
        )
    return table


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(read_regular(path, _MAX_BYTES).decode("utf-8"))
    except OSError as error:
        raise unusable(path, reason_of(error)) from error
    except UnicodeDecodeError as error:
        raise unusable(path, Text(zh="文件不是 UTF-8", en="it is not UTF-8")) from error
    except (ValueError, RecursionError) as error:
        raise unusable(path, Text(plain=str(error) or type(error).__name__)) from error


def unusable(path: Path, why: Text) -> Failure:
    """That the project's settings cannot be used."""
    return Failure(
        Text(
            zh=f"{path} 里的设置无法使用：{why.for_language('zh')}",
            en=f"The settings in {path} cannot be used: {why.for_language('en')}",
        ),
        Text(zh="改正 [tool.sevenstep] 这一节", en="Fix the table [tool.sevenstep]"),
    )
