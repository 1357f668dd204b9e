"""Formulas over indicators: ``[trade-value] / [partners]``, ``([trade@2022] / [trade@2012]) ^ (1/10) - 1``.

A formula has numbers (with a unit, a per cent sign or 万 and 亿 behind them), indicators in square brackets, the
operators + - * / ^ and ( ), and a few functions. Whatever is not in this list is refused while it is read.
"""

import ast
import math
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Self

from sevenstep.language import Text, many
from sevenstep.model.choices import Stage
from sevenstep.model.dates import days_of
from sevenstep.model.quantity import InvalidValue
from sevenstep.source.characters import brief

FUNCTIONS: Final[Mapping[str, tuple[int, int]]] = {
    "min": (1, 50),
    "max": (1, 50),
    "sum": (1, 50),
    "mean": (1, 50),
    "sqrt": (1, 1),
    "abs": (1, 1),
}
"""The functions of a formula, with how many values they take."""

STAGES: Final = (Stage.BASELINE, Stage.TARGET)
"""What may stand behind the @ of an indicator, besides a date."""

_MAX_LENGTH: Final = 1_000
_MAX_PIECES: Final = 200
_MAX_DEPTH: Final = 20
_MAX_NUMBER: Final = 1e30
_SAME_WIDTH: Final = str.maketrans(
    "×÷−－＋＊／＾（），％．［］【】＠０１２３４５６７８９", "*/--+*/^(),%.[][]@0123456789"
)
_PIECE: Final = re.compile(
    r"""\s*(?:
    \[(?P<reference>[^\[\]]*)\]
    | (?P<number>(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?)
      (?P<unit>(?:\s*+(?:[^\W\d_]\w*+|[%‰¥$€£])++(?!\s*\())*+)
    | (?P<word>[^\W\d_]\w*)
    | (?P<operator>\*\*|[-+*/^(),])
    )""",
    re.VERBOSE,
)
_COMMA_IN_NUMBER: Final = re.compile(r"(?<![0-9.@-])[0-9]+,[0-9]+(?![^\[]*\])")
"""Digits right at a comma: whether it parts two values of a function or the digits of a number cannot be told."""
_OPERATORS: Final = {"+", "-", "*", "/", "**", "(", ","}
_SIGNS: Final = frozenset({"+", "-"})
_FACTORS: Final = {"%": 1e-2, "‰": 1e-3, "万": 1e4, "亿": 1e8, "万亿": 1e12}


@dataclass(frozen=True, slots=True)
class Operand:
    """What a formula computes with: an indicator, at a date or stage where one is named, or a number with its unit."""

    text: str
    indicator: str = ""
    when: str = ""
    number: float = 0.0
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Formula:
    """An expression over other indicators, each named in square brackets.

    `references` are the indicators. `tree` is the expression, checked, its names those of `operands`.
    """

    text: str
    references: tuple[str, ...]
    operands: Mapping[str, Operand] = field(compare=False)
    tree: ast.Expression = field(compare=False, repr=False)
    _starts: tuple[tuple[int, int, int], ...] = field(compare=False, repr=False)

    @classmethod
    def parse(cls, value: Any) -> Self:
        """Read a formula; raises InvalidValue, which says where it cannot be read."""
        if not isinstance(value, str) or len(value) > _MAX_LENGTH:
            raise InvalidValue(
                Text(
                    zh=f"公式应是一段文字，最多 {_MAX_LENGTH} 个字符",
                    en=f"A formula is a text of at most {_MAX_LENGTH} characters",
                ),
                Text(zh='加上引号，例如 "[A] / [B]"', en='Put quotes around it, as in "[A] / [B]"'),
            )
        text = value.strip()
        reader = _Reader(text)
        names = tuple(dict.fromkeys(operand.indicator for operand in reader.operands.values() if operand.indicator))
        if not names:
            raise InvalidValue(
                Text(
                    zh="公式里没有指标：每个指标的编号写在方括号里",
                    en="The formula names no indicator: write each id in square brackets",
                ),
                Text(zh='例如 "[A] / [B] * 100"', en='As in "[A] / [B] * 100"'),
            )
        return cls(text, names, reader.operands, reader.tree(), tuple(reader.starts))

    def piece(self, node: ast.expr) -> str:
        """The text of a part of the expression, as it was written."""
        return self.text[_written(self._starts, node.col_offset)[0] : _written_end(self._starts, node)]

    @property
    def is_of_fixed_dates(self) -> bool:
        """Whether every indicator in it is taken at a date or stage that it names: then it has one value for ever."""
        return all(operand.when for operand in self.operands.values() if operand.indicator)


