"""What commands that change a model's files share: the diff, the dry run, and what has been done, in a sentence."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sevenstep.cli.console import prefix, print_lines, t
from sevenstep.failure import Failure
from sevenstep.language import Language, Text, many

if TYPE_CHECKING:
    from sevenstep.authoring.proposal import Proposal

DryRun = Annotated[
    bool,
    typer.Option("--dry-run", help=t(zh="只说会怎样改，不写文件。", en="Say what would change, and write nothing.")),
]
Diff = Annotated[
    bool,
    typer.Option(
        "--diff", help=t(zh="逐行显示会怎样改，不写文件。", en="Show every line that would change, and write nothing.")
    ),
]
Model = Annotated[
    Path,
    typer.Argument(
        metavar="FOLDER",
        help=t(
            zh="项目文件夹（里面有 engagement.yaml）；不写就是当前文件夹。",
            en="The engagement's folder (it holds engagement.yaml); left out, this one.",
        ),
        show_default=False,
    ),
]


def folder_of(where: Path, *, is_file: bool = False) -> tuple[Path, tuple[str, ...]]:
    """The folder of the engagement, and the file of it that is named, if it is one; raises Failure.

    With `is_file`, what is named is a file, whether it is there or not.
    """
    if not is_file and not where.is_file():
        return where, ()
    from sevenstep.source.files import HEADER_FILE

    parents = (where.parent, *where.parent.parents) if where.is_absolute() else _above(where)
    for folder in parents:
        if (folder / HEADER_FILE).is_file():
            name = os.path.relpath(where.absolute(), folder.absolute()).replace(os.sep, "/")
            return folder, (name,)
    raise Failure(
        Text(zh=f"{where} 不在任何项目文件夹里", en=f"{where} lies in no engagement's folder"),
        Text(
            zh=f"给出 {HEADER_FILE} 所在文件夹里的文件",
            en=f"Name a file in a folder that holds {HEADER_FILE}, or below it",
        ),
    )


def _above(where: Path) -> list[Path]:
    """The folders from that of the file up to this one, and those above it."""
    here = Path.cwd()
    return [where.parent, *(above for above in where.parent.parents), *here.parents]


def tell(proposal: "Proposal", folder: Path, done: Text, language: Language, *, written: bool, diff: bool) -> None:
    """Print what changes: every line of it with `diff`, else each file; `done` is what has been done."""
    from rich.text import Text as Styled

    from sevenstep.report import text

    if diff:
        print_lines(text.difference(proposal.changes, prefix(folder)))
    else:
        print_lines(
            Styled(f"{prefix(folder)}{change.file}: {_change(change.before, change.after, language)}")
            for change in proposal.changes
        )
    would = Text(zh="（只是试算，没有写文件）", en=" (a trial: nothing is written)")
    said = done.for_language(language) + ("" if written else would.for_language(language))
    print_lines([Styled(said)], stderr=diff)


def _change(before: str | None, after: str | None, language: Language) -> str:
    if before is None:
        return Text(zh="新文件", en="new").for_language(language)
    if after is None:
        return Text(zh="删除", en="removed").for_language(language)
    from sevenstep.source.difference import difference

    lines = list(difference("", before, after))[2:]
    added, gone = (sum(line.startswith(sign) for line in lines) for sign in "+-")
    count = max(added, gone)
    return Text(zh=f"{count} 行", en=many(count, "line")).for_language(language)
