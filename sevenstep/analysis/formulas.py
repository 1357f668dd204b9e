"""Formulas over indicators: first whether the units fit, then the value. Nothing of a formula is ever executed.

The expression comes checked from the model: numbers, names, + - * / ** and a few functions. Units are looked at
without values; values are computed in the units of the tables (metres, not kilometres) and told in the unit wanted.
"""

import ast
import math
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sevenstep.analysis.units import PURE, Measure, as_written, measure, shown, told
from sevenstep.language import Text
from sevenstep.model.formula import Formula

_MAX_EXPONENT: Final = 1_000


class Uncomputable(ValueError):
    """A formula that has no value or no unit: what is wrong, and in which part of it."""

    def __init__(self, message: Text, part: str) -> None:
        super().__init__(message.for_language("en"))
        self.message = message
        self.part = part


class UnfitUnits(Uncomputable):
    """The units in a formula do not fit one another, or not the unit of its indicator."""


class ByZero(Uncomputable):
    """A formula divides by zero."""


@dataclass(frozen=True, slots=True)
class Computable:
    """A formula whose units fit: the factor of each operand, and that of the unit of the result."""

    formula: Formula
    unit: str
    _factors: Mapping[str, float]
    _factor: float

    def value(self, values: Mapping[str, float]) -> float:
        """The result in `unit`, of the values of the indicators by operand, each in its unit; raises Uncomputable."""
        numbers = {
            name: factor
            * (values[name] if self.formula.operands[name].indicator else self.formula.operands[name].number)
            for name, factor in self._factors.items()
        }
        return _value(self.formula, self.formula.tree.body, numbers) / self._factor


def computable(formula: Formula, units: Mapping[str, str], unit: str | None) -> Computable:
    """The formula with the units of its indicators (by operand), told in `unit`; raises UnfitUnits.

    Without a `unit` the result is in that of its first operand that fits, or a pure number.
    """
    every = {name: units[name] if operand.indicator else operand.unit for name, operand in formula.operands.items()}
    try:
        return _computable(formula, every, unit, as_written)
    except UnfitUnits:
        return _computable(formula, every, unit, measure)  # some fit once it is known what they are made of


def _computable(
    formula: Formula, units: Mapping[str, str], unit: str | None, measure_of: Callable[[str], Measure]
) -> Computable:
    measures = {name: measure_of(operand_unit) for name, operand_unit in units.items()}
    found = _Dimensions(formula, measures).of(formula.tree.body)
    wanted = [unit] if unit is not None else [*units.values(), ""]
    fitting = next((candidate for candidate in wanted if measure_of(candidate).dimensions == found.dimensions), None)
    if fitting is None:
        result, other = told(found), shown(unit or "")
        raise UnfitUnits(
            Text(
                zh=f"公式得出的是{result.for_language('zh').rstrip()}，指标的单位却是{other.for_language('zh')}".rstrip(),
                en=f"the formula gives {result.en}, but the indicator is in {other.en}",
            )
            if unit is not None
            else Text(
                zh=f"公式得出的是{result.for_language('zh').rstrip()}，指标未写单位",
                en=f"the formula gives {result.en}, and the indicator does not say its unit",
            ),
            formula.text,
        )
    return Computable(
        formula, fitting, {n: operand.factor for n, operand in measures.items()}, measure_of(fitting).factor
    )


