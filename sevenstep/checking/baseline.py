"""The problems that were known before a model came under check: new ones are seen, old ones wait to be fixed."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from sevenstep.checking.check import Checked
from sevenstep.checking.fingerprint import fingerprints
from sevenstep.diagnostic import Diagnostic, Severity
from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.output.door import Guard, look, unguarded
from sevenstep.output.files import made, write_file
from sevenstep.output.lock import one_writer
from sevenstep.output.progress import Tell
from sevenstep.source.files import BASELINE_FILE
from sevenstep.source.guard import Sources
from sevenstep.source.regular import read_regular, reason_of
from sevenstep.source.writing import must_be_there

VERSION: Final = 1
_MAX_BYTES: Final = 64_000_000


@dataclass(frozen=True, slots=True)
class Baseline:
    """Known problems by fingerprint; the value says in words what each is, for whoever reads the file."""

    known: dict[str, str]


@dataclass(frozen=True, slots=True)
class Compared:
    """A check without the problems that are known from the file at `path`, if there is one.

    `known` counts those, `gone` what is in the baseline no more.
    """

    checked: Checked
    known: int
    gone: int
    path: Path | None = None


def compare_with(
    checked: Checked, path: Path | None = None, *, update: bool = False, tell: Tell | None = None
) -> Compared:
    """Take the problems out of the check that the file at `path` knows; with `update`, it first comes to know all.

    Where no path is named, it is the file that the engagement names, or the usual one if it is there. Waits for others
    that write there, and has `tell` say so. Raises Failure.
    """
    path = path or _usual(checked, update=update)
    if path is None:
        return Compared(checked, 0, 0)
    if update:
        if checked.folder is not None:
            must_be_there(checked.folder)  # it is not made again for the sake of a baseline
        guard = Sources(checked.folder)
        look(path, guard)
        with one_writer(made(path.parent), tell):
            write_baseline(path, baseline_of(checked.found), guard)
    return replace(compare(checked, read_baseline(path)), path=path)


def compare(checked: Checked, baseline: Baseline) -> Compared:
    """Take the known problems out of what was found. Questions are never known problems."""
    left: list[Diagnostic] = []
    met: set[str] = set()
    for diagnostic, print_ in zip(checked.found, fingerprints(checked.found), strict=True):
        if print_ in baseline.known and diagnostic.severity is not Severity.QUESTION:
            met.add(print_)
        else:
            left.append(diagnostic)
    return Compared(replace(checked, found=tuple(left)), len(met), len(baseline.known) - len(met))


def baseline_of(found: Iterable[Diagnostic]) -> Baseline:
    """Everything found, as known from now on."""
    every = list(found)
    return Baseline(
        {
            print_: _in_words(diagnostic)
            for diagnostic, print_ in zip(every, fingerprints(every), strict=True)
            if diagnostic.severity is not Severity.QUESTION
        }
    )


def _in_words(diagnostic: Diagnostic) -> str:
    said = diagnostic.known_as or diagnostic.message.for_language("en")
    return f"{diagnostic.rule.code} {diagnostic.element or diagnostic.place.file}: {said}"


def read_baseline(path: Path) -> Baseline:
    """Read a baseline file; raises Failure where there is none, or none that can be used."""
    try:
        return Baseline(_known(json.loads(read_regular(path, _MAX_BYTES))))
    except FileNotFoundError:
        raise Failure(
            Text(zh=f"没有基线文件 {path}", en=f"There is no baseline {path}"),
            Text(zh="用 --update-baseline 建立", en="Make it with --update-baseline"),
        ) from None
    except (OSError, ValueError, RecursionError) as error:
        why = reason_of(error) if isinstance(error, OSError) else Text(plain=str(error))
        raise Failure(
            why.inserted_into(zh=f"基线文件 {path} 无法使用：{{}}", en=f"The baseline {path} cannot be used: {{}}"),
            Text(zh="用 --update-baseline 重新建立", en="Make it anew with --update-baseline"),
        ) from error


def _known(data: Any) -> dict[str, str]:
    if not isinstance(data, dict) or data.get("version") != VERSION or not isinstance(data.get("known"), dict):
        raise ValueError(f"no baseline of version {VERSION}")
    return {str(print_): str(said) for print_, said in data["known"].items()}


def write_baseline(path: Path, baseline: Baseline, guard: Guard = unguarded) -> None:
    """Write the file, whole or not at all: sorted by what it says, so that a change of it can be reviewed."""
    known = dict(sorted(baseline.known.items(), key=lambda entry: (entry[1], entry[0])))
    text = json.dumps({"version": VERSION, "known": known}, ensure_ascii=False, indent=1)
    write_file(path, f"{text}\n".encode("utf-8", "backslashreplace"), guard)


def _usual(checked: Checked, *, update: bool) -> Path | None:
    """The file that the engagement names, or the usual one where it is there, or to be made; raises Failure."""
    folder = checked.read_from
    named = checked.chain.engagement.header.check.baseline
    if named is None:
        usual = folder / BASELINE_FILE
        return usual if update or usual.is_file() else None
    path = folder / named
    if not path.resolve().is_relative_to(folder.resolve()):
        raise Failure(
            Text(
                zh=f"check.baseline 指到了项目文件夹之外：{named}",
                en=f"check.baseline leads out of the folder: {named}",
            ),
            Text(zh="写项目文件夹里的文件名", en="Name a file in the engagement's folder"),
        )
    return path
