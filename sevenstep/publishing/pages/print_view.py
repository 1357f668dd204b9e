"""The whole analysis as one document to be printed: its steps, then what follows from them, its figures numbered."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count

from sevenstep.chain.pictures import pictures_of, pictures_on
from sevenstep.diagrams.charts.catalogue import of_comparison
from sevenstep.diagrams.charts.catalogue import of_element as charts_of
from sevenstep.method import STEPS, Step
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Flow, System
from sevenstep.publishing.chapter_links import ChapterRef
from sevenstep.publishing.context import Context, prose
from sevenstep.publishing.pages.chapter_view import Part as Piece
from sevenstep.publishing.pages.chapter_view import chapter_parts
from sevenstep.publishing.pages.comparison_tables import comparison_table
from sevenstep.publishing.pages.evaluation_view import evaluation_view
from sevenstep.publishing.pages.finding_view import FindingStep, finding_view
from sevenstep.publishing.pages.frame_view import frame_view, frames_of
from sevenstep.publishing.pages.home_view import HomeView, home_view
from sevenstep.publishing.pages.platform_view import platforms_table
from sevenstep.publishing.pages.step_view import step_view
from sevenstep.publishing.pages.verdict_view import verdicts_table
from sevenstep.publishing.views import Figure, Html, Table


@dataclass(frozen=True, slots=True)
class Plate:
    """A numbered figure."""

    number: int
    figure: Figure


@dataclass(frozen=True, slots=True)
class Part:
    """A flow or an item: its title, its description, its pictures."""

    title: str
    description: Html | None
    plates: tuple[Plate, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One step, or one part of the analysis; `about` says what it answers."""

    title: str
    anchor: str
    about: str
    number: int | None
    plates: tuple[Plate, ...]
    tables: tuple[Table, ...]
    parts: tuple[Part, ...] = ()
    findings: tuple[FindingStep, ...] = ()


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
    summary: HomeView
    description: Html | None
    chain: tuple[Plate, ...]
    chapters: tuple[Chapter, ...]
    essays: tuple[Essay, ...] = ()

    @property
    def plates(self) -> Iterator[Plate]:
        """Every figure in the order in which they are printed."""
        yield from self.chain
        for essay in self.essays:
            yield from essay.plates.values()
        for chapter in self.chapters:
            yield from chapter.plates
            for part in chapter.parts:
                yield from part.plates

    @property
    def numbers(self) -> dict[str, int]:
        """The number of each figure, by its name."""
        return {plate.figure.name: plate.number for plate in self.plates}


Numbered = Callable[[tuple[Figure, ...]], tuple[Plate, ...]]


def print_view(context: Context) -> PrintView:
    """Everything that the document holds."""
    numbers = count(1)

    def plates(figures: tuple[Figure, ...]) -> tuple[Plate, ...]:
        return tuple(Plate(next(numbers), figure) for figure in figures)

    frames = frames_of(context)
    view = PrintView(
        context.said(context.header.title),
        home_view(context),
        prose(context, context.header.description),
        plates(context.figures_of(pictures_on("home"))),
        (
            *(_frame(context, frame, plates) for frame in frames if frame.is_before),
            *(_step(context, step, plates) for step in STEPS),
            *(_frame(context, frame, plates) for frame in frames if not frame.is_before),
            *_analysis(context, plates),
        ),
    )
    return _in_order(replace(view, essays=tuple(_essays(context, set(view.numbers), plates))))


def _in_order(view: PrintView) -> PrintView:
    """The figures numbered as they are printed, those of a flow or an item that are called alike by its title, too."""
    twice = {title for title, times in Counter(plate.figure.title for plate in view.plates).items() if times > 1}
    numbers = {plate.number: number for number, plate in enumerate(view.plates, 1)}

    def again(plates: tuple[Plate, ...], of: str = "") -> tuple[Plate, ...]:
        return tuple(
            Plate(numbers[plate.number], _titled(plate.figure, of if plate.figure.title in twice else ""))
            for plate in plates
        )

    chapters = (
        replace(
            chapter,
            plates=again(chapter.plates, chapter.title),
            parts=tuple(replace(part, plates=again(part.plates, part.title)) for part in chapter.parts),
        )
        for chapter in view.chapters
    )
    essays = (
        replace(essay, plates={name: again((plate,))[0] for name, plate in essay.plates.items()})
        for essay in view.essays
    )
    return replace(view, chain=again(view.chain), chapters=tuple(chapters), essays=tuple(essays))


def _titled(figure: Figure, of: str) -> Figure:
    return replace(figure, title=f"{of} · {figure.title}") if of and of != figure.title else figure


def _essays(context: Context, printed: set[str], plates: Numbered) -> Iterator[Essay]:
    """The chapters; a figure that is printed elsewhere is only named in them."""
    for at, ref in enumerate(context.chapters):
        parts = chapter_parts(context, at, f"c{at + 1}")
        new = tuple(part.figure for part in parts if part.figure is not None and part.figure.name not in printed)
        printed.update(figure.name for figure in new)
        yield Essay(ref, parts, {plate.figure.name: plate for plate in plates(new)})


def _step(context: Context, step: Step, plates: Numbered) -> Chapter:
    view = step_view(context, step, pictures_on(step.number))
    shown = plates(view.figures)
    flows = context.chain.engagement.of(Flow) if step.number == 7 else ()
    parts = tuple(_flow(context, flow, plates) for flow in flows)
    title, question = context.said(step.title), context.said(step.question)
    return Chapter(title, step.stem, question, step.number, shown, view.tables, parts)


def _frame(context: Context, frame: Step, plates: Numbered) -> Chapter:
    view = frame_view(context, frame)
    shown = plates(view.figures)
    return Chapter(context.said(frame.heading), frame.stem, context.said(frame.question), None, shown, view.tables, ())


def _flow(context: Context, flow: Flow, plates: Numbered) -> Part:
    """A flow with where its time goes; as is and to be share that chart, which stands with the first of them."""
    pictures = pictures_of(context.chain, flow)
    charts = [name for name in charts_of(context.chain, flow) if name.endswith(f"/time/{flow.id}")]
    shown = plates(context.figures_of((*pictures, *charts)))
    return Part(context.refs[flow.id].title, prose(context, flow.description), shown)


def _analysis(context: Context, plates: Numbered) -> Iterator[Chapter]:
    """Whether the goals are reached, what is in the way, and what comes first."""
    words = context.words
    together = [comparison for comparison in context.analysis.comparisons if comparison.item is None]
    whole = [comparison_table(context, comparison) for comparison in together]
    items = tuple(
        Part(context.refs[item.id].title, None, shown)
        for item in context.chain.engagement.of(Item)
        if (shown := plates(context.figures_of(of_comparison(item.id)[:1])))
    )
    charts = plates(tuple(figure for one in together for figure in context.figures_of(of_comparison(None, one.number))))
    if charts or whole or items:
        about = words["outlook_about"]
        yield Chapter(words["outlook"], "outlook", about, None, charts, tuple(whole), items)
    found = finding_view(context)
    if found.steps:
        title, about = words["findings_title"], words["findings_about"]
        yield Chapter(title, "findings", about, None, (), (found.counts,), findings=found.steps)
    ranked = evaluation_view(context)
    tables = tuple(table for table in (verdicts_table(context), ranked.sensitivity, ranked.roadmap) if table)
    if tables:
        yield Chapter(words["evaluation"], "evaluation", words["evaluation_about"], None, (), tables)
    if context.chain.engagement.count(System):
        about = words["platforms_about"]
        yield Chapter(words["platforms"], "platforms", about, None, (), (platforms_table(context),))
