"""``sevenstep ledger``: the projects, row by row, on the screen or as a table."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

from sevenstep.cli.console import as_bytes, encoded, print_lines, speak, t
from sevenstep.cli.destination import beside_model
from sevenstep.cli.loading import load
from sevenstep.cli.options import Folder, Lang, language_of

SHORT: Final = t(zh="列出项目台账。", en="List the ledger of projects.")
HELP: Final = t(
    zh="列出项目台账：谁牵头，何时，多少钱，进展如何，下一个里程碑；可以导出成表格。",
    en="List the ledger of projects: led by whom, when, for how much, how it stands, what comes next; or write it as a "
    "table.",
)


class LedgerFormat(StrEnum):
    """What the ledger can be written as."""

    TEXT = "text"
    CSV = "csv"


As = Annotated[
    LedgerFormat,
    typer.Option("--format", "-f", help=t(zh="格式：csv 是全部栏目的表格。", en="Its form; csv has all columns.")),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help=t(zh="写进文件。", en="Write to a file."), show_default=False),
]


def ledger(folder: Folder = Path(), form: As = LedgerFormat.TEXT, output: Output = None, lang: Lang = None) -> None:
    """Run the command."""
    language = speak(language_of(lang))
    from sevenstep.report import ledger as report

    target, sources = beside_model(output, folder)
    chain = load(folder).chain
    if form is LedgerFormat.TEXT:
        lines = list(report.lines(chain, language))
        if output is None:
            print_lines(lines)
            return
        target.write(as_bytes(lines), sources)
        return
    target.write(encoded(report.render(chain, language)), sources)
