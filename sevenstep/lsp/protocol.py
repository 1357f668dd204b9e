"""What the providers found, in the types of the protocol."""

from collections.abc import Iterable, Iterator
from typing import Final

from lsprotocol import types

from sevenstep.diagnostic import Severity, Span
from sevenstep.lsp.colours import TYPES, Colour
from sevenstep.lsp.completion import Offer, OfferKind
from sevenstep.lsp.positions import Positions
from sevenstep.lsp.symbols import Symbol

SEVERITIES: Final = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.HINT: types.DiagnosticSeverity.Information,
    Severity.QUESTION: types.DiagnosticSeverity.Hint,
}
_KINDS: Final = {
    OfferKind.SECTION: types.CompletionItemKind.Module,
    OfferKind.FIELD: types.CompletionItemKind.Property,
    OfferKind.ELEMENT: types.CompletionItemKind.Reference,
    OfferKind.WORD: types.CompletionItemKind.EnumMember,
    OfferKind.UNIT: types.CompletionItemKind.Unit,
    OfferKind.SOURCE: types.CompletionItemKind.File,
    OfferKind.TEXT: types.CompletionItemKind.Snippet,
}


def range_of(positions: Positions, span: Span) -> types.Range:
    """A stretch as the editor counts it."""
    (line, character), (end_line, end_character) = positions.of_span(span)
    return types.Range(types.Position(line, character), types.Position(end_line, end_character))


def stretch_of(positions: Positions, start: int, end: int) -> types.Range:
    """What stands between two offsets, as the editor counts it."""
    return types.Range(types.Position(*positions.of_offset(start)), types.Position(*positions.of_offset(end)))


def completion_item(positions: Positions, offer: Offer, order: int) -> types.CompletionItem:
    """An offer, the `order`-th of those that are made."""
    where = stretch_of(positions, offer.start, offer.end)
    return types.CompletionItem(
        offer.name,
        label_details=types.CompletionItemLabelDetails(detail=f"  {offer.title}" if offer.title else None),
        kind=_KINDS[offer.kind],
        detail=offer.title or None,
        documentation=types.MarkupContent(types.MarkupKind.Markdown, offer.about) if offer.about else None,
        sort_text=f"{order:04}",
        # what was typed: the editor shall not throw out what was found by a title or its initials
        filter_text=positions.text[offer.start : offer.end] or offer.name,
        insert_text_format=types.InsertTextFormat.Snippet if offer.snippet else types.InsertTextFormat.PlainText,
        text_edit=types.TextEdit(where, offer.insert),
    )


_SYMBOL_KINDS: Final = (types.SymbolKind.Module, types.SymbolKind.Class, types.SymbolKind.Function)


def document_symbol(positions: Positions, symbol: Symbol, depth: int) -> types.DocumentSymbol:
    """An entry of the outline with those in it."""
    return types.DocumentSymbol(
        symbol.name,
        _SYMBOL_KINDS[min(depth, 2)],
        range_of(positions, symbol.whole),
        range_of(positions, symbol.key),
        detail=symbol.title or None,
        children=[document_symbol(positions, one, depth + 1) for one in symbol.inner],
    )


def folding_ranges(outline: Iterable[Symbol]) -> Iterator[types.FoldingRange]:
    """What of an outline can be folded: all that goes over several lines."""
    for symbol in outline:
        end = symbol.whole.end_line - (symbol.whole.end_column == 1)
        if end > symbol.whole.line:
            yield types.FoldingRange(symbol.whole.line - 1, end - 1)
        yield from folding_ranges(symbol.inner)


def token_data(positions: Positions, found: Iterable[Colour]) -> list[int]:
    """Coloured words as the protocol wants them: five numbers each, told from the one before."""
    data: list[int] = []
    last_line = last_start = 0
    for one in found:
        (line, start), (_, end) = positions.of_span(one.span)
        if end <= start:
            continue
        data += (
            line - last_line,
            start - last_start if line == last_line else start,
            end - start,
            TYPES.index(one.type),
            0,
        )
        last_line, last_start = line, start
    return data
