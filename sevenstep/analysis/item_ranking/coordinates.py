"""Where an item stands in the priority picture: its value and its effort."""

from sevenstep.analysis.item_ranking.scores import ScoreTable, weights
from sevenstep.model.choices import Axis


def coordinates(table: ScoreTable, axis: Axis) -> tuple[float | None, ...]:
    """Of each item 0 (least) to 1 (most), the criteria of that axis weighted among themselves; None without any.

    A criterion counts by its direction: much effort is what the weighted sum takes for bad, on a criterion "ease" the
    low scores.
    """
    columns = [at for at, criterion in enumerate(table.criteria) if criterion.axis == axis]
    if not columns:
        return (None,) * len(table.items)
    shares = weights([table.weights[at] for at in columns])
    found = (sum(share * row[at] for share, at in zip(shares, columns, strict=True)) for row in table.goodness)
    return tuple(1 - coordinate if axis == Axis.EFFORT else coordinate for coordinate in found)
