"""Why metrics are not compared, and what those that are leave out: of an item, and of all items together."""

from collections.abc import Mapping, Sequence
from typing import Final

from sevenstep.analysis.costs import cost_factor, unlike
from sevenstep.analysis.missing import BY_STEPS
from sevenstep.analysis.results import FlowMetrics
from sevenstep.language import Text, joined
from sevenstep.model.choices import Metric, Variant

Reasons = Mapping[Metric, Text]
_COUNTED_APART: Final = Text(
    zh="一边按用时算，一边没有用时、按步数算", en="one is by time, the other has no times and is counted by steps"
)


def is_counted_apart(before: FlowMetrics, after: FlowMetrics) -> bool:
    """Whether the share by hand is by time on one side, and by steps on the other."""
    return (before.notes.get(Metric.MANUAL_SHARE) is BY_STEPS) is not (after.notes.get(Metric.MANUAL_SHARE) is BY_STEPS)


def reasons_of_item(before: FlowMetrics, after: FlowMetrics) -> dict[Metric, Text]:
    """Why metrics of two flows are not compared."""
    found = _of_either(_told(before, after), _told(after, before))
    if "cost" not in found and cost_factor(after.currency, before.currency) is None:
        found[Metric.COST] = unlike(before.currency, after.currency)
    if Metric.MANUAL_SHARE not in found and is_counted_apart(before, after):
        found[Metric.MANUAL_SHARE] = _COUNTED_APART
    return found


def _told(flow: FlowMetrics, other: FlowMetrics) -> Reasons:
    """Why the flow has no value of some metrics: of those that few flows state, where the other does."""
    return {**{metric: why for metric, why in flow.unstated.items() if metric in other.values}, **flow.reasons}


def notes_of_item(before: FlowMetrics, after: FlowMetrics) -> dict[Metric, Text]:
    """What the metrics of two flows leave out."""
    return _of_either(before.notes, after.notes)


def _of_either(before: Reasons, after: Reasons) -> dict[Metric, Text]:
    """What is said of either flow, and of which, where it is not the same."""
    found = {}
    for metric in Metric:
        said = [before.get(metric), after.get(metric)]
        told = [
            reason.inserted_into(zh=f"{variant.label.zh}：{{}}", en=f"{variant.label.en}: {{}}")
            for variant, reason in zip(Variant, said, strict=True)
            if reason is not None
        ]
        if said[0] is not None and said[0] == said[1]:
            found[metric] = said[0]
        elif told:
            found[metric] = joined(told, zh="；", en="; ")
    return found


def of_all(items: Sequence[tuple[Text, Reasons]]) -> dict[Metric, Text]:
    """What is said of each of several items by their titles: of the first of them, and of how many more."""
    found = {}
    for metric in Metric:
        said = [(title, told[metric]) for title, told in items if metric in told]
        if not said:
            continue
        title, told = said[0]
        more = len(said) - 1
        if more and all(reason == told for _, reason in said) and more + 1 == len(items):
            found[metric] = told
            continue
        first = Text(
            zh=f"“{title.for_language('zh')}”{told.for_language('zh')}",
            en=f"“{title.for_language('en')}”, {told.for_language('en')}",
        )
        others = "one more item" if more == 1 else f"{more} more items"
        found[metric] = (
            first.inserted_into(zh=f"{{}}；另有 {more} 个事项", en=f"{{}}; and of {others}") if more else first
        )
    return found
