"""The pages of the navigation: what stands where, and how each is written."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from sevenstep.chain.compare import Changes
from sevenstep.chain.pictures import pictures_on
from sevenstep.method import PROGRAMME, STEPS, Step
from sevenstep.model.step7_flows import DataObject, System
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.changes_view import changes_view
from sevenstep.publishing.pages.chapter_view import chapter_view
from sevenstep.publishing.pages.data_inventory_view import data_inventory_view
from sevenstep.publishing.pages.evaluation_view import evaluation_view
from sevenstep.publishing.pages.explorer_view import explorer_view
from sevenstep.publishing.pages.finding_view import finding_view
from sevenstep.publishing.pages.frame_view import frame_view, frames_of
from sevenstep.publishing.pages.home_view import home_view
from sevenstep.publishing.pages.matrices import matrices
from sevenstep.publishing.pages.outlook_view import outlook_view
from sevenstep.publishing.pages.party_view import findings_by_party, parties_table, questions_by_party
from sevenstep.publishing.pages.platform_view import platforms_view
from sevenstep.publishing.pages.print_view import print_view
from sevenstep.publishing.pages.programme_view import programme_view
from sevenstep.publishing.pages.question_view import question_view
from sevenstep.publishing.pages.reference_view import reference_view
from sevenstep.publishing.pages.register import assumptions, deferred_by_reason, source_figures, sources
from sevenstep.publishing.pages.review_view import review_view
from sevenstep.publishing.pages.rule_view import rule_view
from sevenstep.publishing.pages.step_view import step_view
from sevenstep.publishing.pages.tour_view import tour_view
from sevenstep.publishing.rendering import element_pages, party_pages, rendered, root_of
from sevenstep.publishing.search import list_entries
from sevenstep.publishing.views import Heading, Page

Write = Callable[[Context, str, str], Page]
"""Writes the page at a path with a title."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A page of the navigation, before it is written; entries of one `group` stand below its heading."""

    path: str
    title: str
    write: Write
    group: str = ""

    def page(self, context: Context) -> Page:
        """The page itself."""
        return replace(self.write(context, self.path, self.title), group=self.group, listed=True)


def entries(context: Context) -> Iterator[Entry]:
    """The navigation, the overview first."""
    words = context.words
    yield Entry("index", words["home"], _home)
    yield Entry("tour", words["tour"], _tour)
    if context.changes is not None:
        yield Entry("changes", words["changes"], partial(_changes, context.changes))
    for at, ref in enumerate(context.chapters):
        yield Entry(ref.translations.name, ref.title, partial(_chapter, at), words["chapters"])
    frames = frames_of(context)
    yield from (_frame_entry(context, frame) for frame in frames if frame.is_before)
    for step in STEPS:
        yield Entry(step.stem, context.said(step.name), partial(_step, step), words["steps"])
    yield from (_frame_entry(context, frame) for frame in frames if not frame.is_before)
    yield Entry("outlook", words["outlook"], _outlook, words["analysis"])
    yield Entry("findings", words["findings_title"], _findings, words["analysis"])
    yield Entry("evaluation", words["evaluation"], _evaluation, words["analysis"])
    if context.chain.engagement.count(System):
        yield Entry("platforms", words["platforms"], _platforms, words["analysis"])
    yield Entry("explorer", words["explorer"], _explorer, words["analysis"])
    yield Entry("matrices", words["matrices"], _matrices, words["analysis"])
    if any(True for _ in context.chain.engagement.of(DataObject)):
        yield Entry("data-inventory", words["data_inventory"], _data_inventory, words["analysis"])
    if context.parties:
        yield Entry("parties", words["parties"], _parties, words["state_of_model"])
    yield Entry("questions", words["questions"], _questions, words["state_of_model"])
    yield Entry("accepted", words["accepted_title"], _accepted, words["state_of_model"])
    yield Entry("reviews", words["review"], _reviews, words["state_of_model"])
    yield Entry("about", words["about_model"], _about, words["state_of_model"])
    if context.authors:
        yield Entry("problems", words["problems"], _problems, words["state_of_model"])
        yield Entry("rules", words["rules"], _rules, words["state_of_model"])
        yield Entry("reference", words["reference"], _reference, words["state_of_model"])
    yield Entry("print", words["print"], _print)


def pages(context: Context) -> Iterator[Page]:
    """Every page of the site."""
    yield from (entry.page(context) for entry in entries(context))
    yield from party_pages(context)
    yield from element_pages(context)


def _home(context: Context, path: str, title: str) -> Page:
    return rendered(context, path, title, "home", view=home_view(context))


