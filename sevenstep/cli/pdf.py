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
    zh="把整个分析打印成一个 PDF：封面、带页码的目录、一页摘要、七个步骤、编号的图和表。"
    "加 --story 只打印导览，一站一页；不写 --lang 用项目的第一种语言。需要本机有 Chrome、Edge 或 Chromium。",
    en="Print the whole analysis as one PDF: cover, contents with page numbers, a summary of one page, seven steps, "
    "numbered figures, tables; with --story only the tour, a stop a page. Without --lang in the engagement's first "
    "language. Needs Chrome, Edge or Chromium on this machine.",
)
Story = Annotated[
    bool,
    typer.Option(
        "--story",
        help=t(zh="只要汇报用的短册：导览的各站，一站一页。", en="Only the short pack: the tour, a stop a page."),
    ),
]
Out = Annotated[Path, typer.Option("--out", "-o", help=t(zh="PDF 文件。", en="The PDF file."))]


def pdf(
    folder: Folder,
    out: Out = Path("out/analysis.pdf"),
    story: Story = False,
    engine: Engine = None,
    lang: Lang = None,
) -> None:
    """Run the command."""
    asked = language_of(lang)
    language = speak(asked)
    from rich.text import Text as Styled

    from sevenstep import pipeline
    from sevenstep.checking.check import ModelHasErrors
    from sevenstep.cli.progress import progress
    from sevenstep.report import text

    target, sources = beside_model(out, folder)
    checked = load(folder)
    try:
        with progress() as tell:
            made = pipeline.pdf(checked, language=asked, story=story, engine=engine_of(engine), progress=tell)
    except ModelHasErrors:
        shown = [problem for problem in checked.problems if problem.diagnostic.is_error]
        print_lines(text.problems(shown, checked.documents, prefix(folder), language, 50))
        print_lines([Styled(text.not_printed(len(shown), out, language), "bold red")], stderr=True)
        raise typer.Exit(FOUND_ERRORS) from None
    target.write(made, sources)
    if target.path is not None:
        print_lines([Styled(Text(zh=f"已写成 {out}", en=f"Written to {out}").for_language(language), "bold green")])
