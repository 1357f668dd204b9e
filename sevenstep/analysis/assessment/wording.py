"""How standings, levels and values of assessments are said."""

from typing import Final

from sevenstep.analysis.assessment.results import AssessmentResult, FactorResult, Reached
from sevenstep.analysis.item_ranking.places import TIE
from sevenstep.analysis.verdict_wording import both
from sevenstep.analysis.wording import shown_number
from sevenstep.chain.graph import Chain
from sevenstep.language import Language, Text
from sevenstep.model.frames.assessment import Assessment
from sevenstep.model.frames.scale import Scale
from sevenstep.model.quantity import decimal

_LEAST: Final = "0.01"


def score_shown(result: AssessmentResult, good: float) -> str:
    """A standing on the scale in which the assessment is told."""
    return decimal(result.told(good), 1)


def width_shown(result: AssessmentResult, good: float) -> str:
    """How far two standings are apart, on that scale; what is less than can be written is said to be less."""
    if good > TIE and not is_seen(result, good):
        return f"<{_LEAST}"
    return _width(result, good)


def is_seen(result: AssessmentResult, good: float) -> bool:
    """Whether two standings so far apart are written differently at all."""
    return _width(result, good) != "0"


def _width(result: AssessmentResult, good: float) -> str:
    wide = good * (result.high - result.low)
    return decimal(wide, 1 if wide >= 0.1 else 2)


def level_said(chain: Chain, scale: str, level: int | None) -> Text | None:
    """What a level is called; None where nothing names it."""
    found = chain.elements.get(scale)
    if level is None or not isinstance(found, Scale) or level >= len(found.steps):
        return None
    return found.steps[level][1].title


def value_shown(found: FactorResult, reached: Reached | None, language: Language) -> str:
    """A score or a figure as it was stated; a range with both its ends."""
    if reached is None:
        return ""
    if reached.low == reached.high:
        return shown_number(reached.value, found.unit, language)
    low, high = (shown_number(end, found.unit, language, (reached.high,)) for end in (reached.low, reached.high))
    return f"{low}–{high}"


def value_said(found: FactorResult, reached: Reached) -> Text:
    """The same in both languages."""
    return both(lambda language: value_shown(found, reached, language))


def peer_title(chain: Chain, assessment: str, peer: str) -> Text:
    """What a peer is called."""
    found = chain.elements.get(assessment)
    return found.peers[peer].title if isinstance(found, Assessment) and peer in found.peers else Text(plain=peer)


def years_shown(years: float) -> str:
    """So many years, with one place behind the point where there are few."""
    return decimal(years, 0 if years >= 10 else 1)
