"""How many digits of a number people are shown, and how a number of so many digits is written.

One minus (−), one separator of thousands (a comma, from four digits on), no needless zeros.
"""

import math
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

from sevenstep.memory import by_content

MINUS: Final = "−"
_CONTEXT: Final = Context(prec=400)
_MOST_DIGITS: Final = 11
_MOST_OF_SHARE: Final = 3
_SMALL: Final = 0.1
"""Below it four decimals are fewer than four digits: 0.00031."""
_WITH_ONE: Final = 1_000
"""Below it a decimal that is all there is stays: 36.5 is 36.5."""
_NEAR: Final = 1e-3
"""Numbers that are apart by a smaller part of them may look alike."""


def decimal(number: float, places: int, *, zeros: bool = False) -> str:
    """A number with so many places behind the point at most; with all of them where `zeros` are wanted and it is not
    whole: 4.04 is 4.0 beside 4.7, and 4 is 4."""
    if not math.isfinite(number):
        return "∞" if number > 0 else f"{MINUS}∞" if number < 0 else "–"
    rounded = half_up(number, places)
    text = f"{abs(rounded):,.{max(places, 0)}f}"
    if "." in text and (not zeros or number == int(number)):
        text = text.rstrip("0").rstrip(".")
    return f"{MINUS}{text}" if rounded < 0 else text


@by_content(20_000)
def half_up(number: float, places: int) -> float:
    """The number rounded as people do it: 12.5 are 13, and 0.285 are 0.29."""
    if not math.isfinite(number):
        return number
    return float(Decimal(repr(number)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _CONTEXT))


def is_short(number: float) -> bool:
    """Whether a number takes one decimal at most, short of what computing leaves behind."""
    return abs(number - round(number, 1)) < 1e-9 * max(1.0, abs(number))


def magnitude(number: float) -> int:
    """The power of ten of the first digit of a number that is not nought."""
    return math.floor(math.log10(abs(number)))


def given_places(number: float) -> int:
    """Places for a number that somebody wrote: all that he wrote, short of what computing leaves behind."""
    if 0 < abs(number) < _SMALL:
        return 3 - magnitude(number)
    return 4 if abs(number) < 10_000 else 1


def rounded_places(
    number: float, beside: Iterable[float] = (), *, digits: int = 2, half: float = 0.0, least: int = -99
) -> int:
    """Places for a computed number: `digits` that count, `least` places, and all before the point; as many for those
    `beside` it, of which the smallest gets one place more than the largest needs; no more than an error of `half`
    leaves. Numbers that are compared get further places where they would look alike."""
    others = [other for other in beside if other and math.isfinite(other)]
    if not number or not math.isfinite(number):
        return rounded_places(others[0], others[1:], digits=digits, least=least) if others else 0
    together = [number, *others]
    largest, smallest = max(map(abs, together)), min(map(abs, together))
    places = max(digits - 1 - magnitude(largest), least)
    places = max(places, min(max(1 - magnitude(smallest), 0) if smallest >= 1 else -magnitude(smallest), places + 1), 0)
    if largest < _WITH_ONE and all(map(is_short, together)):
        places = max(places, 1)
    while places < digits + 1 - magnitude(largest) and _look_alike(together, places):
        places += 1
    if half > 0:
        places = min(places, max(-magnitude(half), 0))
    return max(places, -magnitude(number), 0)


def share_places(hundredths: Iterable[float], *, half: float = 0.0) -> int:
    """Places for shares in per cent: two digits near nothing, and near all as many as tell them from it, as in 0.27 %,
    48 %, 97.7 %, 99.2 % and 99.96 %."""
    shares = [share for share in hundredths if math.isfinite(share)]
    places = max((_of_share(abs(share)) for share in shares), default=0)
    if all(map(is_short, shares)):
        places = max(places, 1)
    return min(places, max(-magnitude(half), 0)) if half > 0 else places


def _of_share(hundred: float) -> int:
    if 50 < hundred < 100 - 1e-9:
        off = 100 - hundred
        return min(max(-magnitude(off), 1 if off < 10 else 0), _MOST_OF_SHARE)
    return min(max(1 - magnitude(hundred), 0), _MOST_OF_SHARE) if hundred > 1e-9 else 0


def _look_alike(numbers: list[float], places: int) -> bool:
    first = numbers[0]
    return any(
        half_up(first, places) == half_up(other, places) and abs(first - other) > _NEAR * max(abs(first), abs(other))
        for other in numbers[1:]
    )


def written_places(numbers: Iterable[float], places: int) -> int:
    """How many of the places are needed for one of the numbers at least: 4.04 and 4.67 with one, 9.0 and 7.0 with
    none."""
    finite = [number for number in numbers if math.isfinite(number)]
    while places > 0 and all(half_up(number, places) == half_up(number, places - 1) for number in finite):
        places -= 1
    return places


def apart_places(number: float, places: int, others: Iterable[float]) -> int:
    """How many places it takes for the number to be another figure than each of the others that it is not equal to."""
    for other in others:
        most = _MOST_DIGITS - magnitude(max(abs(number), abs(other)) or 1.0)
        if abs(number - other) < 10.0**-most:
            continue  # the same, but for what computing leaves behind
        while places < most and half_up(number, places) == half_up(other, places):
            places += 1
    return places
