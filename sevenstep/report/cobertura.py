"""Coverage of the chain in the shape of Cobertura, as GitLab and Jenkins show it beside each line of a change.

https://github.com/cobertura/cobertura/blob/master/cobertura/src/site/htdocs/xml/coverage-04.dtd, and
https://docs.gitlab.com/ci/testing/code_coverage/cobertura/. A class is a file, a line is one on which an element begins
that must be justified or covered; it is hit when every element that begins there is both. A package is what stands at
the top of the engagement's folder: a step's file, or the folder that a step's file has grown into.
"""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element, SubElement

from sevenstep.language import Language
from sevenstep.report.address import is_absolute
from sevenstep.report.report import ElementLine, Report
from sevenstep.report.xml_text import xml_text

Lines = dict[int, bool]
"""The lines of a file that count, and whether each is hit."""


def render(report: Report, language: Language) -> str:
    """One document; it holds no words, so that the language makes no difference."""
    del language
    files = _by_file(report.elements)
    root = Element("coverage", _totals(files.values()))
    root.attrib.update({"version": report.version, "timestamp": str(report.time * 1000)})
    absolute = is_absolute(report.prefix)
    SubElement(SubElement(root, "sources"), "source").text = report.prefix if absolute else "."
    packages = SubElement(root, "packages")
    for name, inside in _by_package(files).items():
        package = SubElement(packages, "package", {"name": name, **_rates(inside.values())})
        classes = SubElement(package, "classes")
        for file, lines in inside.items():
            # A merge request matches paths from the root of the repository; from an absolute folder, the file's own.
            classes.append(_class(file, file if absolute else report.path(file), lines))
    return xml_text(root)


def _by_file(elements: Iterable[ElementLine]) -> dict[str, Lines]:
    files: dict[str, Lines] = {}
    for element in elements:
        lines = files.setdefault(element.file, {})
        lines[element.line] = lines.get(element.line, True) and element.is_whole
    return files


def _by_package(files: Mapping[str, Lines]) -> dict[str, dict[str, Lines]]:
    packages: dict[str, dict[str, Lines]] = {}
    for file in sorted(files):
        name = PurePosixPath(PurePosixPath(file).parts[0]).stem
        packages.setdefault(name, {})[file] = files[file]
    return packages


def _class(name: str, filename: str, lines: Lines) -> Element:
    found = Element("class", {"name": name, "filename": filename, **_rates([lines])})
    SubElement(found, "methods")
    listed = SubElement(found, "lines")
    for number, is_hit in sorted(lines.items()):
        SubElement(listed, "line", {"number": str(number), "hits": str(int(is_hit)), "branch": "false"})
    return found


def _totals(files: Iterable[Lines]) -> dict[str, str]:
    hit, valid = _counted(files)
    return {
        "line-rate": _rate(hit, valid),
        "branch-rate": "0",
        "lines-covered": str(hit),
        "lines-valid": str(valid),
        "branches-covered": "0",
        "branches-valid": "0",
        "complexity": "0",
    }


def _rates(files: Iterable[Lines]) -> dict[str, str]:
    return {"line-rate": _rate(*_counted(files)), "branch-rate": "0", "complexity": "0"}


def _counted(files: Iterable[Lines]) -> tuple[int, int]:
    lines = [is_hit for file in files for is_hit in file.values()]
    return sum(lines), len(lines)


def _rate(hit: int, valid: int) -> str:
    """Rounded down, so that 1 means all; 1 where there is nothing to cover."""
    return f"{hit * 10_000 // valid / 10_000:.4f}" if valid else "1.0000"
