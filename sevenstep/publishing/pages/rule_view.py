"""The rules as a page shows them: what is checked, why, and an example each way."""

from dataclasses import dataclass

from sevenstep.checking.example import example_body
from sevenstep.diagnostic import RuleInfo
from sevenstep.language import Text
from sevenstep.method import FRAMES, STEPS
from sevenstep.publishing.context import Context


@dataclass(frozen=True, slots=True)
class RuleView:
    """One rule; `found` counts the violations of it in this model."""

    code: str
    name: str
    severity: str
    word: str
    on: bool
    title: str
    reason: str
    decision: str
    bad: str
    good: str
    found: int


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """The rules of reading, of a step, of the whole chain, or of third parties."""

    title: str
    anchor: str
    rules: tuple[RuleView, ...]


_READING = Text(zh="读取", en="Reading")
_WHOLE = Text(zh="整条链", en="The whole chain")
_OTHERS = Text(zh="另外安装的规则", en="Rules installed besides")


def rule_view(context: Context) -> tuple[RuleGroup, ...]:
    """Every rule there is, by what it looks at."""
    groups: dict[str, list[RuleView]] = {}
    for info in context.rules:
        groups.setdefault(_group(info), []).append(_view(context, info))
    return tuple(
        RuleGroup(context.said(_title(anchor)), f"rules-{anchor}", tuple(found)) for anchor, found in groups.items()
    )


def _group(info: RuleInfo) -> str:
    letter, number = info.code[:1], info.code[1:]
    if letter not in {"S", "A"} or not number.isdecimal():
        return "others"
    return number[0] if letter == "S" else f"A{number[0]}"


def _title(anchor: str) -> Text:
    if anchor == "0":
        return _READING
    if anchor == "8":
        return _WHOLE
    if anchor == "others":
        return _OTHERS
    number = int(anchor.removeprefix("A")) - 1
    return (FRAMES if anchor.startswith("A") else STEPS)[number].name


def _view(context: Context, info: RuleInfo) -> RuleView:
    severity = context.severities.get(info.code, info.severity)
    return RuleView(
        code=info.code,
        name=info.name,
        severity=severity.value,
        word=context.said(severity.label),
        on=info.on,
        title=context.said(info.title),
        reason=context.said(info.reason),
        decision=context.said(info.decision),
        bad=example_body(info.bad) if info.bad else "",
        good=example_body(info.good) if info.good else "",
        found=context.violations[info.code],
    )
