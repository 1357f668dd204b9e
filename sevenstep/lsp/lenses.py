"""What stands above an element in the editor: what its page begins with, and what serves it."""

from collections.abc import Iterator
from dataclasses import dataclass

from sevenstep.diagnostic import Span
from sevenstep.language import Text, many
from sevenstep.lsp.open_engagement import OpenEngagement
from sevenstep.model.links import covering


@dataclass(frozen=True, slots=True)
class Lens:
    """A line above an element; `shows` its references when it is pressed."""

    span: Span
    text: Text
    element: str
    shows_references: bool


def lenses(engagement: OpenEngagement, file: str) -> Iterator[Lens]:
    """The lenses of a file, in its order."""
    document, mentions = engagement.document(file), engagement.mentions
    if document is None or mentions is None:
        return
    chain = mentions.chain
    for mention in mentions.of(document):
        element = chain.elements.get(mention.element)
        if not mention.is_definition or element is None or "/" in element.id:
            continue
        if (said := engagement.headlines.get(element.id)) is not None:
            yield Lens(mention.span, said, element.id, shows_references=False)
        relations = {relation.name for relation in covering(element.KIND.name)}
        if relations:
            held = {link.source for link in chain.incoming.get(element.id, ()) if link.relation.name in relations}
            yield Lens(mention.span, _served(len(held)), element.id, shows_references=bool(held))


def _served(count: int) -> Text:
    if not count:
        return Text(zh="尚无要素支撑", en="nothing serves it yet")
    return Text(zh=f"{count} 个要素支撑", en=f"served by {many(count, 'element')}")
