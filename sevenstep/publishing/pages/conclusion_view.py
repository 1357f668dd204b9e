"""The head of a page: what its element comes to, and the figures that carry it, before and after on one scale."""

import math
from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.conclusions.conclusion import Conclusion, Figure, Scale
from sevenstep.analysis.conclusions.of_element import conclusion_of
from sevenstep.model.element import Element
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import VERDICT_STYLES
from sevenstep.publishing.pages.time_ribbon import TimeRibbon, time_ribbon
from sevenstep.publishing.views import Ref

_ROOM: Final = 94.0
"""The part of the width, in per cent, that the longest bar of a figure takes."""


@dataclass(frozen=True, slots=True)
class Bars:
    """The lengths of the bars of a figure and the place of its target, in per cent of the width; None where unknown."""

    before: float | None
    after: float | None
    target: float | None


@dataclass(frozen=True, slots=True)
class FigureView:
    """One figure, ready to be shown; what is not known is empty. `style` is that of its change."""

    what: str
    before: str
    after: str
    target: str
    change: str
    style: str
    verdict: str
    verdict_style: str
    note: str
    ref: Ref | None
    bars: Bars | None


@dataclass(frozen=True, slots=True)
class ConclusionView:
    """What a page begins with."""

    headline: str
    lead: tuple[str, ...]
    figures: tuple[FigureView, ...]
    ribbon: TimeRibbon | None


def conclusion_view(context: Context, element: Element) -> ConclusionView | None:
    """The head of the element's page; None where nothing is concluded of it."""
    found = conclusion_of(context.chain, context.analysis, element)
    return shown_conclusion(context, found, time_ribbon(context, element)) if found is not None else None


def shown_conclusion(context: Context, found: Conclusion, ribbon: TimeRibbon | None = None) -> ConclusionView:
    """A conclusion in the language of the pages."""
    return ConclusionView(
        context.said(found.headline),
        tuple(context.said(sentence) for sentence in found.lead),
        tuple(figure_view(context, figure) for figure in found.figures),
        ribbon,
    )


def figure_view(context: Context, figure: Figure) -> FigureView:
    """One figure in the language of the pages."""
    style = "" if figure.is_better is None else "is-better" if figure.is_better else "is-worse"
    return FigureView(
        what=context.said(figure.what),
        before=context.said(figure.before),
        after=context.said(figure.after),
        target=context.said(figure.target),
        change=context.said(figure.change),
        style=style,
        verdict=context.said(figure.verdict.label) if figure.verdict is not None else "",
        verdict_style=VERDICT_STYLES[figure.verdict] if figure.verdict is not None else "",
        note=context.said(figure.note),
        ref=context.refs.get(figure.about),
        bars=_bars(figure.scale),
    )


def _bars(scale: Scale) -> Bars | None:
    """How long the bars are; None where there is nothing to compare, or what cannot be drawn from nought on."""
    known = [number for number in (scale.before, scale.after, scale.target) if number is not None]
    if len(known) < 2 or not all(math.isfinite(number) and number >= 0 for number in known) or not max(known):
        return None
    one = _ROOM / max(known)
    before, after, target = (
        round(number * one, 1) if number is not None else None for number in (scale.before, scale.after, scale.target)
    )
    return Bars(before, after, target)
