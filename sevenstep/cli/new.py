"""``sevenstep new``: an element in the right file, the skeleton of a flow to be, a table that was pasted."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer
from typer.core import TyperGroup

from sevenstep.cli.console import prefix, print_lines, speak, t, waiting
from sevenstep.cli.options import Folder, Lang, language_of
from sevenstep.failure import Failure
from sevenstep.language import Language, Text

if TYPE_CHECKING:
    from sevenstep.authoring.adding.added import Added
    from sevenstep.authoring.opened import Opened
    from sevenstep.authoring.proposal import Proposal

HELP: Final = t(
    zh="添加：一个要素（sevenstep new 指标）、目标流程的骨架（new flow --to-be-of 现状流程）、"
    "粘贴来的分工表（new raci 路径）或步骤表（new steps 流程）。先显示要写什么；写了会更糟就不写。",
    en="Add an element (sevenstep new indicator), the skeleton of a to-be flow (new flow --to-be-of FLOW), a pasted "
    "table of who does what (new raci PATH) or of steps (new steps FLOW). It shows what it will write, and writes "
    "nothing that would make the model worse.",
)
_ELEMENT: Final = "KIND"


class KindGroup(TyperGroup):
    """Commands by name; whatever else is named is the kind of an element."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command, its name and its arguments."""
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            return _ELEMENT, self.commands[_ELEMENT], args
        return super().resolve_command(ctx, args)


app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, cls=KindGroup)

KindName = Annotated[
    str,
    typer.Argument(
        metavar="KIND",
        help=t(
            zh="要素的种类：goal、目标、indicators……；--list 列出全部。",
            en="Its kind: goal, indicators, 指标 …; --list names all.",
        ),
        show_default=False,
    ),
]
Titles = Annotated[
    list[str] | None,
    typer.Option(
        "--title",
        metavar="TEXT",
        help=t(
            zh="名称；两种语言各写一个：--title zh=… --title en=…",
            en="What it is called; one per language: --title zh=… --title en=…",
        ),
        show_default=False,
    ),
]
Sets = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="FIELD=VALUE",
        help=t(
            zh="字段的值，可以写几次；部分的字段写 scope.starts=…",
            en="A field's value; may be given several times; of a part: scope.starts=…",
        ),
        show_default=False,
    ),
]
Reasons = Annotated[
    list[str] | None,
    typer.Option(
        "--for",
        metavar="ID",
        help=t(
            zh="为何而设：要素的编号或名称，可以写几次；步骤写 流程 或 流程/步骤。",
            en="What it is for, by id or title; may be given several times. A step: FLOW, or FLOW/STEP to follow.",
        ),
        show_default=False,
    ),
]
GivenId = Annotated[
    str,
    typer.Option(
        "--id",
        metavar="ID",
        help=t(zh="编号（默认按模型的样式取一个）。", en="Its id (default: one in the model's own pattern)."),
        show_default=False,
    ),
]
File = Annotated[
    str,
    typer.Option(
        "--file",
        metavar="NAME",
        help=t(zh="写进哪个文件（默认同类所在的文件）。", en="The file it goes into (default: where its kind lives)."),
        show_default=False,
    ),
]
ToBeOf = Annotated[
    str,
    typer.Option(
        "--to-be-of",
        metavar="FLOW",
        help=t(
            zh="照这个现状流程写目标流程的骨架。", en="Make the skeleton of the to-be flow out of this flow of today."
        ),
        show_default=False,
    ),
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help=t(zh="不再询问，直接写入。", en="Write without asking."))]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help=t(zh="只显示要写什么。", en="Only show what would be written."))
]


def _list_kinds(wanted: bool) -> None:
    """Print every kind with what it is, and leave."""
    if not wanted:
        return
    from sevenstep.language import user_language
    from sevenstep.model.kinds import KINDS

    language = user_language()
    for name, cls in KINDS.items():
        typer.echo(f"{name:<15} {cls.KIND.title.for_language(language)}: {cls.EXPLANATION.for_language(language)}")
    raise typer.Exit


@app.callback(no_args_is_help=True)
def _options(
    _listed: Annotated[
        bool,
        typer.Option(
            "--list",
            callback=_list_kinds,
            is_eager=True,
            help=t(zh="列出要素的种类。", en="List the kinds of elements."),
        ),
    ] = False,
) -> None:
    """Options before the kind."""


