"""What quantities and dates look like, as patterns that every editor can hold a text against.

Made of what the grammar itself reads by, and never narrower than it: what the grammar reads, fits. A pattern says no
where a value has not even the form: no number, a remark behind it, a bound where a value is needed, a date. What only
reading tells (ends that fall, two units, a comma with two readings) stays with the check.

They keep to what the expressions of Python and of editors (ECMAScript) have in common, so they know no flags and no
named groups: letters stand in both cases and widths.
"""

import re
from collections.abc import Iterable
from typing import Final

from sevenstep.memory import per_process
from sevenstep.model.dates import DATE_FORMS, SPAN
from sevenstep.model.form import ASSUMPTION, Form
from sevenstep.model.members import FALSE, TRUE
from sevenstep.model.quantity.duration import SHAPE_NAMES
from sevenstep.model.quantity.grammar import DATE
from sevenstep.model.quantity.number import STARTS
from sevenstep.model.quantity.plain import VARIANTS
from sevenstep.model.quantity.time_units import TIME_UNIT, WORKING_DAYS
from sevenstep.model.quantity.words import ABOUT_AFTER, ABOUT_BEFORE, BOUND_AFTER, BOUND_BEFORE
from sevenstep.model.unit_names import CURRENCIES, SCALES

_SIGN: Final = "[-+–−﹣‐‑‒—―─－＋]"
_NUMERAL: Final = "百千万亿"
_DIGITS: Final = "0-9０-９.．½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞零〇一二两三四五六七八九十百千万亿点⁻⁰¹²³⁴⁵⁶⁷⁸⁹"
_NO_UNIT: Final = '()（）{}｛｝!！?？;；:：=＝"“”|｜\\\\_＿@＠、。《》<＜>＞±'
"""Signs that stand in no number and in no unit: behind one of them something is said of the number."""
_GROUP: Final = re.compile(r"\(\?P<\w+>")
_SAME_GROUP: Final = re.compile(r"\(\?P=\w+\)")


@per_process
def pattern_of(form: Form) -> str | None:
    """The pattern that texts of a form fit; None where any text is one."""
    made = _PATTERNS.get(form)
    return None if made is None else made()


def loose(source: str) -> str:
    """An expression that ignored case, in one that needs no flag and takes full width and any blanks."""
    found: list[str] = []
    in_class, position = False, 0
    source = _SAME_GROUP.sub("[-/.]", _GROUP.sub("(?:", source)).replace("\\Z", "$")
    while position < len(source):
        character = source[position]
        if character == "\\":
            escaped = source[position + 1]
            if not in_class and escaped in _WIDE:
                found.append(f"[{_as_member(escaped)}{_WIDE[escaped]}]")
            elif in_class:
                found.append(_as_member(escaped) if not escaped.isalnum() else f"\\{escaped}")
            else:
                found.append(f"\\{escaped}" if escaped in _SPECIAL or escaped.isalnum() else escaped)
            position += 1
        elif in_class:
            in_class = character != "]"
            found.append(_in_class(source, position))
        elif source.startswith("(?", position):
            found.append(source[position : position + 3])
            position += 2
            if source[position] == "<":
                found[-1] += source[position + 1]
                position += 1
        elif character == "[":
            in_class = True
            found.append("[")
        elif character == " ":
            found.append("\\s*" if source[position + 1 : position + 2] in {"?", "*"} else "\\s+")
            position += source[position + 1 : position + 2] in {"?", "*"}
        elif character == "{":
            end = source.index("}", position)
            found.append(source[position : end + 1])
            position = end
        elif character.isascii() and character.isalnum():
            found.append(f"[{''.join(sorted(_cases(character)))}]")
        elif character in _WIDE and character not in _SPECIAL:
            found.append(f"[{character}{_WIDE[character]}]")
        else:
            found.append(character)
        position += 1
    return "".join(found)


_SPECIAL: Final = frozenset("\\.*+?^$|()[]{}/")


def _as_member(sign: str) -> str:
    """A sign as it stands in a class."""
    return f"\\{sign}" if sign in "\\]^-[" else sign


def _wide() -> dict[str, str]:
    """By each sign the others that are read as it is."""
    found: dict[str, str] = {}
    for code, read_as in VARIANTS.items():
        sign = read_as if isinstance(read_as, str) else chr(read_as)
        if sign != " " and not sign.isalnum() and len(sign) == 1:
            found[sign] = found.get(sign, "") + (f"\\{chr(code)}" if chr(code) in "-]^\\" else chr(code))
    return found


_WIDE: Final = _wide()


