"""What ``sevenstep check`` can be told."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from sevenstep.cli.console import t
from sevenstep.cli.options import choice
from sevenstep.diagnostic import Severity
from sevenstep.output.formats import CheckFormat
from sevenstep.source.files import BASELINE_FILE

NEVER: Final = "never"
"""Nothing fails the check."""
LEVELS: Final = tuple(str(severity) for severity in Severity if severity.is_fault)
if TYPE_CHECKING:
    LevelChoice = str
    FailOn = str
else:
    LevelChoice = choice("LevelChoice", LEVELS)
    FailOn = choice("FailOn", (*LEVELS, NEVER))


def named_file(given: str) -> tuple[CheckFormat, Path]:
    """``sarif=report.sarif`` as format and file."""
    name, equals, file = given.partition("=")
    choices = list(CheckFormat)
    if not equals or not file or name not in choices:
        raise typer.BadParameter(
            t(
                zh=f"写成 格式=文件，格式有 {', '.join(choices)}",
                en=f"write FORMAT=FILE, with one of {', '.join(choices)}",
            )
        )
    return CheckFormat(name), Path(file)


As = Annotated[
    CheckFormat,
    typer.Option("--format", "-f", help=t(zh="报告的格式。", en="Format of the report.")),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        show_default=False,
        help=t(zh="报告写进文件，不打印。", en="Write the report to a file in place of printing it."),
    ),
]
Also = Annotated[
    list[str] | None,
    typer.Option(
        "--also",
        metavar="FORMAT=FILE",
        show_default=False,
        help=t(zh="同一次运行再写一份，可重复。", en="Write one more report in the same run; may be repeated."),
    ),
]
Coverage = Annotated[
    Path | None,
    typer.Option(
        "--coverage",
        metavar="FILE",
        show_default=False,
        help=t(zh="链的覆盖写成 Cobertura XML。", en="Write the coverage of the chain as Cobertura XML."),
    ),
]
FailOnOption = Annotated[
    FailOn,
    typer.Option(
        "--fail-on",
        help=t(zh="达到哪一级即不通过（退出码 1）。", en="The least severity that fails the check (exit code 1)."),
    ),
]
Level = Annotated[
    LevelChoice | None,
    typer.Option(
        "--level",
        show_default=False,
        help=t(
            zh="列出到哪一级为止（给人看的默认 warning，给程序的默认 hint）。",
            en="The least severity that is listed (text: warning, other formats: hint).",
        ),
    ),
]
Limit = Annotated[
    int,
    typer.Option(
        "--limit",
        min=0,
        help=t(zh="最多列出几个问题，0 为全部。", en="Show at most so many problems; 0 shows all."),
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="RULE",
        show_default=False,
        help=t(
            zh="再打开这些规则（代码、代码开头或名称），可重复。",
            en="Switch these rules on as well (code, beginning of a code, or name); may be repeated.",
        ),
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        metavar="RULE",
        show_default=False,
        help=t(zh="关闭这些规则，可重复。", en="Switch these rules off; may be repeated."),
    ),
]
Baseline = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        show_default=False,
        help=t(zh="基线文件：其中的问题已知，不再报告。", en="A file of known problems, which are not reported again."),
    ),
]
UpdateBaseline = Annotated[
    bool,
    typer.Option(
        "--update-baseline",
        help=t(
            zh=f"把现有问题都记入基线（默认 {BASELINE_FILE}）。",
            en=f"Record all present problems as known (default: {BASELINE_FILE} in the folder).",
        ),
    ),
]
Fix = Annotated[
    bool,
    typer.Option(
        "--fix",
        help=t(
            zh="自动修改可安全修改的问题，保留注释和排版。",
            en="Fix what is safe to fix; comments and layout stay.",
        ),
    ),
]
Diff = Annotated[
    bool,
    typer.Option(
        "--diff",
        help=t(zh="只显示 --fix 会怎样改，不写文件。", en="Show what --fix would change, and write nothing."),
    ),
]
Watch = Annotated[
    bool,
    typer.Option(
        "--watch", help=t(zh="文件改动后重新检查，Ctrl+C 结束。", en="Check again at every change; Ctrl+C ends.")
    ),
]
