"""From the text of a chapter to what it refers to."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final
from urllib.parse import unquote

from markdown_it.token import Token

from sevenstep.diagnostic import Span
from sevenstep.memory import by_content
from sevenstep.model.chapters.addresses import file_named
from sevenstep.model.chapters.chapter import Address, Chapter, Mark, MarkKind, Note
from sevenstep.source.document import Document
from sevenstep.source.footnotes import LooseNote, loose_notes
from sevenstep.source.lines import LineIndex
from sevenstep.source.markdown import (
    CLOSE,
    IN_TEXT,
    MARK,
    ON_ITS_LINE,
    chapter_tokens,
    description_markdown,
    is_too_much,
    title_at,
)

_LONGEST: Final = 300
_MARKS: Final = re.compile(
    r"\\."  # what a backslash takes the meaning from
    rf"|\[\[(?P<link>[^\[\]\r\n]{{1,{_LONGEST}}})\]\]"
    rf"|\{{\{{(?P<macro>[^{{}}\r\n]{{0,{_LONGEST}}})\}}\}}"
    rf"|【【(?P<wide_link>[^【】\[\]\r\n]{{1,{_LONGEST}}})】】"
    rf"|[｛{{]{{2}}(?P<wide_macro>[^｛｝{{}}\r\n]{{1,{_LONGEST}}})[｝}}]{{2}}"
    rf"|(?P<open_macro>\{{\{{[^{{}}\r\n]{{0,{_LONGEST}}}\}}?)"
    rf"|(?P<open_link>\[\[[^\[\]\r\n]{{1,{_LONGEST}}}(?:\](?![\](\[])|(?=[\r\n]|$)))",
    re.DOTALL,
)
_MACROS: Final[dict[str, MarkKind]] = {"picture": "picture", "table": "table", "value": "value"}
_SIGNS: Final = ("[[", "【【", "[^")
_PIPE: Final = re.compile(r"\\?[|｜]")


def parse(document: Document) -> Chapter:
    """The title of a chapter, its marks and its addresses. Time grows with the text."""
    lines = LineIndex(document.text)
    marked, marks = _replaced(document.text, lines)
    env: dict[str, Any] = {}
    tokens = chapter_tokens(marked, env)
    found = _meant(tokens, marks)
    addresses = tuple(_addresses(document.name, tokens, lines, found))
    at = title_at(tokens)
    title = "" if at is None else heading_words(tokens[at + 1], lambda number: found[number].plain)
    notes = tuple(_note(note, lines) for note in loose_notes(tokens, env))
    return Chapter(document.name, title, marked, tuple(found), addresses, notes)


@dataclass(frozen=True, slots=True)
class Description:
    """A text of an element in Markdown: its links to elements are marks, as in a chapter; all else stays as typed."""

    marked: str
    marks: tuple[Mark, ...] = ()
    loose_notes: tuple[LooseNote, ...] = ()


@by_content(4096)
def parse_description(text: str) -> Description:
    """The marks of a description and the footnotes in it that do not fit."""
    if not any(sign in text for sign in _SIGNS) or is_too_much(text):
        return Description(text)
    marked, marks = _replaced(text, LineIndex(text))
    kept = {number for number, mark in enumerate(marks) if mark.kind == "link" or mark.meant.startswith("[[")}
    marked = MARK.sub(lambda match: match[0] if int(match[1]) in kept else marks[int(match[1])].written, marked)
    env: dict[str, Any] = {}
    tokens = description_markdown().parse(marked, env)
    return Description(marked, tuple(_meant(tokens, marks)), tuple(loose_notes(tokens, env)))


def _meant(tokens: list[Token], marks: list[Mark]) -> list[Mark]:
    """The marks with what they are where they stand."""
    meaning = _meaning(tokens)
    return [
        replace(mark, kind="text") if number not in meaning else replace(mark, is_block=meaning[number])
        for number, mark in enumerate(marks)
    ]


def _note(note: LooseNote, lines: LineIndex) -> Note:
    """The footnote with the place where its label is written."""
    label = f"[^{note.label}]"
    at = lines.text.find(label, lines.start(note.line + 1))
    at = at if at >= 0 else lines.start(note.line + 1)
    return Note(note.label, note.problem, lines.span(at, at + len(label)))


def _replaced(text: str, lines: LineIndex) -> tuple[str, list[Mark]]:
    """The text with a token in place of each mark, and the marks."""
    pieces: list[str] = []
    marks: list[Mark] = []
    behind = 0
    for match in _MARKS.finditer(text):
        if match.lastgroup is None:
            continue
        start, end = match.span()
        mark = _mark(match, lines.span(start, end))
        is_alone = mark.kind in {"picture", "table"} and lines.is_alone(start, end)
        pieces += [text[behind:start], ON_ITS_LINE if is_alone else IN_TEXT, str(len(marks)), CLOSE]
        marks.append(mark)
        behind = end
    return "".join([*pieces, text[behind:]]), marks


def _mark(match: re.Match[str], span: Span) -> Mark:
    written, group = match[0], match.lastgroup or ""
    said = match[group]
    if group == "link":
        name, _, words = _PIPE.sub("|", said, count=1).partition("|")
        return Mark("link", written, span, (name.strip(),), words.strip())
    if group == "macro":
        first, *names = said.split() or [""]
        return Mark(_MACROS.get(first, "unknown"), written, span, tuple(names), first)
    meant = {"wide_link": f"[[{said}]]", "wide_macro": f"{{{{{said}}}}}"}.get(group, "")
    return Mark("typo", written, span, meant=meant)


def _meaning(tokens: list[Token]) -> dict[int, bool]:
    """The marks that stand in text, by number, with whether each is a block; the others stand in code or addresses."""
    found: dict[int, bool] = {}
    for token in tokens:
        if token.type == "mark":
            found.update((int(match[1]), True) for match in MARK.finditer(token.content))
        links = 0
        for child in token.children or ():
            links += child.nesting if child.type in {"link_open", "link_close"} else 0
            if child.type == "text" and not links:
                found.update((int(match[1]), False) for match in MARK.finditer(child.content))
    return found


def heading_words(inline: Token, words: Callable[[int], str]) -> str:
    """What a heading says in plain words; `words` are those of a mark, by its number."""
    said = "".join(child.content for child in inline.children or ())
    return " ".join(MARK.sub(lambda match: words(int(match[1])), said).split())


@dataclass(slots=True)
class _Cursor:
    """Where in the text the next address is looked for."""

    at: int = 0
    line: int = 0


def _addresses(file: str, tokens: list[Token], lines: LineIndex, marks: list[Mark]) -> Iterator[Address]:
    cursor = _Cursor()
    for token in tokens:
        if token.type == "footnote_open":  # they stand at the end, wherever they are written
            cursor = _Cursor()
        if token.map is not None and token.map[0] >= cursor.line:
            cursor.line = token.map[0]
            cursor.at = max(cursor.at, lines.start(cursor.line + 1))
        for child in token.children or ():
            name = {"link_open": "href", "image": "src"}.get(child.type)
            if name is not None:
                encoded = unquote(str(child.attrs.get(name, "")))
                address = MARK.sub(lambda match: marks[int(match[1])].written, encoded)
                yield Address(address, _span(address, lines, cursor), child.type == "image", file_named(file, address))


def _span(address: str, lines: LineIndex, cursor: _Cursor) -> Span:
    """Where the address is written; of one that is written elsewhere, the line on which it is used."""
    at = lines.text.find(address, cursor.at, cursor.at + 10_000) if address else -1
    if at < 0 or "\n" in address:
        start = lines.start(cursor.line + 1)
        return lines.span(start, start + 1)
    cursor.at = at + len(address)
    return lines.span(at, at + len(address))
