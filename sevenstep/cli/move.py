"""``sevenstep move``: elements to another file."""

from pathlib import Path
from typing import Annotated, Final

import typer

from sevenstep.cli.console import speak, t, waiting
from sevenstep.cli.options import Lang, language_of
from sevenstep.cli.proposals import Diff, DryRun, folder_of, tell
from sevenstep.language import Text, many

SHORT: Final = t(zh="把要素移到项目的另一个文件。", en="Move elements to another file of the engagement.")
HELP: Final = t(
    zh="把要素连同它的注释移到项目的另一个文件；文件和节没有的，就地新建。内容不变，什么也不丢，否则不写。",
    en="Move elements, with the comments that belong to them, to another file of the engagement; the file, and the "
    "section in its place, are made where they are missing. Nothing is lost, or nothing is written.",
)

Ids = Annotated[
    list[str],
    typer.Argument(
        metavar="ID… FILE",
        help=t(zh="要素的编号，最后是文件。", en="Ids of elements, and the file last."),
        show_default=False,
    ),
]


def move(given: Ids, dry_run: DryRun = False, diff: Diff = False, lang: Lang = None) -> None:
    """Run the command."""
    language = speak(language_of(lang))
    *ids, file = given
    if not ids:
        raise typer.BadParameter(
            t(zh="写上要素的编号，最后写文件", en="name the elements by their ids, and the file last")
        )
    from sevenstep import changes

    folder, names = folder_of(Path(file), is_file=True)
    proposal = changes.move(folder, ids, names[0], dry_run=dry_run or diff, tell=waiting)
    done = (
        Text(zh=f"{len(ids)} 个要素移到 {names[0]}", en=f"{many(len(ids), 'element')} moved to {names[0]}")
        if proposal
        else Text(zh=f"已经都在 {names[0]} 里", en=f"All of it is in {names[0]} already")
    )
    tell(proposal, folder, done, language, written=not (dry_run or diff), diff=diff)
