"""Remembering the last answers of long computations: while a model is written, most of what they need stays."""

from collections import deque
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Final, ParamSpec, TypeVar

from sevenstep.model.element import Element

_KEPT: Final = 4
"""How many answers are kept: one a variant, for two models."""

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")


def latest(compute: Callable[Parameters, Result]) -> Callable[Parameters, Result]:
    """Lets a function give its last answers again where it is given the same.

    Elements are the same if they are the same objects (a check keeps those whose files have not changed); tuples and
    mappings are if what they hold is, and other values if they are equal.
    """
    known: deque[tuple[object, Result]] = deque(maxlen=_KEPT)

    @wraps(compute)
    def remembered(*values: Parameters.args, **named: Parameters.kwargs) -> Result:
        given = (values, named)
        for asked, answer in known:
            if _is_same(asked, given):
                return answer
        answer = compute(*values, **named)
        known.append((given, answer))
        return answer

    return remembered


def _is_same(one: object, other: object) -> bool:
    if one is other:
        return True
    if isinstance(one, Element) or isinstance(other, Element):
        return False  # comparing them by what they hold could take longer than the computation
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(_is_same, one, other))
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(_is_same(one[key], other[key]) for key in one)
    return one == other
