"""Regulations on one subject side by side: who demands what, where that differs, and who demands nothing."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sevenstep.analysis.regulations.demands import allowed, wording
from sevenstep.analysis.regulations.reach import area_title, areas_above
from sevenstep.chain.graph import Chain
from sevenstep.language import Text
from sevenstep.memory import per_chain
from sevenstep.model.quantity import Quantity
from sevenstep.model.step3_regulations import Regulation


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject with the regulations on it that apply at the date of the engagement, by area in the order of the model.

    `inherited` areas have none of their own: that of the area around them applies. `gaps` have none at all, although
    they settle other subjects that these areas settle. `common` demands are those of most areas; the others differ.
    """

    key: str
    title: Text
    by_area: Mapping[str, tuple[Regulation, ...]]
    inherited: Mapping[str, tuple[Regulation, ...]]
    gaps: tuple[str, ...]

    @property
    def regulations(self) -> tuple[Regulation, ...]:
        return tuple(regulation for found in self.by_area.values() for regulation in found)

    @property
    def differing(self) -> frozenset[str]:
        """The regulations whose demand another area does not share; of figures and of words each among themselves."""
        return frozenset(regulation.id for regulation in differing(self.regulations))


@dataclass(frozen=True, slots=True)
class Areas:
    """All areas that regulations name, by what they are compared by, with their titles in the order of the model."""

    titles: Mapping[str, Text]
    subjects: tuple[Subject, ...]
    by_key: Mapping[str, Subject]


@per_chain
def compared(chain: Chain) -> Areas:
    """Every subject of every area. Time grows with the regulations, and with the subjects times the areas: a row and a
    column of the table that is made of them."""
    day = chain.engagement.as_of
    titles: dict[str, Text] = {}
    subjects: dict[str, Text] = {}
    found: dict[str, dict[str, list[Regulation]]] = {}
    for regulation in chain.engagement.of(Regulation):
        if regulation.area:
            titles.setdefault(regulation.area, area_title(chain, regulation))
        if regulation.subject is not None and regulation.area and regulation.applies_on(day):
            subjects.setdefault(regulation.matter, regulation.subject)
            found.setdefault(regulation.matter, {}).setdefault(regulation.area, []).append(regulation)
    above = areas_above(chain)
    settled: dict[str, set[str]] = {}
    for matter, by_area in found.items():
        for area in by_area:
            settled.setdefault(area, set()).add(matter)
    told = []
    for matter, by_area in found.items():
        inherited = {
            area: tuple(by_area[around])
            for area in above
            if area not in by_area and (around := next((one for one in above.get(area, ()) if one in by_area), None))
        }
        gaps = tuple(_gaps(by_area, matter, settled, inherited, above))
        told.append(
            Subject(matter, subjects[matter], {area: tuple(regs) for area, regs in by_area.items()}, inherited, gaps)
        )
    return Areas(titles, tuple(told), {subject.key: subject for subject in told})


def _gaps(
    areas: Collection[str],
    matter: str,
    settled: Mapping[str, set[str]],
    inherited: Mapping[str, object],
    above: Mapping[str, Sequence[str]],
) -> Iterator[str]:
    """The areas that settle another subject as `areas` do, which settle this one; none around which one of these lies,
    and none that takes over from around it."""
    around = {one for area in areas for one in above.get(area, ())}
    alike = {other for area in areas for other in settled[area]} - {matter}
    if not alike:
        return
    for area, own in settled.items():
        if area not in areas and area not in inherited and area not in around and not own.isdisjoint(alike):
            yield area


def differing(regulations: Iterable[Regulation]) -> list[Regulation]:
    """The regulations whose demand differs from one of another area; none where all demand the same.

    Figures are compared with figures, words with words: between the two nothing is said.
    """
    listed = list(regulations)
    found: dict[str, Regulation] = {}
    for group in _comparable(listed):
        demands = {demand for _, demand in group}
        areas = {regulation.area for regulation, _ in group}
        if len(demands) > 1 and len(areas) > 1:
            found.update((regulation.id, regulation) for regulation, _ in group)
    return [regulation for regulation in listed if regulation.id in found]


def _comparable(regulations: Iterable[Regulation]) -> Iterator[list[tuple[Regulation, object]]]:
    """The regulations with figures, in the unit of the first, and those with words; each with what it demands."""
    figures: list[tuple[Regulation, object]] = []
    words: list[tuple[Regulation, object]] = []
    unit: str | None = None
    for regulation in regulations:
        match regulation.demands:
            case Quantity() as figure:
                unit = figure.unit if unit is None else unit
                if (values := allowed(figure, unit)) is not None:
                    ends = (f"{values.low:.9g}", f"{values.high:.9g}", values.low_open, values.high_open)
                    figures.append((regulation, ends))
            case Text() as said:
                words.append((regulation, wording(said)))
    yield from (figures, words)
