"""What a reviewer asks for in one list: gaps that were accepted, figures that are assumed, and the sources."""

from sevenstep.chain.assumptions import assumed_elements
from sevenstep.model.contents import sources as sources_of
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import prose_cell, quote_language, refs_cell, text_cell
from sevenstep.publishing.views import Cell, Row, Table
from sevenstep.source.address import safe_address


def accepted_violations(context: Context) -> Table:
    """Every violation that its author accepts, with the reason."""
    words = context.words
    rows = []
    for accepted in context.accepted:
        acceptance, diagnostic = accepted.match.acceptance, accepted.diagnostic
        by = Cell(text=" ".join(said for said in (context.said(acceptance.by), acceptance.until or "") if said))
        code = f"{diagnostic.rule.code} " if context.authors else ""
        what = Cell(text=code + context.said(diagnostic.message))
        rows.append(Row((refs_cell(context, [diagnostic.element]), what, prose_cell(context, acceptance.reason), by)))
    heads = (words["element"], words["gap"], words["reason"], words["accepted_by"])
    return Table(words["accepted_gaps"], "accepted", heads, tuple(rows))


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
                Cell(text=f"{figure.value.shown(context.language)}{date}", number=True),
                Cell(text=figure.page or ""),
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