def _written(starts: tuple[tuple[int, int, int], ...], column: int) -> tuple[int, int]:
    """Where the piece that stands at a column of the expression begins and ends in the formula."""
    _, begin, end = starts[max(bisect_right(starts, column, key=lambda start: start[0]) - 1, 0)]
    return begin, end


def _written_end(starts: tuple[tuple[int, int, int], ...], node: ast.expr) -> int:
    return _written(starts, max((node.end_col_offset or 0) - 1, 0))[1]


class _Reader:
    """Turns a formula into an expression of plain names, numbers and operators, and remembers what stood where."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.operands: dict[str, Operand] = {}
        self.starts: list[tuple[int, int, int]] = []
        self._words: list[str] = []
        self._length = 0
        self._depth = 0
        self._read(text.translate(_SAME_WIDTH))

    def tree(self) -> ast.Expression:
        """The checked expression; raises InvalidValue."""
        try:
            tree = ast.parse(" ".join(self._words), mode="eval")
        except SyntaxError as error:
            raise self._unreadable((error.offset or 1) - 1) from None
        for node in _nodes(tree.body):
            if problem := _problem(node):
                begin, _ = _written(tuple(self.starts), node.col_offset)
                raise _unfit(self.text, begin, problem)
        return tree

    def _read(self, plain: str) -> None:
        position = 0
        if match := _COMMA_IN_NUMBER.search(plain):
            raise _unfit(
                self.text,
                match.start(),
                Text(
                    zh=f"“{match[0]}”可以是一个数，也可以是两个",
                    en=f"“{match[0]}” can be one number or two",
                ),
            )
        while position < len(plain):
            match = _PIECE.match(plain, position)
            if match is None or match.end() == position or len(self.starts) >= _MAX_PIECES:
                raise self._stuck(plain, position)
            begin = match.end() - len(match[0].lstrip())
            self._add(self._word(match, begin), begin, match.end())
            position = match.end()

    def _add(self, word: str, begin: int, end: int) -> None:
        self.starts.append((self._length, begin, end))
        self._words.append(word)
        self._length += len(word) + 1

    def _word(self, match: re.Match[str], begin: int) -> str:
        if match["reference"] is not None:
            return self._operand(self._reference(match, begin))
        if match["number"]:
            return self._number(match, begin)
        if match["word"]:
            if match["word"] not in FUNCTIONS:
                raise _unfit(self.text, begin, _no_function(match["word"]))
            return match["word"]
        self._depth += {"(": 1, ")": -1}.get(match["operator"], 0)
        if match["operator"] in _SIGNS and _SIGNS.issuperset(self._words[-2:]) and len(self._words) > 1:
            raise _unfit(self.text, begin, Text(zh="正负号连在一起", en="three signs stand in a row"))
        if self._depth > _MAX_DEPTH:
            raise _unfit(self.text, begin, Text(zh="括号套得太深", en="parentheses stand too deep in one another"))
        return "**" if match["operator"] == "^" else match["operator"]

    def _operand(self, operand: Operand) -> str:
        name = f"v{len(self.operands)}"
        self.operands[name] = operand
        return name

    def _reference(self, match: re.Match[str], begin: int) -> Operand:
        indicator, at, when = (part.strip() for part in match["reference"].rpartition("@"))
        if not at:
            indicator, when = when, ""
        if not 0 < len(indicator) <= 80:
            raise _unfit(self.text, begin, Text(zh="方括号里要写指标的编号", en="brackets hold the id of an indicator"))
        if at and when not in STAGES and days_of(when) is None:
            raise _unfit(
                self.text,
                begin,
                Text(
                    zh=f"@ 后面写日期、baseline 或 target，“{brief(when)}”不是",
                    en=f"a date, baseline or target stands behind @, not “{brief(when)}”",
                ),
            )
        return Operand(match[0].strip(), indicator, when)

    def _number(self, match: re.Match[str], begin: int) -> str:
        number = float(match["number"])
        unit = " ".join(match["unit"].split())
        if not math.isfinite(number) or number > _MAX_NUMBER or len(unit) > 40:
            raise _unfit(self.text, begin, Text(zh="数字太大或单位太长", en="too large a number, or too long a unit"))
        if unit and unit not in _FACTORS:
            return self._operand(Operand(match[0].strip(), number=number, unit=unit))
        return repr(number * _FACTORS.get(unit, 1.0))

    def _stuck(self, plain: str, position: int) -> InvalidValue:
        if not plain[position:].strip():
            return _unfit(self.text, position, Text(zh="公式未写完", en="the formula breaks off"))
        if len(self.starts) >= _MAX_PIECES:
            return _unfit(
                self.text,
                position,
                Text(zh=f"公式超过 {_MAX_PIECES} 个部分", en=f"the formula has more than {_MAX_PIECES} parts"),
            )
        while plain[position].isspace():
            position += 1
        strange = brief(plain[position])
        return _unfit(self.text, position, Text(zh=f"公式里不能有“{strange}”", en=f"“{strange}” has no meaning here"))

    def _unreadable(self, column: int) -> InvalidValue:
        if self._depth > 0 or self._words[-1] in _OPERATORS:
            return _unfit(self.text, len(self.text), Text(zh="公式未写完", en="the formula breaks off"))
        begin, end = _written(tuple(self.starts), column)
        piece = brief(self.text[begin:end])
        return _unfit(
            self.text,
            begin,
            Text(zh=f"“{piece}”前后不完整，或缺运算符、括号", en=f"an operator or parenthesis is amiss at “{piece}”"),
        )


def _nodes(tree: ast.expr) -> Iterator[ast.expr]:
    """The parts of an expression that stand somewhere, each before those inside it, without recursion."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.expr):
            yield node
        inside = node.args if isinstance(node, ast.Call) else ast.iter_child_nodes(node)
        waiting.extend(reversed(list(inside)))


