"""What our Markdown knows beyond CommonMark: what consultants are used to from elsewhere, and what Chinese needs."""

import re
from bisect import bisect_left
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline import emphasis as emphasis_rule
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin

from sevenstep.source.footnotes import footnotes

_TODO: Final = re.compile(r"\[([ xX])\]\s+")
_ALERT: Final = re.compile(r"\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"(?<![\w/.@:])https?://[\w\-.~:/?#\[\]@!$&'()*+,;=%]+", re.ASCII)
_AFTER_ADDRESS: Final = ".,;:!?'*_"
_WIDE: Final = re.compile(
    "[\u2018\u2019\u201c\u201d\u2026\u3000-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]"
)
"""Chinese characters and their punctuation: between them stands no blank."""
_CLOSING: Final = -1
"""The key under which is kept where a comment ends."""
BOXES: Final = {" ": "☐ ", "x": "☑ "}


def with_dialect(converter: MarkdownIt) -> MarkdownIt:
    """The converter with all of it."""
    converter.use(deflist_plugin).use(footnotes)
    converter.block.ruler.before("paragraph", "comment", _comment_lines, {"alt": ["paragraph", "reference"]})
    converter.inline.ruler.before("html_inline", "comment", _comment)
    converter.inline.ruler.at("emphasis", _emphasis)
    converter.core.ruler.after("inline", "dialect", _dialect)
    return converter


def _comment_lines(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A comment that fills whole lines is a note of the author to themselves."""
    begin = state.bMarks[start] + state.tShift[start]
    if state.is_code_block(start) or not state.src.startswith("<!--", begin):
        return False
    closing = _closing(state.src, begin + 4, state.env)
    if closing < 0:
        return False
    last = bisect_left(state.eMarks, closing + 3, start, end)
    if last == end or state.src[closing + 3 : state.eMarks[last]].strip():
        return False
    if not silent:
        state.line = last + 1
    return True


def _comment(state: StateInline, silent: bool) -> bool:
    """A comment within a text."""
    if not state.src.startswith("<!--", state.pos):
        return False
    closing = _closing(state.src, state.pos + 4, state.cache)
    if not 0 <= closing <= state.posMax - 3:
        return False
    state.pos = closing + 3
    return True


def _closing(text: str, at: int, known: Any) -> int:
    """Where the comment ends whose words begin there, or -1; no stretch of the text is looked through twice."""
    begin, end = known.get(_CLOSING, (0, 0))
    if not begin <= at <= (end if end >= 0 else len(text)) or end == begin == 0:
        end = text.find("-->", at)
        known[_CLOSING] = at, end
    return int(end)


def _emphasis(state: StateInline, silent: bool) -> bool:
    """As CommonMark has it, but beside Chinese no blank is asked for: ``**重点：**下文``."""
    start, before = state.pos, len(state.delimiters)
    if not emphasis_rule.tokenize(state, silent):
        return False
    behind = state.src[start - 1] if start else " "
    ahead = state.src[state.pos] if state.pos < state.posMax else " "
    if state.src[start] == "*" and (_WIDE.match(behind) or _WIDE.match(ahead)):
        for delimiter in state.delimiters[before:]:
            delimiter.open, delimiter.close = not ahead.isspace(), not behind.isspace()
    return True


def _dialect(state: StateCore) -> None:
    """Boxes of task lists, alerts, bare addresses, captions of images, and line ends amid Chinese."""
    tokens = state.tokens
    for at, token in enumerate(tokens):
        if token.type in {"td_open", "th_open"} and (side := str(token.attrs.pop("style", "")).rpartition(":")[2]):
            token.attrs["class"] = f"ss-{side}"
        if token.type != "inline" or not token.children:
            continue
        above = tokens[at - 2].type if at > 1 else ""
        first = token.children[0]
        if above == "list_item_open" and (box := _TODO.match(first.content)):
            first.content = BOXES[box[1].lower()] + first.content[box.end() :]
            tokens[at - 2].attrs["class"] = "ss-todo"
        elif above == "blockquote_open" and (alert := _ALERT.fullmatch(first.content)):
            tokens[at - 2].attrs["class"] = f"ss-alert ss-alert-{alert[1].lower()}"
            token.children = token.children[1:]
            if token.children and token.children[0].type in {"softbreak", "hardbreak"}:
                del token.children[0]
        token.children = _linked(_joined(token.children))
        if len(token.children) == 1 and token.children[0].type == "image":
            _caption(tokens, at, token.children[0])


def _joined(children: list[Token]) -> list[Token]:
    """Without the line ends between Chinese characters, which would be shown as blanks."""
    kept: list[Token] = []
    for at, child in enumerate(children):
        around = (kept[-1].content[-1:], children[at + 1].content[:1]) if kept and at + 1 < len(children) else ("", "")
        if child.type != "softbreak" or not all(_WIDE.match(character) for character in around):
            kept.append(child)
    return kept


def _linked(children: list[Token]) -> list[Token]:
    """With bare addresses as links; Chinese around them is not taken for a part of them."""
    kept: list[Token] = []
    depth = 0
    for child in children:
        depth += child.nesting if child.type in {"link_open", "link_close"} else 0
        if child.type != "text" or depth or "http" not in child.content:
            kept.append(child)
            continue
        behind = 0
        for match in _ADDRESS.finditer(child.content):
            address = _trimmed(match[0])
            kept += [_text(child, child.content[behind : match.start()]), *_link(child, address)]
            behind = match.start() + len(address)
        kept.append(_text(child, child.content[behind:]))
    return kept


def _trimmed(address: str) -> str:
    """The address without the stop behind it, and without a bracket that was opened before it."""
    while address[-1] in _AFTER_ADDRESS or (address[-1] in ")]" and address.count("(") < address.count(")")):
        address = address[:-1]
    return address


def _text(like: Token, content: str) -> Token:
    return Token("text", "", 0, content=content, level=like.level)


def _link(like: Token, address: str) -> tuple[Token, Token, Token]:
    opening = Token("link_open", "a", 1, attrs={"href": address}, level=like.level, markup="autolink", info="auto")
    closing = Token("link_close", "a", -1, level=like.level, markup="autolink", info="auto")
    return opening, _text(like, address), closing


def _caption(tokens: list[Token], at: int, image: Token) -> None:
    """An image alone in its paragraph becomes a figure; its title is shown below it."""
    if image.attrs.get("title") and tokens[at - 1].type == "paragraph_open" and not tokens[at - 1].hidden:
        tokens[at - 1].tag = tokens[at + 1].tag = "figure"
        said = str(image.attrs.pop("title"))
        caption = [Token("caption_open", "figcaption", 1), Token("text", "", 0, content=said)]
        tokens[at].children = [image, *caption, Token("caption_close", "figcaption", -1)]
