"""What regulations demand, side by side: subjects by jurisdictions, peers of one, work done only for them."""

from collections.abc import Iterable, Iterator
from typing import Final

from sevenstep.analysis.regulations.comparison import Subject, compared
from sevenstep.analysis.regulations.demands import demand_shown
from sevenstep.analysis.regulations.reach import area_title
from sevenstep.analysis.regulations.required_work import required_steps
from sevenstep.analysis.results import FlowMetrics, RequiredWork
from sevenstep.analysis.wording import shown_hours, shown_number, shown_share
from sevenstep.model.choices import Metric
from sevenstep.model.quantity import Quantity
from sevenstep.model.step3_regulations import Regulation
from sevenstep.model.step7_flows import Flow
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import amount_cell, assumption, refs_cell, text_cell
from sevenstep.publishing.pages.measured import told_cell
from sevenstep.publishing.views import Cell, Row, Table

MOST_AREAS: Final = 30
"""Columns of the table; more are not read side by side."""
MOST_SUBJECTS: Final = 500
MOST_PEERS: Final = 50
"""Peers on the page of one regulation."""


def demands_tables(context: Context) -> Iterator[Table]:
    """Subjects against jurisdictions: what applies there, and where nothing does.

    A table for each group of subjects that have jurisdictions in common; the more numerous of the two go down, so that
    the table stays narrow.
    """
    words, areas = context.words, compared(context.chain)
    for number, group in enumerate(_groups(areas.subjects), 1):
        concerned = {area for subject in group for area in subject.by_area}
        columns = [area for area in areas.titles if area in concerned]
        is_cut = len(columns) > MOST_AREAS or len(group) > MOST_SUBJECTS
        columns, subjects = columns[:MOST_AREAS], group[:MOST_SUBJECTS]
        titles = [context.said(areas.titles[area]) for area in columns]
        cells = [[_cell(context, subject, area) for area in columns] for subject in subjects]
        if len(columns) > len(subjects):
            heads = (words["demand_jurisdiction"], *(context.said(subject.title) for subject in subjects))
            rows = [Row((Cell(text=title), *across)) for title, *across in zip(titles, *cells, strict=True)]
        else:
            heads = (words["demand_subject"], *titles)
            rows = [
                Row((text_cell(context, subject.title), *across))
                for subject, across in zip(subjects, cells, strict=True)
            ]
        notes = [words["demands_note"]] if number == 1 else []
        notes += [words["demands_cut"].format(MOST_SUBJECTS, MOST_AREAS)] if is_cut else []
        named = context.said(group[0].title)
        title = words["demands_title"].format(
            named if len(group) == 1 else words["demands_several"].format(named, len(group))
        )
        yield Table(title, "demands" if number == 1 else f"demands-{number}", heads, tuple(rows), " ".join(notes))


def _groups(subjects: Iterable[Subject]) -> list[list[Subject]]:
    """Subjects in groups: two that have a jurisdiction in common are in one."""
    leader: dict[str, str] = {}

    def first(key: str) -> str:
        while (above := leader.setdefault(key, key)) != key:
            leader[key] = leader[above]
            key = above
        return key

    listed = list(subjects)
    for subject in listed:
        for area in subject.by_area:
            leader[first(f"area {area}")] = first(f"subject {subject.key}")
    found: dict[str, list[Subject]] = {}
    for subject in listed:
        found.setdefault(first(f"subject {subject.key}"), []).append(subject)
    return list(found.values())


def _cell(context: Context, subject: Subject, area: str) -> Cell:
    """What one jurisdiction demands on one subject."""
    if area in subject.by_area:
        return Cell(
            entries=tuple(_entries(context, subject.by_area[area], subject.differing, context.words["demand_differs"]))
        )
    if area in subject.inherited:
        taken = subject.inherited[area]
        whose = context.words["demand_taken_over"].format(context.said(area_title(context.chain, taken[0])))
        return Cell(entries=tuple(_entries(context, taken, {one.id for one in taken}, whose, "")))
    if area in subject.gaps:
        return Cell(text=context.words["demand_gap"], style="is-unknown")
    return Cell(text="–")


