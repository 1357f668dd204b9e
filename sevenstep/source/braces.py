"""Typos inside braces and brackets: a text with a comma, a colon or a bracket of its own, and Chinese punctuation.

The scanner reads what a person means where YAML reads something else: a comma ends a text only where a key with its
colon follows, so ``{title: Faster, cheaper clearance, horizon: 2027}`` has two entries.
"""

import re
from dataclasses import dataclass
from typing import Final

from sevenstep.language import LANGUAGES, Text
from sevenstep.source.characters import brief
from sevenstep.source.fixes import Fix, Typo, quoted, quoting
from sevenstep.source.lines import LINE_END
from sevenstep.source.problems import COMMA_IN_TEXT, YAML_SYNTAX

_LONGEST: Final = 8_000
"""What is looked at of a collection: nobody types more in one pair of braces."""
_MAX_DEPTH: Final = 20
_PAIRS: Final = {"{": "}", "[": "]"}
_WIDE_BRACKETS: Final = {"｛": "{", "｝": "}", "［": "[", "］": "]", "【": "[", "】": "]"}
_WIDE_COMMAS: Final = "，、；;"
_KEY_AHEAD: Final = re.compile(r"\s*(?:\"[^\"\n]*\"|'[^'\n]*'|[\w.\-/]+)\s*:(?=[\s{\[\"'“]|$)")
_WIDE_KEY_AHEAD: Final = re.compile(r"\s*(?:[A-Za-z_][\w\-]*)\s*[：:]")
_ANY_KEY_AHEAD: Final = re.compile(r"\s*[\w.\-/]+\s*[：:]")
_CLOSES: Final = re.compile(r"\s*(?:[}\]｝］】]|$)")
_COMMENT_AHEAD: Final = re.compile(r"[ \t]+#")
_SEPARATED: Final = re.compile(r"\s*(?:[,，、；;}\]｝］】]|#|$)")
_KEY: Final = re.compile(r"[^,，:：{}\[\]\n\"'#｛｝]*")
_NUMBER: Final = re.compile(r"\s*[\d+\-−.~±≥≤<>约]")
_FIELD_INSIDE: Final = re.compile(r"\s[a-z_]+:(?:\s|$)")
"""Rather a field whose comma is missing than a text with a colon."""
_WORDS_BEHIND: Final = re.compile(r"\s*[^\s}\]#,]")
_ENTRIES: Final = re.compile(r"[{\[]\s*[\w\-]+\s*:\s")
_ONE_WORD: Final = re.compile(r"[a-z][a-z0-9_\-]*")
_TITLES: Final = frozenset({*LANGUAGES, "title", "statement"})


@dataclass(frozen=True, slots=True)
class _Found:
    """A typo by offsets in the chunk: which one, from where to where, and what becomes of it (offset, length, new)."""

    message: Text
    remedy: Text
    start: int
    end: int
    changes: tuple[tuple[int, int, str], ...] = ()
    quote: bool = False
    safe: bool = True
    comma: bool = False


def flow_typos(lines: list[str], first: int, at: int) -> list[Typo]:
    """The typos in the collection that opens at offset `at` of the line numbered `first`.

    `lines` are that line and some that follow.
    """
    chunk = _chunk(lines, at)
    scanner = _Scanner(chunk)
    scanner.run()
    return [_typo(found, chunk, first, at) for found in scanner.found]


def _chunk(lines: list[str], at: int) -> str:
    """The text from the bracket on, up to a line that stands as far left as the one it opens in."""
    opening = lines[0]
    depth = len(opening) - len(opening.lstrip())
    kept = [opening[at:]]
    for line in lines[1:]:
        bare = line.lstrip()
        if bare and len(line) - len(bare) <= depth and bare[0] not in "}]｝］】":
            break
        kept.append(line)
    return "\n".join(kept)[:_LONGEST].rstrip()


