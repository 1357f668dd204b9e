"""The likeliest typos behind a syntax error, named: what a Chinese keyboard, Word or Excel leaves in YAML.

What is offered here is a guess; the reader proves it: a typo is named where the file can be read further with its fix.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sevenstep.language import Text
from sevenstep.source.braces import flow_typos
from sevenstep.source.characters import brief
from sevenstep.source.fixes import Fault, Fix, Typo, quoted, quoting
from sevenstep.source.lines import LineStarts
from sevenstep.source.problems import YAML_SYNTAX

_FULL_WIDTH_COLON: Final = re.compile(r"^\s*(?:- +)?[^\s:：\"'#]+(?P<here>\s*：\s?)")
_TAB_INDENT: Final = re.compile(r"^ *(?P<here>\t+)")
_ODD_SPACE: Final = re.compile("^ *(?P<here>[\u00a0\u3000]+)")
_ODD_DASH: Final = re.compile(r"^\s*(?P<here>[－–—•·*][ \u3000]*)(?=\S)")
_WIDE_HASH: Final = re.compile(r"(?:^|\s)(?P<here>＃)")
_OTHER_COMMENT: Final = re.compile(r"^\s*(?P<here>(?://+|;+|--+|<!--) ?)")
_EQUALS: Final = re.compile(r"^\s*(?:- +)?[\w\-]+(?P<here>\s*(?:=>?|->|→|＝)\s*)(?=\S)")
_NO_SPACE: Final = re.compile(r"^\s*(?:- +)?(?:[a-z_]+|\w[\w.\-]*)(?P<here>:)(?=[^\s/\\:])")
_NO_COLON: Final = re.compile(r"^\s*(?:- +)?[a-z_]+(?P<here>\s+)(?=[^\s:：#])")
_JSON_COMMA: Final = re.compile(r"^\s*[^#]*[\"'\]}\w](?P<here>,)\s*$")
_HASH_IN_KEY: Final = re.compile(r"^\s*[\w.\-]+(?P<here>\s+#)[^\s:][^:]*:(?:\s|$)")
_KEY_AND_VALUE: Final = re.compile(
    r"^(?P<lead>\s*(?:- +)*(?:(?:\"[^\"]*\"|'[^']*'|[^\s:\"'{\[#,&*!|>%@`][^:]*?)\s*:(?: +|$))?)(?P<value>.*)$"
)
_ODD_SPACE_BEHIND: Final = re.compile(r"^ *(?:- +)?(?:[a-z_]+|\w[\w.\-]*)(?P<here>:[\u00a0\u3000]+ *)(?=\S)")
_A_KEY: Final = re.compile(r"^\s*(?:- +)?(?:\"[^\"]*\"|'[^']*'|[\w.\-]+)\s*:(?:\s|$)")
_ENTRIES: Final = re.compile(r"[{\[]\s*[\w\-]+\s*[:,]")
_BLOCK: Final = re.compile(r"[|>][+\-\d]*\s*(?:#.*)?")
_FLOW: Final = re.compile(r"[{\[｛［【]")

_LINES_BEFORE: Final = 2
_LINES_BEHIND: Final = 60
_LONGEST: Final = 1_000
"""What is looked at of a line: the patterns go back and forth, and nobody types more."""


@dataclass(frozen=True, slots=True)
class _Pattern:
    """One kind of typo on a line: the stretch `here` becomes `new`."""

    pattern: re.Pattern[str]
    message: Text
    remedy: Text
    new: str
    safe: bool = True


_TAB: Final = _Pattern(
    _TAB_INDENT,
    Text(zh="这一行用制表符（Tab）缩进", en="This line is indented with a tab"),
    Text(zh="改用空格缩进，每层两个", en="Indent with spaces, two a level"),
    "  ",
)
_PATTERNS: Final = (
    _Pattern(
        _FULL_WIDTH_COLON,
        Text(zh="这一行用了全角冒号“：”", en="This line has a full-width colon “：”"),
        Text(zh="键后面用半角冒号加一个空格：“: ”", en="After a key, write a plain colon and a space: “: ”"),
        ": ",
    ),
    _Pattern(
        _ODD_DASH,
        Text(zh="这一行用“－”或“•”之类的符号开头", en="This line starts with a long dash, a star or a bullet"),
        Text(zh="列表用半角减号加一个空格：“- ”", en="Start a list entry with a hyphen and a space: “- ”"),
        "- ",
    ),
    _Pattern(
        _WIDE_HASH,
        Text(zh="注释用了全角“＃”", en="The comment starts with a full-width “＃”"),
        Text(zh="注释用半角“# ”开头", en="Start a comment with a plain “# ”"),
        "#",
    ),
    _Pattern(
        _OTHER_COMMENT,
        Text(zh="这不是 YAML 的注释", en="This is not how a comment is written in YAML"),
        Text(zh="注释用“# ”开头", en="Start a comment with “# ”"),
        "# ",
    ),
    _Pattern(
        _HASH_IN_KEY,
        Text(zh="键里有“ #”，后面的都成了注释", en="“ #” in the key makes a comment of the rest of the line"),
        Text(zh="编号只用文字、数字和 - _ .", en="An id is made of letters, digits, - _ and dots"),
        "-",
        safe=False,
    ),
    _Pattern(
        _EQUALS,
        Text(zh="键和值之间要用冒号", en="A colon stands between key and value"),
        Text(zh="写成“键: 值”", en="Write “key: value”"),
        ": ",
    ),
    _Pattern(
        _NO_SPACE,
        Text(zh="冒号后面缺一个空格", en="A space is missing after the colon"),
        Text(zh="写成“键: 值”", en="Write “key: value”"),
        ": ",
    ),
    _Pattern(
        _ODD_SPACE_BEHIND,
        Text(zh="冒号后面是不换行空格或全角空格", en="A no-break or full-width space stands behind the colon"),
        Text(zh="改用普通空格：“键: 值”", en="Put a plain space there: “key: value”"),
        ": ",
    ),
    _Pattern(
        _JSON_COMMA,
        Text(zh="行末多了一个逗号", en="There is a comma too many at the end of the line"),
        Text(zh="删掉它：每行一项，不用逗号", en="Take it out: one entry a line, without commas"),
        "",
    ),
)
_COLON_MISSING: Final = _Pattern(
    _NO_COLON,
    Text(zh="键后面缺冒号", en="The colon after the key is missing"),
    Text(zh="写成“键: 值”", en="Write “key: value”"),
    ": ",
    safe=False,
)


def likely_typos(text: LineStarts, fault: Fault) -> Iterator[list[Typo]]:
    """What may be behind the fault, the likeliest first; typos that are only right together come together.

    The parser gives up where it can go no further, which is often a line or two after the typo.
    """
    first = max(1, min(fault.line, max(fault.since, fault.line - _LINES_BEHIND)) - _LINES_BEFORE)
    lines = _Lines(text.some(first, fault.line + _LINES_BEHIND, _LONGEST), first)
    last = min(fault.line, lines.last)
    near = list(range(last, max(first, fault.line - _LINES_BEFORE) - 1, -1))
    if "quoted scalar" in fault.said:
        yield from _quotes(lines, fault)
    for number in near:
        yield from _indent(lines, number)
    opening = [fault.since] if fault.since and fault.since not in near else []
    looked_at = list(dict.fromkeys([*opening, *near]))
    for number in looked_at:
        yield from _flow(lines, number)
    for number in looked_at:
        yield from _unquoted(lines, number)
        for pattern in _PATTERNS:
            if pattern.pattern is not _JSON_COMMA or "flow" not in fault.said:
                yield from _by_pattern(lines, number, pattern)
    for number in near:
        if _A_KEY.match(lines[number]) or not _beside_a_key(lines, number):
            continue
        yield from _by_pattern(lines, number, _COLON_MISSING)
    for number in near:
        yield from _moved(lines, number)
    for number in range(last, first - 1, -1):
        yield from _unclosed_quote(lines, number)


def unknown_typo(fault: Fault) -> Typo:
    """What is said where nothing that is tried helps."""
    return Typo(
        YAML_SYNTAX,
        fault.line,
        fault.column,
        1,
        Text(zh="YAML 从这里起读不下去", en="The YAML cannot be read from here on"),
        Text(
            zh="检查这一行和上一行的缩进、引号与括号是否成对",
            en="Look at the indentation, quotes and brackets of this line and the one before",
        ),
    )


class _Lines:
    """Some lines of the text by their numbers."""

    def __init__(self, lines: list[str], first: int) -> None:
        self.lines = lines
        self.first = first
        self.last = first + len(lines) - 1

    def __getitem__(self, number: int) -> str:
        return self.lines[number - self.first] if self.first <= number <= self.last else ""

    def since(self, number: int) -> list[str]:
        return self.lines[max(0, number - self.first) :]


def _beside_a_key(lines: _Lines, number: int) -> bool:
    """Whether a line just above or below stands as far right and has a key."""
    depth = _depth(lines[number])
    return any(_A_KEY.match(lines[at]) and _depth(lines[at]) == depth for at in (number - 1, number + 1))


def _by_pattern(lines: _Lines, number: int, pattern: _Pattern) -> Iterator[list[Typo]]:
    if match := pattern.pattern.search(lines[number]):
        start, length = match.start("here"), len(match["here"])
        bare = len(match["here"].rstrip()) or length
        at = start + length - len(match["here"].lstrip())
        new = pattern.new if lines[number][start + length :].strip() else pattern.new.rstrip()
        yield [
            Typo(
                YAML_SYNTAX,
                number,
                at + 1,
                max(1, bare - (at - start)),
                pattern.message,
                pattern.remedy,
                (Fix(number, start + 1, length, new),),
                pattern.safe,
            )
        ]


def _indent(lines: _Lines, number: int) -> Iterator[list[Typo]]:
    """A line that is indented with tabs, or with spaces that are none: as deep as one near it, if that reads."""
    line = lines[number]
    if match := _TAB_INDENT.search(line):
        start, length = match.start("here"), len(match["here"])
        for width in (2, 4):
            fix = Fix(number, start + 1, length, " " * (width * length))
            yield [Typo(YAML_SYNTAX, number, start + 1, length, _TAB.message, _TAB.remedy, (fix,), True)]
    elif match := _ODD_SPACE.search(line):
        start, length = match.start("here"), len(match["here"])
        message = Text(
            zh="这一行用全角空格或不换行空格缩进", en="This line is indented with full-width or no-break spaces"
        )
        beside = {_depth(lines[number - 1]), _depth(lines[number + 1])}
        widths = sorted({length, 2 * length}, key=lambda width: (start + width not in beside, width))
        for width in widths:
            fix = Fix(number, start + 1, length, " " * width)
            remedy = Text(zh="改用普通空格", en="Use plain spaces")
            yield [Typo(YAML_SYNTAX, number, start + 1, length, message, remedy, (fix,), True)]


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _flow(lines: _Lines, number: int) -> Iterator[list[Typo]]:
    """What is wrong inside the first brackets that stand as a value on the line."""
    line = lines[number]
    match = _KEY_AND_VALUE.match(line)
    if match is None or not _FLOW.match(match["value"]):
        return
    found = flow_typos(lines.since(number), number, match.start("value"))
    if found:
        yield found
        safe = [typo for typo in found if typo.safe]
        if safe and len(safe) < len(found):
            yield safe


def _unquoted(lines: _Lines, number: int) -> Iterator[list[Typo]]:
    """A text that cannot stand without quotes: for its first character, or for what it holds."""
    match = _KEY_AND_VALUE.match(lines[number])
    value = match["value"].rstrip() if match else ""
    if match is None or not value:
        return
    said = "\n".join([value, *_goes_on(lines, number)])
    why = _why(value, said)
    if why is None or (not match["lead"].strip() and value[0] not in "%@`"):
        return
    column = match.start("value") + 1
    if value[0] in "\"'" and value[-1] == value[0] and value.count(value[0]) % 2 and len(value) > 2:
        inner = value[1:-1]  # 'it's': the quotes are meant, the one inside is in their way
        new = quoted(inner)
        remedy = Text(zh=f"外面换一种引号：{brief(new)}", en=f"Use the other kind of quotes outside: {brief(new)}")
        fixes: tuple[Fix, ...] = (Fix(number, column, len(value), new),)
        why = Text(
            zh=f"文字里的 {value[0]} 把引号提前收了尾", en=f"The {value[0]} inside the text closes the quotes too early"
        )
    else:
        fixes = quoting(number, column, said)
        shown = brief(quoted(said))
        remedy = Text(zh=f"给整段文字加上引号：{shown}", en=f"Put quotes around the whole text: {shown}")
    yield [Typo(YAML_SYNTAX, number, column, len(value), why, remedy, fixes, True)]


def _why(value: str, said: str) -> Text | None:
    lead = value[0]
    if lead in "\"'":
        if value[-2:] == f"{lead}," and value.count(lead) == 2:
            return None  # a comma at the end of the line, as in JSON
        return Text(zh=f"引号 {lead} 收尾之后还有文字", en=f"The text goes on behind the closing {lead}")
    if lead in "|>" and _BLOCK.fullmatch(value):
        return None
    if lead in "@`%*&!|>":
        return Text(zh=f"文字不能以“{lead}”开头", en=f"A text cannot start with “{lead}”")
    if lead in "[{" and not _ENTRIES.match(value):
        return Text(
            zh=f"文字以“{lead}”开头，被当成了列表或映射",
            en=f"A text that starts with “{lead}” is taken for a list or a mapping",
        )
    if value[:2] in {"- ", "? ", ", "} or lead in ",]}":
        return Text(zh=f"文字不能以“{value[:2]}”开头", en=f"A text cannot start with “{value[:2]}”")
    if ": " in value or value.endswith(":"):
        return Text(zh="文字里有“: ”，被当成了另一个键", en="“: ” in the text is taken for a key of its own")
    if re.search(r"\s#\S", said):
        return Text(zh="文字里有“ #”，后面的都成了注释", en="“ #” in the text makes a comment of the rest of the line")
    if re.search(r":\s", said):
        return Text(zh="文字里有“: ”，被当成了另一个键", en="“: ” in the text is taken for a key of its own")
    return None


def _goes_on(lines: _Lines, number: int) -> list[str]:
    """The lines on which a text without quotes goes on: those further right than its key that are no keys."""
    depth = _depth(lines[number])
    found: list[str] = []
    for line in lines.since(number + 1):
        if not line.strip() or _depth(line) <= depth or _A_KEY.match(line) or line.lstrip().startswith(("- ", "# ")):
            break
        found.append(line.rstrip())
    return found


def _moved(lines: _Lines, number: int) -> Iterator[list[Typo]]:
    """A line that stands further right or left than those beside it."""
    line = lines[number]
    deeper_above = _depth(line) < _depth(lines[number - 1]) and _depth(line) > 0
    if not line.strip() or not (deeper_above or _A_KEY.match(line) or line.lstrip().startswith("- ")):
        return
    depth, above = _depth(line), [lines[at] for at in range(number - 1, lines.first - 1, -1)]
    depths = sorted(
        {_depth(line_above) for line_above in above if line_above.strip()},
        key=lambda other: (abs(other - depth), -other),
    )
    for wanted in depths[:3]:
        if wanted == depth:
            continue
        right = depth > wanted
        yield [
            Typo(
                YAML_SYNTAX,
                number,
                depth + 1,
                1,
                Text(
                    zh="这一行缩进得太多" if right else "这一行缩进得太少",
                    en="This line is indented too far" if right else "This line is not indented far enough",
                ),
                Text(
                    zh=f"与同层的行对齐：前面 {wanted} 个空格",
                    en=f"Begin it under the lines of its level: {wanted} spaces in front",
                ),
                (Fix(number, 1, depth, " " * wanted),),
            )
        ]


def _quotes(lines: _Lines, fault: Fault) -> Iterator[list[Typo]]:
    """Inside double quotes: a backslash that is one, or a closing quote that is missing."""
    line = lines[fault.line]
    if "escape" in fault.said and (begin := line.rfind('"', 0, max(0, fault.column - 1))) >= 0:
        end = line.find('"', fault.column - 1)
        places = [at for at in range(begin, end if end > 0 else len(line)) if line[at] == "\\"]
        fixes = tuple(Fix(fault.line, at + 1, 0, "\\") for at in places if line[at - 1 : at] != "\\")
        yield [
            Typo(
                YAML_SYNTAX,
                fault.line,
                begin + 1,
                max(1, end - begin + 1),
                Text(zh="双引号里的“\\”有特别的含义", en="A backslash has a meaning of its own in double quotes"),
                Text(zh="改用单引号，或写成“\\\\”", en="Use single quotes, or write it twice: \\\\"),
                fixes,
                True,
            )
        ]
    yield from _unclosed_quote(lines, fault.since)


_OPEN_QUOTE: Final = re.compile(r"^\s*(?:- +)*(?:[^\s:\"'][^:]*:\s+)?(?P<here>[\"'])")


def _unclosed_quote(lines: _Lines, number: int) -> Iterator[list[Typo]]:
    line = lines[number].rstrip()
    if (match := _OPEN_QUOTE.match(line)) and line.count(match["here"]) % 2:
        quote, at = match["here"], match.start("here")
        yield [
            Typo(
                YAML_SYNTAX,
                number,
                at + 1,
                1,
                Text(zh=f"引号没有收尾：{quote}", en=f"The quote {quote} is not closed"),
                Text(zh=f"在文字末尾补上 {quote}", en=f"Put {quote} at the end of the text"),
                (Fix(number, len(line) + 1, 0, quote),),
            )
        ]
