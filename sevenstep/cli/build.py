"""``sevenstep build``: the site."""

import os
from pathlib import Path
from typing import Annotated, Final

import typer

from sevenstep.cli.console import prefix, print_lines, speak, t
from sevenstep.cli.destination import folder_named
from sevenstep.cli.failure import FOUND_ERRORS
from sevenstep.cli.loading import load
from sevenstep.cli.options import Engine, Folder, For, Lang, edition_of, engine_of, language_of

SHORT: Final = t(zh="检查、画图并发布站点。", en="Check, draw and publish the site.")
HELP: Final = t(
    zh="检查、画图并发布站点：整站替换，失败时旧站点原样保留。",
    en="Check, draw and publish the site: the old one is replaced as a whole, or stays as it was.",
)


Out = Annotated[
    Path,
    typer.Option(
        "--out",
        "-o",
        help=t(zh="站点写到哪个文件夹。", en="The folder that becomes the site."),
    ),
]
Draft = Annotated[
    bool,
    typer.Option(
        "--draft",
        help=t(
            zh="有错误也发布；站点上列出问题。",
            en="Publish although there are errors; the site lists them.",
        ),
    ),
]


Since = Annotated[
    Path | None,
    typer.Option(
        "--since",
        help=t(
            zh="与哪个旧模型（或旧站点）的文件夹比较；不写就与被替换的站点的上一版比较。",
            en="An older model's folder, or an older site's, to compare with; otherwise the last version of the site.",
        ),
    ),
]


def build(
    folder: Folder,
    out: Out = Path("out/site"),
    draft: Draft = False,
    since: Since = None,
    edition: For = None,
    engine: Engine = None,
    lang: Lang = None,
) -> None:
    """Run the command."""
    language = speak(language_of(lang))
    from rich.text import Text as Styled

    from sevenstep import pipeline
    from sevenstep.checking.check import ModelHasErrors
    from sevenstep.cli.progress import progress
    from sevenstep.publishing.site.atomic_folder import look_at_folder
    from sevenstep.report import text
    from sevenstep.source.guard import keep_tree

    keep_tree(folder, folder_named(out))
    look_at_folder(out)
    checked = load(folder)
    shown = [problem for problem in checked.problems if problem.diagnostic.is_error]
    try:
        with progress() as tell:
            site = pipeline.publish(
                checked,
                out,
                draft=draft,
                edition=edition_of(edition),
                engine=engine_of(engine),
                progress=tell,
                processes=os.cpu_count() or 1,
                since=since,
            )
    except ModelHasErrors:
        print_lines(text.problems(shown, checked.documents, prefix(folder), language, 50))
        print_lines([Styled(text.not_published(len(shown), out, language), "bold red")], stderr=True)
        raise typer.Exit(FOUND_ERRORS) from None
    print_lines([Styled(text.published(site.pages, site.pictures, out, language), "bold green")])