# -- units ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Dimensions:
    """The dimensions of every part of an expression; the model bounds how deep it is."""

    formula: Formula
    measures: Mapping[str, Measure]

    def of(self, node: ast.expr) -> Measure:
        match node:
            case ast.Name(id=name):
                return self.measures[name]
            case ast.UnaryOp(operand=operand):
                return self.of(operand)
            case ast.BinOp(op=ast.Mult()):
                return self._bounded(node, self.of(node.left) * self.of(node.right))
            case ast.BinOp(op=ast.Div()):
                return self._bounded(node, self.of(node.left) / self.of(node.right))
            case ast.BinOp(op=ast.Pow()):
                return self._power(node)
            case ast.BinOp():
                return self._alike(node, (node.left, node.right))
            case ast.Call(func=ast.Name(id="sqrt")):
                return self._bounded(node, self.of(node.args[0]) ** 0.5)
            case ast.Call():
                return self._alike(node, tuple(node.args))
            case _:
                return PURE

    def _alike(self, node: ast.expr, parts: tuple[ast.expr, ...]) -> Measure:
        first, *others = (self.of(part) for part in parts)
        for other in others:
            if other.dimensions != first.dimensions:
                one, two = told(first), told(other)
                raise UnfitUnits(
                    Text(
                        zh=f"“{self.formula.piece(node)}”里{one.zh}和{two.zh}不能相加减或比较",
                        en=f"“{self.formula.piece(node)}” puts {one.en} and {two.en} together",
                    ),
                    self.formula.piece(node),
                )
        return first

    def _power(self, node: ast.BinOp) -> Measure:
        base, exponent = self.of(node.left), self.of(node.right)
        if not exponent.is_pure:
            raise self._unfit(node, Text(zh="指数必须是纯数", en="an exponent must be a pure number"))
        if base.is_pure:
            return PURE
        if any(isinstance(part, ast.Name) and part.id in self.measures for part in ast.walk(node.right)):
            raise self._unfit(
                node, Text(zh="带单位的数，指数只能是固定的数", en="of a value with a unit the exponent must be fixed")
            )
        power = _value(self.formula, node.right, {})
        if abs(power) > _MAX_EXPONENT:
            raise _too_large(self.formula.piece(node))
        return self._bounded(node, Measure(1.0, base.dimensions) ** power)

    def _bounded(self, node: ast.expr, found: Measure) -> Measure:
        if any(abs(power) > _MAX_EXPONENT for _, power in found.dimensions):
            raise _too_large(self.formula.piece(node))
        return Measure(1.0, found.dimensions)

    def _unfit(self, node: ast.expr, problem: Text) -> UnfitUnits:
        piece = self.formula.piece(node)
        return UnfitUnits(Text(zh=f"“{piece}”：{problem.zh}", en=f"“{piece}”: {problem.en}"), piece)


# -- values --------------------------------------------------------------------------


def _power(base: float, exponent: float) -> float:
    if abs(exponent) > _MAX_EXPONENT:
        raise OverflowError
    if base < 0 and exponent != int(exponent):
        raise ValueError
    return float(base**exponent)


_OPERATORS: Final[Mapping[type[ast.AST], Callable[..., float]]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: _power,
    ast.USub: operator.neg,
    ast.UAdd: operator.pos,
}
_FUNCTIONS: Final[Mapping[str, Callable[..., float]]] = {
    "min": lambda *values: min(values),
    "max": lambda *values: max(values),
    "sum": lambda *values: math.fsum(values),
    "mean": lambda *values: math.fsum(values) / len(values),
    "sqrt": math.sqrt,
    "abs": abs,
}


def _value(formula: Formula, node: ast.expr, numbers: Mapping[str, float]) -> float:
    from simpleeval import SimpleEval

    evaluator: Any = SimpleEval(operators=dict(_OPERATORS), functions=dict(_FUNCTIONS), names=dict(numbers))
    try:
        result = float(evaluator.eval("", previously_parsed=node))
    except ZeroDivisionError:
        raise _by_zero(formula, node, evaluator) from None
    except OverflowError:
        raise _too_large(formula.piece(node)) from None
    except ValueError:
        piece = formula.piece(node)
        raise Uncomputable(
            Text(zh=f"“{piece}”要对负数开方", en=f"“{piece}” takes the root of a negative number"), piece
        ) from None
    if not math.isfinite(result):
        raise _too_large(formula.piece(node))
    return result


def _by_zero(formula: Formula, tree: ast.expr, evaluator: Any) -> ByZero:
    """The innermost part of the expression that divides by zero."""
    piece = formula.piece(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div | ast.Pow):
            divisor = node.right if isinstance(node.op, ast.Div) else node.left
            try:
                is_zero = evaluator.eval("", previously_parsed=divisor) == 0
            except (ArithmeticError, ValueError):
                continue  # what divides by zero lies further inside
            if is_zero:
                piece = formula.piece(divisor)
    return ByZero(Text(zh=f"公式除以了 0：“{piece}”等于 0", en=f"the formula divides by zero: “{piece}” is 0"), piece)


def _too_large(piece: str) -> Uncomputable:
    return Uncomputable(Text(zh=f"“{piece}”得出的数太大", en=f"“{piece}” grows too large"), piece)
