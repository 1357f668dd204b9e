"""Where in a file of YAML a cursor stands: under which keys, at a key or at a value. The file may be half typed.

The parser cannot tell: what is being typed is seldom YAML yet. So the lines of the section are followed by their
indentation, brackets and quotes, and what is broken ends where the next key of the surroundings begins.
"""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from sevenstep.diagnostic import KeyPath
from sevenstep.source.lines import LINE_END

_KEY: Final = re.compile(
    r"""(?P<key>"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s\[\]{},#&*!|>'"%@`?-][^#]*?|[?-](?=[^\s])[^#]*?)\s*[:：](?=\s|$|(?<=：))""",
)
_NEW_KEY: Final = re.compile(r"\s*[\w.\-/]+\s*:(?:\s|$)")
_BLOCK: Final = re.compile(r"[|>][+\-0-9]*\s*(?:#.*)?$")
_ITEM: Final = re.compile(r"-(?:\s+|$)")
_TOKEN: Final = re.compile(r"[\w.\-/]*")
_COLON: Final = re.compile(r"\s*[:：](?=\s|$|(?<=：))")
_MOST_BEHIND: Final = 4_000
"""How many characters behind the cursor are searched for the keys of its mapping."""


class Role(StrEnum):
    """What is being typed."""

    KEY = "key"
    VALUE = "value"
    TEXT = "text"
    """A stretch of text that nothing can be said of: a block of text, a comment."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """The cursor inside the mapping or list at `path`; the path of a value ends with its own key or index.

    `word` is the token up to the cursor, from `start` to `end` the whole token stands (offsets). `present` are the
    other keys of the mapping in which a key is typed. `bare` says that the value, or the key, is typed on a line of its
    own in block style: fields may go over several lines there. `has_colon` tells that a colon stands behind the key.
    """

    path: KeyPath
    role: Role
    word: str
    start: int
    end: int
    present: frozenset[str] = frozenset()
    bare: bool = False
    has_colon: bool = False


@dataclass(slots=True)
class _Level:
    """An open mapping or list in block style: its column, and the key or index that is read now."""

    indent: int
    is_list: bool
    at: str | int
    keys: set[str] = field(default_factory=set)
    has_value: bool = False


def cursor_at(text: str, offset: int) -> Cursor:
    """What stands at that offset. Time grows with the section in which it lies."""
    return _Lines(text, offset).found()


class _Lines:
    """The lines of a section up to the cursor."""

    def __init__(self, text: str, offset: int) -> None:
        self.text = text
        self.offset = offset
        self.levels: list[_Level] = []

    def found(self) -> Cursor:
        at = _section_start(self.text, self.offset)
        while True:
            end = found.start() if (found := LINE_END.search(self.text, at)) else len(self.text)
            if at <= self.offset <= end:
                return self.here(at, end)
            line = self.text[at:end]
            if line.strip() and not line.lstrip().startswith("#"):
                behind = self.take(at, end)
                if isinstance(behind, Cursor):
                    return behind
                at = behind
            if found is None:
                return self.nothing()
            at = max(at, found.end())

    def take(self, start: int, end: int) -> "int | Cursor":
        """Follow one line that the cursor is not in: where what begins in it ends; or what it says of the cursor."""
        value = self.opened(start, end, end)
        if value is None:
            return end
        return self.behind(value, start, end)

    def opened(self, start: int, end: int, limit: int) -> int | None:
        """Open what the line opens, as far as `limit`: where the value begins, if one does."""
        at = start + _indent(self.text, start, end)
        while at < limit and (item := _ITEM.match(self.text, at, end)):
            if item.end() > limit:
                break
            self.item(at - start)
            at = item.end()
        key = _KEY.match(self.text, at, end)
        if key is None or key.end() > limit:
            return at if at < end else None
        self.key(at - start, unquoted(key["key"]))
        at = key.end()
        while at < end and self.text[at] in " \t":
            at += 1
        self.levels[-1].has_value = at < end and self.text[at] != "#"
        return at

    def item(self, column: int) -> None:
        """A ``-`` at that column."""
        while self.levels and self.levels[-1].indent > column:
            self.levels.pop()
        last = self.levels[-1] if self.levels else None
        if last is not None and last.indent == column and last.is_list:
            last.at = int(last.at) + 1
        else:
            self.levels.append(_Level(column, True, 0))

    def key(self, column: int, name: str) -> None:
        """A key at that column."""
        self.close(column)
        if not self.levels or self.levels[-1].indent < column:
            self.levels.append(_Level(column, False, name))
        self.levels[-1].at = name
        self.levels[-1].keys.add(name)

    def close(self, column: int) -> None:
        """Leave what lies deeper than a key at that column."""
        while self.levels and (
            self.levels[-1].indent > column or (self.levels[-1].indent == column and self.levels[-1].is_list)
        ):
            self.levels.pop()

    def path(self) -> KeyPath:
        return tuple(level.at for level in self.levels)

    def behind(self, at: int, start: int, end: int) -> "int | Cursor":
        """Where the value that begins at `at` ends: within this line, or with a text, brackets or quotes behind it."""
        if at >= end:
            return end
        if _BLOCK.match(self.text, at, end):
            return self.block_text(start, end)
        first = self.text[at]
        if first in "{[":
            return self.flow(at, self.levels[-1].indent if self.levels else -1)
        if first in "\"'":
            closed = _closing(self.text, at)
            return end if closed is None or closed <= end else self.within_text(at, closed)
        return end

    def within_text(self, start: int, end: int) -> "int | Cursor":
        return self.a_text(start, end) if start < self.offset <= end else end

    def block_text(self, start: int, end: int) -> "int | Cursor":
        """Behind the lines of a text in block style."""
        owner = self.levels[-1].indent if self.levels else _indent(self.text, start, end)
        at = end
        while found := LINE_END.search(self.text, at):
            line_end = nxt.start() if (nxt := LINE_END.search(self.text, found.end())) else len(self.text)
            line = self.text[found.end() : line_end]
            if line.strip() and _indent(self.text, found.end(), line_end) <= owner:
                break
            at = line_end
            if found.end() <= self.offset <= line_end:
                column = self.offset - found.end()
                if line.strip() or column > owner:
                    return self.a_text(found.end(), line_end)
                break
            if nxt is None:
                break
        return at

    def a_text(self, start: int, end: int) -> Cursor:
        return Cursor(self.path(), Role.TEXT, self.text[start : self.offset], start, end)

    def nothing(self) -> Cursor:
        return Cursor((), Role.KEY, "", self.offset, self.offset, frozenset(), bare=True)

    # -- the line of the cursor ------------------------------------------------------

    def here(self, start: int, end: int) -> Cursor:
        """What the line says of the cursor that stands in it."""
        value = self.opened(start, end, self.offset)
        stripped = self.text[start : self.offset].lstrip()
        if stripped.startswith("#"):
            return self.a_text(start, end)
        column = (value if value is not None and value < self.offset else self.offset) - start
        if value is not None and value > start and self.has_key_before(start, value):
            return self.value(value, start, end)
        begin = start + column
        word = self.text[begin : self.offset]
        if word[:1] in ("{", "["):
            return self.in_flow(begin, end)
        if word[:1] in ('"', "'") and (closed := _closing(self.text, begin)) and begin < self.offset < closed:
            word = word[1:]
        return self.at_key(begin, column, word, start, end)

    def has_key_before(self, start: int, value: int) -> bool:
        """Whether a key with its colon stands before the value on this line."""
        return self.text[start:value].rstrip().endswith((":", "：")) and bool(self.levels)

    def value(self, at: int, start: int, end: int) -> Cursor:
        """The cursor stands behind a colon."""
        if at < end and self.text[at] in "{[" and at < self.offset:
            return self.in_flow(at, end)
        if _BLOCK.match(self.text, at, end):
            return self.a_text(at, end)
        if self.offset < at:
            return Cursor(self.path(), Role.VALUE, "", self.offset, self.offset)
        stop = _comment(self.text, at, end)
        if self.offset > stop:
            return self.a_text(stop, end)
        word, begin = self.text[at : self.offset], at
        last = len(self.text[at:stop].rstrip()) + at
        if word[:1] in ('"', "'"):
            word, begin = word[1:], at
        return Cursor(self.path(), Role.VALUE, word, begin, max(last, self.offset))

    def at_key(self, begin: int, column: int, word: str, start: int, end: int) -> Cursor:
        """The cursor stands where a key may be typed, or the entry of a list."""
        token = _TOKEN.match(self.text, self.offset, end)
        last = token.end() if token else self.offset
        has_colon = _COLON.match(self.text, last, end) is not None
        in_item = bool(self.levels) and self.levels[-1].is_list and _ITEM.search(self.text[start:begin]) is not None
        if in_item and not has_colon and not _keys_behind(self.text, end, column):
            last = max(len(self.text[begin : _comment(self.text, begin, end)].rstrip()) + begin, self.offset)
            return Cursor(self.path(), Role.VALUE, word, begin, last, frozenset(), bare=True)
        self.close(column)
        deeper = bool(self.levels) and self.levels[-1].indent < column
        if deeper and not self.levels[-1].is_list and self.levels[-1].has_value:
            return self.a_text(begin, end)
        same = bool(self.levels) and self.levels[-1].indent == column
        path = self.path()[:-1] if same else self.path()
        keys = set(self.levels[-1].keys) if same else set()
        keys |= _keys_behind(self.text, end, column)
        return Cursor(path, Role.KEY, word, begin, last, frozenset(keys), bare=True, has_colon=has_colon)

    # -- brackets --------------------------------------------------------------------

    def flow(self, at: int, owner: int) -> "int | Cursor":
        """Behind the brackets that open at `at`; the cursor, should it stand between them."""
        brackets = _Brackets(self.text, at, self.offset, owner)
        brackets.run()
        if brackets.cursor is not None:
            return self.cursor_in(brackets)
        return brackets.at

    def in_flow(self, at: int, end: int) -> Cursor:
        brackets = _Brackets(self.text, at, self.offset, self.levels[-1].indent if self.levels else -1)
        brackets.run()
        return self.cursor_in(brackets) if brackets.cursor is not None else self.a_text(at, end)

    def cursor_in(self, brackets: "_Brackets") -> Cursor:
        found = brackets.cursor or self.nothing()
        return Cursor(
            (*self.path(), *found.path),
            found.role,
            found.word,
            found.start,
            found.end,
            found.present,
            has_colon=found.has_colon,
        )


@dataclass(slots=True)
class _Open:
    """An open bracket: a mapping with the key that is read, or a list with its index."""

    is_list: bool
    at: str | int | None
    keys: set[str] = field(default_factory=set)


class _Brackets:
    """A collection in flow style, followed character by character until it closes, or until the cursor is found."""

    def __init__(self, text: str, at: int, offset: int, owner: int) -> None:
        self.text, self.at, self.offset, self.owner = text, at, offset, owner
        self.open: list[_Open] = []
        self.token = at
        self.cursor: Cursor | None = None

    def run(self) -> None:
        while self.at < len(self.text):
            if self.at >= self.offset and self.open:
                self.cursor = self.stop()
                return
            char = self.text[self.at]
            if char in "\r\n" and self.broken():
                return
            if char in "\"'" and not self.text[self.token : self.at].strip():
                closed = _closing(self.text, self.at)
                if closed is None or (self.at < self.offset < closed):
                    if self.offset > self.at:
                        self.cursor = self.stop()
                    self.at = closed if closed is not None else len(self.text)
                    return
                self.at = closed
                continue
            if char == "#" and self.text[self.at - 1 : self.at].isspace():
                end = found.start() if (found := LINE_END.search(self.text, self.at)) else len(self.text)
                if self.at < self.offset <= end:
                    self.cursor = Cursor(self.path(), Role.TEXT, "", self.at, end)
                    return
                self.at = end
                continue
            self.step(char)
            self.at += 1
            if not self.open:
                return
        if self.open and self.offset >= len(self.text):
            self.cursor = self.stop()

    def broken(self) -> bool:
        """Whether the next line begins what belongs to the surroundings: the bracket was never closed."""
        found = LINE_END.search(self.text, self.at)
        start = found.end() if found else len(self.text)
        end = nxt.start() if (nxt := LINE_END.search(self.text, start)) else len(self.text)
        if start > self.offset:
            return False
        return _NEW_KEY.match(self.text, start, end) is not None and _indent(self.text, start, end) <= self.owner

    def step(self, char: str) -> None:
        if char in "{[":
            self.open.append(_Open(char == "[", 0 if char == "[" else None))
            self.token = self.at + 1
        elif char in "}]":
            self.open.pop()
            self.token = self.at + 1
        elif char == "," and self.open:
            top = self.open[-1]
            if isinstance(top.at, int):
                top.at += 1
            else:
                if top.at is None and (name := unquoted(self.text[self.token : self.at].strip())):
                    top.keys.add(name)
                top.at = None
            self.token = self.at + 1
        elif char == ":" and self.text[self.at + 1 : self.at + 2] in ("", " ", "\n", "\r", ",", "}", "]"):
            top = self.open[-1]
            if not top.is_list and top.at is None:
                top.at = unquoted(self.text[self.token : self.at].strip())
                top.keys.add(top.at)
                self.token = self.at + 1

    def path(self) -> KeyPath:
        """The keys and indices down to the innermost bracket, without what is read in it."""
        return tuple(one.at for one in self.open[:-1] if one.at is not None)

    def stop(self) -> Cursor:
        """The cursor among the brackets that are open."""
        top = self.open[-1]
        start = self.token
        while start < self.offset and self.text[start].isspace():
            start += 1
        end = self.offset
        while end < len(self.text) and self.text[end] not in ",{}[]\r\n:":
            end += 1
        end = max(self.offset, start + len(self.text[start:end].rstrip()))
        word = self.text[start : self.offset]
        word = word[1:] if word[:1] in ('"', "'") else word
        if top.is_list:
            return Cursor((*self.path(), top.at or 0), Role.VALUE, word, start, end)
        if top.at is not None:
            return Cursor((*self.path(), top.at), Role.VALUE, word, start, end)
        has_colon = self.text[end : end + 1] == ":"
        return Cursor(
            self.path(), Role.KEY, word, start, end, frozenset(top.keys | self.behind(end)), has_colon=has_colon
        )

    def behind(self, end: int) -> set[str]:
        """The keys that the mapping has behind the cursor."""
        depth, token, keys = 0, end, set[str]()
        for at in range(end, min(len(self.text), end + _MOST_BEHIND)):
            char = self.text[at]
            if char in "{[":
                depth += 1
            elif char in "}]":
                if not depth:
                    break
                depth -= 1
            elif not depth and char == ",":
                token = at + 1
            elif not depth and char == ":" and token > end:
                keys.add(unquoted(self.text[token:at].strip()))
                token = end
        return keys


def unquoted(key: str) -> str:
    """A key as it is meant."""
    if len(key) > 1 and key[0] == key[-1] and key[0] in "\"'":
        return key[1:-1]
    return key


def _section_start(text: str, offset: int) -> int:
    """Where the section begins in which the offset lies: the nearest line above that is not indented."""
    at = offset
    while True:
        start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
        if start < offset and text[start : start + 1] not in ("", " ", "\t", "#", "-", "\r", "\n", "}", "]"):
            return start
        if start == 0:
            return 0
        at = start - 1


def _indent(text: str, start: int, end: int) -> int:
    at = start
    while at < end and text[at] == " ":
        at += 1
    return at - start


def _comment(text: str, start: int, end: int) -> int:
    """Where the comment of a line begins; its end, where it has none."""
    at = text.find(" #", start, end)
    if text[start : start + 1] in ('"', "'"):
        closed = _closing(text, start)
        at = text.find(" #", closed, end) if closed is not None and closed <= end else -1
    return at if at >= 0 else end


def _closing(text: str, at: int) -> int | None:
    """Behind the quote that closes the one at `at`."""
    quote = text[at]
    pattern = _DOUBLE if quote == '"' else _SINGLE
    found = pattern.match(text, at)
    return found.end() if found else None


_DOUBLE: Final = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_SINGLE: Final = re.compile(r"'(?:[^']|'')*'")


def _keys_behind(text: str, at: int, column: int) -> set[str]:
    """The keys of the mapping at that column in the lines behind `at`, up to where it ends."""
    keys: set[str] = set()
    last = at + _MOST_BEHIND
    while (found := LINE_END.search(text, at)) and at < last:
        at = nxt.start() if (nxt := LINE_END.search(text, found.end())) else len(text)
        line = text[found.end() : at]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        indent = _indent(text, found.end(), at)
        if indent < column:
            break
        if indent == column and (key := _KEY.match(text, found.end() + indent, at)):
            keys.add(unquoted(key["key"]))
    return keys
