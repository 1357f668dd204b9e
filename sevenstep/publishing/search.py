"""What search finds pages by: one entry an element, one a section of the other pages.

An entry names its step and kind, or the group of pages that it stands in. A result shows a sentence of what the entry
says: prose, never the cells of tables. It holds what its page alone says: with the titles of neighbours every element
would be found at every other one.
"""

import html
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from sevenstep.method import stage
from sevenstep.model.kind import Where
from sevenstep.model.step7_flows import AnyNode, Flow
from sevenstep.publishing.context import Context, page_url
from sevenstep.publishing.pages.element_view import ElementView
from sevenstep.publishing.views import Cell, Page, SearchEntry, Table
from sevenstep.publishing.word_segmentation import segmented

_HEADING: Final = re.compile(r'<h[23] id="([^"]+)"[^>]*>(.*?)</h[23]>', re.DOTALL)
_TITLE: Final = re.compile(r"<h1.*?</h1>", re.DOTALL)
_UNSAID: Final = re.compile(
    r"<(figure|pre|section|svg|script|style|footer)\b.*?</\1>|<small class=\"ss-count.*?</small>"
    r"|<p class=\"ss-edition.*?</p>",
    re.DOTALL,
)
_TABLE: Final = re.compile(r"<table\b.*?</table>", re.DOTALL)
_CELL: Final = re.compile(r"<t[dh]\b[^>]*>(.*?)</t[dh]>", re.DOTALL)
_TAG: Final = re.compile(r"<[^>]*>")
_WORD: Final = re.compile(r"[^\W\d_]{2}")


def element_entries(context: Context, view: ElementView) -> tuple[SearchEntry, ...]:
    """The element, and those steps of a flow that have no page of their own."""
    ref = view.ref
    element = context.chain.elements[ref.id]
    said = [*view.tags, *(_said(fact.cell) for fact in view.facts)]
    if not isinstance(element, Flow):  # its steps are found by themselves
        said += [text for table in view.tables for text in _said_in(table)]
    entry = SearchEntry(
        ref.url,
        ref.title,
        _said_of(context, view),
        _tags(context, ref.step, ref.kind_title),
        also=_names(ref.id, view.other_title, *_former(context, ref.id)),
        more=_joined(dict.fromkeys(said)),
    )
    return (entry, *_nodes(context, element)) if isinstance(element, Flow) else (entry,)


def _said_of(context: Context, view: ElementView) -> str:
    """What is concluded of the element, then what describes it; where it stands if neither is there."""
    headline = view.conclusion.headline if view.conclusion is not None else ""
    return _joined([headline, _plain(view.description or "")]) or _standing(context, view)


def _standing(context: Context, view: ElementView) -> str:
    """Where an element that nothing describes stands: what it is to those that are above it."""
    group = next((group for group in view.relations if group.side == "up"), None)
    if group is None:
        return ""
    return f"{group.label}{'：' if context.language == 'zh' else ': '}{group.refs[0].title}"


def _nodes(context: Context, flow: Flow) -> Iterator[SearchEntry]:
    for node in flow.steps.values():
        if not node.KIND.is_shown(Where.PAGE):
            yield _node(context, flow, node)


def _node(context: Context, flow: Flow, node: AnyNode) -> SearchEntry:
    ref = context.refs[node.id]
    text = _joined([context.said(node.description), context.said(flow.title)])
    return SearchEntry(
        page_url(node),
        ref.title,
        text,
        _tags(context, ref.step, ref.kind_title),
        also=(node.id, *_former(context, node.id)),
    )


def section_entries(url: str, title: str, body: str) -> tuple[SearchEntry, ...]:
    """A page as its sections, each headed by a heading with an anchor; pictures and examples are left out."""
    parts = _HEADING.split(_TITLE.sub("", _UNSAID.sub(" ", body)))
    entries = [SearchEntry(url, title, *_prose_and_cells(parts[0]))]
    for anchor, heading, said in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        entries.append(SearchEntry(f"{url}#{anchor}", _plain(heading), *_prose_and_cells(said)))
    return tuple(entries)


def list_entries(url: str, title: str, body: str) -> tuple[SearchEntry, ...]:
    """A page of tables whose rows have pages of their own: it is found by its words and headings."""
    return section_entries(url, title, _TABLE.sub("", body))


def index_entries(page: Page) -> Iterator[dict[str, Any]]:
    """The entries of a page for the theme's own search in someone's project, Chinese cut into words."""
    for entry in page.search:
        tags = _shown_tags(page, entry)
        yield {
            "location": entry.url,
            "title": segmented(html.escape(entry.title, quote=False)),
            "text": segmented(html.escape(_joined([*entry.also, entry.text, entry.more]), quote=False)),
            **({"tags": list(tags)} if tags else {}),
        }


def own_entries(page: Page) -> Iterator[dict[str, Any]]:
    """The entries of a page for the search of our own sites, as plain text; what is empty is left out."""
    for entry in page.search:
        fields = {
            "location": entry.url,
            "title": entry.title,
            "text": entry.text,
            "tags": _shown_tags(page, entry),
            "also": entry.also,
            "more": entry.more,
        }
        yield {name: value for name, value in fields.items() if value}


def _shown_tags(page: Page, entry: SearchEntry) -> tuple[str, ...]:
    return entry.tags or ((page.group,) if page.group else ())


def _tags(context: Context, step: int, kind: str) -> tuple[str, ...]:
    return (context.said(stage(step).name), kind)


def _former(context: Context, element: str) -> list[str]:
    """The ids that an element had before: whoever knows one of them finds it."""
    return [old for old, now in context.chain.engagement.former.items() if now == element]


def _names(*names: str) -> tuple[str, ...]:
    return tuple(name for name in names if name)


def _said_in(table: Table) -> Iterator[str]:
    """The words in the table: columns of figures are looked for by nobody."""
    for row in table.rows:
        yield from (text for cell in row.cells if _WORD.search(text := _said(cell)))


def _said(cell: Cell) -> str:
    """What the cell says; elements that it names are found by themselves."""
    return _joined(map(_said, cell.entries)) or (cell.text if cell.prose is None else _plain(cell.prose))


def _prose_and_cells(body: str) -> tuple[str, tuple[str, ...], tuple[str, ...], str]:
    """Text, tags and names (of which a section has none), and what stands in tables, as an entry takes them."""
    cells = (_plain(cell) for table in _TABLE.findall(body) for cell in _CELL.findall(table))
    return _plain(_TABLE.sub(" ", body)), (), (), _joined(dict.fromkeys(cell for cell in cells if _WORD.search(cell)))


def _plain(body: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", body)).split())


def _joined(texts: Iterable[str]) -> str:
    return " ".join(text for text in texts if text)
