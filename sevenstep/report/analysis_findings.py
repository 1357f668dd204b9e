"""Computed findings for a person at a terminal."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.text import Text as Styled

from sevenstep.analysis.results import ComputedFinding
from sevenstep.language import Language, Text, many
from sevenstep.model.choices import FindingType
from sevenstep.report.analysis_report import SECTION, AnalysisReport
from sevenstep.report.terminal import shown as visible


def findings(
    report: AnalysisReport, found: Sequence[ComputedFinding], language: Language, limit: int | None
) -> Iterator[Styled]:
    """The findings by type and rule: with a limit one line a rule, else each with its evidence."""
    if not found:
        return
    order = {name: number for number, name in enumerate(FindingType)}
    ranked = sorted(found, key=lambda finding: (order[finding.type], finding.code))
    counts = {name: sum(finding.type == name for finding in ranked) for name in FindingType}
    told = [
        Text(
            zh=f"{count} 个{name.label.for_language('zh')}", en=many(count, name.label.for_language("en"))
        ).for_language(language)
        for name, count in counts.items()
        if count
    ]
    head = Text(zh="发现：", en="Findings: ").for_language(language) + ("，" if language == "zh" else ", ").join(told)
    if open_ := sum(not _is_answered(finding) for finding in ranked):
        more = Text(zh=f"（{open_} 个尚无举措）", en=f" ({open_} without a measure yet)")
        head += more.for_language(language)
    yield Styled(head, SECTION)
    for code, of_rule in groupby(ranked, key=lambda finding: finding.code):
        together = list(of_rule)
        if limit is None:
            for finding in together:
                yield from _finding(report, finding, language)
        else:
            yield Styled(f"  {_rule_line(report, code, together, language)}")


def _rule_line(report: AnalysisReport, code: str, found: list[ComputedFinding], language: Language) -> str:
    first = found[0]
    where = [report.named(finding.touches[0], language, 44) for finding in found[:2]]
    listed = ("、" if language == "zh" else ", ").join(where)
    more = Text(zh=" 等", en=" …").for_language(language) if len(found) > 2 else ""
    kind = first.type.label.for_language(language)
    times = f" ×{len(found)}" if len(found) > 1 else ""
    colon = "：" if language == "zh" else ": "
    return f"{kind} {code} {visible(first.title.for_language(language))}{times}{colon}{listed}{more}"


def _finding(report: AnalysisReport, finding: ComputedFinding, language: Language) -> Iterator[Styled]:
    yield Styled(
        f"  {finding.type.label.for_language(language)} {finding.code} {visible(finding.title.for_language(language))}",
        "bold",
    )
    yield Styled(f"    {visible(finding.message.for_language(language))}")
    for fact in finding.facts:
        colon = "：" if language == "zh" else ": "
        yield Styled(
            f"      {visible(fact.what.for_language(language))}{colon}{visible(fact.value.for_language(language))}",
            "dim",
        )
    if finding.measures:
        named = report.all_named(finding.measures, language)
        yield Styled(Text(zh=f"    → 举措：{named}", en=f"    → answered by {named}").for_language(language), "green")
    elif finding.accepted is not None:
        reason = visible(finding.accepted.for_language(language))
        yield Styled(Text(zh=f"    已接受：{reason}", en=f"    accepted: {reason}").for_language(language), "dim")


def _is_answered(finding: ComputedFinding) -> bool:
    return bool(finding.measures) or finding.accepted is not None
