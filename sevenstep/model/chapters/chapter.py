"""A chapter as data: what its marks name and where its links lead, each with its place in the file."""

from dataclasses import dataclass
from typing import Literal

from sevenstep.diagnostic import Span
from sevenstep.source.footnotes import Problem

MarkKind = Literal["link", "picture", "table", "value", "unknown", "typo", "text"]
"""What a mark is; `unknown` begins with no word that we know, a `typo` is mistyped, `text` stands in code."""


@dataclass(frozen=True, slots=True)
class Mark:
    """``[[id|words]]`` or ``{{word name …}}`` as it is written at `span`.

    `names` are the words behind the first one, of a link its id alone; `words` what the author wants to be read
    there. `meant` is how a typo should have been typed, empty where nobody can tell.
    """

    kind: MarkKind
    written: str
    span: Span
    names: tuple[str, ...] = ()
    words: str = ""
    meant: str = ""
    is_block: bool = False

    @property
    def name(self) -> str:
        """The first of its names; empty where there is none."""
        return self.names[0] if self.names else ""

    @property
    def plain(self) -> str:
        """What it says where only words can stand."""
        return (self.words or self.name) if self.kind == "link" else self.written


@dataclass(frozen=True, slots=True)
class Address:
    """Where a link of Markdown leads or an image comes from; `file` is the file of the engagement that it names.

    `file` is empty where the address is no relative one, and None where it leads out of the engagement.
    """

    written: str
    span: Span
    is_image: bool
    file: str | None


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote that does not fit: with or without a definition, a use, or a twin of the same label."""

    label: str
    problem: Problem
    span: Span


@dataclass(frozen=True, slots=True)
class Chapter:
    """One file of an author's own text. `marked` is it with every mark replaced by a token with the mark's number."""

    file: str
    title: str
    marked: str
    marks: tuple[Mark, ...]
    addresses: tuple[Address, ...]
    loose_notes: tuple[Note, ...] = ()
