"""``sevenstep pdf``: the whole analysis to be printed or sent."""

from pathlib import Path
from typing import Annotated, Final

import typer

from sevenstep.cli.console import prefix, print_lines, speak, t
from sevenstep.cli.destination import beside_model
from sevenstep.cli.failure import FOUND_ERRORS
from sevenstep.cli.loading import load
from sevenstep.cli.options import Engine, Folder, Lang, engine_of, language_of
from sevenstep.language import Text

SHORT: Final = t(zh="把整个分析打印成 PDF。", en="Print the whole analysis as a PDF.")
HELP: Final = t(
    zh="把整个分析打印成一个 PDF：目录、七个步骤、编号的图和表。需要本机有 Chrome、Edge 或 Chromium。",
    en="Print the whole analysis as one PDF: contents, seven steps, numbered figures, tables. Needs Chrome, Edge or "
    "Chromium on this machine.",
)
Out = Annotated[Path, typer.Option("--out", "-o", help=t(zh="PDF 文件。", en="The PDF file."))]


def pdf(folder: Folder, out: Out = Path("out/analysis.pdf"), engine: Engine = None, lang: Lang = None) -> None:
    """Run the command."""
    language = speak(language_of(lang))
    from rich.text import Text as Styled

    from sevenstep import pipeline
    from sevenstep.checking.check import ModelHasErrors
    from sevenstep.cli.progress import progress
    from sevenstep.report import text

    target, sources = beside_model(out, folder)
    checked = load(folder)
    try:
        with progress() as tell:
            made = pipeline.pdf(checked, language=language, engine=engine_of(engine), progress=tell)
    except ModelHasErrors:
        shown = [problem for problem in checked.problems if problem.diagnostic.is_error]
        print_lines(text.problems(shown, checked.documents, prefix(folder), language, 50))
        print_lines([Styled(text.not_published(len(shown), out, language), "bold red")], stderr=True)
        raise typer.Exit(FOUND_ERRORS) from None
    target.write(made, sources)
    if target.path is not None:
        print_lines([Styled(Text(zh=f"已写成 {out}", en=f"Written to {out}").for_language(language), "bold green")])
