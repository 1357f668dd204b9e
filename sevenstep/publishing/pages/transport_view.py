"""Places, links and routes as tables: how full they are, the ways of a route, and what is lost with each of them."""

from collections.abc import Iterator

from sevenstep.analysis.findings.thresholds import TRANSPORT_LOAD
from sevenstep.analysis.transport.results import Detour, Load, Loss, RouteWays, Way
from sevenstep.analysis.wording import shown_number, shown_share
from sevenstep.language import Language
from sevenstep.model.choices import BestBy
from sevenstep.model.element import Element
from sevenstep.model.step3_places import Route, Traffic
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import refs_cell
from sevenstep.publishing.pages.measured import share_number, told_cell
from sevenstep.publishing.views import Cell, Row, Table


def transport_tables(context: Context) -> Iterator[Table]:
    """The whole of it: routes with the way they take and the next best, the fullest first, the worst losses first."""
    found = context.analysis.transport
    yield _routes_table(context)
    loads = sorted(
        (load for load in found.loads.values() if load.share is not None), key=lambda load: -(load.share or 0)
    )
    yield Table(
        context.words["transport_loads"],
        "loads",
        tuple(context.words[head] for head in ("element", "transport_load", "transport_amount", "transport_capacity")),
        tuple(_load_row(context, load) for load in loads),
    )
    heavy = [loss for loss in found.losses.values() if loss.cut or loss.extra_hours > 0]
    heavy.sort(key=lambda loss: (-len(loss.cut), -loss.extra_hours))
    yield Table(
        context.words["transport_losses"],
        "resilience",
        tuple(
            context.words[head]
            for head in (
                "transport_lost",
                "transport_cut",
                "transport_detours",
                "transport_longer",
                "transport_answers",
            )
        ),
        tuple(_loss_row(context, loss) for loss in heavy),
        " ".join(context.said(text) for text in found.left_out) or context.words["transport_losses_note"],
    )


def transport_of(context: Context, element: Element) -> tuple[Table, ...]:
    """What is computed of one place, link or route."""
    found = context.analysis.transport
    if isinstance(element, Route) and element.id in found.routes:
        return (_ways_table(context, found.routes[element.id]),)
    if not isinstance(element, Traffic):
        return ()
    tables = []
    if (load := found.loads.get(element.id)) is not None and load.share is not None:
        heads = tuple(context.words[head] for head in ("transport_load", "transport_amount", "transport_capacity"))
        row = _load_row(context, load)
        tables.append(Table(context.words["transport_loads"], "load", heads, (Row(row.cells[1:]),)))
    if (loss := found.losses.get(element.id)) is not None:
        tables.append(_loss_table(context, loss))
    return tuple(table for table in tables if table.rows)


def _routes_table(context: Context) -> Table:
    """A route a row, beside the next best way."""
    words, found = context.words, context.analysis.transport
    heads = (
        "transport_route",
        "transport_time",
        "transport_cost",
        "transport_sure",
        "transport_next",
        "transport_binding",
    )
    rows = tuple(
        Row(
            (
                Cell(
                    refs=(context.refs[route.route],),
                    note=context.said(route.problem) if route.problem is not None else "",
                ),
                *_sums(context, route.taken),
                Cell(text=_in_short(context, route.next_best)),
                refs_cell(context, [route.binding]),
            )
        )
        for route in found.routes.values()
    )
    return Table(words["transport_routes"], "ways", tuple(words[head] for head in heads), rows)


