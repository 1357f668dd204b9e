"""The two examples of a rule, one that breaks it and one that passes: folders beside its file, or texts."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

HEADER: Final = "id: sample\ntitle: {zh: 样例, en: Sample}\n"
"""How an example begins as a file; where it is shown, these lines go without saying."""


@dataclass(frozen=True, slots=True)
class Written:
    """Examples as texts. A line ``=== name`` begins another file of the engagement."""

    bad: str = ""
    good: str = ""
    encoding: str = "utf-8"


NO_EXAMPLES: Final = Written()


@dataclass(frozen=True, slots=True)
class Beside:
    """Examples as engagements of their own, in the folders ``NAME.bad`` and ``NAME.good`` beside `module`, NAME.py.

    They are read when they are asked for. `encoding` is that of the bad one.
    """

    module: str
    encoding: str = "utf-8"

    @property
    def bad(self) -> str:
        return _text(Path(self.module).with_suffix(".bad"), self.encoding)

    @property
    def good(self) -> str:
        return _text(Path(self.module).with_suffix(".good"))


def _text(folder: Path, encoding: str = "utf-8") -> str:
    """The files of an example in one text; empty where there is none."""
    files = sorted((len(path.parts), path) for path in folder.rglob("*") if path.is_file())
    if not files:
        return ""
    head, *further = (path for _, path in files)
    text = head.read_text(encoding=encoding)
    if further or (encoding == "utf-8" and text != HEADER):  # unless the file as such is what is shown
        text = text.removeprefix(HEADER)
    others = (f"=== {path.relative_to(folder).as_posix()}\n{path.read_text(encoding='utf-8')}" for path in further)
    return text + "".join(others)
