"""How conclusions are put into words: sentences, names of elements, and figures of a metric with what they become."""

from collections.abc import Iterable, Sequence
from typing import Final

from sevenstep.analysis.conclusions.conclusion import Figure, Scale
from sevenstep.analysis.results import Difference, Value
from sevenstep.analysis.verdict_wording import both
from sevenstep.analysis.wording import SHARES, is_better, shown, shown_change, shown_share, shown_width
from sevenstep.chain.graph import Chain
from sevenstep.language import Text, joined
from sevenstep.model.choices import Metric

NAMED: Final = 3
"""Elements that a sentence names; of more it says how many there are."""
_SAME: Final = 0.005
"""The part of a value by which it must change for a sentence to say so."""


def sentence(zh: str, en: str) -> Text:
    """A sentence with its full stop; in English it begins with a capital."""
    said = en.rstrip(". ")
    end = "" if said.endswith(("?", "!", "…")) else "."
    return Text(zh=f"{zh.rstrip('。')}。", en=f"{said[:1].upper()}{said[1:]}{end}")


def sentence_of(said: Text) -> Text:
    """A message that has no full stop, as a sentence."""
    return sentence(said.for_language("zh"), said.for_language("en"))


def joint(*parts: Text | None) -> Text:
    """Clauses of one sentence, as far as there are any."""
    return joined([part for part in parts if part is not None], "；", "; ")


def quoted(title: Text) -> Text:
    """A title in quotation marks."""
    return title.inserted_into(zh="“{}”", en="“{}”")


def titled(chain: Chain, key: str) -> Text:
    """An element by its title in quotation marks; what is not there by its id."""
    element = chain.elements.get(key)
    return quoted(element.title if element is not None else Text(plain=key))


def named(chain: Chain, keys: Sequence[str], most: int = NAMED) -> Text:
    """Elements by their titles; of many the first, and how many there are in all."""
    told = list(keys[:most])
    said = joined([titled(chain, key) for key in told], "、", ", ") if len(told) != 2 else _two(chain, told)
    left = len(keys) - len(told)
    return Text(zh=f"{said.zh}等 {len(keys)} 项", en=f"{said.en} and {left} more") if left else said


def _two(chain: Chain, keys: Sequence[str]) -> Text:
    return joined([titled(chain, key) for key in keys], "、", " and ")


def listed(parts: Sequence[Text]) -> Text:
    """Several texts as a list that ends in “and”."""
    if len(parts) < 2:
        return joined(parts)
    last = parts[-1]
    first = joined(parts[:-1], "、", ", ")
    return Text(zh=f"{first.zh}、{last.for_language('zh')}", en=f"{first.en} and {last.for_language('en')}")


def spaced(zh: str | None) -> str:
    """A Chinese wording before another word: with a blank where it ends in a Latin letter, a digit or a per cent
    sign."""
    told = zh or ""
    return f"{told} " if told[-1:].isascii() and (told[-1:].isalnum() or told[-1:] == "%") else told


def said(metric: Metric, number: float, currency: str = "", beside: Iterable[float] = ()) -> Text:
    """A value of a metric in both languages; `beside` are those that it is told together with."""
    others = tuple(beside)
    return both(lambda language: shown(metric, number, language, currency, beside=others))


def said_width(metric: Metric, number: float, currency: str = "", beside: Iterable[float] = ()) -> Text:
    """How far two values are apart, without a sign."""
    others = tuple(beside)
    return both(lambda language: shown_width(metric, abs(number), language, currency, beside=others))


def part_of(part: float, whole: float) -> str:
    """A part of a whole in full per cent, as one says it."""
    return shown_share(round(part / whole, 2)) if whole else ""


def is_same(before: float, after: float) -> bool:
    """Whether two values are so near to each other that nobody would speak of a change."""
    return abs(after - before) <= _SAME * max(abs(before), abs(after))


def figure_of(metric: Metric, difference: Difference, currency: str, target: float | None = None) -> Figure:
    """A metric as is and to be."""
    before, after = difference.before.mean, difference.after.mean
    beside = [number for number in (before, after, target) if number is not None]
    change = both(lambda language: shown_change(metric, before, after, language))
    return Figure(
        metric.label,
        said(metric, before, currency, beside),
        said(metric, after, currency, beside),
        said(metric, target, currency, beside) if target is not None else None,
        change if change.zh and not is_same(before, after) else None,
        None if is_same(before, after) else is_better(metric, after - before),
        scale=Scale(before, after, target),
    )


def figure_alone(metric: Metric, value: Value, currency: str, target: float | None = None, *, to_be: bool) -> Figure:
    """A metric that is known of one variant only."""
    beside = [number for number in (value.mean, target) if number is not None]
    told = said(metric, value.mean, currency, beside)
    return Figure(
        metric.label,
        None if to_be else told,
        told if to_be else None,
        said(metric, target, currency, beside) if target is not None else None,
        scale=Scale(None if to_be else value.mean, value.mean if to_be else None, target),
    )


def is_share(metric: Metric) -> bool:
    """Whether the metric is a share, whose changes are told in points."""
    return metric in SHARES
