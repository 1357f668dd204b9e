"""Citations of figures that are registered with their source, and whether what stands there is what the source says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.units import UnlikeUnits, convert
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import KeyPath
from sevenstep.memory import per_chain
from sevenstep.model.contents import by_dimension, figures, sources
from sevenstep.model.element import Element
from sevenstep.model.evidence import Evidence, Figure
from sevenstep.model.quantity import Quantity
from sevenstep.model.source import Source
from sevenstep.model.source_document import SourceFigure
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step5_scenarios import ExpectedMove, Scenario

Stated = Figure | Evidence | ExpectedMove
"""What a source can vouch for a number of."""
_MOST_ROUNDED: Final = 0.02
"""A figure may be told with fewer digits than the source has, as long as it stays that near."""
_SLACK: Final = 1e-9
_SIDES: Final = {"": 0, "≥": 1, ">": 1, "≤": -1, "<": -1}


@dataclass(frozen=True, slots=True)
class Citation:
    """A source that names a registered figure of a registered document: the element and the path of that source.

    `value` is the figure that rests on it, at `value_path`, with the `unit` that stands in where it has none: None
    where there is none, or several that the source cannot all be of. `registered` is None where no figure has the name.
    """

    element: Element
    path: KeyPath
    source: Source
    registered: SourceFigure | None
    value: Quantity | None = None
    value_path: KeyPath = ()
    unit: str = ""

    @property
    def document(self) -> str:
        return self.source.document or ""

    @property
    def figure(self) -> str:
        return self.source.figure or ""


@per_chain
def citations(chain: Chain) -> tuple[Citation, ...]:
    """Every citation of a figure, of documents that are registered and could be read."""
    documents = chain.engagement.header.sources
    if not documents:
        return ()
    return tuple(found for element in chain.elements.values() for found in _of_element(chain, element))


def _of_element(chain: Chain, element: Element) -> Iterator[Citation]:
    unit = (element.unit or "") if isinstance(element, Indicator) else ""
    stated: dict[KeyPath, Stated] = dict(figures(element))
    if isinstance(element, Scenario):
        stated |= {("moves", indicator): move for indicator, move in element.moves.items()}
    for path, source in sources(element):
        if (known := _registered(chain, source)) is not None:
            value_path, value = _resting_on(stated, path)
            yield Citation(element, path, source, known.figure, value, value_path, unit)
    for path, _, members, _ in by_dimension(element):
        for member, figure in members.items():
            if figure.source is not None and (known := _registered(chain, figure.source)) is not None:
                at = (*path, member)
                yield Citation(element, (*at, "source"), figure.source, known.figure, figure.value, at, unit)


@dataclass(frozen=True, slots=True)
class _Known:
    """That a registered document is cited by a figure, and that figure, where it is registered."""

    figure: SourceFigure | None


def _registered(chain: Chain, source: Source) -> _Known | None:
    """What is cited; None where no figure is, or where what is registered could not be read."""
    document = chain.engagement.header.sources.get(source.document or "")
    if source.figure is None or document is None:
        return None
    found = document.figures.get(source.figure)
    is_lost = chain.engagement.lacks("sources", source.document or "", "figures", source.figure)
    return None if found is None and is_lost else _Known(found)


def _resting_on(stated: Mapping[KeyPath, Stated], path: KeyPath) -> tuple[KeyPath, Quantity | None]:
    """Of the figures of an element the one whose source stands at `path`; that of the element itself is of the one
    figure that names none of its own."""
    at: KeyPath | None = path[:-1]
    if path == ("source",):
        leaning = [key for key, figure in stated.items() if figure.source is None and key[0] != "targets"]
        at = leaning[0] if len(leaning) == 1 else None
    if at is None or at not in stated:
        return path, None
    figure = stated[at]
    if isinstance(figure, Evidence):
        return (*at, "figure"), figure.figure
    return at, figure.value


def agrees(value: Quantity, registered: Quantity, unit: str = "") -> bool:
    """Whether a figure says what the source says: in any unit of the kind, rounded at most, bounded to the same side.

    A bound of the source may be told by its number alone: many fields take no bounds. `unit` stands in where the figure
    has none.
    """
    if value.bound and _SIDES[value.bound] != _SIDES[registered.bound]:
        return False
    return any(_same(value, own, registered) for own in dict.fromkeys((value.unit or unit, value.unit)))


def _same(value: Quantity, unit: str, registered: Quantity) -> bool:
    try:
        factor = convert(1.0, unit, registered.unit)
    except UnlikeUnits:
        if unit.strip() and registered.unit.strip():
            return False
        factor = 1.0  # one of the two just counts
    ends = zip((value.low, value.high), (registered.low, registered.high), strict=True)
    return all(_near(own * factor, said, value.half * abs(factor)) for own, said in ends)


def _near(own: float, said: float, half: float) -> bool:
    rounding = min(half, _MOST_ROUNDED * abs(said))
    return abs(own - said) <= max(rounding, _SLACK * max(abs(own), abs(said)))
