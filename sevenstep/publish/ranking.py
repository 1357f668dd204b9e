"""The ranking of items: a weighted sum of their scores, put on a scale from 0 to 100."""

from sevenstep.model.step6_items import Criterion, Item
from sevenstep.publish.cells import refs_cell
from sevenstep.publish.context import Context
from sevenstep.publish.tables import score_cell
from sevenstep.publish.views import Cell, Row, Table


def ranking(context: Context) -> tuple[Table, ...]:
    """The items that have a score on every criterion, the best first; no table where there is none."""
    engagement = context.chain.engagement
    criteria = list(engagement.of(Criterion))
    scored = [item for item in engagement.of(Item) if criteria and all(one.id in item.scores for one in criteria)]
    if not scored:
        return ()
    totals = {item.id: total(item, criteria, context.header.settings.scale) for item in scored}
    ordered = sorted(scored, key=lambda item: -totals[item.id])
    words = context.words
    heads = (words["rank"], words["element"], words["score"], *(context.said(one.title) for one in criteria))
    rows = tuple(
        Row(
            (
                Cell(text=str(rank), number=True),
                refs_cell(context, [item.id]),
                Cell(text=f"{totals[item.id]:.0f}", number=True, bar=totals[item.id] / 100),
                *(score_cell(context, item.scores[one.id]) for one in criteria),
            )
        )
        for rank, item in enumerate(ordered, 1)
    )
    return (Table(words["ranking"], "ranking", heads, rows, words["ranking_note"]),)


def total(item: Item, criteria: list[Criterion], scale: tuple[float, float]) -> float:
    """The weighted sum of the item's scores, 0 (worst on all criteria) to 100 (best on all)."""
    low, high = scale
    weights = sum(one.weight for one in criteria)
    if high <= low or weights <= 0:
        return 0.0
    found = 0.0
    for one in criteria:
        part = min(1.0, max(0.0, (item.scores[one.id].middle - low) / (high - low)))
        found += one.weight * (part if one.direction == "increase" else 1 - part)
    return 100 * found / weights
