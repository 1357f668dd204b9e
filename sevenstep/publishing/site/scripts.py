"""The scripts of the site: written as modules, joined into one classic script a page part.

Browsers load no modules from files, and a site must work from a zip. So each module becomes a function that gives back
what it exports, after those that it imports, all in one function of their own. Only the forms of import and export that
the scripts use are known; any other is refused when the site is built.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any, Final

_IMPORT: Final = re.compile(r'^import (\{[\w\s,]+\}) from "(\.[\w./-]+)";\n', re.MULTILINE)
_EXPORT: Final = re.compile(r"^export (?=(?:async )?(?:function|const|class) (\w+))", re.MULTILINE)
_UNKNOWN: Final = re.compile(r"^(?:import|export)\b.*|\bimport\(", re.MULTILINE)
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)


def names(folder: Path) -> list[str]:
    """The scripts that pages can load: the modules that stand in the folder itself."""
    return sorted(path.name for path in folder.iterdir() if path.suffix == ".js")


def joined(folder: Path, name: str, given: Mapping[str, Any]) -> str:
    """The script `name` with all that it imports; what is `given` stands in it as plain ASCII."""
    modules = "".join(_as_function(folder, path) for path in dict.fromkeys(_in_order(folder, name, ())))
    values = json.dumps(given, sort_keys=True).replace("<", "\\u003c")  # it may stand within a page
    return f'(function (given) {{\n"use strict";\n{modules}}})({values});\n'


def _in_order(folder: Path, path: str, importers: tuple[str, ...]) -> Iterator[str]:
    """The modules that the one at `path` needs, and last itself."""
    if path in importers:
        raise ValueError(f"{path} imports itself: {' → '.join((*importers, path))}")
    for _, imported in _IMPORT.findall(_read(folder, path)):
        yield from _in_order(folder, normpath(join(dirname(path), imported)), (*importers, path))
    yield path


def _as_function(folder: Path, path: str) -> str:
    """The module as a constant that holds what it exports."""

    def imported(match: re.Match[str]) -> str:
        return f"const {match[1]} = {_constant(normpath(join(dirname(path), match[2])))};\n"

    text = _read(folder, path)
    exported = ", ".join(_EXPORT.findall(text))
    body = _EXPORT.sub("", _IMPORT.sub(imported, text))
    if unknown := _UNKNOWN.search(_COMMENT.sub("", body)):
        raise ValueError(f"{path}: no such import or export can be joined: {unknown[0]}")
    return f"const {_constant(path)} = (function () {{\n{body}return {{ {exported} }};\n}})();\n"


def _constant(path: str) -> str:
    return "$" + re.sub(r"\W", "_", path.removesuffix(".js"))


def _read(folder: Path, path: str) -> str:
    return (folder / path).read_text(encoding="utf-8")
