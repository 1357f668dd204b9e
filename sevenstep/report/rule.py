"""What a rule asks for and why, for a person at a terminal: its example is checked on the spot."""

from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.text import Text as Styled

from sevenstep.checking.check import Checked
from sevenstep.checking.example import example_text
from sevenstep.diagnostic import RuleInfo
from sevenstep.language import Language, Text
from sevenstep.report.text import problems
from sevenstep.ruleset.selectors import always


def lines(info: RuleInfo, bad: Checked, language: Language) -> Iterator[Styled]:
    """One rule: what it asks for, why, an example that breaks it with the message, and one that passes."""
    yield Styled(f"{info.code} {info.name}  {info.title.for_language(language)}", "bold")
    yield Styled(f"  {_severity(info, language)}", "dim")
    yield Styled("")
    yield Styled(info.reason.for_language(language))
    if info.decision is not None:
        yield Styled(info.decision.for_language(language))
    if not info.bad:
        return
    yield Styled("")
    yield Styled(Text(zh="不通过的例子", en="An example that breaks it").for_language(language), "bold")
    yield from _indented(info.bad)
    yield Styled("")
    own = bad.located(problem for problem in bad.found if problem.rule.code == info.code)
    yield from problems(own, bad.documents, "", language, None)
    yield Styled(Text(zh="通过的例子", en="An example that passes").for_language(language), "bold")
    yield from _indented(info.good)
    yield Styled("")
    yield Styled(_settings(info).for_language(language), "dim")


def table(infos: Iterable[RuleInfo], language: Language) -> Iterator[Styled]:
    """All rules, a line each."""
    rows = [(info.code, _severity(info, language), info.name, info.title.for_language(language)) for info in infos]
    widths = [max(cell_len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        cells = [cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=False)]
        yield Styled("  ".join([*cells, row[3]]))


def _severity(info: RuleInfo, language: Language) -> str:
    word = info.severity.label.for_language(language)
    return word if info.on else Text(zh=f"{word}（默认关闭）", en=f"{word} (off)").for_language(language)


def _indented(example: str) -> Iterator[Styled]:
    for line in example_text(example).rstrip("\n").split("\n"):
        yield Styled(f"    {line}", "cyan")


def _settings(info: RuleInfo) -> Text:
    if always(info):
        return Text(zh="这条规则不能关闭，也不能接受。", en="This rule can be neither switched off nor accepted.")
    switch = f"check: {{ignore: [{info.code}]}}" if info.on else f"check: {{select: [{info.code}]}}"
    zh, en = ("关闭", "Switch it off") if info.on else ("打开", "Switch it on")
    return Text(
        zh=f"{zh}：在 engagement.yaml 写 {switch}。在一个要素上接受：accepted: {{{info.code}: 理由}}。",
        en=f"{en}: {switch} in engagement.yaml. Accept it on one element: accepted: {{{info.code}: reason}}.",
    )