def _typo(found: _Found, chunk: str, first: int, at: int) -> Typo:
    def where(offset: int) -> tuple[int, int]:
        before = chunk[:offset]
        line = before.count("\n")
        return first + line, offset + at + 1 if not line else offset - before.rfind("\n")

    line, column = where(found.start)
    if found.quote:
        fixes = quoting(line, column, chunk[found.start : found.end])
    else:
        fixes = tuple(Fix(*where(offset), length, new) for offset, length, new in found.changes)
    length = len(LINE_END.split(chunk[found.start : found.end])[0])
    rule = COMMA_IN_TEXT if found.comma else YAML_SYNTAX
    return Typo(rule, line, column, length, found.message, found.remedy, fixes, found.safe)


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.found: list[_Found] = []
        self.over = False
        self.closers: list[str] = []
        self.openers: list[str] = []

    def run(self) -> None:
        self.collection(self.text[0], 0)
        rest = self.text[self.at :].split("\n")[0]
        if not self.over and _WORDS_BEHIND.match(rest) and _ENTRIES.match(self.text):
            start = self.at + len(rest) - len(rest.lstrip())
            if self.text[start] == "＃":
                self.wide_hash(start, blank=start > self.at)
                return
            self.found.append(
                _Found(
                    Text(zh="右括号后面还有文字", en="There is text behind the closing bracket"),
                    Text(
                        zh="移到括号里面，或删掉；若是注释，前面加“ # ”",
                        en="Move it inside, or take it out; if it is a comment, put “ # ” before it",
                    ),
                    start,
                    self.at + len(rest.rstrip()),
                    ((self.at, 0, " #"),),
                    safe=False,
                )
            )
        if not self.over and (extra := re.match(r"\s*[}\]]+\s*(?=#|$)", rest)):
            start = self.at + len(extra[0]) - len(extra[0].lstrip())
            end = self.at + len(extra[0].rstrip())
            self.found.append(
                _Found(
                    Text(zh="这里多了一个右括号", en="There is one closing bracket too many here"),
                    Text(zh="删掉它", en="Take it out"),
                    start,
                    end,
                    ((start, end - start, ""),),
                    safe=False,
                )
            )

    def wide_hash(self, start: int, *, blank: bool) -> None:
        """A remark behind the collection begins with a full-width sign."""
        self.found.append(
            _Found(
                Text(zh="注释用了全角“＃”", en="The comment starts with a full-width “＃”"),
                Text(zh="注释用半角“# ”开头", en="Start a comment with a plain “# ”"),
                start,
                start + 1,
                ((start, 1, "#" if blank else " #"),),
            )
        )

    # -- collections -----------------------------------------------------------------

    def collection(self, opener: str, depth: int) -> None:
        """Read from the opening bracket at `at` behind the closing one."""
        begin, closer = self.at, _PAIRS[_WIDE_BRACKETS.get(opener, opener)]
        if opener in _WIDE_BRACKETS:
            self.wide(self.at, _WIDE_BRACKETS[opener])
        self.at += 1
        self.closers.append(closer)
        self.openers.append(opener)
        self.entries(begin, closer, depth)
        self.closers.pop()
        self.openers.pop()

    def entries(self, begin: int, closer: str, depth: int) -> None:
        wide_keys = False
        while not self.over:
            self.skip()
            if self.at >= len(self.text) or depth > _MAX_DEPTH:
                self.unclosed(begin, closer)
                return
            character = self.text[self.at]
            plain = _WIDE_BRACKETS.get(character, character)
            if plain in "}]":
                self.close(begin, closer, character)
                return
            if closer == "}":
                name, wide = self.key()
                wide_keys = wide_keys or wide
                self.value(name, wide_keys, depth)
            else:
                self.value(None, False, depth)

    def close(self, begin: int, closer: str, character: str) -> None:
        plain = _WIDE_BRACKETS.get(character, character)
        opener = self.text[begin]
        if plain != closer and plain in self.closers[:-1]:
            self.found.append(
                _Found(
                    Text(zh=f"“{opener}”没有收尾的“{closer}”", en=f"“{opener}” has no closing “{closer}”"),
                    Text(zh=f"补上“{closer}”", en=f"Put “{closer}”"),
                    begin,
                    begin + 1,
                    ((self.at, 0, closer),),
                    safe=False,
                )
            )
            return
        if plain != closer:
            self.found.append(
                _Found(
                    Text(
                        zh=f"“{opener}”要用“{closer}”收尾", en=f"“{opener}” is closed by “{closer}”, not “{character}”"
                    ),
                    Text(zh="改成成对的括号", en="Write brackets in pairs"),
                    self.at,
                    self.at + 1,
                    ((self.at, 1, closer),),
                    safe=False,
                )
            )
        elif character in _WIDE_BRACKETS:
            self.wide(self.at, closer)
        self.at += 1

    def unclosed(self, begin: int, closer: str) -> None:
        self.over = True
        opener = self.text[begin]
        open_still = self.text.split("\n")
        end = len(self.text) if len(open_still) == 1 else len(open_still[0])
        self.found.append(
            _Found(
                Text(zh=f"“{opener}”没有收尾的“{closer}”", en=f"“{opener}” has no closing “{closer}”"),
                Text(zh=f"在末尾补上“{closer}”", en=f"Put “{closer}” at the end"),
                begin,
                begin + 1,
                ((end, 0, closer),) if len(open_still) == 1 else ((len(self.text), 0, closer),),
                safe=False,
            )
        )

    def skip(self) -> None:
        """Over blanks, separators and comments."""
        while self.at < len(self.text):
            character = self.text[self.at]
            if character in " \t\n," or character in "\u3000\u00a0":
                self.at += 1
            elif character in _WIDE_COMMAS:
                self.separator()
            elif character == "#" and self.text[self.at - 1] in " \t\n":
                end = self.text.find("\n", self.at)
                self.at = len(self.text) if end < 0 else end
            else:
                return

    def separator(self) -> None:
        """A separator that is no plain comma."""
        character = self.text[self.at]
        blank = self.text[self.at + 1 : self.at + 2] in {" ", "", "\n"}
        self.found.append(
            _Found(
                Text(
                    zh=f"括号里各项之间用了“{character}”，YAML 只认半角逗号",
                    en=f"Entries in brackets are parted by “{character}” here; YAML knows the plain comma only",
                ),
                Text(zh="改成半角逗号加一个空格：“, ”", en="Write a plain comma and a space: “, ”"),
                self.at,
                self.at + 1,
                ((self.at, 1, "," if blank else ", "),),
            )
        )
        self.at += 1

    def wide(self, at: int, plain: str) -> None:
        character = self.text[at]
        self.found.append(
            _Found(
                Text(zh=f"这里用了全角括号“{character}”", en=f"This is a full-width bracket: “{character}”"),
                Text(zh=f"改成半角“{plain}”", en=f"Write the plain “{plain}”"),
                at,
                at + 1,
                ((at, 1, plain),),
            )
        )

    # -- keys and values -------------------------------------------------------------

    def key(self) -> tuple[str, bool]:
        """Read a key and its colon; the key, and whether the colon was a full-width one."""
        text, start = self.text, self.at
        if text[start] in "\"'":
            end = text.find(text[start], start + 1)
            self.at = len(text) if end < 0 else end + 1
            while self.at < len(text) and text[self.at] in " \t":
                self.at += 1
            name = text[start + 1 : max(start + 1, end)]
        else:
            match = _KEY.match(text, start)
            self.at = match.end() if match else start
            name = text[start : self.at].strip()
        character = text[self.at : self.at + 1]
        if character == "：":
            blank = text[self.at + 1 : self.at + 2] == " "
            self.found.append(
                _Found(
                    Text(zh=f"“{brief(name)}”后面用了全角冒号“：”", en=f"“{brief(name)}” has a full-width colon “：”"),
                    Text(
                        zh="键后面用半角冒号加一个空格：“: ”", en="After a key, write a plain colon and a space: “: ”"
                    ),
                    self.at,
                    self.at + 1,
                    ((self.at, 1, ":" if blank else ": "),),
                )
            )
            self.at += 1
            return name, True
        if character == ":":
            self.at += 1
            follows = text[self.at : self.at + 1]
            if follows and follows not in " \t\n,}]{[\"'":
                self.found.append(
                    _Found(
                        Text(zh=f"“{brief(name)}:”后面缺一个空格", en=f"A space is missing after “{brief(name)}:”"),
                        Text(zh="写成“键: 值”", en="Write “key: value”"),
                        self.at - 1,
                        self.at,
                        ((self.at, 0, " "),),
                        safe=_ONE_WORD.fullmatch(name) is not None,
                    )
                )
        elif self.at == start:  # a character that starts no key
            self.at += 1
        return name, False

    def value(self, name: str | None, wide_keys: bool, depth: int) -> None:
        text = self.text
        while self.at < len(text) and text[self.at] in " \t\u3000\u00a0":
            self.at += 1
        if self.at >= len(text) or text[self.at] in ",}]｝］】\n":
            return
        start, character = self.at, text[self.at]
        if character in _PAIRS or character in _WIDE_BRACKETS:
            before = len(self.found)
            self.collection(character, depth + 1)
            if self.over or _SEPARATED.match(text, self.at) or _KEY_AHEAD.match(text, self.at):
                return
            del self.found[before:]
            self.at = start
        elif character in "\"'":
            end = _end_of_quotes(text, start)
            if end is None:
                self.unclosed_quote(start)
                return
            if _SEPARATED.match(text, end):
                self.at = end
                return
            if _KEY_AHEAD.match(text, end):
                self.missing_comma(end)
                return
        self.plain(start, name, wide_keys, quotes=character in "\"'")

    def unclosed_quote(self, start: int) -> None:
        """The quote is closed where the next entry begins, or the collection ends."""
        text, quote = self.text, self.text[start]
        at = start + 1
        while at < len(text) and text[at] not in "}]\n" and not (text[at] == "," and _ends_entry(text, at + 1, False)):
            at += 1
        self.at = at
        self.found.append(
            _Found(
                Text(zh=f"引号没有收尾：{quote}", en=f"The quote {quote} is not closed"),
                Text(zh=f"在文字末尾补上 {quote}", en=f"Put {quote} at the end of the text"),
                start,
                start + 1,
                ((at, 0, quote),),
                safe=False,
            )
        )

    def missing_comma(self, end: int) -> None:
        self.at = end
        self.found.append(
            _Found(
                Text(zh="两项之间缺一个逗号", en="A comma is missing between two entries"),
                Text(zh="加上半角逗号", en="Put a comma"),
                end - 1,
                end,
                ((end, 0, ","),),
            )
        )

    def plain(self, start: int, name: str | None, wide_keys: bool, *, quotes: bool) -> None:
        """Read a text up to where a person would say that it ends."""
        text, at, depth = self.text, start, 0
        commas: list[int] = []
        colon = brackets = comment = False
        while at < len(text):
            character = text[at]
            if character in "{[":
                depth, brackets = depth + 1, True
            elif character in "}]｝］" or (character == "】" and self.openers[-1:] == ["【"]):
                if not depth:
                    break
                depth -= 1
            elif character == "," and not depth:
                if name is None or _ends_entry(text, at + 1, wide_keys):
                    break
                commas.append(at)
            elif character in _WIDE_COMMAS and not depth and name is not None:
                if _KEY_AHEAD.match(text, at + 1) or (wide_keys and _ANY_KEY_AHEAD.match(text, at + 1)):
                    break
                if character == "，" and _WIDE_KEY_AHEAD.match(text, at + 1):
                    break
            elif character == ":" and name is not None and (text[at + 1 : at + 2] in {" ", "", "}", "\n", "]", ","}):
                colon = True
            elif character == "#" and text[at - 1] in " \t\u3000" and at > start:
                rest = text[at:].split("\n")[0]
                if not re.search(r"[}\]]|,\s*[\w\-]+:\s", rest):
                    break
                comment = True
            elif character == "\n" and _KEY_AHEAD.match(text, at + 1):
                self.at = at
                self.text_slip(start, at, name, commas, colon, brackets, comment, quotes)
                self.missing_comma(at)
                return
            at += 1
        self.at = at
        self.text_slip(start, at, name, commas, colon, brackets, comment, quotes)

    def text_slip(
        self,
        start: int,
        end: int,
        name: str | None,
        commas: list[int],
        colon: bool,
        brackets: bool,
        comment: bool,
        quotes: bool,
    ) -> None:
        end = start + len(self.text[start:end].rstrip())
        said = self.text[start:end]
        lead = said[:1]
        safe = True
        if quotes and said[-1:] == lead and said.count(lead) % 2 and "\n" not in said:
            self.quote_inside(start, end, lead)
            return
        if quotes:
            why = (f"引号 {lead} 收尾之后还有文字", f"The text goes on behind the closing {lead}")
        elif comment:
            why = ("文字里有“ #”，后面的都成了注释", "“ #” in the text makes a comment of the rest of the line")
        elif colon:
            safe = not _FIELD_INSIDE.search(said)
            why = ("文字里有“: ”，被当成了另一个键", "“: ” in the text is taken for a key of its own")
        elif commas:
            parts = [part.strip() for part in said.split(",")]
            if _NUMBER.match(said) and all(_ONE_WORD.fullmatch(part) for part in parts[1:]):
                return  # `{time: -30%, cost}`: an entry whose value is missing
            safe = name in _TITLES or any(not _ONE_WORD.fullmatch(part) for part in parts[1:])
            why = ("文字里有半角逗号，被当成了下一项", "The comma in the text is taken for the end of the entry")
        elif brackets:
            why = ("文字里有方括号或花括号", "The text holds brackets or braces of its own")
        elif lead and lead in "@`%*&!|>":
            why = (f"文字不能以“{lead}”开头", f"A text cannot start with “{lead}”")
        else:
            return
        shown = brief(quoted(said))
        also = Text(zh="；若这里另起一项，前面加逗号", en="; if another entry begins here, put a comma before it")
        more = Text(plain="") if safe or not colon else also
        where = (f"{brief(name)}：", f"{brief(name)}: ") if name else ("", "")
        comma = bool(commas) and not (quotes or colon or comment or brackets)
        self.found.append(
            _Found(
                Text(zh=f"{where[0]}{why[0]}", en=f"{where[1]}{why[1][0].lower() if name else why[1][0]}{why[1][1:]}"),
                more.inserted_into(
                    f"给整段文字加上引号：{shown}{{}}", f"Put quotes around the whole text: {shown}{{}}"
                ),
                start,
                end,
                quote=True,
                safe=safe,
                comma=comma,
            )
        )

    def quote_inside(self, start: int, end: int, quote: str) -> None:
        """``'it's'``: the quotes are meant, the one inside is in their way."""
        new = quoted(self.text[start + 1 : end - 1])
        self.found.append(
            _Found(
                Text(
                    zh=f"文字里的 {quote} 把引号提前收了尾",
                    en=f"The {quote} inside the text closes the quotes too early",
                ),
                Text(zh=f"外面换一种引号：{brief(new)}", en=f"Use the other kind of quotes outside: {brief(new)}"),
                start,
                end,
                ((start, end - start, new),),
            )
        )


def _ends_entry(text: str, at: int, wide_keys: bool) -> bool:
    """Whether behind a comma the next entry begins, or the collection ends."""
    if _CLOSES.match(text, at) or _COMMENT_AHEAD.match(text, at) or _KEY_AHEAD.match(text, at):
        return True
    return bool((_ANY_KEY_AHEAD if wide_keys else _WIDE_KEY_AHEAD).match(text, at))


def _end_of_quotes(text: str, start: int) -> int | None:
    """Behind the quote that closes the one at `start`; None where none does."""
    quote, at = text[start], start + 1
    while at < len(text):
        if text[at] == "\\" and quote == '"':
            at += 2
        elif text[at] == quote:
            if quote == "'" and text[at + 1 : at + 2] == "'":
                at += 2
            else:
                return at + 1
        else:
            at += 1
    return None
