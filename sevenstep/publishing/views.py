"""The plain objects that templates are given: frozen, finished, in one language."""

from dataclasses import dataclass
from typing import Any, Literal

from pydantic_core import CoreSchema, core_schema

from sevenstep.method import Step

Side = Literal["up", "down", "beside"]


class Html(str):
    """Text that is HTML already and must not be escaped again: cleaned Markdown, or a picture."""

    __slots__ = ()

    def __html__(self) -> str:
        return self

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> CoreSchema:
        """Read from JSON, it is HTML again."""
        return core_schema.no_info_after_validator_function(cls, core_schema.str_schema())


@dataclass(frozen=True, slots=True)
class Ref:
    """An element as a link. `url` counts from the site's root; `lang` is set where the title is in another language."""

    id: str
    title: str
    kind: str
    kind_title: str
    step: int
    url: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """The number of a cell in full, with its unit, for spreadsheets; `common` is the same number in the unit in which
    quantities `of` its kind are compared. Of a range both `ends`."""

    number: float
    unit: str
    common: float
    of: str
    ends: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One value in a table or beside a label; an `assumed` figure carries the reason, or an empty string.

    `entries` are several values in one cell, each on a line of its own; they stand instead of all else.
    `measured` is the quantity that the text tells, in full; `sort` is what the column is sorted by where neither tells.
    `hint` is shown to whoever points at it; by the words `also` a row is found besides. `lang` is set where the text is
    in another language. `quote` is what a source says, word for word, in the language `quote_lang`.
    """

    text: str = ""
    refs: tuple[Ref, ...] = ()
    prose: Html | None = None
    note: str = ""
    link: str = ""
    number: bool = False
    assumed: str | None = None
    style: str = ""
    bar: float | None = None
    sort: float | None = None
    measured: Measured | None = None
    hint: str = ""
    also: str = ""
    lang: str = ""
    entries: "tuple[Cell, ...]" = ()
    quote: str = ""
    quote_lang: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled value."""

    label: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; `anchor` is its id in the page."""

    cells: tuple[Cell, ...]
    anchor: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a title and a heading for each column; a `folded` one opens by a click, by a link into it, and on
    paper."""

    title: str
    anchor: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""
    folded: bool = False


@dataclass(frozen=True, slots=True)
class RelationGroup:
    """All elements to which one relation leads; `side` tells whether they stand above, below or beside."""

    label: str
    side: Side
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Hop:
    """One hop of a way up to a goal: what the relation is called, and where it leads."""

    verb: str
    ref: Ref


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an element is there, as a ribbon: from the element over the hops to a goal.

    Where nothing tells goals apart, the hops are those that all of them share, and `fork` are the goals, `open` how
    many there are besides. `others` are the other ways that hold, whole; `without` says why there is none.
    """

    ref: Ref
    hops: tuple[Hop, ...] = ()
    fork: tuple[Ref, ...] = ()
    more_open: int = 0
    others: tuple[tuple[Hop, ...], ...] = ()
    said: str = ""
    without: str = ""


@dataclass(frozen=True, slots=True)
class StripStep:
    """One step in the strip of an element: the elements of it that the chain reaches, and how many more there are."""

    step: Step
    refs: tuple[Ref, ...]
    more: int
    here: bool


@dataclass(frozen=True, slots=True)
class ExcerptLine:
    """A line of a file; `marked` cuts it in three: before the place, the place, behind it."""

    number: int
    text: str
    marked: tuple[str, str, str] | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """A diagnostic, ready to be shown."""

    severity: str
    word: str
    code: str
    name: str
    message: str
    remedy: str
    where: str
    link: str
    excerpt: tuple[ExcerptLine, ...]
    element: Ref | None


@dataclass(frozen=True, slots=True)
class HeatSwitch:
    """What a picture can be coloured by: its name in style sheets, its title, and its grades with what they mean."""

    name: str
    title: str
    grades: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class ChannelSwitch:
    """A channel that the marks of a picture can be chosen by: its name in style sheets, and its title."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Switches:
    """What a reader can switch in a picture; `has_variants`: whether it tells today and the design."""

    heats: tuple[HeatSwitch, ...] = ()
    has_variants: bool = False
    channels: tuple[ChannelSwitch, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture on a page: the SVG, or why it could not be drawn; `sheet` is the paper it needs (see `print_sheet`).

    One that is too long for any paper is printed as its `rows`. Several that show the same thing in other ways are the
    `tabs` of the one that opens, those that do not are read from their `script` when they are; what is a list on a
    narrow screen has its lines in `steps`.
    """

    name: str
    title: str
    svg: Html | None
    file: str
    failed: str = ""
    sheet: str = ""
    rows: tuple["Figure", ...] = ()
    switches: Switches = Switches()
    tabs: tuple["Tab", ...] = ()
    steps: tuple["StepLine", ...] = ()
    script: str = ""


@dataclass(frozen=True, slots=True)
class Tab:
    """One of several pictures that stand in one place."""

    label: str
    figure: Figure
    opens: bool = False


@dataclass(frozen=True, slots=True)
class StepLine:
    """A line of a flow as a list. `kind` is step, event, split, branch, back, jump or rest.

    `share` is its wait as a share of the longest there is, in per cent; `depth` is how far it is set in.
    """

    kind: str
    text: str
    depth: int
    number: int | None = None
    url: str = ""
    lang: str = ""
    by: str = ""
    wait: str = ""
    share: int = 0


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of a page's table of contents."""

    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What search finds a page, or a section of it, by. `url` counts from the site's root; `tags` are shown beside.

    A result shows a sentence of the `text`. It is found by what it is `also` called, and by `more`, too, but shows
    neither.
    """

    url: str
    title: str
    text: str
    tags: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page: where it stands (without suffix), its title as plain text, its body as HTML.

    A `listed` page stands in the navigation, below the heading `group` where it has one. A page without `search` says
    what others say.
    """

    path: str
    title: str
    html: str
    toc: tuple[Heading, ...] = ()
    search: tuple[SearchEntry, ...] = ()
    wide: bool = False
    listed: bool = False
    group: str = ""
