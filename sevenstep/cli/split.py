"""``sevenstep split``: one large file into a file for each kind."""

from pathlib import Path
from typing import Final

from sevenstep.cli.console import speak, t, waiting
from sevenstep.cli.fmt import Where
from sevenstep.cli.options import Lang, language_of
from sevenstep.cli.proposals import Diff, DryRun, folder_of, tell
from sevenstep.language import Text, many

SHORT: Final = t(zh="把大文件按步骤和类别拆开。", en="Take large files apart, by step and kind.")
HELP: Final = t(
    zh="把装了几个步骤的文件拆开：每一类要素一个文件，按步骤命名，如 step2_indicators.yaml；注释跟着走，内容不变。"
    "给出一个文件，就只拆它。",
    en="Take files apart that hold several steps: a file for each kind of element, named by its step, as "
    "step2_indicators.yaml. Comments travel along, and the result says the same. Name a file to take that one apart.",
)


def split(where: Where = Path(), dry_run: DryRun = False, diff: Diff = False, lang: Lang = None) -> None:
    """Run the command."""
    language = speak(language_of(lang))
    from sevenstep import changes

    folder, names = folder_of(where)
    proposal = changes.split(folder, names, dry_run=dry_run or diff, tell=waiting)
    count = len(proposal.changes)
    done = (
        Text(zh=f"拆开了，共改动 {count} 个文件", en=f"Taken apart: {many(count, 'file')} changed")
        if proposal
        else Text(zh="没有要拆的文件", en="There is no file to take apart")
    )
    tell(proposal, folder, done, language, written=not ((dry_run or diff) and proposal), diff=diff)
