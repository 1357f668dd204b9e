"""Money and effect by lever: what each takes of the budget, and what its measures do to time and cost."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sevenstep.analysis.programme.results import Programme
from sevenstep.analysis.results import Comparison
from sevenstep.chain.graph import Chain
from sevenstep.model.choices import Lever, Metric
from sevenstep.model.element import Element
from sevenstep.model.frames.project import Project
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Flow, Measure, System


@dataclass(frozen=True, slots=True)
class LeverState:
    """One lever (None: measures and deliveries that name none). `measures` take hold of it, `projects` bring them
    about; `money` is budgeted and `spent`; `hours` and `cost` are what a case takes less, over all items (negative:
    more), in `currency`."""

    lever: Lever | None
    measures: tuple[str, ...]
    projects: tuple[str, ...]
    money: float
    spent: float
    hours: float
    cost: float
    currency: str


Parts = Mapping[Lever | None, float]


def levers(chain: Chain, found: Programme, comparisons: Sequence[Comparison]) -> tuple[LeverState, ...]:
    """All levers, those that nobody takes hold of too; nothing where no measure says its lever.

    The money of a project is shared evenly among what it delivers, that of a measure evenly among its levers; a system
    is technology, an item what the measures of its design are.
    """
    measures = {measure.id: measure for measure in chain.engagement.of(Measure)}
    if not any(measure.lever for measure in measures.values()):
        return ()
    money: dict[Lever | None, float] = {}
    spent: dict[Lever | None, float] = {}
    projects: dict[Lever | None, dict[str, None]] = {}
    for project in chain.engagement.of(Project):
        given = found.budget.by_project.get(project.id, 0.0)
        paid = found.spending.by_project.get(project.id, 0.0)
        for lever, part in _of_project(chain, project).items():
            money[lever] = money.get(lever, 0.0) + given * part
            spent[lever] = spent.get(lever, 0.0) + paid * part
            projects.setdefault(lever, {})[project.id] = None
    currency = next((one.currency for one in comparisons if one.currency), "")
    hours = _saved(comparisons, measures, Metric.LEAD_TIME, currency)
    cost = _saved(comparisons, measures, Metric.COST, currency)
    return tuple(
        LeverState(
            lever,
            tuple(key for key, measure in measures.items() if lever in (measure.lever or (None,))),
            tuple(projects.get(lever, ())),
            money.get(lever, 0.0),
            spent.get(lever, 0.0),
            hours.get(lever, 0.0),
            cost.get(lever, 0.0),
            currency,
        )
        for lever in (*Lever, None)
        if lever is not None or money.get(None) or None in hours or any(not one.lever for one in measures.values())
    )


def _of_project(chain: Chain, project: Project) -> Parts:
    """By which parts what a project delivers takes hold of each lever."""
    delivered = [element for key in project.delivers if (element := chain.elements.get(key)) is not None]
    found: dict[Lever | None, float] = {}
    for element in delivered:
        for lever, part in _of_delivered(chain, element).items():
            found[lever] = found.get(lever, 0.0) + part / len(delivered)
    return found or {None: 1.0}


def _of_delivered(chain: Chain, element: Element) -> Parts:
    if isinstance(element, Measure):
        return _evenly(element)
    if isinstance(element, System):
        return {Lever.TECHNOLOGY: 1.0}
    flows = [one for one in chain.holders(element.id, "details") if isinstance(one, Flow)]
    shaping = {
        key: one
        for flow in (flows if isinstance(element, Item) else ())
        for key in (measure.id for measure in chain.holders(flow.id, "shapes"))
        if isinstance(one := chain.elements.get(key), Measure)
    }
    found: dict[Lever | None, float] = {}
    for measure in shaping.values():
        for lever, part in _evenly(measure).items():
            found[lever] = found.get(lever, 0.0) + part / len(shaping)
    return found or {None: 1.0}


def _evenly(measure: Measure) -> Parts:
    told: Sequence[Lever | None] = measure.lever or (None,)
    return dict.fromkeys(told, 1 / len(told))


def _saved(
    comparisons: Sequence[Comparison], measures: Mapping[str, Measure], metric: Metric, currency: str
) -> dict[Lever | None, float]:
    """By how much measures bring a metric down, item by item, shared among their levers; what several measures do that
    cannot be told apart is shared among them."""
    found: dict[Lever | None, float] = {}
    for shares, difference in _shares(comparisons, metric, currency):
        known = [measures[key] for key in shares if key in measures]
        for measure in known:
            for lever, part in _evenly(measure).items():
                found[lever] = found.get(lever, 0.0) - difference * part / len(known)
    return found


def _shares(
    comparisons: Sequence[Comparison], metric: Metric, currency: str
) -> Iterator[tuple[tuple[str, ...], float]]:
    for comparison in comparisons:
        if comparison.item is None or (metric is Metric.COST and comparison.currency != currency):
            continue
        for difference in comparison.differences:
            if difference.metric is metric:
                yield from ((share.measures, share.difference) for share in difference.shares)
