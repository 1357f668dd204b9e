"""The theme's frame around a page, rendered once for many.

MkDocs and its theme render pages with marks in the place of title, contents and body; the pages are cut from that. Each
page of the navigation has a frame of its own, since the navigation shows where one is. Those of the elements stand in
no navigation and share a frame. Pages come out byte for byte as MkDocs would write them, in a hundredth of the time.
"""

import re
from dataclasses import dataclass
from html import escape
from typing import Final

from sevenstep.publish.views import Heading, Page

_MARK: Final = "\ue000{}\ue001"
TITLE: Final = _MARK.format("title")
OTHER: Final = _MARK.format("other")
BODY: Final = f"<h1>{_MARK.format('body')}</h1>"  # a page without a heading would be given one
ENTRY: Final = Heading(_MARK.format("entry"), _MARK.format("anchor"))
_ENTRY: Final = re.compile(rf"[ \t]*<li\b(?:(?!<li\b).)*?{ENTRY.title}.*?</li>\n(?:[ \t]*\n)?", re.DOTALL)
_CUT: Final = re.compile("(\ue000[a-z]+\ue001)")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a frame is rendered for: which page, or which depth for those of the elements, and what surrounds it."""

    path: str
    has_contents: bool
    wide: bool

    @property
    def contents(self) -> tuple[Heading, ...]:
        return (ENTRY,) if self.has_contents else ()


def shared(depth: int, *, has_contents: bool, wide: bool) -> Shape:
    """The shape of the pages of elements that lie so deep."""
    name = f"frame-{'contents' if has_contents else 'plain'}{'-wide' if wide else ''}"
    return Shape(f"{'frame/' * depth}{name}", has_contents, wide)


def shape_of(page: Page) -> Shape:
    """The frame that the page needs."""
    if page.listed:
        return Shape(page.path, bool(page.toc), page.wide)
    return shared(page.path.count("/"), has_contents=bool(page.toc), wide=page.wide)


class Frame:
    """A rendered page cut at its marks."""

    def __init__(self, rendered: str) -> None:
        entry = _ENTRY.search(rendered)
        self._entry = entry[0] if entry is not None else ""
        text = rendered.replace(self._entry, _MARK.format("entries")) if self._entry else rendered
        self._pieces = _CUT.split(text.replace(BODY, _MARK.format("body")))

    def filled(self, page: Page, other: str) -> str:
        """The whole page; `other` is the address of the same page in the other language, empty where there is none."""
        values = {
            TITLE: escape(page.title),
            OTHER: other,
            _MARK.format("body"): page.html,
            _MARK.format("entries"): "".join(map(self._filled_entry, page.toc)),
            ENTRY.anchor: page.toc[0].anchor if page.toc else "",
        }
        return "".join(values[piece] if piece.startswith("\ue000") else piece for piece in self._pieces)

    def _filled_entry(self, heading: Heading) -> str:
        return self._entry.replace(ENTRY.title, escape(heading.title)).replace(ENTRY.anchor, heading.anchor)
