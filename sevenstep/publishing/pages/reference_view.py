"""Every section and field that can be written, as a page shows it: read off the model's declarations."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sevenstep.model.reference import Entry, Section, around_part, reference
from sevenstep.publishing.context import Context
from sevenstep.publishing.views import Html

_CODE: Final = re.compile("`([^`]+)`")


@dataclass(frozen=True, slots=True)
class EntryView:
    """One field. `state` says whether it must, or should, be there; `there` what the elements it points to call it."""

    key: str
    label: str
    state: str
    type: Html
    example: str
    explanation: Html
    there: str


@dataclass(frozen=True, slots=True)
class SectionView:
    """One section of the YAML, or a part; `expected` are those of the fields that all elements share."""

    anchor: str
    key: str
    title: str
    explanation: Html
    expected: tuple[str, ...]
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class ChapterView:
    """Sections that belong together."""

    title: str
    anchor: str
    sections: tuple[SectionView, ...]


def reference_view(context: Context) -> tuple[ChapterView, ...]:
    """Everything that the page shows."""
    chapters = reference()
    titles = {section.anchor: context.said(section.title) for chapter in chapters for section in chapter.sections}
    return tuple(
        ChapterView(
            context.said(chapter.title),
            f"reference-{number}",
            tuple(_section(context, section, titles) for section in chapter.sections),
        )
        for number, chapter in enumerate(chapters)
    )


def _section(context: Context, section: Section, titles: Mapping[str, str]) -> SectionView:
    return SectionView(
        section.anchor,
        section.key,
        context.said(section.title),
        _with_code(context.said(section.explanation)),
        section.expected,
        tuple(_entry(context, entry, titles) for entry in section.entries),
    )


def _entry(context: Context, entry: Entry, titles: Mapping[str, str]) -> EntryView:
    said = _with_code(context.said(entry.type))
    for part in entry.parts:
        before, title, after = around_part(said, html.escape(titles[part]))
        said = Html(f'{before}<a href="#{part}">{title}</a>{after}')
    return EntryView(
        entry.key,
        context.said(entry.label),
        context.words["field_required"]
        if entry.required
        else context.words["field_expected"]
        if entry.expected
        else "",
        said,
        entry.example,
        _with_code(context.said(entry.explanation)),
        context.said(entry.seen_from_there),
    )


def _with_code(text: str) -> Html:
    """Words of our own, what stands between backticks as code."""
    return Html(_CODE.sub(r"<code>\1</code>", html.escape(text, quote=False)))
