"""Markdown as a stream of tokens, without raw HTML: what every Markdown text of an engagement is read by.

A chapter is read with each of its marks (``[[…]]`` and ``{{…}}``) replaced by a token of three parts that no text can
hold: an opening, the mark's number, a closing. So the parser tells what stands in code, and nothing has to guess it.
"""

import re
from functools import lru_cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

IN_TEXT: Final = "\ufdd0"
"""Opens the token of a mark within a text."""
ON_ITS_LINE: Final = "\ufdd2"
"""Opens the token of a mark that is alone on its line: a block of its own."""
CLOSE: Final = "\ufdd1"
MARK: Final = re.compile(f"[{IN_TEXT}{ON_ITS_LINE}](\\d{{1,6}}){CLOSE}")
_BLOCK: Final = re.compile(f"{ON_ITS_LINE}\\d{{1,6}}{CLOSE}")


def plain_markdown() -> MarkdownIt:
    """A converter of the dialect that we read: CommonMark without raw HTML, with tables and struck-out text."""
    return MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])


@lru_cache(maxsize=1)
def chapter_markdown() -> MarkdownIt:
    """The converter of chapters; it drops no address: each is looked at where it is used."""
    converter = plain_markdown()
    converter.validateLink = lambda url: True  # type: ignore[method-assign]
    interrupts = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    converter.block.ruler.before("paragraph", "mark", _mark, interrupts)  # type: ignore[arg-type]
    converter.add_render_rule("mark", lambda _renderer, tokens, at, _options, _env: f"{tokens[at].content}\n")
    return converter


def chapter_tokens(marked: str) -> list[Token]:
    """The blocks of a chapter whose marks are replaced by their tokens."""
    return chapter_markdown().parse(marked)


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
