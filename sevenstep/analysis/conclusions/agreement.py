"""Whether the figures that an author's conclusion names are those of the results."""

import re
from collections.abc import Iterator
from typing import Final

from sevenstep.analysis.conclusions.engagement import EngagementConclusion
from sevenstep.analysis.conclusions.key_figures import judged_figures
from sevenstep.analysis.results import Analysis
from sevenstep.language import Language, Text

_NUMBER: Final = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\d.,])\d+(?:\.\d+)?")
_YEAR: Final = re.compile(r"(?:19|20)\d\d$")
_SCALES: Final = (1.0, 24.0, 1 / 24.0, 60.0, 1 / 60.0, 1e3, 1e4, 1e6, 1e8, 1e9, 1e12, 0.01)
"""Days and hours, 万 and 亿, thousands and millions: a figure may be told in another unit than it was computed in."""


def unknown_figures(
    says: Text, conclusion: EngagementConclusion, analysis: Analysis, language: Language
) -> tuple[str, ...]:
    """The numbers in what an author concludes that no result gives, as written; years are not asked about.

    A number is a result's where that, rounded to the digits written, is the same, in whatever unit.
    """
    known = list(_known(conclusion, analysis, language))
    written = (found[0] for found in _NUMBER.finditer(says.for_language(language)))
    return tuple(
        number for number in dict.fromkeys(written) if not _YEAR.match(number) and not _is_result(number, known)
    )


def _is_result(written: str, known: list[float]) -> bool:
    plain = written.replace(",", "")
    places = len(plain.partition(".")[2])
    return any(round(value / scale, places) == float(plain) for value in known for scale in _SCALES)


def _known(conclusion: EngagementConclusion, analysis: Analysis, language: Language) -> Iterator[float]:
    for text in (conclusion.headline, *conclusion.lead):
        yield from (float(found[0].replace(",", "")) for found in _NUMBER.finditer(text.for_language(language)))
    for figure in judged_figures(analysis):
        yield abs(figure.state.gap)
        for stage_value in (*figure.values, *figure.state.stage_values.values()):
            yield from (abs(end) for end in (stage_value.low, stage_value.value, stage_value.high))
            yield from (100 * abs(end) for end in (stage_value.value,))
        if figure.before is not None:
            yield abs(figure.after.value - figure.before.value)
    yield from map(float, conclusion.verdicts.values())
    yield from (float(conclusion.judged), float(conclusion.verdicts.total()), float(conclusion.assumptions))
    for wait in conclusion.waits:
        yield wait.hours
    for item in conclusion.first:
        for quantity in (item.money, item.time):
            if quantity is not None:
                yield from map(abs, quantity.points)
