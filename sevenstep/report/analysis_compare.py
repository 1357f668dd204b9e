"""As-is against to-be for a person at a terminal: each metric before and after, and which measure accounts for it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rich.text import Text as Styled

from sevenstep.analysis.results import Comparison, Difference
from sevenstep.analysis.wording import is_better, shown, shown_change, shown_difference
from sevenstep.language import Language, Text, joined, many
from sevenstep.model.choices import Metric
from sevenstep.report.analysis_report import SECTION, AnalysisReport, more
from sevenstep.report.table import aligned
from sevenstep.report.terminal import shown as visible

_IN_TABLE: Final[tuple[Metric, ...]] = (Metric.LEAD_TIME, Metric.COST, Metric.REENTRIES)
"""What the table of items tells of each."""
_IN_SHORT: Final = frozenset({Metric.LEAD_TIME, Metric.COST, Metric.HANDOFFS, Metric.REENTRIES})
"""What is told in short of a comparison."""


def as_is_to_be(report: AnalysisReport, language: Language, limit: int | None) -> Iterator[Styled]:
    found = report.analysis.comparisons
    if not found:
        return
    for number, whole in enumerate([comparison for comparison in found if comparison.item is None] or found[:1]):
        if number:
            yield Styled("")
        yield Styled(_title(report, whole, language), SECTION)
        yield from differences(report, whole, language, is_short=limit is not None)
        lead = next((difference for difference in whole.differences if difference.metric == Metric.LEAD_TIME), None)
        if lead is not None and lead.shares:
            yield from accounted(report, lead, whole.currency, language, limit)
    items = [comparison for comparison in found if comparison.item is not None]
    if len(items) > 1:
        yield Styled("")
        yield from _items(report, items[:limit], language)
        yield from more(len(items) - limit if limit is not None else 0, language)


def _title(report: AnalysisReport, whole: Comparison, language: Language) -> str:
    """What is compared: all items, those of one journey, or the one there is."""
    count = len(whole.before)
    if whole.item is not None:
        item = report.named(whole.item, language)
        title = Text(zh=f"从现状到目标：{item}", en=f"From as is to to be: {item}")
    elif whole.journey is not None:
        journey = whole.journey.for_language(language)
        title = Text(
            zh=f"从现状到目标 · {journey}：一件业务依次走完 {count} 个事项",
            en=f"From as is to to be · {journey}: one case through {count} items, one after the other",
        )
    elif count == 1:
        title = Text(zh="从现状到目标：唯一的事项", en="From as is to to be: the one item there is")
    else:
        title = Text(
            zh=f"从现状到目标：一件业务依次走完全部 {count} 个事项",
            en=f"From as is to to be: one case through all {count} items, one after the other",
        )
    return title.for_language(language)


def differences(
    report: AnalysisReport, compared: Comparison, language: Language, *, is_short: bool = False
) -> Iterator[Styled]:
    """Each metric before and after, one a line; in short those that matter most, without notes."""
    currency = compared.currency
    told = [one for one in compared.differences if not is_short or one.metric in _IN_SHORT]
    rows = [_difference(difference, currency, language) for difference in told]
    for line, difference in zip(aligned(rows, left=(0, 2, 4)) if rows else (), told, strict=True):
        yield Styled(f"  {line}", _style(difference))
    if is_short:
        yield from more(len(compared.differences) - len(told), language)
        return
    yield from told_of(compared.notes, Text(zh="注意", en="Note"), language)
    yield from told_of(compared.reasons, Text(zh="没有比较", en="Not compared"), language, "yellow")


def told_of(reasons: Mapping[Metric, Text], head: Text, language: Language, style: str = "dim") -> Iterator[Styled]:
    """What is to be known of metrics, or why they are unknown: metrics with the same reason on one line."""
    by_reason: dict[str, list[Metric]] = {}
    for metric in Metric:
        if metric in reasons:
            by_reason.setdefault(visible(reasons[metric].for_language(language)), []).append(metric)
    for reason, metrics in by_reason.items():
        listed = joined(metric.label for metric in metrics)
        text = listed.inserted_into(zh=f"  {head.zh}（{{}}）：{reason}", en=f"  {head.en}: {{}}: {reason}")
        yield Styled(text.for_language(language), style)


def _difference(difference: Difference, currency: str, language: Language) -> list[str]:
    ends = (difference.before.mean, difference.after.mean)
    before, after = (shown(difference.metric, end, language, currency, beside=ends) for end in ends)
    return [
        difference.metric.label.for_language(language),
        before,
        "→",
        after,
        _told_change(difference, language),
    ]


def _told_change(difference: Difference, language: Language) -> str:
    if _is_chance(difference):
        return Text(zh="在误差之内", en="within chance").for_language(language)
    return shown_change(difference.metric, difference.before.mean, difference.after.mean, language)


def _is_chance(difference: Difference) -> bool:
    """Whether the interval of a simulated difference holds no difference too."""
    return difference.low < 0 < difference.high


def _style(difference: Difference) -> str:
    if _is_chance(difference) or abs(difference.mean) <= 1e-9 * max(
        abs(difference.before.mean), abs(difference.after.mean)
    ):
        return ""
    return "green" if is_better(difference.metric, difference.mean) else "yellow"


def accounted(
    report: AnalysisReport, difference: Difference, currency: str, language: Language, limit: int | None = None
) -> Iterator[Styled]:
    """The measures that account for a difference, the greatest part first."""
    metric = difference.metric.label.for_language(language)
    beside = (difference.mean, *(share.difference for share in difference.shares))
    told = shown_difference(difference.metric, difference.mean, language, currency, beside=beside)
    yield Styled(Text(zh=f"  {metric} {told} 来自：", en=f"  {told} of {metric} come from:").for_language(language))
    parts = [(share.difference, report.all_named(share.measures, language)) for share in difference.shares]
    parts = [part for part in parts if abs(part[0]) > 1e-9]
    parts.sort(key=lambda part: -abs(part[0]))
    kept = parts if limit is None or len(parts) <= limit + 1 else parts[:limit]
    rows = [[shown_difference(difference.metric, part, language, currency, beside=beside), name] for part, name in kept]
    if left := parts[len(kept) :]:
        others = Text(zh=f"另外 {len(left)} 项举措", en=many(len(left), "other measure")).for_language(language)
        total = sum(part for part, _ in left)
        rows.append([shown_difference(difference.metric, total, language, currency, beside=beside), others])
    if abs(difference.rest) > 1e-9 * max(1.0, abs(difference.mean)):
        unexplained = Text(zh="未归因", en="no measure explains this").for_language(language)
        rows.append(
            [shown_difference(difference.metric, difference.rest, language, currency, beside=beside), unexplained]
        )
    for line in aligned(rows, left=(1,)) if rows else ():
        yield Styled(f"    {line}")


def _items(report: AnalysisReport, compared: Sequence[Comparison], language: Language) -> Iterator[Styled]:
    """The items, one a line: what matters most before and after."""
    rows = [
        [
            Text(zh="各事项", en="By item").for_language(language),
            *(metric.label.for_language(language) for metric in _IN_TABLE),
        ]
    ]
    for comparison in compared:
        known = {difference.metric: difference for difference in comparison.differences}
        currency = comparison.currency
        cells = [_cell(known.get(metric), currency, language) for metric in _IN_TABLE]
        rows.append([report.named(comparison.item or "", language, 48), *cells])
    for number, line in enumerate(aligned(rows)):
        yield Styled(f"  {line}", "dim" if number == 0 else "")


def _cell(difference: Difference | None, currency: str, language: Language) -> str:
    if difference is None:
        return "–"
    _, before, arrow, after, *_ = _difference(difference, currency, language)
    return f"{before} {arrow} {after}"
