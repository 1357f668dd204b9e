"""``sevenstep fmt``: every file laid out in one way."""

from pathlib import Path
from typing import Annotated, Final

import typer

from sevenstep.cli.console import prefix, print_lines, speak, t, waiting
from sevenstep.cli.failure import FOUND_ERRORS
from sevenstep.cli.options import Lang, language_of
from sevenstep.cli.proposals import Diff, folder_of, tell
from sevenstep.language import Text, many

SHORT: Final = t(zh="统一文件的写法：次序、空格、引号。", en="Lay files out in one way: order, spacing, quotes.")
HELP: Final = t(
    zh="统一文件的写法：节按步骤排，字段按声明的次序排，空格、空行、引号、长文字的折行都一样；注释留在原处，内容一字不改。",
    en="Lay files out in one way: sections by step, fields in their declared order, spacing, blank lines, quotes, long "
    "texts folded. Comments stay at what they stand by, and the files say the same.",
)

Where = Annotated[
    Path,
    typer.Argument(
        metavar="FOLDER|FILE",
        help=t(
            zh="项目文件夹，或其中一个文件；不写就是当前文件夹。",
            en="The engagement's folder, or one file of it; left out, this folder.",
        ),
        show_default=False,
    ),
]
Check = Annotated[
    bool,
    typer.Option(
        "--check",
        help=t(
            zh="只列出写法不统一的文件，有则退出码为 1。",
            en="Name the files that would change, and exit with 1 if there are any.",
        ),
    ),
]


def fmt(where: Where = Path(), check: Check = False, diff: Diff = False, lang: Lang = None) -> None:
    """Run the command."""
    language = speak(language_of(lang))
    from rich.text import Text as Styled

    from sevenstep import changes

    folder, names = folder_of(where)
    tidied = changes.fmt(folder, names, dry_run=check or diff, tell=waiting)
    count = len(tidied.proposal.changes)
    done = (
        Text(
            zh=f"{count} 个文件{'待整理' if check or diff else '已整理'}",
            en=f"{many(count, 'file')} {'to lay out' if check or diff else 'laid out'}",
        )
        if count
        else Text(zh="写法已经统一", en="Everything is laid out")
    )
    tell(tidied.proposal, folder, done, language, written=True, diff=diff)
    for name in tidied.left:
        said = Text(
            zh=f"{prefix(folder)}{name}：原样保留，读不全或写法特殊（sevenstep check 会说明）",
            en=f"{prefix(folder)}{name}: left as it is, for it cannot be read whole, or is written in a way of its own "
            "(sevenstep check tells)",
        )
        print_lines([Styled(said.for_language(language))], stderr=True)
    if check and count:
        raise typer.Exit(FOUND_ERRORS)