def _tour(context: Context, path: str, title: str) -> Page:
    return rendered(context, path, title, "tour", found=None, view=tour_view(context))


def _changes(changes: Changes, context: Context, path: str, title: str) -> Page:
    view = changes_view(context, changes)
    toc = tuple(step.heading for step in view.steps)
    return rendered(context, path, title, "changes", toc=toc, view=view)


def _chapter(at: int, context: Context, path: str, title: str) -> Page:
    view = chapter_view(context, at, root_of(path))
    return rendered(context, path, title, "chapter", toc=view.toc, wide=False, view=view)


def _step(step: Step, context: Context, path: str, title: str) -> Page:
    view = step_view(context, step, pictures_on(step.number))
    toc = tuple(Heading(table.title, table.anchor) for table in view.tables)
    if view.moves:
        toc = tuple(Heading(context.words[move.name], move.name) for move in view.moves)
    return rendered(context, path, title, step.stem, toc=toc, found=list_entries, view=view)


def _frame_entry(context: Context, frame: Step) -> Entry:
    group = "before_steps" if frame.is_before else "after_steps"
    return Entry(frame.stem, context.said(frame.heading), partial(_frame, frame), context.words[group])


def _frame(frame: Step, context: Context, path: str, title: str) -> Page:
    view = frame_view(context, frame)
    if frame is PROGRAMME:
        more = programme_view(context)
        toc = (*more.toc(context), *view.toc)
        return rendered(context, path, title, PROGRAMME.stem, toc=toc, found=list_entries, view=view, more=more)
    return rendered(context, path, title, "frame", toc=view.toc, found=list_entries, view=view)


def _outlook(context: Context, path: str, title: str) -> Page:
    """Whether the design reaches the goals."""
    view = outlook_view(context)
    return rendered(context, path, title, "outlook", toc=view.toc, view=view)


def _findings(context: Context, path: str, title: str) -> Page:
    view = finding_view(context)
    return rendered(context, path, title, "findings", toc=view.groups, view=view, parties=findings_by_party(context))


def _evaluation(context: Context, path: str, title: str) -> Page:
    view = evaluation_view(context)
    return rendered(
        context,
        path,
        title,
        "evaluation",
        toc=view.toc(context.words["verdicts"], context.words["in_time"]),
        view=view,
    )


def _platforms(context: Context, path: str, title: str) -> Page:
    view = platforms_view(context)
    return rendered(context, path, title, "platforms", toc=view.toc, view=view)


def _explorer(context: Context, path: str, title: str) -> Page:
    return rendered(context, path, title, "explorer", found=None, data=explorer_view(context))


def _matrices(context: Context, path: str, title: str) -> Page:
    shown = matrices(context)
    toc = tuple(Heading(matrix.title, matrix.name) for matrix in shown)
    return rendered(context, path, title, "matrices", toc=toc, found=list_entries, matrices=shown)


def _data_inventory(context: Context, path: str, title: str) -> Page:
    view = data_inventory_view(context)
    return rendered(context, path, title, "data_inventory", found=list_entries, view=view)


def _problems(context: Context, path: str, title: str) -> Page:
    return rendered(context, path, title, "problems")


def _about(context: Context, path: str, title: str) -> Page:
    """What is known of the model as a whole, in plain words."""
    registers = (assumptions(context), sources(context), source_figures(context))
    return rendered(context, path, title, "about", registers=registers)


def _parties(context: Context, path: str, title: str) -> Page:
    return rendered(context, path, title, "parties", found=list_entries, table=parties_table(context))


def _questions(context: Context, path: str, title: str) -> Page:
    return rendered(context, path, title, "questions", view=question_view(context), parties=questions_by_party(context))


def _accepted(context: Context, path: str, title: str) -> Page:
    return rendered(context, path, title, "accepted", groups=deferred_by_reason(context))


def _reviews(context: Context, path: str, title: str) -> Page:
    return rendered(context, path, title, "reviews", view=review_view(context))


def _rules(context: Context, path: str, title: str) -> Page:
    groups = rule_view(context)
    toc = tuple(Heading(group.title, group.anchor) for group in groups)
    return rendered(context, path, title, "rules", toc=toc, view=groups)


def _reference(context: Context, path: str, title: str) -> Page:
    view = reference_view(context)
    toc = tuple(Heading(chapter.title, chapter.anchor) for chapter in view)
    return rendered(context, path, title, "reference", toc=toc, view=view)


def _print(context: Context, path: str, title: str) -> Page:
    return rendered(context, path, title, "print", found=None, view=print_view(context))
