"""What a rule for findings looks for, for a person at a terminal."""

from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.text import Text as Styled

from sevenstep.analysis.findings.rule import FindingRule
from sevenstep.analysis.findings.thresholds import ThresholdInfo
from sevenstep.language import Language, Text
from sevenstep.model.quantity import plain_number


def lines(rule: FindingRule, language: Language) -> Iterator[Styled]:
    """One rule: what it finds, what that means, what helps, from where on, and how to take it up or accept it."""
    yield Styled(f"{rule.code} {rule.name}  {rule.title.for_language(language)}", "bold")
    yield Styled(f"  {_kind(rule, language)}", "dim")
    yield Styled("")
    yield Styled(rule.meaning.for_language(language))
    yield Styled(rule.advice.for_language(language))
    for threshold in rule.thresholds:
        yield Styled("")
        yield Styled(_from(threshold, language), "bold")
        yield Styled(f"  {threshold.reason.for_language(language)}")
        yield Styled(
            f"  analysis: {{thresholds: {{{threshold.name}: {{value: {_value(threshold)}, reason: …}}}}}}", "cyan"
        )
    yield Styled("")
    yield Styled(_usage(rule).for_language(language), "dim")


def table(rules: Iterable[FindingRule], language: Language) -> Iterator[Styled]:
    """All rules for findings, a line each."""
    rows = [(rule.code, _kind(rule, language), rule.name, rule.title.for_language(language)) for rule in rules]
    widths = [max(cell_len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        cells = [cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=False)]
        yield Styled("  ".join([*cells, row[3]]))


def _kind(rule: FindingRule, language: Language) -> str:
    return f"{rule.type.label.for_language(language)} · {rule.weight.label.for_language(language)}"


def _from(threshold: ThresholdInfo, language: Language) -> str:
    title = threshold.title.for_language(language)
    return f"{title}：超过 {_value(threshold)}" if language == "zh" else f"{title}: above {_value(threshold)}"


def _value(threshold: ThresholdInfo) -> str:
    return f"{plain_number(threshold.value * 100)}%" if threshold.is_share else plain_number(threshold.value)


def _usage(rule: FindingRule) -> Text:
    take_up = f"findings: {{id: {{rule: {rule.code}, touches: …}}}}"
    accept = f"accepted: {{{rule.code}: …}}"
    return Text(
        zh=f"写成自己的发现：{take_up}；认可它，写明理由：{accept}。",
        en=f"Take it up: {take_up}; live with it, and say why: {accept}.",
    )
