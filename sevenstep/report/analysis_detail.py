"""One flow or one item of an analysis in detail, for a person at a terminal."""

from collections.abc import Iterator

from rich.text import Text as Styled

from sevenstep.analysis.results import Difference, FlowMetrics, RequiredWork
from sevenstep.analysis.wording import TIMES, reach, shown, shown_error, shown_hours, shown_number
from sevenstep.language import Language, Text, joined
from sevenstep.model.choices import Metric, Variant
from sevenstep.model.step7_flows import Flow
from sevenstep.report.analysis_compare import accounted, differences, told_of
from sevenstep.report.analysis_evaluations import of_item
from sevenstep.report.analysis_findings import findings
from sevenstep.report.analysis_report import PARTLY, SECTION, AnalysisReport
from sevenstep.report.table import aligned, cut
from sevenstep.report.terminal import shown as visible

_TOLD_BY_MEASURE = TIMES | {Metric.COST, Metric.HANDOFFS, Metric.REENTRIES, Metric.REWORK_PROBABILITY}
_METRIC_HEADS = (
    Text(zh="度量", en="Metric"),
    Text(zh="均值", en="mean"),
    Text(zh="模拟误差", en="error of simulation"),
    Text(zh="半数低于", en="half below"),
    Text(zh="九成低于", en="9 of 10 below"),
    Text(zh="算法", en="how"),
)
_STEP_HEADS = (
    Text(zh="步骤", en="Step"),
    Text(zh="次数", en="times"),
    Text(zh="办理", en="work"),
    Text(zh="等待", en="waiting"),
    Text(zh="成本", en="cost"),
)


def flow(report: AnalysisReport, element: str, language: Language) -> Iterator[Styled]:
    """All metrics of a flow, where its time goes step by step, and what is found there."""
    yield Styled(_flow_title(report, element, language), "bold")
    found = report.analysis.metrics.get(element)
    if found is None:
        reasons = (gone.reason for gone in report.analysis.unanalysed if gone.flow == element)
        for reason in reasons:
            text = Text(zh="  未能计算：{}", en="  Could not be computed: {}").for_language(language)
            yield Styled(text.replace("{}", visible(reason.for_language(language))), "yellow")
        return
    yield from _metrics(found, language)
    yield Styled("")
    yield from _steps(report, found, language)
    if (work := report.analysis.required.get(element)) is not None:
        yield from _for_regulations(report, work, language)
    touching = [
        finding
        for finding in report.analysis.findings
        if any(f"{touched}/".startswith(f"{element}/") for touched in finding.touches)
    ]
    if touching:
        yield Styled("")
        yield from findings(report, touching, language, None)
    yield Styled("")
    yield Styled(_cases(found).for_language(language), "dim")


def _flow_title(report: AnalysisReport, element: str, language: Language) -> str:
    variant = report.variant(element)
    name = report.named(element, language, 100)
    return f"{name} · {variant.label.for_language(language)}" if variant is not None else name


def _metrics(found: FlowMetrics, language: Language) -> Iterator[Styled]:
    """All metrics with how they were found; then what some of them leave out, and why others are unknown."""
    rows = [[head.for_language(language) for head in _METRIC_HEADS]]
    rows += [_metric(metric, found, language) for metric in Metric if metric in found.values]
    for number, line in enumerate(aligned(rows)):
        yield Styled(f"  {line}", "dim" if number == 0 else "")
    yield from told_of(found.notes, Text(zh="注意", en="Note"), language)
    yield from told_of(found.reasons, Text(zh="无法计算", en="Not known"), language, "yellow")


def _metric(metric: Metric, found: FlowMetrics, language: Language) -> list[str]:
    value = found.values[metric]
    half = reach(value)
    beside = [number for number in (value.mean, value.p50, value.p90) if number is not None]

    def said(number: float | None) -> str:
        return "" if number is None else shown(metric, number, language, found.currency, beside=beside, half=half)

    return [
        metric.label.for_language(language),
        said(value.mean),
        shown_error(metric, half, language, found.currency, beside=[value.mean]),
        said(value.p50),
        said(value.p90),
        (PARTLY if metric in found.notes else value.method.label).for_language(language),
    ]


def _steps(report: AnalysisReport, found: FlowMetrics, language: Language) -> Iterator[Styled]:
    """The steps that take time or money, in the order of the flow; the one that takes most of the time stands out."""
    known = {
        name: step
        for name, step in found.steps.items()
        if step.processing or step.waiting or step.cost or step.emissions
    }
    if not known:
        return
    most = max(known, key=lambda name: known[name].processing + known[name].waiting)
    emits = Metric.EMISSIONS in found.values
    heads = (*_STEP_HEADS, Metric.EMISSIONS.label) if emits else _STEP_HEADS
    rows = [[head.for_language(language) for head in heads]]
    for name, step in known.items():
        title = cut(report.title(f"{found.flow}/{name}", language), 40)
        times = [shown_hours(hours, language) if hours else "–" for hours in (step.processing, step.waiting)]
        cost = shown_number(step.cost, found.currency, language) if step.cost else "–"
        emitted = [shown(Metric.EMISSIONS, step.emissions, language) if step.emissions else "–"] if emits else []
        rows.append([f"{title} ({name})", shown_number(step.visits, "", language), *times, cost, *emitted])
    for line, name in zip(aligned(rows), ("", *known), strict=True):
        yield Styled(f"  {line}", "dim" if not name else "bold" if name == most else "")


