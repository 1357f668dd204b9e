"""Texts that are not what their author typed: cut off by a blank and ``#``, or changed by a backslash."""

import re
from collections.abc import Iterator
from typing import Any, Final

from sevenstep.diagnostic import Diagnostic, Edit
from sevenstep.language import LANGUAGES, Text
from sevenstep.source.characters import brief
from sevenstep.source.files import SourceFile
from sevenstep.source.fixes import Typo, edit_of, quoted, quoting
from sevenstep.source.lines import position
from sevenstep.source.problems import BACKSLASH_IN_QUOTES, TEXT_CUT_BY_HASH

_PATH: Final = r"(?<![\w\\])[A-Z]:\\[abefnrtv0]\w"
_POSSIBLE: Final = re.compile(rf":[ \t]+#[^\s#]|[^\s:#][ \t]+#(?=[^\s#])|[(（“《][^\n(（“《]*[ \t]#|\"[^\"\n]*{_PATH}")

_COMMENT: Final = re.compile(r"[ \t]+#(?P<said>[^\n\r]*)")
_REMARK: Final = re.compile(r"(?:todo|fixme|xxx|note|nb|tbd|draft|待|注|备注|说明|见|region\b)", re.IGNORECASE)
_LETTER: Final = re.compile(r"[^\W\d_]")
_TEXTS: Final = frozenset(
    {*LANGUAGES, "title", "statement", "description", "definition", "narration", "what", "reason", "note", "client"}
)
_OPEN: Final = {"(": ")", "（": "）", "“": "”", "《": "》", "「": "」"}
_MOST: Final = 50


def may_be_cut(text: str) -> bool:
    """Whether any of this may be in the text: cheap looks before the thorough one."""
    return (" #" in text or "\t#" in text or ":\\" in text) and _POSSIBLE.search(text) is not None


def cuts(source: SourceFile) -> Iterator[Diagnostic]:
    """Texts of the file that end before “ #”, and paths in double quotes that hold escapes."""
    from sevenstep.source.reader import plain_words

    text, count, key = source.text, 0, ""
    for event in plain_words(text):
        found = None
        end = event.end_mark.index
        if not event.style and event.value and (match := _COMMENT.match(text, end)):
            found = _cut(source, event, match, key)
        elif not event.style and not event.value and key in _TEXTS and (match := _COMMENT.match(text, end)):
            found = _all_cut(source, match)
        elif event.style == '"' and re.search(_PATH, text[event.start_mark.index : end]):
            found = _path(source, event)
        key = event.value
        if found is not None:
            yield found
            count += 1
        if count >= _MOST:
            return


def _cut(source: SourceFile, event: Any, match: re.Match[str], key: str) -> Diagnostic | None:
    said = match["said"].rstrip()
    value: str = event.value
    sure = said[:1].isdigit() and _LETTER.search(value) is not None
    if not (sure or _unfinished(value) or _looks_like_text(value, said, key)):
        return None
    start = event.start_mark
    whole = source.text[start.index : match.end()].rstrip()
    shown = brief(quoted(whole))
    typo = Typo(
        TEXT_CUT_BY_HASH,
        start.line + 1,
        start.column + 1,
        len(value),
        Text(
            zh=f"文字到“{brief(value)}”为止：“ #{brief(said)}”成了注释",
            en=f"The text ends at “{brief(value)}”: “ #{brief(said)}” is taken for a comment",
        ),
        Text(
            zh=f"给整段文字加上引号：{shown}；若真是注释，在 # 后面加一个空格",
            en=f"Put quotes around the whole text: {shown}; if it is a comment, write a blank after the #",
        )
        if said[:1].strip()
        else Text(zh=f"给整段文字加上引号：{shown}", en=f"Put quotes around the whole text: {shown}"),
    )
    edits: tuple[Edit, ...] = ()
    if sure and "\n" not in whole:
        fixes = quoting(start.line + 1, start.column + 1, whole)
        edits = tuple(edit_of(fix, source.name) for fix in fixes)
    return Diagnostic(typo.rule, typo.place(source.name), typo.message, typo.remedy, edits=edits)


def _all_cut(source: SourceFile, match: re.Match[str]) -> Diagnostic | None:
    """A text that begins with ``#``: nothing is left of it."""
    said = match["said"].rstrip()
    if not said[:1].isalnum() or _REMARK.match(said):
        return None
    start = match.start("said") - 1
    line, column = position(source.text, start)
    whole = f"#{said}"
    shown = brief(quoted(whole))
    typo = Typo(
        TEXT_CUT_BY_HASH,
        line,
        column,
        len(whole),
        Text(zh=f"“{brief(whole)}”成了注释", en=f"“{brief(whole)}” is taken for a comment"),
        Text(
            zh=f"给整段文字加上引号：{shown}；若真是注释，在 # 后面加一个空格",
            en=f"Put quotes around the whole text: {shown}; if it is a comment, write a blank after the #",
        ),
    )
    edits = tuple(edit_of(fix, source.name) for fix in quoting(line, column, whole)) if said[:1].isdigit() else ()
    return Diagnostic(typo.rule, typo.place(source.name), typo.message, typo.remedy, edits=edits)


def _looks_like_text(value: str, said: str, key: str) -> bool:
    """Whether what stands behind ``#``, without a blank, is rather a part of the text than a remark on it."""
    if not said[:1].strip() or not said[:1].isalnum() or _REMARK.match(said):
        return False
    return bool(_LETTER.search(value)) and (key in _TEXTS or " " in value)


def _unfinished(value: str) -> bool:
    """Whether the text breaks off inside brackets or quotes."""
    return any(value.count(opening) > value.count(other) for opening, other in _OPEN.items())


def _path(source: SourceFile, event: Any) -> Diagnostic | None:
    start, end = event.start_mark, event.end_mark
    raw = source.text[start.index : end.index]
    if "\n" in raw:
        return None
    typo = Typo(
        BACKSLASH_IN_QUOTES,
        start.line + 1,
        start.column + 1,
        len(raw),
        Text(
            zh=f"双引号里的“\\”被当成了特殊字符：{brief(raw)}",
            en=f"A backslash in double quotes starts an escape: {brief(raw)}",
        ),
        Text(zh="改用单引号，或写成“\\\\”", en="Use single quotes, or write it twice: \\\\"),
    )
    return Diagnostic(typo.rule, typo.place(source.name), typo.message, typo.remedy, edits=typo.edits(source.name))
