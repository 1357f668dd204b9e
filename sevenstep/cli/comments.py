"""``sevenstep comments``: what reviewers said on the site, taken into the model's folder."""

from pathlib import Path
from typing import Annotated, Final

import typer

from sevenstep.cli.console import print_lines, speak, t, waiting
from sevenstep.cli.options import Folder, Lang, language_of

HELP: Final = t(zh="评审人在站点上提出的意见：导入、列出。", en="What reviewers said on the site: import it, list it.")
app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

Files = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE...",
        help=t(zh="评审人下载并发来的意见文件（JSON）。", en="Files that reviewers downloaded and sent (JSON)."),
        show_default=False,
    ),
]
Into = Annotated[
    Path,
    typer.Option(
        "--folder",
        help=t(zh="项目文件夹（默认当前文件夹）。", en="The engagement's folder (default: this one)."),
        show_default=False,
    ),
]
DryRun = Annotated[
    bool,
    typer.Option(
        "--dry-run", help=t(zh="只列出将导入的内容，不写文件。", en="Only show what would be imported; write nothing.")
    ),
]
Every = Annotated[
    bool, typer.Option("--all", help=t(zh="连同意的和处理过的一起列出。", en="Agreements and settled notes too."))
]


@app.command(
    "import",
    help=t(
        zh="把意见导入为模型旁边的评审记录（review/notes.yaml）；同一条不会重复。"
        "处理完一条，在它下面写 settled: 处理结果。",
        en="Take comments into the model's folder as review notes (review/notes.yaml); none is imported twice. "
        "When one is settled, write below it: settled: how.",
    ),
    short_help=t(zh="导入意见文件。", en="Import files of comments."),
)
def take(files: Files, folder: Into = Path(), dry_run: DryRun = False, lang: Lang = None) -> None:
    """Run the command."""
    language = speak(language_of(lang))
    from sevenstep import pipeline
    from sevenstep.report import review_notes

    done = pipeline.import_comments(folder, files, dry_run=dry_run, tell=waiting)
    print_lines(review_notes.added(done.added, done.known, str(done.file), language, written=not dry_run))
    print_lines(review_notes.apart(done.missing, done.other_version, language))


@app.command(
    "list",
    help=t(zh="按要素列出未处理意见。", en="List the notes that are open, by element."),
)
def listed(folder: Folder = Path(), every: Every = False, lang: Lang = None) -> None:
    """Run the command."""
    language = speak(language_of(lang))
    from sevenstep import pipeline
    from sevenstep.report import review_notes

    print_lines(review_notes.listed(pipeline.check(folder).chain.engagement, language, every=every))
