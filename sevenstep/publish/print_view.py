"""The whole analysis as one page to be printed: its steps in order, its figures numbered."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count

from sevenstep.diagrams import catalogue
from sevenstep.method import STEPS, Step
from sevenstep.model.step7_flows import Flow
from sevenstep.publish.chapter_links import ChapterRef
from sevenstep.publish.chapter_view import Part as Piece
from sevenstep.publish.chapter_view import chapter_parts
from sevenstep.publish.context import Context, prose
from sevenstep.publish.step_view import step_view
from sevenstep.publish.views import Figure, Html, Table


@dataclass(frozen=True, slots=True)
class Plate:
    """A numbered figure."""

    number: int
    figure: Figure


@dataclass(frozen=True, slots=True)
class Part:
    """A flow: its title, its description, its pictures."""

    title: str
    description: Html | None
    plates: tuple[Plate, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One step."""

    step: Step
    plates: tuple[Plate, ...]
    tables: tuple[Table, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Essay:
    """A chapter of the author's own; `plates` are the figures that it alone shows, by name."""

    ref: ChapterRef
    parts: tuple[Piece, ...]
    plates: dict[str, Plate]


@dataclass(frozen=True, slots=True)
class PrintView:
    """What is printed; `plates` are all its figures, for the list of figures."""

    title: str
    description: Html | None
    chain: tuple[Plate, ...]
    chapters: tuple[Chapter, ...]
    essays: tuple[Essay, ...] = ()

    @property
    def plates(self) -> Iterator[Plate]:
        yield from self.chain
        for chapter in self.chapters:
            yield from chapter.plates
            for part in chapter.parts:
                yield from part.plates
        for essay in self.essays:
            yield from essay.plates.values()

    @property
    def numbers(self) -> dict[str, int]:
        """The number of each figure, by its name."""
        return {plate.figure.name: plate.number for plate in self.plates}


Numbered = Callable[[tuple[Figure, ...]], tuple[Plate, ...]]


def print_view(context: Context) -> PrintView:
    """Everything that the page holds."""
    numbers = count(1)

    def plates(figures: tuple[Figure, ...]) -> tuple[Plate, ...]:
        return tuple(Plate(next(numbers), one) for one in figures)

    view = PrintView(
        context.said(context.header.title),
        prose(context, context.header.description),
        plates(context.figures_of(("chain",))),
        tuple(_chapter(context, step, plates) for step in STEPS),
    )
    return replace(view, essays=tuple(_essays(context, set(view.numbers), plates)))


def _essays(context: Context, printed: set[str], plates: Numbered) -> Iterator[Essay]:
    """The chapters; a figure that is printed elsewhere is only named in them."""
    for at, ref in enumerate(context.chapters):
        parts = chapter_parts(context, at, f"c{at + 1}")
        new = tuple(part.figure for part in parts if part.figure is not None and part.figure.name not in printed)
        printed.update(figure.name for figure in new)
        yield Essay(ref, parts, {plate.figure.name: plate for plate in plates(new)})


def _chapter(context: Context, step: Step, plates: Numbered) -> Chapter:
    view = step_view(context, step, catalogue.of_step(step.number))
    shown = plates(view.figures)
    flows = context.chain.engagement.of(Flow) if step.number == 7 else ()
    parts = tuple(
        Part(
            context.refs[flow.id].title,
            prose(context, flow.description),
            plates(context.figures_of(catalogue.of_element(context.chain, flow))),
        )
        for flow in flows
    )
    return Chapter(step, shown, view.tables, parts)
