"""Markdown as a stream of tokens, without raw HTML: what every Markdown text of an engagement is read by.

A chapter is read with each of its marks (``[[…]]`` and ``{{…}}``) replaced by a token of three parts that no text can
hold: an opening, the mark's number, a closing. So the parser tells what stands in code, and nothing has to guess it.
"""

import re
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from sevenstep.memory import per_process
from sevenstep.source.dialect import with_dialect

IN_TEXT: Final = "\ufdd0"
"""Opens the token of a mark within a text."""
ON_ITS_LINE: Final = "\ufdd2"
"""Opens the token of a mark that is alone on its line: a block of its own."""
CLOSE: Final = "\ufdd1"
MARK: Final = re.compile(f"[{IN_TEXT}{ON_ITS_LINE}](\\d{{1,6}}){CLOSE}")
_BLOCK: Final = re.compile(f"{ON_ITS_LINE}\\d{{1,6}}{CLOSE}")


def plain_markdown() -> MarkdownIt:
    """A converter of what we read: CommonMark without raw HTML, with tables, struck-out text, and our dialect."""
    return with_dialect(MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"]))


@per_process
def chapter_markdown() -> MarkdownIt:
    """The converter of chapters; it drops no address: each is looked at where it is used."""
    converter = plain_markdown()
    converter.validateLink = lambda url: True  # type: ignore[method-assign]
    interrupts = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    converter.block.ruler.before("paragraph", "mark", _mark, interrupts)  # type: ignore[arg-type]
    converter.add_render_rule("mark", lambda _renderer, tokens, at, _options, _env: f"{tokens[at].content}\n")
    return converter


def chapter_tokens(marked: str, env: dict[str, Any] | None = None) -> list[Token]:
    """The blocks of a chapter whose marks are replaced by their tokens; `env` then holds its footnotes."""
    return chapter_markdown().parse(marked, env if env is not None else {})


MAX_LENGTH: Final = 20_000
"""Of a description."""
_MAX_MARKS: Final = {
    "[": 400,
    "]": 400,
    "*": 2_000,
    "_": 4_000,
    "`": 2_000,
    "<": 2_000,
    "&": 2_000,
    "~": 1_000,
    ">": 500,
    ":": 4_000,
    "^": 1_000,
}
"""More of these in one description than people write: it is shown as plain text."""


@per_process
def description_markdown() -> MarkdownIt:
    """The converter of descriptions: without images."""
    return plain_markdown().disable("image")


def is_too_much(text: str) -> bool:
    """Whether a description may have been made to choke the converter."""
    return len(text) > MAX_LENGTH or any(text.count(mark) > most for mark, most in _MAX_MARKS.items())


def title_at(tokens: list[Token]) -> int | None:
    """Where the title of a chapter begins: its first heading, three tokens long."""
    return next((at for at, token in enumerate(tokens) if token.type == "heading_open" and not token.level), None)


def _mark(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    """A block: the mark that is alone on its line."""
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]].strip()
    if state.is_code_block(start) or not _BLOCK.fullmatch(line):
        return False
    if not silent:
        token = state.push("mark", "", 0)
        token.content = line
        token.map = [start, start + 1]
        state.line = start + 1
    return True
