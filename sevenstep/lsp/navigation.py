"""From an id to where it is defined, and to everywhere it is named."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sevenstep.diagnostic import Place, Span
from sevenstep.lsp.mentions import Mention
from sevenstep.lsp.open_engagement import OpenEngagement
from sevenstep.source.places import spans_of


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of a file of the engagement."""

    file: str
    span: Span


def mention_at(engagement: OpenEngagement, file: str, line: int, column: int) -> Mention | None:
    """The id that stands there."""
    document, mentions = engagement.document(file), engagement.mentions
    return mentions.at(document, line, column) if document is not None and mentions is not None else None


def definition_of(engagement: OpenEngagement, element: str) -> Spot | None:
    """Where an element is defined."""
    return definitions_of(engagement, [element]).get(element)


def definitions_of(engagement: OpenEngagement, elements: Iterable[str]) -> dict[str, Spot]:
    """Where elements are defined, as far as that can be found; a file is looked through once."""
    if engagement.checked is None:
        return {}
    places = engagement.checked.chain.engagement.places
    by_file: dict[str, dict[str, Place]] = {}
    for key in elements:
        if key in places:
            by_file.setdefault(places[key].file, {})[key] = engagement.checked.chain.engagement.place(key)
    found: dict[str, Spot] = {}
    for file, wanted in by_file.items():
        document = engagement.document(file)
        spans = spans_of(wanted.values(), [document] if document is not None else [])
        found |= {key: Spot(file, spans[place]) for key, place in wanted.items() if place in spans}
    return found


def references_of(engagement: OpenEngagement, element: str, *, with_definition: bool = True) -> list[Spot]:
    """Everywhere an element is named, in the order of the files."""
    found = _mentions_of(engagement, element)
    return [spot for spot, mention in found if with_definition or not mention.is_definition]


def _mentions_of(engagement: OpenEngagement, element: str) -> Iterator[tuple[Spot, Mention]]:
    mentions = engagement.mentions
    if mentions is None:
        return
    for file in sorted(mentions.files_with(element)):
        document = engagement.document(file)
        for mention in mentions.of(document) if document is not None else ():
            if mention.element == element:
                yield Spot(file, mention.span), mention
