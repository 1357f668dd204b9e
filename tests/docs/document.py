"""The documents for users, English and Chinese, taken apart: headings, examples, tables, links, names."""

import re
import shlex
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
ENGLISH = {"README": ROOT / "README.md"} | {path.stem: path for path in sorted((ROOT / "docs").glob("*.md"))}
CHINESE = {"README": ROOT / "README.zh.md"} | {path.stem: path for path in sorted((ROOT / "docs/zh").glob("*.md"))}

_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^(#{1,6}) (.+)$", re.MULTILINE)
_ROW = re.compile(r"^\|.*\|$", re.MULTILINE)
_LINK = re.compile(r"(?<!!)\[[^\]\n]*\]\(([^()\s]+)\)")
SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")


@dataclass(frozen=True)
class Block:
    """An example: what stands between ``` and ```."""

    language: str
    text: str

    @cached_property
    def commands(self) -> list[str]:
        """The commands of a block of the shell, without comments; of a console, what is typed."""
        if self.language == "console":
            return [line[2:] for line in self.text.splitlines() if line.startswith("$ ")]
        if self.language != "sh":
            return []
        lines = (part for line in self.text.splitlines() for part in line.split("&&"))
        return [found for line in lines if (found := shlex.join(shlex.split(line, comments=True)))]


@dataclass(frozen=True)
class Document:
    """A document in one language."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    @property
    def language(self) -> str:
        return "zh" if self.name in {"README.zh.md"} or self.name.startswith("docs/zh/") else "en"

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def prose(self) -> str:
        """The text without its examples."""
        return _BLOCK.sub("", self.text)

    @cached_property
    def blocks(self) -> list[Block]:
        return [Block(*found) for found in _BLOCK.findall(self.text)]

    @cached_property
    def headings(self) -> list[tuple[int, str]]:
        """Level and words of each."""
        return [(len(marks), words) for marks, words in _HEADING.findall(self.prose)]

    @cached_property
    def tables(self) -> list[int]:
        """The number of cells of each row of the tables."""
        return [len(re.split(r"(?<!\\)\|", SPAN.sub("", row))) - 2 for row in _ROW.findall(self.prose)]

    @cached_property
    def links(self) -> list[str]:
        return _LINK.findall(SPAN.sub("", self.prose))

    @cached_property
    def spans(self) -> list[str]:
        """What stands between backticks in the text."""
        return [words for _, words in SPAN.findall(self.prose)]

    @cached_property
    def anchors(self) -> set[str]:
        """The addresses of its headings, as GitHub makes them, and those that are named."""
        made = {re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-") for _, words in self.headings}
        return made | set(re.findall(r'^<a id="([^"]+)"></a>$', self.text, re.MULTILINE))


def documents() -> list[Document]:
    """All that are there, in both languages."""
    return [Document(path) for path in (*ENGLISH.values(), *CHINESE.values()) if path.exists()]


def pairs() -> list[tuple[Document, Document]]:
    """Each English document with its Chinese twin, where both are there."""
    return [
        (Document(path), Document(CHINESE[name]))
        for name, path in ENGLISH.items()
        if name in CHINESE and CHINESE[name].exists()
    ]


def versions(name: str) -> list[Document]:
    """One document in the languages in which it is there."""
    return [Document(folder[name]) for folder in (ENGLISH, CHINESE) if name in folder and folder[name].exists()]
