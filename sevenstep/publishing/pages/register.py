"""What a reviewer asks for in one list: gaps that were accepted, figures that are assumed, and the sources."""

from collections.abc import Iterator

from sevenstep.model.element import Element
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import prose_cell, refs_cell, text_cell
from sevenstep.publishing.views import Cell, Row, Table
from sevenstep.source.address import safe_address


def accepted_violations(context: Context) -> Table:
    """Every violation that its author accepts, with the reason."""
    words = context.words
    rows = []
    for accepted in context.accepted:
        acceptance, diagnostic = accepted.match.acceptance, accepted.diagnostic
        by = Cell(text=" ".join(said for said in (context.said(acceptance.by), acceptance.until or "") if said))
        what = Cell(text=f"{diagnostic.rule.code} {context.said(diagnostic.message)}")
        rows.append(Row((refs_cell(context, [diagnostic.element]), what, prose_cell(context, acceptance.reason), by)))
    heads = (words["element"], words["gap"], words["reason"], words["accepted_by"])
    return Table(words["accepted_gaps"], "accepted", heads, tuple(rows))


def assumed_elements(context: Context) -> Iterator[Element]:
    """The elements that say of themselves that their figures are assumed."""
    for element in context.chain.elements.values():
        if element.source is not None and element.source.is_assumption:
            yield element


def assumptions(context: Context) -> Table:
    """Every element whose figures are assumed, with the reason."""
    words = context.words
    rows = tuple(
        Row((refs_cell(context, [element.id]), prose_cell(context, element.source.note if element.source else None)))
        for element in assumed_elements(context)
    )
    return Table(words["assumptions"], "assumptions", (words["element"], words["reason"]), rows)


def sources(context: Context) -> Table:
    """The registered documents, interviews and data sets."""
    words = context.words
    rows = []
    for key, document in context.header.sources.items():
        link = safe_address(document.link or "")
        title = Cell(text=context.said(document.title), link=link)
        rows.append(Row((Cell(text=key), title, text_cell(context, document.by), Cell(text=document.date or ""))))
    heads = (words["source"], words["title"], words["owner"], words["date"])
    return Table(words["sources"], "sources", heads, tuple(rows))
