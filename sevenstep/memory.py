"""The ways in which answers are remembered: what each keeps, how much of it, and until when. There is no other way.

==================  =========================================  =====================================================
`per_element`       one answer for each element                lives in the element and goes with it
`per_chain`         one answer for each chain                  goes with the chain
`recent_results`    the last answers of a long computation     a few, the oldest goes first
`by_content`        answers to texts, numbers and the like     as many as is said, the one unused for longest goes
`per_process`       tables that never change                   to the end of the process; its arguments are few: a
                                                               class of the model, a kind, a language, yes or no
==================  =========================================  =====================================================

(What is read off one object of our own is a ``cached_property`` of it and goes with it, as everywhere in Python.)
So a process that checks and publishes all day (``sevenstep serve``) holds the model as it is, not all that it was.
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache, update_wrapper, wraps
from typing import Any, Final, Generic, ParamSpec, TypeVar, overload
from weakref import WeakKeyDictionary

Subject = TypeVar("Subject")
Result = TypeVar("Result")
Parameters = ParamSpec("Parameters")


@overload
def per_element(
    compute: Callable[[Subject], Iterator[Result]],
) -> Callable[[Subject], tuple[Result, ...]]: ...


@overload
def per_element(compute: Callable[[Subject], Result]) -> Callable[[Subject], Result]: ...


def per_element(compute: Callable[[Subject], Any]) -> Callable[[Subject], Any]:
    """Lets a function of one element, and of nothing else, be computed once for it: elements are frozen, and a second
    check of a model meets most of them again. What is yielded is kept as a tuple."""
    name = f"{compute.__module__}.{compute.__qualname__}"

    @wraps(compute)
    def remembered(element: Subject) -> Any:
        known = element.__dict__
        if name not in known:
            found = compute(element)
            known[name] = tuple(found) if isinstance(found, Iterator) else found
        return known[name]

    return remembered


class per_chain(Generic[Subject, Result]):  # noqa: N801 - used as a decorator
    """Lets a function of a chain be computed once for each chain: chains never change.

    The answer must not hold the chain: it would keep it, and itself, for ever.
    """

    def __init__(self, compute: Callable[[Subject], Result]) -> None:
        self._compute = compute
        self._known: WeakKeyDictionary[Subject, Result] = WeakKeyDictionary()
        update_wrapper(self, compute)

    def __call__(self, chain: Subject) -> Result:
        """The result, computed at the first call."""
        try:
            return self._known[chain]
        except KeyError:
            pass  # what is computed may raise one of its own
        found = self._known[chain] = self._compute(chain)
        return found

    def remember(self, chain: Subject, result: Result) -> None:
        """Take the result as known, from another process."""
        self._known[chain] = result


def by_content(most: int) -> Callable[[Callable[Parameters, Result]], Callable[Parameters, Result]]:
    """Lets a function keep its answers to `most` different arguments, which are compared by what they hold."""
    return lru_cache(maxsize=most)  # type: ignore[return-value]


def per_process(compute: Callable[Parameters, Result]) -> Callable[Parameters, Result]:
    """Lets a function be computed once for each of its few possible arguments, or once where it has none."""
    return cache(compute)  # type: ignore[return-value]


_RECENT: Final = 4
"""How many answers of a long computation are kept: one a variant, for two models."""


def recent_results(
    by_identity: type,
) -> Callable[[Callable[Parameters, Result]], Callable[Parameters, Result]]:
    """Lets a function give its last answers again where it is given the same.

    Objects of the class `by_identity` are the same if they are the same objects: a check keeps the elements whose files
    have not changed, and comparing them by what they hold could take longer than the computation. Tuples and mappings
    are the same if what they hold is, and other values if they are equal.
    """

    def is_same(one: object, other: object) -> bool:
        if one is other:
            return True
        if isinstance(one, by_identity) or isinstance(other, by_identity):
            return False
        if isinstance(one, tuple) and isinstance(other, tuple):
            return len(one) == len(other) and all(map(is_same, one, other))
        if isinstance(one, Mapping) and isinstance(other, Mapping):
            return one.keys() == other.keys() and all(is_same(one[key], other[key]) for key in one)
        return one == other

    def decorator(compute: Callable[Parameters, Result]) -> Callable[Parameters, Result]:
        known: deque[tuple[object, Result]] = deque(maxlen=_RECENT)

        @wraps(compute)
        def remembered(*values: Parameters.args, **named: Parameters.kwargs) -> Result:
            given = (values, named)
            for asked, answer in known:
                if is_same(asked, given):
                    return answer
            answer = compute(*values, **named)
            known.append((given, answer))
            return answer

        return remembered

    return decorator
