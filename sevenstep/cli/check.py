"""``sevenstep check``: is the engagement sound?"""

from typing import Annotated, Final

import typer

from sevenstep.cli.console import prefix, print_lines, said, speak
from sevenstep.cli.failure import FOUND_ERRORS
from sevenstep.cli.options import Folder, Lang, language_of

SHORT: Final = said(
    zh="检查模型，列出每个问题的位置和改法。", en="Check the model; report every problem with its place and remedy."
)
HELP: Final = said(
    zh="检查模型：读取每个文件，把每个问题连同位置和改法列出来。",
    en="Check the model: read every file and report every problem with its place and its remedy.",
)


Strict = Annotated[
    bool,
    typer.Option("--strict", help=said(zh="警告也算错误。", en="Let warnings count as errors.")),
]
Limit = Annotated[
    int,
    typer.Option(
        "--limit",
        min=0,
        help=said(zh="最多列出几个问题，0 为全部。", en="Show at most so many problems; 0 shows all."),
    ),
]


def check(folder: Folder, strict: Strict = False, limit: Limit = 50, lang: Lang = None) -> None:
    """Run the command."""
    language = speak(language_of(lang))
    from sevenstep import pipeline
    from sevenstep.chain.coverage import coverage
    from sevenstep.report import text

    checked = pipeline.check(folder)
    chain = checked.chain
    print_lines(text.problems(checked.problems, checked.documents, prefix(folder), language, limit or None))
    steps = coverage(chain)
    print_lines(text.state_of_chain(steps, language))
    relations = sum(1 for _ in chain.links())
    elements = sum(one.elements for one in steps)
    print_lines([text.verdict(checked.errors, checked.warnings, elements, relations, language)])
    if checked.errors or (strict and checked.warnings):
        raise typer.Exit(FOUND_ERRORS)