def _cases(letter: str) -> set[str]:
    both = {letter.lower(), letter.upper()}
    wide = {chr(ord(one) + 0xFEE0) for one in both}
    return both | wide | ({"₂"} if letter == "2" else set())


def _in_class(source: str, position: int) -> str:
    """A character of a class, or the end of a range in it, with its other cases."""
    character, before, after = source[position], source[position - 1], source[position + 1 : position + 2]
    if character == "-" and before != "[" and after != "]":
        return "-"  # it makes a range
    if character == "-":
        return f"\\-{_WIDE['-']}"
    if not (character.isascii() and character.isalnum()):
        return character if character in "]^" else character + _WIDE.get(character, "")
    if after == "-" and source[position + 2] != "]":
        return character  # the begin of a range: what ends it says the rest
    if before == "-" and source[position - 2] != "[":
        begin, cases = source[position - 2], sorted(_cases(character) - {"₂"})
        return character + "".join(
            f"{first}-{last}"
            for first, last in zip(sorted(_cases(begin) - {"₂"}), cases, strict=True)
            if first != begin
        )
    return "".join(sorted(_cases(character)))


def any_of(words: Iterable[str]) -> str:
    """One of some words, the longest first, whatever their case and width."""
    return "|".join(
        loose(re.escape(word).replace("\\ ", " ")) for word in sorted(set(words), key=lambda word: (-len(word), word))
    )


# -- quantities ----------------------------------------------------------------------


def _behind() -> str:
    """What is said behind a quantity."""
    return _words((*ABOUT_AFTER, *(word for words in BOUND_AFTER.values() for word in words)))


def _units_of_time() -> str:
    """A unit ends where its word ends, or where “or more” stands right behind it."""
    behind = _behind()
    names = loose(TIME_UNIT.pattern.replace("(?![a-z])", ""))
    return rf"{loose(TIME_UNIT.pattern)}|{names}(?=(?:(?:{behind})\s*)+$)|{loose(WORKING_DAYS.pattern)}|[分刻]"


def _number() -> str:
    """How a number begins; a, half and 半 are one before a unit of time only."""
    numbers = loose(STARTS.replace("半", "").replace("|half|an?", ""))
    ends = rf"(?:\b|(?=[\u3400-\u9FFF～〜∼∽]|(?:{_behind()})))"  # a word ends before Chinese, and where that is said
    numbers = numbers.replace(r"\b", ends)
    of_time = (
        rf"(?:(?:{loose('half')}|{loose('an?')})\b[\s-]*(?:{loose('an?')}\b[\s-]*)?|半\s*)个?\s*(?:{_units_of_time()})"
    )
    return rf"(?:{numbers}|[{_NUMERAL}]|{of_time})"


def _words(words: Iterable[str]) -> str:
    """Some of the words that stand around a quantity are expressions already."""
    return "|".join(
        loose(word if word.endswith((".", ".?", "+")) else re.escape(word).replace("\\ ", " ")) for word in words
    )


def _head(*, bounds: bool = False) -> str:
    """All that may stand before a number, and how that begins."""
    before = [*ABOUT_BEFORE, "between", "from", "介于", "在", "从"]
    if bounds:
        before += [word for words in BOUND_BEFORE.values() for word in words]
    money = any_of(name for code, names in CURRENCIES.items() for name in (code, *names))
    return rf"\s*(?:(?:{_words(before)})\s*)*(?:{_SIGN}\s*)?(?:(?:{money}|[A-Z]{{3}})\s*)?(?:{_SIGN}\s*)*{_number()}"


def _quantity(*, bounds: bool = False) -> str:
    behind = "" if bounds else rf"(?!.*(?:{_words(word for words in BOUND_AFTER.values() for word in words)})\s*$)"
    return rf"^(?!\s*(?:{loose(DATE.pattern)})\s*$){behind}{_head(bounds=bounds)}[^{_NO_UNIT}]*$"


def _time() -> str:
    """A distribution by its name, or a quantity in which a number stands before a unit of time."""
    words = any_of(re.findall("[a-z]{3,}", STARTS))
    counted = rf"(?:[{_DIGITS}半个]|{words}|\b{loose('an?')}\b)"
    scales = rf"(?:(?:{any_of(SCALES)}|[kKｋＫ])\s*)*"
    shape = rf"^\s*(?:{any_of(SHAPE_NAMES)})\s*[(（][^()（）]+[)）]\s*$"
    quantity = _quantity().removeprefix("^")
    return rf"{shape}|^(?=.*{counted}[\s-]*{scales}(?:{_units_of_time()})){quantity}"


