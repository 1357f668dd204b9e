"""The outline of a file, and the elements of an engagement found by what they are called."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sevenstep.chain.address import page_path
from sevenstep.diagnostic import KeyPath, Span
from sevenstep.language import Language
from sevenstep.lsp.matching import rank
from sevenstep.lsp.navigation import Spot, definitions_of
from sevenstep.lsp.open_engagement import OpenEngagement
from sevenstep.method import stage
from sevenstep.model.element import Element
from sevenstep.model.kinds import SECTIONS
from sevenstep.source.document import Document
from sevenstep.source.places import KeySpans, locate

_MOST: Final = 100


@dataclass(frozen=True, slots=True)
class Symbol:
    """A section, an element or a step of a flow in a file: its whole stretch and that of its key."""

    name: str
    title: str
    whole: Span
    key: Span
    inner: tuple["Symbol", ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """An element, found by name."""

    element: str
    title: str
    kind: str
    spot: Spot


def outline(document: Document, language: Language, engagement: OpenEngagement | None = None) -> list[Symbol]:
    """The sections of a file with their elements, and the steps in these."""
    data = document.data
    if not isinstance(data, dict):
        return []
    paths: set[KeyPath] = set()
    for section, entries in data.items():
        paths.add((section,))
        for key, fields in entries.items() if isinstance(entries, dict) else ():
            paths.add((section, key))
            steps = fields.get("steps") if isinstance(fields, dict) else None
            paths |= {(section, key, "steps", step) for step in (steps if isinstance(steps, dict) else ())}
    spans = locate(document.read_as, paths)
    titles = _titles(engagement, language)
    return [symbol for section in data if (symbol := _section(data, section, spans, titles, language)) is not None]


def _titles(engagement: OpenEngagement | None, language: Language) -> dict[str, str]:
    if engagement is None or engagement.checked is None:
        return {}
    return {key: one.title.for_language(language) for key, one in engagement.checked.chain.elements.items()}


def _section(
    data: Mapping[str, object], section: str, spans: dict[KeyPath, KeySpans], titles: dict[str, str], language: Language
) -> Symbol | None:
    entries = data[section]
    cls = SECTIONS.get(section)
    title = cls.KIND.titles.for_language(language) if cls is not None else ""
    inner = tuple(_elements(section, entries, spans, titles)) if isinstance(entries, dict) else ()
    return _symbol(section, title, spans.get((section,)), inner)


def _elements(
    section: str, entries: Mapping[str, object], spans: dict[KeyPath, KeySpans], titles: dict[str, str]
) -> Iterator[Symbol]:
    for key, fields in entries.items():
        steps = fields.get("steps") if isinstance(fields, dict) else None
        inner = tuple(
            symbol
            for step in (steps if isinstance(steps, dict) else ())
            if (symbol := _symbol(step, titles.get(f"{key}/{step}", ""), spans.get((section, key, "steps", step)), ()))
        )
        if (symbol := _symbol(key, titles.get(key, ""), spans.get((section, key)), inner)) is not None:
            yield symbol


def _symbol(name: str, title: str, spans: KeySpans | None, inner: tuple[Symbol, ...]) -> Symbol | None:
    if spans is None or spans.key is None:
        return None
    whole = Span(spans.key.line, spans.key.column, spans.value.end_line, spans.value.end_column)
    if (whole.end_line, whole.end_column) < (spans.key.end_line, spans.key.end_column):
        whole = spans.key
    return Symbol(name, title, whole, spans.key, inner)


def named(engagement: OpenEngagement, typed: str, language: Language) -> list[Named]:
    """The elements that `typed` may mean, the likeliest first."""
    checked = engagement.checked
    if checked is None:
        return []
    found = []
    for order, (key, element) in enumerate(checked.chain.elements.items()):
        names = (key, element.title.for_language("zh"), element.title.for_language("en"))
        if (how := rank(typed, names)) is not None:
            found.append((how, order, key))
    best = [key for _, _, key in sorted(found)[:_MOST]]
    spots = definitions_of(engagement, best)
    return [_named(checked.chain.elements[key], spots[key], language) for key in best if key in spots]


def _named(element: Element, spot: Spot, language: Language) -> Named:
    kind = (element.KIND.title, stage(element.KIND.step).name)
    return Named(
        element.id,
        element.title.for_language(language),
        " · ".join(text.for_language(language) for text in kind),
        spot,
    )


def element_around(engagement: OpenEngagement, file: str, line: int) -> dict[str, str] | None:
    """The element in whose lines a line of the file lies, and the page of the site that is about it."""
    document, checked = engagement.document(file), engagement.checked
    if document is None or checked is None:
        return None
    for section in outline(document, "en"):
        for one in section.inner:
            if one.key.line <= line <= one.whole.end_line and one.name in checked.chain.elements:
                found = checked.chain.elements[one.name]
                return {"element": one.name, "page": f"{page_path(found)}.html", "folder": str(engagement.folder)}
    return None