@app.command(
    _ELEMENT,
    help=t(
        zh="添加一个要素：写进同类所在的文件，按模型的样式编号；必填的字段和为何而设会问，在脚本里用选项给出。",
        en="Add an element to the file where its kind lives, with an id in the model's own pattern; what cannot be "
        "left out and what it is for is asked for, or given by options.",
    ),
    short_help=t(zh="添加一个要素。", en="Add an element."),
)
def element(
    kind: KindName,
    folder: Folder = Path(),
    title: Titles = None,
    values: Sets = None,
    reasons: Reasons = None,
    element_id: GivenId = "",
    file: File = "",
    to_be_of: ToBeOf = "",
    yes: Yes = False,
    dry_run: DryRun = False,
    lang: Lang = None,
) -> None:
    """Run the command."""
    language = speak(language_of(lang))
    from sevenstep.authoring.adding.added import proved_addition
    from sevenstep.authoring.adding.element import proposal_of
    from sevenstep.authoring.adding.flow_to_be import to_be_of as skeleton
    from sevenstep.authoring.adding.kind_meant import kind_meant
    from sevenstep.authoring.opened import opened
    from sevenstep.cli.answers import texts
    from sevenstep.cli.new_element import asked
    from sevenstep.model.custom.classes import with_added_fields

    cls = kind_meant(kind)
    here = opened(folder)
    cls = with_added_fields(cls, here.checked.chain.engagement.added)
    if to_be_of:
        if cls.KIND.name != "flow":
            raise Failure(
                Text(zh="--to-be-of 只用于流程", en="--to-be-of is for flows"), Text(plain="sevenstep new flow")
            )
        languages = here.checked.chain.engagement.header.languages
        new = skeleton(here, to_be_of, texts(title, languages) if title else None, element_id)
    else:
        new = asked(here, cls, title or (), values or (), reasons or (), element_id, file, language)
    settle(here, proved_addition(here, proposal_of(here, new), {new.id}), folder, language, yes=yes, dry_run=dry_run)


def settle(
    here: "Opened", added: "Added", folder: Path, language: Language, *, yes: bool, dry_run: bool, sure: bool = True
) -> None:
    """Show what would be written, ask the person where there is one, write, and say what comes next.

    In a script it is written where the options say all there is to say (`sure`), or with `yes`.
    """
    from sevenstep.authoring.write import write
    from sevenstep.cli.questions import can_ask, confirmed, stopped
    from sevenstep.report import text as report

    print_lines(report.difference(_changes(added.proposal), prefix(folder)))
    if dry_run:
        return
    if added.elsewhere:
        head = Text(zh="写入后，别处会多出这些警告：", en="Other elements would then lack something:")
        print_lines(_told(head, added.elsewhere, language))
    if not yes:
        if can_ask():
            if not confirmed(Text(zh="写入？", en="Write this?"), language):
                raise stopped()
        elif added.elsewhere:
            raise Failure(
                Text(zh="没有写入：别处会多出警告", en="Nothing was written: there would be warnings elsewhere"),
                Text(zh="愿意接着改，加 --yes 写入", en="If you will go on and mend them, give --yes"),
            )
        elif not sure:
            raise Failure(
                Text(zh="没有写入：以上只是将要写的内容", en="Nothing was written: this is what would be"),
                Text(zh="看过没有问题，加 --yes 写入", en="If it is right, give --yes to write it"),
            )
    write(here, added.proposal, waiting)
    print_lines(_next_steps(added, language))


def _changes(proposal: "Proposal") -> Any:
    return proposal.changes


def _next_steps(added: "Added", language: Language) -> Any:
    from rich.text import Text as Styled

    files = ", ".join(change.file for change in added.proposal.changes)
    yield Styled(Text(zh=f"已写入 {files}。", en=f"Written to {files}.").for_language(language), "bold")
    if added.unfinished:
        yield from _told(Text(zh="接下来要补的：", en="What it still lacks:"), added.unfinished, language)


def _told(head: Text, found: Any, language: Language) -> Any:
    """Problems in one line each, with what to do."""
    from rich.text import Text as Styled

    from sevenstep.report.terminal import shown

    yield Styled(head.for_language(language))
    for each in found[:_MOST_NEXT]:
        problem = each.diagnostic
        remedy = f" → {problem.remedy.for_language(language)}" if problem.remedy is not None else ""
        yield Styled(shown(f"  {problem.message.for_language(language)}{remedy}"))
    if (left := len(found) - _MOST_NEXT) > 0:
        more = Text(zh=f"  另有 {left} 条，见 sevenstep check", en=f"  and {left} more: sevenstep check")
        yield Styled(more.for_language(language))


_MOST_NEXT: Final = 8
