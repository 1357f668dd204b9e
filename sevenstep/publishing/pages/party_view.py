"""The sheet of one party, to print and take along; and the list of all of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.wording import shown_hours
from sevenstep.checking.party_sheet import AskedQuestion, PartFlow, PartySheet
from sevenstep.diagrams.looks.finding_marks import MARKS
from sevenstep.model.choices import Variant
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import refs_cell
from sevenstep.publishing.pages.indicator_tables import indicators_table
from sevenstep.publishing.pages.tables import without_empty_columns
from sevenstep.publishing.views import Cell, Ref, Row, Table
from sevenstep.publishing.words.words import value_name

_SHOWN: Final = 3
"""Indicators named beside a question; the others are counted."""
_LETTERS: Final = ("R", "A", "C", "I")


@dataclass(frozen=True, slots=True)
class AskedView:
    """A question as the party reads it: what is asked, about what, what is decided by it, and what hangs on it."""

    text: str
    decision: str
    about: Ref | None
    indicators: tuple[Ref, ...]
    more: int
    decides: bool


@dataclass(frozen=True, slots=True)
class FoundView:
    """A finding at the party: the written one as a link, the computed one in its words."""

    mark: str
    title: str
    text: str
    ref: Ref | None
    where: tuple[Ref, ...]
    measures: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class PartyView:
    """The sheet of one party."""

    ref: Ref
    type: str
    above: Ref | None
    below: tuple[Ref, ...]
    lead: str
    asked: tuple[AskedView, ...]
    found: tuple[FoundView, ...]
    tasks: Table
    paths: Table
    flows: Table
    systems: tuple[Ref, ...]
    indicators: Table


def party_refs(context: Context) -> dict[str, Ref]:
    """Links to the sheets, by actor."""
    return {sheet.actor.id: _sheet_ref(context, sheet.actor.id) for sheet in context.parties}


def party_view(context: Context, sheet: PartySheet) -> PartyView:
    """Everything that the sheet shows."""
    actor, sheets = sheet.actor, party_refs(context)
    return PartyView(
        ref=context.refs[actor.id],
        type=value_name(actor.type, context.language),
        above=sheets.get(actor.parent or ""),
        below=tuple(sheets[member] for member in sheet.members[1:] if member in sheets),
        lead=_lead(context, sheet),
        asked=tuple(_asked(context, asked) for asked in sheet.asked),
        found=(*_written(context, sheet), *_computed(context, sheet)),
        tasks=_tasks(context, sheet),
        paths=_paths(context, sheet),
        flows=_flows(context, sheet),
        systems=context.refs_of(sheet.systems),
        indicators=indicators_table(context, sheet.indicators, "indicators"),
    )


def parties_table(context: Context) -> Table:
    """Every party with what its sheet holds, those that are asked most first."""
    words, sheets = context.words, party_refs(context)
    heads = (
        words["party"],
        words["party_asked"],
        words["party_found"],
        words["party_leads"],
        words["party_path_count"],
        words["party_flow_count"],
    )
    rows = tuple(
        Row(
            (
                Cell(refs=(sheets[sheet.actor.id],), note=value_name(sheet.actor.type, context.language)),
                *(
                    Cell(text=str(count or "–"), number=True, sort=float(count))
                    for count in (len(sheet.asked), sheet.found, sheet.tasks, len(sheet.paths), len(sheet.flows))
                ),
            )
        )
        for sheet in sorted(context.parties, key=lambda sheet: -len(sheet.asked))
    )
    return Table(words["parties"], "parties", heads, rows)


def questions_by_party(context: Context) -> tuple[tuple[Ref, int], ...]:
    """How many questions each party has on its sheet."""
    return _by_party(context, {sheet.actor.id: len(sheet.asked) for sheet in context.parties})


def findings_by_party(context: Context) -> tuple[tuple[Ref, int], ...]:
    """How much was found at each party."""
    return _by_party(context, {sheet.actor.id: sheet.found for sheet in context.parties})


def _by_party(context: Context, counts: dict[str, int]) -> tuple[tuple[Ref, int], ...]:
    """How much there is for each party, the most first, with links to their sheets."""
    sheets = party_refs(context)
    found = [(sheets[actor], count) for actor, count in counts.items() if actor in sheets and count]
    return tuple(sorted(found, key=lambda one: -one[1]))


def _sheet_ref(context: Context, actor: str) -> Ref:
    ref = context.refs[actor]
    return Ref(ref.id, ref.title, ref.kind, ref.kind_title, ref.step, _url(ref.url), ref.lang)


def _url(url: str) -> str:
    """The address of the sheet from that of the actor's page: both are made by one function."""
    return f"parties/{url.partition('/')[2]}"


