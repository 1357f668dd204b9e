"""``sevenstep rename``: another id for an element, wherever it is named."""

from pathlib import Path
from typing import Annotated, Final

import typer

from sevenstep.cli.console import speak, t, waiting
from sevenstep.cli.options import Lang, language_of
from sevenstep.cli.proposals import Diff, DryRun, Model, tell
from sevenstep.language import Text

SHORT: Final = t(zh="给要素换编号，所有提到它的地方一起改。", en="Give an element another id, wherever it is named.")
HELP: Final = t(
    zh="给要素换编号：YAML、公式、文字、章节和评审意见里提到它的地方一起改，注释和排版不动。"
    "旧编号记在 formerly 里：旧地址转到新地址，按旧编号也能找到。改了会变差的，什么也不写。",
    en="Give an element another id: YAML, formulas, texts, chapters and review notes that name it change with it, "
    "comments and layout stay. The old id is kept in formerly: its old address leads on, and search finds it. "
    "Nothing is written where the model would be the worse for it.",
)

Old = Annotated[
    str,
    typer.Argument(
        metavar="OLD",
        help=t(zh="现在的编号；流程的步骤写成 流程.步骤。", en="Its id now; a step of a flow is FLOW.STEP."),
        show_default=False,
    ),
]
New = Annotated[str, typer.Argument(metavar="NEW", help=t(zh="新编号。", en="Its new id."), show_default=False)]


def rename(
    old: Old, new: New, folder: Model = Path(), dry_run: DryRun = False, diff: Diff = False, lang: Lang = None
) -> None:
    """Run the command."""
    language = speak(language_of(lang))
    from sevenstep import changes

    proposal = changes.rename(folder, old, new, dry_run=dry_run or diff, tell=waiting)
    done = Text(zh=f"{old} 改名为 {new}", en=f"{old} is now called {new}")
    tell(proposal, folder, done, language, written=not (dry_run or diff), diff=diff)
