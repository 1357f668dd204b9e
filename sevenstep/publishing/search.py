"""What search finds pages by: one entry an element, one a section of the other pages.

An entry names its step and kind, or the group of pages that it stands in. It holds what its page alone says: with the
titles of neighbours every element would be found at every other one.
"""

import html
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from sevenstep.method import STEPS
from sevenstep.model.kind import Where
from sevenstep.model.step7_flows import AnyNode, Flow
from sevenstep.publishing.context import Context, page_url
from sevenstep.publishing.pages.element_view import ElementView
from sevenstep.publishing.views import Cell, Page, SearchEntry, Table
from sevenstep.publishing.word_segmentation import segmented

_HEADING: Final = re.compile(r'<h[23] id="([^"]+)"[^>]*>(.*?)</h[23]>', re.DOTALL)
_TITLE: Final = re.compile(r"<h1.*?</h1>", re.DOTALL)
_UNSAID: Final = re.compile(
    r"<(figure|pre|section|svg|script|style)\b.*?</\1>|<small class=\"ss-count.*?</small>", re.DOTALL
)
_TABLE: Final = re.compile(r"<table\b.*?</table>", re.DOTALL)
_TAG: Final = re.compile(r"<[^>]*>")


def element_entries(context: Context, view: ElementView) -> tuple[SearchEntry, ...]:
    """The element, and those steps of a flow that have no page of their own."""
    ref = view.ref
    said = [ref.id, view.other_title, *view.tags, _plain(view.description or "")]
    said += [_said(fact.cell) for fact in view.facts]
    said += [text for table in view.tables for text in _said_in(table)]
    entry = SearchEntry(ref.url, ref.title, _joined(said), _tags(context, ref.step, ref.kind_title))
    element = context.chain.elements[ref.id]
    return (entry, *_nodes(context, element)) if isinstance(element, Flow) else (entry,)


def _nodes(context: Context, flow: Flow) -> Iterator[SearchEntry]:
    for node in flow.steps.values():
        if not node.KIND.is_shown(Where.PAGE):
            yield _node(context, flow, node)


def _node(context: Context, flow: Flow, node: AnyNode) -> SearchEntry:
    ref = context.refs[node.id]
    said = [node.id, context.said(node.description), context.said(flow.title)]
    return SearchEntry(page_url(node), ref.title, _joined(said), _tags(context, ref.step, ref.kind_title))


def section_entries(url: str, title: str, body: str) -> tuple[SearchEntry, ...]:
    """A page as its sections, each headed by a heading with an anchor; pictures and examples are left out."""
    parts = _HEADING.split(_TITLE.sub("", _UNSAID.sub(" ", body)))
    entries = [SearchEntry(url, title, _plain(parts[0]))]
    for anchor, heading, said in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        entries.append(SearchEntry(f"{url}#{anchor}", _plain(heading), _plain(said)))
    return tuple(entries)


def list_entries(url: str, title: str, body: str) -> tuple[SearchEntry, ...]:
    """A page of tables whose rows have pages of their own: it is found by its words and headings."""
    return section_entries(url, title, _TABLE.sub("", body))


def index_entries(page: Page) -> Iterator[dict[str, Any]]:
    """The entries of a page in the form of the theme's search index, Chinese cut into words."""
    for entry in page.search:
        tags = entry.tags or ((page.group,) if page.group else ())
        yield {
            "location": entry.url,
            "title": segmented(html.escape(entry.title, quote=False)),
            "text": segmented(html.escape(entry.text, quote=False)),
            **({"tags": list(tags)} if tags else {}),
        }


def _tags(context: Context, step: int, kind: str) -> tuple[str, ...]:
    return (f"{step} {context.said(STEPS[step - 1].title)}", kind)


def _said_in(table: Table) -> Iterator[str]:
    for row in table.rows:
        yield from map(_said, row.cells)


def _said(cell: Cell) -> str:
    text = cell.text if cell.prose is None else _plain(cell.prose)
    return _joined([text, *(ref.title for ref in cell.refs)])


def _plain(body: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", body)).split())


def _joined(texts: Iterable[str]) -> str:
    return " ".join(text for text in texts if text)