def _lead(context: Context, sheet: PartySheet) -> str:
    words = context.words
    counts = (
        ("party_says_asked", len(sheet.asked)),
        ("party_says_found", sheet.found),
        ("party_says_leads", sheet.tasks),
        ("party_says_paths", len(sheet.paths)),
        ("party_says_flows", len(sheet.flows)),
    )
    return words["between_counts"].join(words[name].format(count) for name, count in counts if count)


def _asked(context: Context, asked: AskedQuestion) -> AskedView:
    question, indicators = asked.question, context.refs_of(asked.indicators)
    about = context.refs.get(question.element.id) if question.element is not None else None
    others = tuple(ref for ref in indicators if about is None or ref.id != about.id)
    return AskedView(
        text=context.said(question.text),
        decision=context.said(question.decision),
        about=about,
        indicators=others[:_SHOWN],
        more=len(others[_SHOWN:]),
        decides=asked.decides,
    )


def _written(context: Context, sheet: PartySheet) -> Iterator[FoundView]:
    for finding in sheet.written:
        answers = context.chain.holders(finding.id, "answers-finding")
        yield FoundView(
            MARKS[finding.type],
            context.refs[finding.id].title,
            "",
            context.refs[finding.id],
            context.refs_of(finding.touches),
            context.refs_of(measure.id for measure in answers),
        )


def _computed(context: Context, sheet: PartySheet) -> Iterator[FoundView]:
    for finding in sheet.computed:
        yield FoundView(
            MARKS[finding.type],
            context.said(finding.title),
            context.said(finding.message),
            None,
            context.refs_of(finding.touches[:1]),
            context.refs_of(finding.measures),
        )


def _tasks(context: Context, sheet: PartySheet) -> Table:
    """Its items, by their place in the ranking, and its measures."""
    words = context.words
    ranking = context.analysis.ranking
    places = {ranked.item: ranked.weighted_place for ranked in ranking.items} if ranking is not None else {}
    rows = []
    for item in sorted(sheet.items, key=lambda item: places.get(item, len(places) + 1)):
        flows = [flow.id for flow in context.chain.holders(item, "details")]
        place = words["party_place"].format(places[item]) if item in places else ""
        rows.append(Row((refs_cell(context, [item]), Cell(text=place), refs_cell(context, flows))))
    for measure in sheet.measures:
        leads = measure.owner in sheet.members
        role = words["party_leads_it"] if leads else words["party_changes_it"]
        steps = [step for step in measure.changes if step.rpartition("/")[0] in {flow.flow for flow in sheet.flows}]
        rows.append(Row((refs_cell(context, [measure.id]), Cell(text=role), refs_cell(context, steps))))
    heads = (words["party_task"], words["party_role"], words["party_where"])
    return without_empty_columns(Table(words["party_tasks"], "tasks", heads, tuple(rows)))


def _paths(context: Context, sheet: PartySheet) -> Table:
    """Paths by role: a mark for each letter."""
    words = context.words
    rows = tuple(
        Row((refs_cell(context, [path]), *(Cell(text="●" if letter in letters else "") for letter in _LETTERS)))
        for path, letters in sheet.paths.items()
    )
    heads = (words["path"], *(words[f"raci_{letter}"] for letter in _LETTERS))
    return without_empty_columns(Table(words["party_paths"], "paths", heads, rows))


def _flows(context: Context, sheet: PartySheet) -> Table:
    words = context.words
    heads = (words["flow"], words["party_when"], words["party_steps"], words["party_waits"])
    rows = tuple(_flow(context, part) for part in sheet.flows)
    return without_empty_columns(Table(words["party_flows"], "flows", heads, rows))


def _flow(context: Context, part: PartFlow) -> Row:
    variant = getattr(context.chain.elements[part.flow], "variant", Variant.AS_IS)
    waits = shown_hours(part.waiting, context.language) if part.waiting else ""
    return Row(
        (
            refs_cell(context, [part.flow]),
            Cell(text=value_name(variant, context.language)),
            refs_cell(context, part.steps),
            Cell(text=waits, number=True, sort=part.waiting),
        )
    )
