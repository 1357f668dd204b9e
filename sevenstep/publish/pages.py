"""The pages as HTML: the only door to Jinja2. What is written here knows nothing of MkDocs."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any, Final
from urllib.parse import quote, unquote

import jinja2

from sevenstep.diagrams import catalogue
from sevenstep.diagrams.charts.catalogue import of_comparison
from sevenstep.method import STEPS
from sevenstep.model.element import Element
from sevenstep.publish import resources
from sevenstep.publish.analysis_view import comparison_table, goals_table, indicators_table
from sevenstep.publish.chapter_view import chapter_view
from sevenstep.publish.context import Context, prose
from sevenstep.publish.element_view import element_view
from sevenstep.publish.evaluation_view import evaluation_view
from sevenstep.publish.explorer_view import explorer_view
from sevenstep.publish.figures import placed
from sevenstep.publish.finding_view import finding_view
from sevenstep.publish.home_view import home_view
from sevenstep.publish.matrices import matrices
from sevenstep.publish.print_view import print_view
from sevenstep.publish.question_view import question_view
from sevenstep.publish.register import accepted_breaches, assumptions, sources
from sevenstep.publish.review_view import review_view
from sevenstep.publish.rule_view import rule_view
from sevenstep.publish.search import element_entries, list_entries, section_entries
from sevenstep.publish.step_view import step_view
from sevenstep.publish.tour_view import tour_view
from sevenstep.publish.views import Figure, Heading, Page, SearchEntry

Entries = Callable[[str, str, str], tuple[SearchEntry, ...]]
"""How a page is found: from its address, its title and its HTML."""
_WITHOUT_PAGE: Final = frozenset({"event", "gateway"})


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(resources.templates(), encoding="utf-8"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def pages(context: Context) -> Iterator[Page]:
    """Every page of the site."""
    yield from listed_pages(context)
    yield from element_pages(context)


def listed_pages(context: Context) -> Iterator[Page]:
    """The pages of the navigation, the overview first."""
    yield _page(context, "index", context.words["home"], "home", wide=True, view=home_view(context))
    yield _page(context, "tour", context.words["tour"], "tour", wide=True, found=None, view=tour_view(context))
    yield from _chapters(context)
    for group, listed in (("steps", _steps), ("analysis", _analysis), ("state_of_model", _state)):
        for page in listed(context):
            yield replace(page, group=context.words[group])
    yield _page(context, "print", context.words["print"], "print", wide=True, found=None, view=print_view(context))


def _steps(context: Context) -> Iterator[Page]:
    for step in STEPS:
        view = step_view(context, step, catalogue.of_step(step.number))
        toc = tuple(Heading(table.title, table.anchor) for table in view.tables)
        title = f"{step.number} {context.said(step.title)}"
        yield _page(context, step.stem, title, step.stem, toc=toc, found=list_entries, view=view)


def _analysis(context: Context) -> Iterator[Page]:
    yield _outlook(context)
    found = finding_view(context)
    toc = tuple(one.heading for one in found.steps)
    yield _page(context, "findings", context.words["findings_title"], "findings", toc=toc, wide=True, view=found)
    evaluation = evaluation_view(context)
    toc = tuple(Heading(table.title, table.anchor) for table in evaluation.tables)
    yield _page(context, "evaluation", context.words["evaluation"], "evaluation", toc=toc, wide=True, view=evaluation)
    title = context.words["explorer"]
    yield _page(context, "explorer", title, "explorer", wide=True, found=None, data=explorer_view(context))
    shown = matrices(context)
    toc = tuple(Heading(one.title, one.name) for one in shown)
    title = context.words["matrices"]
    yield _page(context, "matrices", title, "matrices", toc=toc, found=list_entries, matrices=shown)


def _state(context: Context) -> Iterator[Page]:
    """What is known of the model itself."""
    registers = (assumptions(context), sources(context))
    yield _page(context, "problems", context.words["problems"], "problems", registers=registers)
    yield _page(context, "questions", context.words["questions"], "questions", view=question_view(context))
    yield _page(context, "accepted", context.words["accepted_title"], "accepted", table=accepted_breaches(context))
    yield _page(context, "reviews", context.words["review"], "reviews", view=review_view(context))
    groups = rule_view(context)
    toc = tuple(Heading(group.title, group.anchor) for group in groups)
    yield _page(context, "rules", context.words["rules"], "rules", toc=toc, view=groups)


def element_pages(context: Context) -> Iterator[Page]:
    """A page for each element that has one; no page stands in the navigation."""
    for element in context.chain.elements.values():
        if element.KIND.name not in _WITHOUT_PAGE:
            yield _element_page(context, element)


def _outlook(context: Context) -> Page:
    """Whether the design reaches the goals."""
    whole = next((one for one in context.analysis.comparisons if one.item is None), None)
    return _page(
        context,
        "outlook",
        context.words["outlook"],
        "outlook",
        wide=True,
        goals=goals_table(context),
        indicators=indicators_table(context, context.analysis.closure.indicators, "indicators"),
        whole=comparison_table(context, whole) if whole is not None else None,
        charts=context.figures_of(of_comparison(None)),
    )


def _chapters(context: Context) -> Iterator[Page]:
    for at, ref in enumerate(context.chapters):
        path = ref.edition.name
        view = chapter_view(context, at, _root(path))
        yield _page(context, path, ref.title, "chapter", toc=view.toc, group=context.words["chapters"], view=view)


def _element_page(context: Context, element: Element) -> Page:
    view = element_view(context, element, catalogue.of_element(context.chain, element))
    toc = tuple(Heading(table.title, table.anchor) for table in (*view.analysis, *view.tables))
    path = context.refs[element.id].url.removesuffix(".html")
    wide = element.KIND.name == "flow"
    page = _page(context, unquote(path), view.ref.title, "element", toc=toc, wide=wide, found=None, view=view)
    return replace(page, search=element_entries(context, view))


def _page(
    context: Context,
    path: str,
    title: str,
    template: str,
    *,
    toc: tuple[Heading, ...] = (),
    wide: bool = False,
    found: Entries | None = section_entries,
    group: str = "",
    **seen: Any,
) -> Page:
    root = _root(path)

    def place(figure: Figure) -> Figure:
        return placed(figure, root)

    given = {"c": context, "w": context.words, "root": root, "steps": STEPS, "placed": place, "prose": prose}
    html = "".join(_environment().get_template(f"{one}.html.j2").render(given, **seen) for one in (template, "foot"))
    search = found(f"{quote(path)}.html", title, html) if found is not None else ()
    return Page(path, title, html, toc, search, wide=wide, group=group)


def _root(path: str) -> str:
    """The site's root as seen from a page."""
    return "../" * path.count("/")