def _ways_table(context: Context, route: RouteWays) -> Table:
    """Each way of one route: what it is, over which places, its sums."""
    words = context.words
    named: dict[tuple[str, ...], tuple[Way, list[str]]] = {}
    said = (
        (words["transport_taken"], route.taken),
        (words["transport_next"], route.next_best),
        *((context.said(best.label), route.bests.get(best)) for best in BestBy),
        (words["transport_later"].format(route.opens or "–"), route.later),
    )
    for name, way in said:
        if way is not None:
            named.setdefault(way.passed, (way, []))[1].append(name)
    rows = tuple(
        Row(
            (
                Cell(text=("、" if context.language == "zh" else ", ").join(names)),
                refs_cell(context, way.places),
                *_sums(context, way),
                told_cell(context, way.distance, "km"),
                refs_cell(context, way.waits_for),
            )
        )
        for way, names in named.values()
    )
    heads = (
        "transport_way",
        "transport_over",
        "transport_time",
        "transport_cost",
        "transport_sure",
        "transport_distance",
    )
    notes = [context.said(route.problem)] if route.problem is not None else []
    if route.through is not None:
        most = shown_number(route.through.most, route.through.unit, context.language)
        notes.append(words["transport_through"].format(most))
    return Table(
        words["transport_ways"],
        "ways",
        (*(words[head] for head in heads), words["transport_waits"]),
        rows,
        " ".join(notes),
    )


def _sums(context: Context, way: Way | None) -> tuple[Cell, Cell, Cell]:
    hours, cost, sure = (None, None, None) if way is None else (way.hours, way.cost, way.reliability)
    currency = context.analysis.transport.currency
    return (
        told_cell(context, hours, "h"),
        told_cell(context, cost, currency),
        Cell(number=True) if sure is None else share_number(context, sure),
    )


def _in_short(context: Context, way: Way | None) -> str:
    return " · ".join(cell.text for cell in _sums(context, way) if cell.text)


def _distance(way: Way, language: Language) -> str:
    return shown_number(way.distance, "km", language) if way.distance is not None else ""


def _load_row(context: Context, load: Load) -> Row:
    about = context.words["transport_about"] if load.approximate else ""
    share = load.share or 0.0
    style = "is-worse" if share > 1 else "is-unsettled" if share >= TRANSPORT_LOAD.value else ""
    return Row(
        (
            Cell(refs=context.refs_of([load.element])),
            share_number(context, share, f"{about}{shown_share(share)}", style=style),
            told_cell(context, load.load, load.unit),
            told_cell(context, load.capacity, load.unit),
        )
    )


def _loss_row(context: Context, loss: Loss) -> Row:
    hours = loss.extra_hours
    return Row(
        (
            Cell(refs=context.refs_of([loss.element])),
            Cell(refs=context.refs_of(loss.cut), style="is-worse" if loss.cut else ""),
            Cell(text=str(len(loss.detours) or ""), number=True),
            told_cell(context, hours if hours > 0 else None, "h"),
            refs_cell(context, loss.answers)
            if loss.answers
            else Cell(text=context.words["transport_unanswered"] if loss.cut else "", style="is-missing"),
        )
    )


def _loss_table(context: Context, loss: Loss) -> Table:
    """What becomes of each route where one place or link is lost."""
    words = context.words
    rows = [_detour_row(context, detour) for detour in loss.detours]
    rows += [
        Row((refs_cell(context, [route]), Cell(text=words["transport_no_way"], style="is-worse"), Cell(), Cell()))
        for route in loss.cut
    ]
    rows += [
        Row((refs_cell(context, [route]), Cell(text=words["transport_ends_here"]), Cell(), Cell()))
        for route in loss.ended
    ]
    answers = ("、" if context.language == "zh" else ", ").join(ref.title for ref in context.refs_of(loss.answers))
    note = words["transport_answered"].format(answers) if answers else ""
    heads = ("transport_route", "transport_over", "transport_longer", "transport_dearer")
    return Table(words["transport_if_lost"], "if-lost", tuple(words[head] for head in heads), tuple(rows), note)


def _detour_row(context: Context, detour: Detour) -> Row:
    currency = context.analysis.transport.currency
    hours, cost = detour.hours, detour.cost
    return Row(
        (
            refs_cell(context, [detour.route]),
            refs_cell(context, detour.way.places),
            told_cell(context, hours, "h"),
            told_cell(context, cost, currency, sign=True),
        )
    )
