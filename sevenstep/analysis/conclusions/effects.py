"""What measures move: the shares that comparisons account to them, the ones that count first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sevenstep.analysis.conclusions.wording import is_same
from sevenstep.analysis.results import Analysis, Comparison, Difference, Share
from sevenstep.model.choices import Metric


@dataclass(frozen=True, slots=True)
class Effect:
    """What a measure, alone or together with others that cannot be told apart from it, does to a metric.

    `part` is the share of the whole difference that this is, None where the others work against it.
    """

    metric: Metric
    measures: tuple[str, ...]
    difference: float
    comparison: Comparison
    whole: Difference

    @property
    def part(self) -> float | None:
        return self.difference / self.whole.mean if self.difference * self.whole.mean > 0 else None


def comparison_of(analysis: Analysis, item: str | None) -> Comparison | None:
    """The comparison of an item."""
    return next((found for found in analysis.comparisons if found.item == item), None)


def comparison_with(analysis: Analysis, flow: str) -> Comparison | None:
    """The comparison of the one item that the flow shows, as is or to be."""
    return next(
        (found for found in analysis.comparisons if found.item is not None and flow in (*found.before, *found.after)),
        None,
    )


def difference_of(comparison: Comparison | None, metric: Metric) -> Difference | None:
    """A metric of a comparison."""
    if comparison is None:
        return None
    return next((found for found in comparison.differences if found.metric == metric), None)


def helping(difference: Difference) -> list[Share]:
    """The shares that go the way of the whole difference and are worth a word, the largest first."""
    found = [
        share
        for share in difference.shares
        if share.measures and share.difference * difference.mean > 0 and not _is_nothing(share, difference)
    ]
    return sorted(found, key=lambda share: -abs(share.difference))


def _is_nothing(share: Share, difference: Difference) -> bool:
    return is_same(difference.before.mean, difference.before.mean + share.difference)


def effects(analysis: Analysis, measure: str) -> list[Effect]:
    """What the measure does, where it does most first: over a whole journey where there is such a comparison of it,
    else item by item."""
    found = list(_effects(analysis.comparisons, measure))
    journeys = {item for effect in found if effect.comparison.item is None for item in effect.comparison.before}
    kept = [
        effect
        for effect in found
        if effect.comparison.item is None or not journeys.intersection(effect.comparison.before)
    ]
    return sorted(kept, key=lambda effect: -abs(effect.difference))


def _effects(comparisons: Iterable[Comparison], measure: str) -> Iterator[Effect]:
    for comparison in comparisons:
        for difference in comparison.differences:
            for share in difference.shares:
                if measure in share.measures and not _is_nothing(share, difference):
                    yield Effect(difference.metric, share.measures, share.difference, comparison, difference)


def of_metric(found: Sequence[Effect], metric: Metric) -> list[Effect]:
    """The effects on one metric."""
    return [effect for effect in found if effect.metric == metric]
