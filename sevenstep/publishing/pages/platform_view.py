"""The page of today's platforms: a list of the systems, then each with who enters what and what it talks to."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.platforms import DataEntry, Platform, Transfer, platforms
from sevenstep.publishing.context import Context, prose
from sevenstep.publishing.pages.cells import refs_cell, tag_titles, word_cell
from sevenstep.publishing.pages.tables import without_empty_columns
from sevenstep.publishing.views import Cell, Fact, Heading, Html, Ref, Row, Table

_MOST: Final = 1_000
"""Systems of the list."""
_MOST_EACH: Final = 200
"""Systems that are told one by one: a page of more is not read."""
_MOST_ROWS: Final = 500


@dataclass(frozen=True, slots=True)
class PlatformView:
    """One system: what it is, who enters what, what it talks to."""

    ref: Ref
    anchor: str
    fate: str
    tags: tuple[str, ...]
    description: Html | None
    facts: tuple[Fact, ...]
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class PlatformsView:
    """The list, and each system; `rest` are those that are in the list alone."""

    listed: Table
    each: tuple[PlatformView, ...]
    rest: int

    @property
    def toc(self) -> tuple[Heading, ...]:
        return (
            Heading(self.listed.title, self.listed.anchor),
            *(Heading(shown.ref.title, shown.anchor) for shown in self.each),
        )


def platforms_view(context: Context) -> PlatformsView:
    """Everything that the page shows; those that are used today come first."""
    found = sorted(platforms(context.chain).values(), key=lambda platform: not platform.now)
    return PlatformsView(
        platforms_table(context),
        tuple(_platform(context, platform) for platform in found[:_MOST_EACH]),
        max(0, len(found) - _MOST_EACH),
    )


def platforms_table(context: Context) -> Table:
    """All systems, a row each."""
    words = context.words
    found = sorted(platforms(context.chain).values(), key=lambda platform: not platform.now)
    names = ("element", "owner", "done_today", "who_enters", "entered_again", "items_relying", "fate")
    rows = tuple(
        Row(
            (
                Cell(refs=context.refs_of([platform.system]), note=context.id_note(platform.system)),
                refs_cell(context, [context.chain.elements[platform.system].owner]),
                Cell(text=str(len(platform.now) or ""), number=True),
                refs_cell(context, dict.fromkeys(entry.actor for entry in platform.entries)),
                Cell(text=str(platform.again or ""), number=True),
                refs_cell(context, platform.items),
                Cell(text=context.said(platform.fate.label), style=f"is-fate-{platform.fate}"),
            )
        )
        for platform in found[:_MOST]
    )
    note = words["platforms_note"]
    if len(found) > _MOST:
        note = f"{note} {words['shown_first_rows']}"
    heads = tuple(words[name] for name in names)
    return without_empty_columns(Table(words["platforms_list"], "platforms", heads, rows, note))


def _platform(context: Context, platform: Platform) -> PlatformView:
    element = context.chain.elements[platform.system]
    return PlatformView(
        context.refs[platform.system],
        f"platform-{platform.system}",
        context.said(platform.fate.label),
        tag_titles(context, element),
        prose(context, element.description),
        tuple(fact for fact in _facts(context, platform) if fact.cell.refs or fact.cell.text),
        tuple(
            without_empty_columns(table)
            for table in (_entries(context, platform), _transfers(context, platform))
            if table.rows
        ),
    )


def _facts(context: Context, platform: Platform) -> Iterator[Fact]:
    words = context.words
    yield Fact(words["owner"], refs_cell(context, [context.chain.elements[platform.system].owner]))
    yield Fact(words["items_relying"], refs_cell(context, platform.items))
    yield Fact(words["keeps_data"], refs_cell(context, platform.keeps))
    entering = {entry.activity for entry in platform.entries}
    yield Fact(words["done_besides"], refs_cell(context, [key for key in platform.now if key not in entering]))


def _entries(context: Context, platform: Platform) -> Table:
    """Who enters what, and what of it another system has already."""
    words = context.words
    heads = tuple(words[name] for name in ("who_enters", "data_entered", "activity_where", "how", "has_already"))
    rows = tuple(_entry_row(context, entry) for entry in platform.entries[:_MOST_ROWS])
    note = words["shown_first_rows"] if len(platform.entries) > _MOST_ROWS else ""
    return Table(words["who_enters_what"], f"enters-{platform.system}", heads, rows, note)


def _entry_row(context: Context, entry: DataEntry) -> Row:
    sources = dict.fromkeys(source for _, source in entry.again)
    again = context.refs_of(dict.fromkeys(data for data, _ in entry.again))
    note = context.words["entered_again_what"].format("、".join(ref.title for ref in again)) if again else ""
    return Row(
        (
            refs_cell(context, [entry.actor]),
            refs_cell(context, entry.data),
            refs_cell(context, [entry.activity]),
            word_cell(context, entry.mode),
            Cell(refs=context.refs_of(sources), note=note),
        )
    )


def _transfers(context: Context, platform: Platform) -> Table:
    """What it talks to: what comes from where, and what goes where."""
    words = context.words
    heads = tuple(words[name] for name in ("talks_to", "talks_direction", "data_entered", "how"))
    rows = tuple(_transfer_row(context, platform, transfer) for transfer in platform.transfers[:_MOST_ROWS])
    note = words["shown_first_rows"] if len(platform.transfers) > _MOST_ROWS else ""
    return Table(words["talks"], f"talks-{platform.system}", heads, rows, note)


def _transfer_row(context: Context, platform: Platform, transfer: Transfer) -> Row:
    words = context.words
    comes = transfer.target == platform.system
    return Row(
        (
            refs_cell(context, [transfer.source if comes else transfer.target]),
            Cell(text=words["talks_in" if comes else "talks_out"]),
            refs_cell(context, transfer.data),
            Cell(text=words["talks_by_hand" if transfer.by_hand else "talks_by_itself"]),
        )
    )
