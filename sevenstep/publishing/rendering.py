"""The pages as HTML: the only door to Jinja2. What is written here knows nothing of MkDocs."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import quote, unquote

import jinja2
from jinja2.ext import Extension

from sevenstep import resources
from sevenstep.chain.pictures import pictures_of
from sevenstep.checking.party_sheet import PartySheet
from sevenstep.memory import per_process
from sevenstep.method import STEPS
from sevenstep.model.element import Element
from sevenstep.model.kind import Where
from sevenstep.model.step4_paths import Actor
from sevenstep.publishing.context import ROOT, Context, prose
from sevenstep.publishing.pages.element_view import element_view
from sevenstep.publishing.pages.party_view import party_refs, party_view
from sevenstep.publishing.search import element_entries, section_entries
from sevenstep.publishing.template_lines import without_line_breaks
from sevenstep.publishing.views import Heading, Html, Page, SearchEntry

Entries = Callable[[str, str, str], tuple[SearchEntry, ...]]
"""How a page is found: from its address, its title and its HTML."""


class _Lines(Extension):
    """Takes line breaks out of templates."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The template as it is rendered."""
        return without_line_breaks(source)


@per_process
def _environment(authors: bool) -> jinja2.Environment:
    """Templates and their macros; `authors` tells all of them whether ids, codes and places in files are shown."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(resources.templates(), encoding="utf-8"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        extensions=[_Lines],
        auto_reload=False,
    )
    environment.filters["css_string"] = css_string
    environment.globals["authors"] = authors
    environment.filters["full"] = in_full
    return environment


def prepare_templates(authors: bool) -> None:
    """Compile all templates."""
    environment = _environment(authors)
    for name in environment.list_templates(extensions=["j2"]):
        environment.get_template(name)


def css_string(text: str) -> Html:
    """The text as a string of a style sheet within a page: whatever could end either is written as its number."""
    written = "".join(char if char.isalnum() or char in " -.,·:" else f"\\{ord(char):x} " for char in text)
    return Html(f'"{written}"')


def in_full(number: float) -> str:
    """A number for programs: all its digits, short of what computing leaves behind."""
    return f"{number:.12g}"


def element_pages(context: Context) -> Iterator[Page]:
    """A page for each element that has one; no page stands in the navigation."""
    for element in context.chain.elements.values():
        if has_page(element):
            yield element_page(context, element)


def has_page(element: Element) -> bool:
    """Whether the element has a page of its own, and is not a row of its flow's."""
    return element.KIND.is_shown(Where.PAGE)


def element_page(context: Context, element: Element) -> Page:
    """The page of one element."""
    view = element_view(context, element, pictures_of(context.chain, element))
    toc = tuple(Heading(table.title, table.anchor) for table in (*view.leading.tables, *view.analysis, *view.tables))
    path = context.refs[element.id].url.removesuffix(".html")
    sheet = party_refs(context).get(element.id) if isinstance(element, Actor) else None
    page = rendered(context, unquote(path), view.ref.title, "element", toc=toc, found=None, view=view, sheet=sheet)
    return replace(page, search=element_entries(context, view))


def party_pages(context: Context) -> Iterator[Page]:
    """A sheet for each party; none stands in the navigation, and search finds the actor's page."""
    for sheet in context.parties:
        yield party_page(context, sheet)


def party_page(context: Context, sheet: PartySheet) -> Page:
    """The sheet of one party."""
    view = party_view(context, sheet)
    path = unquote(party_refs(context)[sheet.actor.id].url.removesuffix(".html"))
    return rendered(context, path, f"{context.words['party_sheet']} · {view.ref.title}", "party", found=None, view=view)


def rendered(
    context: Context,
    path: str,
    title: str,
    template: str,
    *,
    toc: tuple[Heading, ...] = (),
    wide: bool = True,
    found: Entries | None = section_entries,
    **seen: Any,
) -> Page:
    """The page at `path` whose template is given what is `seen`; `found` tells by what search finds it.

    Only a page that is read from top to bottom is not `wide`: it gives room to its contents at the side.
    """
    root = root_of(path)

    given = {"c": context, "w": context.words, "root": root, "steps": STEPS, "prose": prose}
    templates = (_environment(context.authors).get_template(f"{name}.html.j2") for name in (template, "foot"))
    html = "".join(found.render(given, **seen) for found in templates)
    html = html.replace(ROOT, root)
    search = found(f"{quote(path)}.html", title, html) if found is not None else ()
    return Page(path, title, html, toc, search, wide=wide)


def root_of(path: str) -> str:
    """The site's root as seen from a page."""
    return "../" * path.count("/")
