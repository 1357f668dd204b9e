"""``sevenstep explain``: what a rule asks for, and why."""

from typing import Annotated, Final

import typer

from sevenstep.cli.console import print_lines, speak, t
from sevenstep.cli.options import Lang, language_of

SHORT: Final = t(zh="解释一条规则，或列出所有规则。", en="Explain a rule, or list all of them.")
HELP: Final = t(
    zh="解释一条规则：要求、理由、正反两例，以及如何关闭或接受。不写代码则列出所有规则。",
    en="Explain a rule: what it asks for, why, an example each way, how to switch it off. Without a code: list all.",
)

Code = Annotated[
    str | None,
    typer.Argument(
        metavar="[CODE]", help=t(zh="规则的代码或名称。", en="Code or name of the rule."), show_default=False
    ),
]


def explain(code: Code = None, lang: Lang = None) -> None:
    """Run the command."""
    language = speak(language_of(lang))
    from sevenstep.report import explain as report

    print_lines(report.table(language) if code is None else report.lines(code, language))