def _problem(node: ast.expr) -> Text | None:
    match node:
        case ast.BinOp(op=ast.Add() | ast.Sub() | ast.Mult() | ast.Div() | ast.Pow()) | ast.Constant():
            return None
        case ast.UnaryOp(op=ast.USub() | ast.UAdd()):
            return None
        case ast.Name(id=name):
            return None if name not in FUNCTIONS else Text(zh=f"{name} 后面要有括号", en=f"{name} needs parentheses")
        case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]) if name in FUNCTIONS:
            fewest, most = FUNCTIONS[name]
            if fewest <= len(arguments) <= most:
                return None
            return Text(
                zh=f"{name} 不能有 {len(arguments)} 个值", en=f"{name} does not take {many(len(arguments), 'value')}"
            )
        case ast.Call():
            return Text(zh="括号前缺运算符", en="an operator is missing before the parenthesis")
        case _:
            return Text(zh="逗号和星号在这里没有意义", en="a comma or star means nothing here")


def _no_function(word: str) -> Text:
    return Text(
        zh=f"“{brief(word)}”不是函数；指标的编号要写在方括号里",
        en=f"“{brief(word)}” is not a function; the id of an indicator stands in square brackets",
    )


def _unfit(text: str, position: int, problem: Text) -> InvalidValue:
    shown = brief(text)
    return InvalidValue(
        Text(
            zh=f"公式“{shown}”第 {position + 1} 个字符处：{problem.zh}",
            en=f"In the formula “{shown}”, at character {position + 1}: {problem.en}",
        ),
        Text(
            zh=f"可用 + - * / ^ ( )、数字（可带单位）、[编号]、[编号@2022] 和函数 {'、'.join(FUNCTIONS)}",
            en="Use + - * / ^ ( ), numbers (also with a unit), [id], [id@2022] and the functions "
            + ", ".join(FUNCTIONS),
        ),
    )