def _entries(
    context: Context, regulations: Iterable[Regulation], noted: Iterable[str], note: str, style: str = "is-unsettled"
) -> Iterator[Cell]:
    """Of each regulation what it demands, with a note on some, and the regulation itself."""
    told = frozenset(noted)
    for regulation in regulations:
        is_noted = regulation.id in told
        demand = context.said(demand_shown(regulation.demands))
        is_figure = isinstance(regulation.demands, Quantity)
        yield Cell(
            text=demand,
            note=note if is_noted else "",
            style=style if is_noted else "",
            assumed=assumption(context, regulation.source) if is_figure else None,
        )
        yield refs_cell(context, [regulation.id])


def peers_table(context: Context, regulation: Regulation) -> Table:
    """What others demand on the subject of one regulation."""
    words = context.words
    subject = compared(context.chain).by_key.get(regulation.matter)
    alike = subject.regulations[: MOST_PEERS + 1] if subject is not None else ()
    others = [peer for peer in alike if peer.id != regulation.id][:MOST_PEERS]
    rows = tuple(
        Row(
            (
                text_cell(context, area_title(context.chain, peer)),
                _demand(context, peer),
                refs_cell(context, [peer.id]),
            )
        )
        for peer in others
    )
    heads = (words["demand_jurisdiction"], words["demand_said"], context.said(Regulation.KIND.title))
    is_cut = subject is not None and len(subject.regulations) > MOST_PEERS + 1
    return Table(words["peers_title"], "peers", heads, rows, words["peers_cut"].format(MOST_PEERS) if is_cut else "")


def _demand(context: Context, regulation: Regulation) -> Cell:
    if isinstance(regulation.demands, Quantity):
        return amount_cell(context, regulation.demands, regulation.source)
    return text_cell(context, regulation.demands)


def required_table(context: Context, flow: Flow) -> Table:
    """The steps of a flow that are done only for regulations, what they take a case, and what part that is."""
    words = context.words
    found = context.analysis.metrics.get(flow.id)
    work = context.analysis.required.get(flow.id)
    heads = (
        words["what"],
        words["required_for"],
        words["required_times"],
        words["required_work"],
        words["required_waiting"],
        words["required_cost"],
    )
    rows: list[Row] = []
    for step, regulations in required_steps(context.chain, flow).items():
        cells = [refs_cell(context, [step]), refs_cell(context, regulations)]
        rows.append(Row((*cells, *_taken(context, found, step))))
    return Table(words["required_title"], "required", heads, tuple(rows), _sum(context, work, found))


def _taken(context: Context, found: FlowMetrics | None, step: str) -> Iterator[Cell]:
    if found is None:
        yield from (Cell(number=True) for _ in range(4))
        return
    taken = found.steps[step.rpartition("/")[2]]
    cost = taken.cost if Metric.COST in found.values else None
    processing = None if step in found.gaps else taken.processing
    yield from _numbers(context, taken.visits, processing, taken.waiting, cost, found.currency)


def _numbers(
    context: Context, visits: float, processing: float | None, waiting: float, cost: float | None, currency: str
) -> Iterator[Cell]:
    yield told_cell(context, visits, "")
    for hours in (processing, waiting):
        yield told_cell(context, hours or None, "h")
    yield told_cell(context, cost or None, currency)


def _sum(context: Context, work: RequiredWork | None, found: FlowMetrics | None) -> str:
    """What they take a case together, and which part of the work and of the cost that is, where it is known."""
    if work is None or found is None:
        return ""
    words, language = context.words, context.language
    told = [
        (words["required_work"], shown_hours(work.processing or 0, language), work.processing, Metric.WORK),
        (words["required_waiting"], shown_hours(work.waiting, language), work.waiting, Metric.TOTAL_WAITING),
        (words["required_cost"], shown_number(work.cost or 0, work.currency, language), work.cost, Metric.COST),
    ]
    parts = []
    for name, shown, taken, metric in told:
        if taken:
            whole = found.values.get(metric)
            share = shown_share(taken / whole.mean) if whole is not None and whole.mean > 0 else ""
            parts.append(words["required_part" if share else "required_one"].format(name.lower(), shown, share))
    return words["required_sum"].format(("；" if language == "zh" else "; ").join(parts)) if parts else ""
