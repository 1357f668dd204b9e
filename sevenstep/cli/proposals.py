"""What commands that change a model's files share: the diff, the dry run, and what has been done, in a sentence."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sevenstep.cli.console import prefix, print_lines, t
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
