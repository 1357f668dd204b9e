"""What a reviewer asks for in one list: what is deferred and why, figures that are assumed, and the sources."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from typing import Final

from sevenstep.chain.assumptions import assumed_elements
from sevenstep.checking.check import Accepted
from sevenstep.model.contents import sources as sources_of
from sevenstep.model.pages import pages_said
from sevenstep.publishing.context import Context, prose
from sevenstep.publishing.pages.cells import prose_cell, quote_language, refs_cell, text_cell
from sevenstep.publishing.pages.measured import quantity_of
from sevenstep.publishing.views import Cell, Html, Ref, Row, Table
from sevenstep.source.address import safe_address

_FIRST: Final = re.compile(r".+?。|.+?\.(?=\s)|.+")
"""The first sentence of a reason."""
_TAG: Final = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Deferred:
    """What is accepted as open at one element: what is missing there, in words."""

    ref: Ref
    gap: str


@dataclass(frozen=True, slots=True)
class DeferredGroup:
    """All that is open for one reason; `title` is its first sentence, `reason` all of it where that is more."""

    title: str
    reason: Html | None
    by: str
    rows: tuple[Deferred, ...]


def deferred_by_reason(context: Context) -> tuple[DeferredGroup, ...]:
    """Every violation that its author accepts, by the reason given, the reason of most first."""
    groups: dict[tuple[str, str], list[Accepted]] = {}
    for accepted in context.accepted:
        given = accepted.match.acceptance
        by = " ".join(said for said in (context.said(given.by), given.until or "") if said)
        groups.setdefault((context.said(given.reason), by), []).append(accepted)
    found = (_group(context, by, listed) for (_, by), listed in groups.items())
    return tuple(sorted(found, key=lambda group: -len(group.rows)))


def _group(context: Context, by: str, listed: Sequence[Accepted]) -> DeferredGroup:
    said = prose(context, listed[0].match.acceptance.reason) or Html("")
    plain = " ".join(unescape(_TAG.sub(" ", said)).split())
    first = _FIRST.match(plain)
    title = first[0] if first is not None else plain
    is_more = title != plain or "<a " in said
    rows = tuple(
        Deferred(ref, _coded(context, accepted))
        for accepted in listed
        for ref in context.refs_of([accepted.diagnostic.element])
    )
    return DeferredGroup(title.rstrip("。.；;"), said if is_more else None, by, rows)


def _coded(context: Context, accepted: Accepted) -> str:
    code = f"{accepted.diagnostic.rule.code} " if context.authors else ""
    return code + context.said(accepted.diagnostic.message)


def assumptions(context: Context) -> Table:
    """Every element whose figures are assumed, with the reason."""
    words = context.words
    rows = tuple(
        Row((refs_cell(context, [element.id]), prose_cell(context, element.source.note if element.source else None)))
        for element in assumed_elements(context.chain)
    )
    return Table(words["assumptions"], "assumptions", (words["element"], words["reason"]), rows)


def sources(context: Context) -> Table:
    """The registered documents, interviews and data sets."""
    words = context.words
    rows = []
    for key, document in context.header.sources.items():
        link = safe_address(document.link or "")
        title = Cell(text=context.said(document.title), link=link)
        known = (Cell(text=key),) if context.authors else ()
        rows.append(Row((*known, title, text_cell(context, document.by), Cell(text=document.date or ""))))
    known_as = (words["source"],) if context.authors else ()
    heads = (*known_as, words["title"], words["owner"], words["date"])
    return Table(words["sources"], "sources", heads, tuple(rows))


def source_figures(context: Context) -> Table:
    """The figures that are registered with their documents: what each says, in its own words, and who uses it."""
    words = context.words
    users = _users(context)
    rows = []
    for key, document in context.header.sources.items():
        for name, figure in document.figures.items():
            quote = Cell(quote=context.said(figure.words), quote_lang=quote_language(context, figure.words))
            what = text_cell(context, figure.what)
            date = f" ({figure.date})" if figure.date else ""
            cells = (
                Cell(text=f"{key}#{name}" if context.authors else context.said(document.title)),
                what,
                Cell(
                    text=f"{figure.value.shown(context.language)}{date}",
                    number=True,
                    measured=quantity_of(figure.value, context.language),
                ),
                Cell(text=pages_said(figure.page or "", context.language)),
                quote,
                refs_cell(context, users.get((key, name), ())),
            )
            rows.append(Row(cells, anchor=f"figure-{key}-{name}"))
    heads = (
        words["source"],
        words["figure_of"],
        words["value"],
        words["page"],
        words["quoted"],
        words["used_by"],
    )
    return Table(words["source_figures"], "source-figures", heads, tuple(rows))


def _users(context: Context) -> dict[tuple[str, str], dict[str, None]]:
    """The elements that cite each figure, by document and name; of a step its flow, which has the page."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for element in context.chain.elements.values():
        for _, source in sources_of(element):
            if source.document is not None and source.figure is not None:
                found.setdefault((source.document, source.figure), {})[element.id] = None
    return found
