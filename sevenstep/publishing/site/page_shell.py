"""The theme's shell around a page, rendered once for many.

MkDocs and its theme render pages with marks in the place of every text of the model: the title of the page, those of
the site and of the navigation, contents and body; the pages are cut from that. So no theme is trusted to escape
anything: that is done here, once, wherever the theme puts the marks. Each page of the navigation has a shell of its
own, since the navigation shows where one is. Those of the elements stand in no navigation and share a shell. Pages come
out as MkDocs would write them, short of the theme's indentation (a third of a shell), in a hundredth of the time.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Final

from pydantic import TypeAdapter

from sevenstep.publishing.views import Heading, Page

_MARK: Final = "\ue000{}\ue001"
SITE: Final = _MARK.format("site")
TITLE: Final = _MARK.format("title")
OTHER: Final = _MARK.format("other")
BODY: Final = f"<h1>{_MARK.format('body')}</h1>"  # a page without a heading would be given one
ENTRY: Final = Heading(_MARK.format("entry"), _MARK.format("anchor"))
_INDENTED: Final = re.compile(r"\s*\n\s*")
_ENTRY: Final = re.compile(rf"<li\b(?:(?!<li\b).)*?{ENTRY.title}.*?</li>\n", re.DOTALL)
_ENTRIES: Final = _MARK.format("entries")
_CUT: Final = re.compile("(\ue000[a-z]+\\d*\ue001)")


def in_navigation(at: int) -> str:
    """What stands in the navigation for the title of its page number `at`."""
    return _MARK.format(f"nav{at}")


@dataclass(frozen=True, slots=True)
class ShellKind:
    """What a shell is rendered for: which page, or which depth for those of the elements, and what surrounds it."""

    path: str
    has_contents: bool
    wide: bool

    @property
    def contents(self) -> tuple[Heading, ...]:
        return (ENTRY,) if self.has_contents else ()


def shared(depth: int, *, has_contents: bool, wide: bool) -> ShellKind:
    """The kind of the pages of elements that lie so deep."""
    name = f"shell-{'contents' if has_contents else 'plain'}{'-wide' if wide else ''}"
    return ShellKind(f"{'shell/' * depth}{name}", has_contents, wide)


def kind_of_shell(page: Page) -> ShellKind:
    """The shell that the page needs."""
    if page.listed:
        return ShellKind(page.path, bool(page.toc), page.wide)
    return shared(page.path.count("/"), has_contents=bool(page.toc), wide=page.wide)


@dataclass(frozen=True, slots=True)
class Shell:
    """A rendered page cut at its marks: the `texts` around the `marks`, and an `entry` of the contents in pieces."""

    texts: tuple[str, ...]
    marks: tuple[str, ...]
    entry: tuple[str, ...]

    def filled(self, page: Page, other: str) -> str:
        """The whole page; `other` is the address of the same page in the other language, empty where there is none."""
        values = {
            TITLE: escape(page.title),
            OTHER: escape(other),
            _MARK.format("body"): page.html,
            _ENTRIES: "".join(map(self._filled_entry, page.toc)),
            ENTRY.anchor: escape(page.toc[0].anchor) if page.toc else "",
        }
        filled = (values[mark] + text for mark, text in zip(self.marks, self.texts[1:], strict=True))
        return self.texts[0] + "".join(filled)

    def _filled_entry(self, heading: Heading) -> str:
        values = {ENTRY.title: escape(heading.title), ENTRY.anchor: escape(heading.anchor)}
        return "".join(values[piece] if at % 2 else piece for at, piece in enumerate(self.entry))


Shells = Mapping[ShellKind, Shell]
_PAIRS: Final = TypeAdapter(tuple[tuple[ShellKind, Shell], ...])


def shell_of(rendered: str, said: Mapping[str, str]) -> Shell:
    """A rendered page cut at its marks; `said` are the texts that are the same on every page, by their marks."""
    rendered = _INDENTED.sub("\n", rendered)
    entry = _ENTRY.search(rendered)
    text = rendered.replace(entry[0], _ENTRIES) if entry is not None else rendered
    texts, marks = [""], []
    for at, piece in enumerate(_CUT.split(text.replace(BODY, _MARK.format("body")))):
        if at % 2 and piece not in said:
            marks.append(piece)
            texts.append("")
        else:
            texts[-1] += escape(said[piece]) if at % 2 else piece
    return Shell(tuple(texts), tuple(marks), tuple(_CUT.split(entry[0])) if entry is not None else ())


def to_json(shells: Shells) -> bytes:
    """The shells for other processes."""
    return _PAIRS.dump_json(tuple(shells.items()))


def from_json(written: bytes) -> Shells:
    """Shells of another process."""
    return dict(_PAIRS.validate_json(written))