def _rate() -> str:
    """So many for each stretch of time: ``40/d``, ``40 a day``, ``每天40件``."""
    units = rf"(?:{_units_of_time()}|{loose('annum')}|{loose('a')})"
    a_year = r"[pPｐＰ][.．]\s*[aAａＡ][.．]?\s*"
    per = rf"(?:[/／每]|\b(?:{any_of(('per', 'a', 'each'))})\b)"
    return rf"^(?:{_head()}.*?{per}\s*{units}[^{_NO_UNIT}]*|{_head()}.*\s{a_year}|\s*每\s*个?{units}.*{_number()}.*)$"


def _pair() -> str:
    """Two numbers in one text, whatever stands between."""
    return rf"[{_DIGITS}].*[^{_DIGITS}].*[{_DIGITS}]|[{_DIGITS}]\.\.+-?[{_DIGITS}]"


def _yearly() -> str:
    return rf"^\s*每.*{_number()}[^{_NO_UNIT}]*$|{_quantity()}"


def _each() -> str:
    """With a stroke, 每 or per somewhere: without them nothing is said of a stretch of time."""
    return rf"^(?=.*(?:[/／每]|{loose('per')}|[pPｐＰ][.．]?\s*[aAａＡ]))(?:{_yearly()})"


def _plain_number(sign: str = "") -> str:
    """A number without a unit, with about before it or behind it."""
    said = rf"[{sign}{_DIGITS}\s'’,，/／eEｅＥxXｘＸkKｋＫ×*·^+＋−－-]*(?:{_words(ABOUT_AFTER)})?"
    return rf"^(?!\s*(?:{loose(DATE.pattern)})\s*$){_head()}{said}\s*$"


def _share() -> str:
    """A number alone, or a quantity with a sign of being a part."""
    parts = rf"[%％﹪‰成半]|分之|百分比|{loose('per ?cent')}|{loose('pct')}"
    return rf"{_plain_number()}|^(?=.*(?:{parts})){_quantity().removeprefix('^')}"


# -- dates and other values ----------------------------------------------------------


def _single_date() -> str:
    day_first = r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}"
    forms = "|".join(loose(_with_limits(form.pattern)) for form in DATE_FORMS)
    return rf"(?:{forms}|{loose(day_first)}|[〇零一二三四五六七八九]{{4}}年.*)"


def _with_limits(form: str) -> str:
    """The form of a date with months up to 12 and days up to 31."""
    for name, either, both in (("month", "1[0-2]|0?[1-9]", "1[0-2]|0[1-9]"), ("day", _DAYS, _DAYS.replace("?", ""))):
        form = form.replace(f"(?P<{name}>[0-9]{{1,2}})", f"(?:{either})").replace(
            f"(?P<{name}>[0-9]{{2}})", f"(?:{both})"
        )
    return form


_DAYS: Final = "[12][0-9]|3[01]|0?[1-9]"


def _date() -> str:
    one = _single_date()
    return rf"^\s*{one}(?:{loose(SPAN.pattern)}{one})?\s*$"


def _moment() -> str:
    return (
        rf"{_date()}|^[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}[T ][0-9]{{2}}:[0-9]{{2}}(?::[0-9]{{2}})?"
        r"(?:Z|[+-][0-9]{2}:[0-9]{2})?$"
    )


def _id() -> str:
    """Letters, digits and - _ . as far as a pattern can tell letters from signs."""
    no_letter = r"\x00-\x20!-,/:-@\[\\\]^`{-©«-±´¶-¸»¿×÷\s\u200B-\u206F₠-⃏←-⑟─-❵➔-⯿、。〈-〠！-，／：-＠［-｀｛-･"
    return rf"^[^-.{no_letter}](?:[^{no_letter}]*[^.{no_letter}])?$"


_PATTERNS: Final = {
    Form.TITLE: lambda: r"\S",
    Form.PROSE: lambda: r"\S",
    Form.SOURCE: lambda: rf"^(?:{any_of(ASSUMPTION)})",
    Form.PAIR: _pair,
    Form.END: lambda: _plain_number("°"),
    Form.ID: _id,
    Form.YES_NO: lambda: rf"^\s*(?:{any_of(TRUE | FALSE)})\s*$",
    Form.QUANTITY: _quantity,
    Form.YEARLY: _yearly,
    Form.EACH: _each,
    Form.BOUNDED: lambda: _quantity(bounds=True),
    Form.SHARE: _share,
    Form.WHOLE: _plain_number,
    Form.TIME: _time,
    Form.RATE: _rate,
    Form.DATE: _date,
    Form.MOMENT: _moment,
}
