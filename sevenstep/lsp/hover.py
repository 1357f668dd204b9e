"""What is told of the thing under the pointer: an element with what its page begins with, a field, a fixed word."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sevenstep.chain.graph import STEP_OF, Chain
from sevenstep.diagnostic import Span
from sevenstep.language import Language, Text
from sevenstep.lsp.as_text import as_text
from sevenstep.lsp.cursor import Role, cursor_at
from sevenstep.lsp.open_engagement import OpenEngagement
from sevenstep.lsp.slots import label_of, slots_at
from sevenstep.method import stage
from sevenstep.model.element import Element
from sevenstep.model.field import ModelField, keyed
from sevenstep.model.kinds import SECTIONS
from sevenstep.model.type_words import type_in_words
from sevenstep.source.lines import LineIndex

_MOST: Final = 6
"""How many elements are named of one relation."""


@dataclass(frozen=True, slots=True)
class Told:
    """Markdown about a stretch of the file."""

    markdown: str
    span: Span | None = None


def told(engagement: OpenEngagement, file: str, text: str, line: int, column: int, language: Language) -> Told | None:
    """What is told of what stands there; None where nothing is known of it."""
    document, mentions = engagement.document(file), engagement.mentions
    if document is not None and mentions is not None:
        mention = mentions.at(document, line, column)
        if mention is not None and (element := mentions.chain.elements.get(mention.element)) is not None:
            return Told("\n\n".join(_of_element(engagement, mentions.chain, element, language)), mention.span)
    cursor = cursor_at(text, LineIndex(text).start(line) + column - 1)
    if cursor.role is Role.TEXT:
        return None
    word = text[cursor.start : cursor.end].strip("\"' ")
    if cursor.role is Role.KEY:
        if not cursor.path and word in SECTIONS:
            kind = SECTIONS[word].KIND
            said = (kind.titles, stage(kind.step).name, SECTIONS[word].EXPLANATION)
            return Told("\n\n".join(one.for_language(language) for one in said))
        for slot in slots_at(file, cursor.path, engagement.added):
            for cls in slot.classes:
                if (field := keyed(cls).get(word)) is not None:
                    return Told(_of_field(field, language))
        return None
    for slot in slots_at(file, cursor.path, engagement.added):
        if (label := label_of(slot, word)) is not None:
            return Told(f"`{word}` {label.for_language(language)}")
        if slot.field is not None:
            return Told(_of_field(slot.field, language))
    return None


def _of_field(field: ModelField, language: Language) -> str:
    example = Text(zh="例：", en="For example:").for_language(language)
    lines = (
        f"**{field.label.for_language(language)}** `{field.key}`",
        field.declared.explanation.for_language(language),
        f"*{type_in_words(field).for_language(language)}*",
        f"{example} `{field.key}: {field.declared.example}`",
    )
    return "\n\n".join(lines)


def _of_element(engagement: OpenEngagement, chain: Chain, element: Element, language: Language) -> Iterator[str]:
    """Its title, where it belongs, what it says of itself, its figures, and its relations both ways.

    The model's own texts are told as they are written: an editor shows Markdown, and runs nothing of it.
    """
    kind = element.KIND
    yield f"**{as_text(element.title.for_language(language))}** `{element.id}`"
    yield f"{kind.title.for_language(language)} · {stage(kind.step).name.for_language(language)}"
    if element.description is not None:
        first = element.description.for_language(language).strip().split("\n\n")[0]
        yield as_text(first)
    if (said := engagement.headlines.get(element.id)) is not None:
        yield f"**{as_text(said.for_language(language))}**"
    lines = [f"- {label}: {names}" for label, names in _relations(chain, element, language)]
    if lines:
        yield "\n".join(lines)


def _relations(chain: Chain, element: Element, language: Language) -> Iterator[tuple[str, str]]:
    found: dict[str, dict[str, None]] = {}
    for link in chain.outgoing.get(element.id, ()):
        if link.relation is not STEP_OF:
            found.setdefault(link.relation.forward.for_language(language), {})[link.target] = None
    for link in chain.incoming.get(element.id, ()):
        if link.relation is not STEP_OF:
            found.setdefault(link.relation.backward.for_language(language), {})[link.source] = None
    for label, keys in found.items():
        shown = [f"{as_text(chain.elements[key].title.for_language(language))} `{key}`" for key in list(keys)[:_MOST]]
        more = len(keys) - len(shown)
        yield label, ", ".join(shown) + (f" … (+{more})" if more > 0 else "")
