"""Computed findings for a person at a terminal."""

from collections import Counter
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
    """The findings by type and rule: with a limit a line a type with its commonest kinds, else each with its
    evidence."""
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
    if limit is None:
        for finding in ranked:
            yield from _finding(report, finding, language)
        return
    for kind, of_type in groupby(ranked, key=lambda finding: finding.type):
        yield Styled(f"  {_of_type(kind, list(of_type), limit, language)}")


def _of_type(kind: FindingType, found: list[ComputedFinding], limit: int, language: Language) -> str:
    """The rules of a type, the commonest first, and how many there are besides."""
    titles = {finding.code: finding.title for finding in found}
    counts = Counter(finding.code for finding in found).most_common()
    told = [
        f"{code} {visible(titles[code].for_language(language))}{f' ×{count}' if count > 1 else ''}"
        for code, count in counts[:limit]
    ]
    if rest := counts[limit:]:
        kinds, left = len(rest), sum(count for _, count in rest)
        more = Text(zh=f"另有 {kinds} 类 {left} 个", en=f"{left} more of {many(kinds, 'other kind')}")
        told.append(more.for_language(language))
    colon, comma = ("：", "，") if language == "zh" else (": ", ", ")
    return f"{kind.label.for_language(language)}{colon}{comma.join(told)}"


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
