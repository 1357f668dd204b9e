"""Values of the model as cells: each type is shown its own way, and every figure tells whether it is assumed."""

from collections.abc import Iterable
from typing import Final

from sevenstep.analysis.choices import Verdict
from sevenstep.analysis.units import UnlikeUnits
from sevenstep.analysis.wholes import FROM_MEMBERS, Wholes, bound_of
from sevenstep.analysis.wording import shown_number
from sevenstep.language import Text
from sevenstep.model.choices import Sureness
from sevenstep.model.element import Element
from sevenstep.model.evidence import Figure
from sevenstep.model.pages import pages_said
from sevenstep.model.quantity import Portion, Quantity
from sevenstep.model.source import Source
from sevenstep.model.step2_indicators import Indicator
from sevenstep.publishing.context import Context, other, prose
from sevenstep.publishing.pages.measured import number_cell, quantity_of, share_number
from sevenstep.publishing.views import Cell, Html
from sevenstep.publishing.words.words import value_name
from sevenstep.source.address import safe_address

VERDICT_STYLES: Final = Verdict.each(
    {
        Verdict.REACHED: "is-better",
        Verdict.UNSETTLED: "is-unsettled",
        Verdict.MISSED: "is-worse",
        Verdict.UNKNOWN: "is-unknown",
    }
)


def text_cell(context: Context, text: Text | None) -> Cell:
    """A text of one line."""
    is_foreign = text is not None and text.lacks(context.language)
    return Cell(text=context.said(text), lang=other(context.language) if is_foreign else "")


def prose_cell(context: Context, text: Text | None) -> Cell:
    """A text of several lines, in Markdown."""
    return Cell(prose=prose(context, text) or Html(""))


def word_cell(context: Context, word: str | None) -> Cell:
    """One of the fixed words of the model."""
    return Cell(text=value_name(word, context.language) if word else "", style=f"is-{word}" if word else "")


def tag_titles(context: Context, element: Element) -> tuple[str, ...]:
    """What the tags of an element are called."""
    return tuple(context.said(context.header.tag_title(tag)) for tag in element.tags)


def refs_cell(context: Context, ids: Iterable[str | None]) -> Cell:
    """Elements as links."""
    return Cell(refs=context.refs_of(key for key in ids if key is not None))


def share_cell(context: Context, share: Portion | None) -> Cell:
    """A part of the whole, in per cent."""
    if share is None:
        return Cell(number=True)
    return share_number(context, share, share.shown(context.language))


def amount_cell(context: Context, amount: Quantity | None, source: Source | None, unit: str = "") -> Cell:
    """A number with its unit, marked where `source` does not vouch for it."""
    if amount is None:
        return Cell(number=True)
    shown = amount.shown(context.language, unit)
    full = quantity_of(amount, context.language, unit)
    return Cell(text=shown, number=True, assumed=assumption(context, source), measured=full)


def figure_cell(context: Context, element: Element, figure: Figure | None, unit: str = "") -> Cell:
    """A figure of an element; its own source goes before the element's."""
    if figure is None:
        return Cell(number=True)
    if figure.value is None and isinstance(element, Indicator):
        return _rolled_up(context, element, figure)
    return amount_cell(context, figure.value, figure.source or element.source, unit)


def _rolled_up(context: Context, indicator: Indicator, figure: Figure) -> Cell:
    """What the members of a figure come to, where it has no value of its own."""
    unit = indicator.figures_unit or ""
    try:
        found = Wholes(context.chain).stands(indicator, figure, unit, FROM_MEMBERS)
    except UnlikeUnits:
        found = None
    if found is None:
        return Cell(text=context.words["by_members_alone"], number=True)
    bound = bound_of(figure)
    said = f"{bound}{shown_number(found.value, unit, context.language)}"
    vouched = assumption(context, figure.source or indicator.source)
    note = context.words["origin_members"]
    return number_cell(context, said, found.value, unit, note=note, assumed=vouched)


def assumption(context: Context, source: Source | None) -> str | None:
    """The reason where a figure is an assumption, None where somebody vouches for it."""
    if source is None:
        return context.words["no_source"]
    if not source.is_assumption:
        return None
    return context.said(source.note) or context.words["assumed"]


def source_cell(context: Context, source: Source | None) -> Cell:
    """Where a statement comes from: the document and the place in it, with its words, the interview or the data set."""
    if source is None:
        return Cell()
    registered = context.header.sources.get(source.document or "")
    figure = registered.figures.get(source.figure or "") if registered else None
    written = "#".join(part for part in (source.document, source.figure) if part)
    document = context.said(registered.title) if registered else written
    page = pages_said(source.page or (figure.page if figure else None) or "", context.language)
    parts = [document, page, context.said(source.interview), context.said(source.dataset)]
    parts += [
        source.date or "",
        value_name(source.sure, context.language) if source.sure in {Sureness.MEDIUM, Sureness.LOW} else "",
    ]
    return Cell(
        text=" · ".join(part for part in parts if part),
        link=safe_address(registered.link) if registered and registered.link else "",
        note="" if source.is_assumption else context.said(source.note),
        assumed=assumption(context, source),
        quote=context.said(figure.words) if figure else "",
        quote_lang=quote_language(context, figure.words) if figure else "",
    )


def quote_language(context: Context, words: Text | None) -> str:
    """The language of a quotation where it is not that of the page: the words of a document are not translated."""
    return other(context.language) if words is not None and words.lacks(context.language) else ""
