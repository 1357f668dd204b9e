"""Footnotes: ``[^1]`` in the text, ``[^1]: what it says`` anywhere. Those that do not fit are known.

Where the document has a name (``docId``), a footnote and its mark lead to one another; without one, as in descriptions
of which many stand on a page, they are numbered only.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_def, footnote_ref

_DEFINITION: Final = re.compile(r"\[\^[^\s\[\]]{1,60}\][:：]")
_REFERENCE: Final = re.compile(r"\[\^([^\s\[\]]{1,60})\]")
_DEFINED: Final = "footnotes_defined"


Problem = Literal["undefined", "unused", "twice"]


@dataclass(frozen=True, slots=True)
class LooseNote:
    """A footnote that does not fit: its label, and the line (from 0) on which that stands."""

    label: str
    line: int
    problem: Problem


def footnotes(converter: MarkdownIt) -> None:
    """A plugin: those of Pandoc, with a full-width colon too, and without notes inside the text."""
    converter.use(footnote_plugin, inline=False)
    converter.block.ruler.at("footnote_def", _definition, {"alt": ["paragraph", "reference"]})
    converter.inline.ruler.at("footnote_ref", _reference)
    converter.core.ruler.before("footnote_tail", "footnotes_defined", _remember)
    for name, render in (
        ("ref", _ref),
        ("block_open", _begin),
        ("block_close", _end),
        ("open", _note),
        ("anchor", _back),
    ):
        converter.add_render_rule(f"footnote_{name}", render)


def loose_notes(tokens: Sequence[Token], env: dict[str, Any]) -> Iterator[LooseNote]:
    """The footnotes that do not fit, of a text that was parsed with `env`."""
    used = {data.get("label") for data in env.get("footnotes", {}).get("list", {}).values()}
    seen: set[str] = set()
    for label, line in env.get(_DEFINED, ()):
        if label in seen:
            yield LooseNote(label, line, "twice")
        elif label not in used:
            yield LooseNote(label, line, "unused")
        seen.add(label)
    for token in tokens:
        for child in token.children or ():
            if child.type == "text" and "[^" in child.content:
                for match in _REFERENCE.finditer(child.content):
                    if re.search(rf"(?<!\\){re.escape(match[0])}", token.content):  # a backslash makes it text
                        yield LooseNote(match[1], token.map[0] if token.map else 0, "undefined")


def _definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    begin = state.bMarks[start] + state.tShift[start]
    match = _DEFINITION.match(state.src, begin, state.eMarks[start])
    if match is None:
        return False
    if match[0].endswith("："):
        state.src = f"{state.src[: match.end() - 1]}:{state.src[match.end() :]}"
    return footnote_def(state, start, end, silent)


def _reference(state: StateInline, silent: bool) -> bool:
    return _REFERENCE.match(state.src, state.pos, state.posMax) is not None and footnote_ref(state, silent)


def _remember(state: StateCore) -> None:
    """Where each is defined: afterwards only one of each is left, and that only if it is used."""
    found = [
        (token.meta["label"], token.map[0] if token.map else 0)
        for token in state.tokens
        if token.type == "footnote_reference_open"
    ]
    if found:
        state.env[_DEFINED] = found


def _name(token: Token, env: Any) -> tuple[int, str, str]:
    """The number of a footnote, its address and that of its mark; empty where the document has no name."""
    number, again = token.meta["id"] + 1, token.meta.get("subId") or 0
    document = env.get("docId", "")
    if not document:
        return number, "", ""
    return number, f"fn-{document}-{number}", f"fnref-{document}-{number}{f'-{again + 1}' if again else ''}"


def _ref(_renderer: Any, tokens: Sequence[Token], at: int, _options: Any, env: Any) -> str:
    number, note, mark = _name(tokens[at], env)
    inner = f'<a href="#{note}" id="{mark}">{number}</a>' if note else str(number)
    return f'<sup class="ss-note-mark">{inner}</sup>'


def _begin(_renderer: Any, _tokens: Sequence[Token], _at: int, _options: Any, _env: Any) -> str:
    return '<section class="ss-notes"><ol>\n'


def _end(_renderer: Any, _tokens: Sequence[Token], _at: int, _options: Any, _env: Any) -> str:
    return "</ol></section>\n"


def _note(_renderer: Any, tokens: Sequence[Token], at: int, _options: Any, env: Any) -> str:
    _, note, _ = _name(tokens[at], env)
    return f'<li id="{note}">' if note else "<li>"


def _back(_renderer: Any, tokens: Sequence[Token], at: int, _options: Any, env: Any) -> str:
    number, _, mark = _name(tokens[at], env)
    return f' <a href="#{mark}" class="ss-note-back" aria-label="↩ {number}">↩</a>' if mark else ""