def _for_regulations(report: AnalysisReport, work: RequiredWork, language: Language) -> Iterator[Styled]:
    """What is done only for regulations: the steps, what they take a case, and for which."""
    taken = [
        Text(zh=f"办理 {shown_hours(work.processing, 'zh')}", en=f"work {shown_hours(work.processing, 'en')}")
        if work.processing
        else None,
        Text(zh=f"等待 {shown_hours(work.waiting, 'zh')}", en=f"waiting {shown_hours(work.waiting, 'en')}")
        if work.waiting
        else None,
        Text(
            zh=f"成本 {shown_number(work.cost, work.currency, 'zh')}",
            en=f"cost {shown_number(work.cost, work.currency, 'en')}",
        )
        if work.cost
        else None,
    ]
    said = joined([one for one in taken if one is not None], zh="，").for_language(language)
    titles = joined([report.chain.elements[step].title for step in work.steps]).for_language(language)
    named = report.all_named(work.regulations, language)
    text = Text(zh="  只因法规标准而做（{}）：{}", en="  Done only for regulations ({}): {}").for_language(language)
    yield Styled(text.format(named, visible(titles)))
    if said:
        yield Styled(Text(zh="    每件：{}", en="    a case: {}").for_language(language).format(said))


def _cases(found: FlowMetrics) -> Text:
    if not found.cases:
        return Text(
            zh="全部由结构直接解出，没有模拟。", en="All of it follows from the structure; nothing was simulated."
        )
    return Text(
        zh=f"模拟了 {found.cases:,} 件业务；精确的均值没有误差，分位数都来自模拟。",
        en=f"{found.cases:,} cases were simulated; exact means have no error, the percentiles come from the cases.",
    )


def _is_shared(difference: Difference) -> bool:
    """Whether there is something to tell apart in a difference."""
    return len(difference.shares) > 1 or (bool(difference.shares) and abs(difference.rest) > 1e-9)


def item(report: AnalysisReport, element: str, language: Language) -> Iterator[Styled]:
    """An item: its verdicts; as is and to be, every metric, and the measures that account for the differences."""
    yield Styled(report.named(element, language, 100), "bold")
    if element in report.analysis.evaluations:
        yield from of_item(report.analysis.evaluations[element], language)
        yield Styled("")
    compared = next((comparison for comparison in report.analysis.comparisons if comparison.item == element), None)
    if compared is None:
        yield from _not_compared(report, element, language)
        return
    flows = report.all_named((*compared.before, *compared.after), language)
    yield Styled(Text(zh=f"  流程：{flows}", en=f"  Flows: {flows}").for_language(language), "dim")
    yield from differences(report, compared, language)
    currency = compared.currency
    several = [
        difference for difference in compared.differences if abs(difference.mean) > 1e-9 and _is_shared(difference)
    ]
    told = [difference for difference in several if difference.metric in _TOLD_BY_MEASURE]
    if told:
        title = Text(
            zh="哪项举措带来的（按书写次序逐项施加）",
            en="Which measure does it (applied one by one, in the order written)",
        )
        yield Styled("")
        yield Styled(title.for_language(language), SECTION)
        for difference in told:
            yield from accounted(report, difference, currency, language)
    elif shares := next((difference.shares for difference in compared.differences if difference.shares), ()):
        named = report.all_named(shares[0].measures, language)
        yield Styled(Text(zh=f"  都来自举措 {named}", en=f"  All of it comes from {named}").for_language(language))


def _not_compared(report: AnalysisReport, element: str, language: Language) -> Iterator[Styled]:
    """Why an item has no comparison: a flow is missing, or cannot be computed."""
    flows = [flow for flow in report.chain.holders(element, "details") if isinstance(flow, Flow)]
    for variant in Variant:
        if not any(flow.variant == variant for flow in flows):
            text = variant.label.inserted_into(
                zh="  没有可比的流程：缺{}流程", en="  Nothing to compare: it has no flow {}"
            )
            yield Styled(text.for_language(language), "yellow")
    for gone in report.analysis.unanalysed:
        if any(flow.id == gone.flow for flow in flows):
            named = report.named(gone.flow, language)
            reason = visible(gone.reason.for_language(language))
            text = Text(
                zh=f"  没有可比的流程：{named}无法计算：{reason}",
                en=f"  Nothing to compare: {named} could not be computed: {reason}",
            )
            yield Styled(text.for_language(language), "yellow")
