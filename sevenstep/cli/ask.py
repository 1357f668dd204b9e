"""``sevenstep ask``: what is not known yet, for the next workshop."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

from sevenstep.cli.console import as_bytes, encoded, prefix, print_lines, speak, t
from sevenstep.cli.destination import beside_model
from sevenstep.cli.loading import load
from sevenstep.cli.options import Folder, Lang, language_of

SHORT: Final = t(
    zh="列出待确认事项：问谁、决定什么。", en="List the open questions: whom to ask, and what depends on it."
)
HELP: Final = t(
    zh="列出待确认事项：按步骤和对象排列，每项写明决定什么、答案记在何处。可作研讨会的议程。",
    en="List what is not known yet, by step and by whom to ask, each with the decision that depends on it and the "
    "place "
    "where the answer goes: the agenda of a workshop.",
)


class AskFormat(StrEnum):
    """What the questions can be written as."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


As = Annotated[
    AskFormat,
    typer.Option("--format", "-f", help=t(zh="格式：markdown 是一份议程。", en="Format; markdown is an agenda.")),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help=t(zh="写进文件。", en="Write to a file."), show_default=False),
]


Party = Annotated[
    str,
    typer.Option(
        "--party",
        metavar="ID",
        help=t(
            zh="只列问这个参与主体（及其下属）的问题，结论取决于它的在前。",
            en="Only questions to this actor and those that belong to it; those that a verdict depends on come first.",
        ),
        show_default=False,
    ),
]


def ask(
    folder: Folder = Path(),
    form: As = AskFormat.TEXT,
    output: Output = None,
    party: Party = "",
    lang: Lang = None,
) -> None:
    """Run the command."""
    language = speak(language_of(lang))
    from sevenstep import lookup
    from sevenstep.report import questions as report

    target, sources = beside_model(output, folder)
    checked = load(folder)
    found = lookup.questions(checked, party)
    if form is AskFormat.TEXT:
        lines = list(report.text(found, prefix(folder), language))
        if output is None:
            print_lines(lines)
            return
        target.write(as_bytes(lines), sources)
        return
    if form is AskFormat.MARKDOWN:
        written = report.markdown(found, checked.chain.engagement.header.title.for_language(language), language)
    else:
        written = report.as_json(found, language)
    target.write(encoded(written), sources)
