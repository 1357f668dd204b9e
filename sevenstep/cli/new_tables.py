"""``sevenstep new raci`` and ``new steps``: a table that is pasted, shown as it is understood, then written."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeVar

import typer

from sevenstep.cli.console import print_lines, speak, t
from sevenstep.cli.new import DryRun, settle
from sevenstep.cli.options import Folder, Lang, language_of
from sevenstep.failure import Failure
from sevenstep.language import Language, Text

if TYPE_CHECKING:
    from rich.text import Text as Styled

    from sevenstep.authoring.adding.named_by import Names
    from sevenstep.authoring.adding.raci_table import RaciTable
    from sevenstep.authoring.adding.steps_table import StepsTable
    from sevenstep.authoring.adding.table import Pasted
    from sevenstep.authoring.adding.understood import Reading
    from sevenstep.model.engagement import Engagement

Read = TypeVar("Read")

RACI_SHORT: Final = t(zh="写入粘贴来的分工表。", en="Put in a pasted table of who does what.")
STEPS_SHORT: Final = t(zh="写入粘贴来的步骤表。", en="Put in a pasted table of steps.")
RACI_HELP: Final = t(
    zh="把粘贴来的分工表写进一条协同路径：业务环节一行，参与主体一栏，格里写 R、A、C、I；"
    "也可以 R、A、C、I 各一栏，格里写主体。先显示读懂了什么，再写。",
    en="Put a pasted table of who does what into a path: functions in rows, actors in columns, R, A, C, I in the "
    "cells; or a column for each of R, A, C, I with actors in the cells. It shows what it understood before it writes.",
)
STEPS_HELP: Final = t(
    zh="把粘贴来的步骤表写进一个流程：一步一行，各栏按表头或内容识别（步骤、主体、系统、方式、时间、等待、成本、读写的数据）。"
    "先显示读懂了什么，再写。",
    en="Put a pasted table of steps into a flow: a step a row; columns are known by their heads or by what stands in "
    "them (step, actor, system, mode, time, wait, cost, data read and written). It shows what it understood before it "
    "writes.",
)

PathId = Annotated[
    str,
    typer.Argument(
        metavar="PATH", help=t(zh="协同路径的编号或名称。", en="The path, by id or title."), show_default=False
    ),
]
FlowId = Annotated[
    str,
    typer.Argument(metavar="FLOW", help=t(zh="流程的编号或名称。", en="The flow, by id or title."), show_default=False),
]
FromFile = Annotated[
    Path | None,
    typer.Option(
        "--from",
        metavar="FILE",
        help=t(
            zh="从文件读表格（制表符分隔、CSV 或 Markdown）；不写就读粘贴的内容。",
            en="Read the table from a file (tabs, CSV or Markdown); else what is pasted.",
        ),
        show_default=False,
    ),
]
Means = Annotated[
    list[str] | None,
    typer.Option(
        "--means",
        metavar="NAME=ID",
        help=t(
            zh="表里的名称指哪个要素，可以写几次；“名称=”表示略去。",
            en="Which element a name of the table stands for; may be given several times. “NAME=” leaves it out.",
        ),
        show_default=False,
    ),
]
After = Annotated[
    str,
    typer.Option(
        "--after",
        metavar="STEP",
        help=t(zh="写在流程的哪一步之后（默认在结束之前）。", en="Behind which step (default: before the end)."),
        show_default=False,
    ),
]
YesWrite = Annotated[bool, typer.Option("--yes", "-y", help=t(zh="不再询问，直接写入。", en="Write without asking."))]

_MOST_SHOWN: Final = 40


def raci(
    path: PathId,
    folder: Folder = Path(),
    file: FromFile = None,
    means: Means = None,
    yes: YesWrite = False,
    dry_run: DryRun = False,
    lang: Lang = None,
) -> None:
    """Run the command."""
    language = speak(language_of(lang))
    from sevenstep.authoring.adding.added import proved_addition
    from sevenstep.authoring.adding.raci_table import not_there_yet, raci_of
    from sevenstep.authoring.adding.table_added import path_named, with_raci
    from sevenstep.authoring.opened import opened

    here = opened(folder)
    target = path_named(here, path)
    engagement = here.checked.chain.engagement
    table = _table(file, language)
    whole = _understood(engagement, means or (), language, lambda reading: raci_of(table, reading))
    print_lines(_raci_lines(whole, engagement, language))
    new, same, other = not_there_yet(target, whole)
    for functions, zh, en in (
        (same, "已经这样写了", "Said so already"),
        (other, "已有不同的分工，保持不变，请手工修改", "Said otherwise already, and left as it is: change it by hand"),
    ):
        if functions:
            print_lines(
                [_styled(Text(zh=f"{zh}：{'、'.join(functions)}", en=f"{en}: {', '.join(functions)}"), language)]
            )
    if not new.connects:
        print_lines([_styled(Text(zh="没有要写的。", en="There is nothing to write."), language)])
        return
    added = proved_addition(here, with_raci(here, target, new), {target.id})
    settle(here, added, folder, language, yes=yes, dry_run=dry_run, sure=False)


def steps(
    flow: FlowId,
    folder: Folder = Path(),
    file: FromFile = None,
    means: Means = None,
    after: After = "",
    yes: YesWrite = False,
    dry_run: DryRun = False,
    lang: Lang = None,
) -> None:
    """Run the command."""
    language = speak(language_of(lang))
    from sevenstep.authoring.adding.added import proved_addition
    from sevenstep.authoring.adding.steps_table import steps_of
    from sevenstep.authoring.adding.table_added import flow_named, with_steps
    from sevenstep.authoring.opened import opened

    here = opened(folder)
    target = flow_named(here, flow)
    engagement = here.checked.chain.engagement
    table = _table(file, language)
    taken = frozenset(target.steps)
    found = _understood(engagement, means or (), language, lambda reading: steps_of(table, reading, taken))
    print_lines(_steps_lines(found, engagement, language))
    proposal, gone = with_steps(here, target, found.steps, after)
    added = proved_addition(here, proposal, {target.id}, gone)
    settle(here, added, folder, language, yes=yes, dry_run=dry_run, sure=False)


def _table(file: Path | None, language: Language) -> "Pasted":
    from sevenstep.authoring.adding.table import MOST_BYTES, decoded, pasted
    from sevenstep.cli.questions import can_ask, pasted_lines
    from sevenstep.output.reason import reason, shown
    from sevenstep.source.regular import Unreadable, read_regular

    if file is not None:
        try:
            return pasted(decoded(read_regular(file, MOST_BYTES)))
        except OSError as error:
            if isinstance(error, FileNotFoundError):
                why = Text(zh="没有这个文件", en="there is no such file")
            else:
                why = error.reason if isinstance(error, Unreadable) else reason(error)
            raise Failure(
                why.inserted_into(zh=f"读不了 {shown(file)}：{{}}", en=f"Cannot read {shown(file)}: {{}}"),
                Text(zh="检查路径和文件", en="Look at the path and the file"),
            ) from error
    if can_ask():
        return pasted(pasted_lines(language))
    return pasted(decoded(sys.stdin.buffer.read(MOST_BYTES + 1)))


def _understood(
    engagement: "Engagement", means: Sequence[str], language: Language, read: "Callable[[Reading], Read]"
) -> Read:
    """What was read of the table; names that nothing is called by are asked for. Raises Failure where some are left."""
    from sevenstep.authoring.adding.named_by import Names
    from sevenstep.authoring.adding.understood import Reading
    from sevenstep.cli.questions import can_ask

    known = _means(means, Names(engagement))
    while True:
        reading = Reading(Names(engagement, known))
        found = read(reading)
        if reading.bad or not reading.unknown or not can_ask():
            reading.require()
            return found
        for name in reading.unknown.values():
            known[name.said] = _who(name, reading.names, language)


def _who(unknown: Any, names: "Names", language: Language) -> str:
    """The element that a person means by a name; nothing where it is to be left out."""
    from sevenstep.cli.questions import Option, ask_several

    near = list(unknown.near)
    others = [one for one in names.of_kinds(unknown.kinds) if one not in near]
    options = [Option(one.id, one.title, one.id) for one in (*near, *others)]
    question = Text(
        zh=f"第 {unknown.row} 行“{unknown.column}”栏的“{unknown.said}”是谁？（回车略去）",
        en=f"Row {unknown.row}, column “{unknown.column}”: who or what is “{unknown.said}”? (Enter: leave it out)",
    )
    found = ask_several(question, options, language, most=1)
    return found[0] if found else ""


def _means(given: Sequence[str], names: "Names") -> dict[str, str]:
    found = {}
    for one in given:
        name, equals, element = one.partition("=")
        if not equals or not name.strip():
            raise Failure(
                Text(zh=f"--means 要写成 名称=编号：{one}", en=f"--means takes NAME=ID, not {one}"),
                Text(zh="如 --means 服务台=service-desk", en='As in --means "Help desk=service-desk"'),
            )
        found[name.strip()] = names.any_id_of(element.strip()) if element.strip() else ""
    return found


def _raci_lines(table: "RaciTable", engagement: "Engagement", language: Language) -> "Iterator[Styled]":
    head = [Text(zh="环节", en="Function").for_language(language), "R", "A", "C", "I"]
    rows = [
        [
            _called(engagement, function, language),
            *(", ".join(_called(engagement, one, language) for one in roles.get(role, ())) for role in "RACI"),
        ]
        for function, roles in table.connects.items()
    ]
    yield from _shown(head, rows, language)


def _steps_lines(table: "StepsTable", engagement: "Engagement", language: Language) -> "Iterator[Styled]":
    from sevenstep.authoring.adding.steps_table import in_order, label_of, word_of

    left_out = [head for head, key in table.columns if not key]
    keys = in_order(key for step in table.steps.values() for key in step)
    head = ["", *(label_of(key).for_language(language) for key in keys)]
    rows = [
        [name, *(_cell(engagement, word_of(key, step.get(key), language), language) for key in keys)]
        for name, step in table.steps.items()
    ]
    yield from _shown(head, rows, language)
    if left_out:
        said = Text(zh=f"没有用到的栏：{'、'.join(left_out)}", en=f"Columns left out: {', '.join(left_out)}")
        yield _styled(said, language)


def _cell(engagement: "Engagement", value: Any, language: Language) -> str:
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {said}" if said else str(key) for key, said in value.items())
    parts = value if isinstance(value, list) else [value]
    return ", ".join(_called(engagement, str(part), language) for part in parts)


def _called(engagement: "Engagement", element: str, language: Language) -> str:
    found = engagement.elements.get(element)
    return found.title.for_language(language) if found is not None else element


def _shown(head: list[str], rows: list[list[str]], language: Language) -> "Iterator[Styled]":
    """A table for people, its columns no wider than they need; of a long one the beginning."""
    from rich.text import Text as Styled

    from sevenstep.report.table import aligned, cut
    from sevenstep.report.terminal import shown

    yield _styled(Text(zh="读懂的内容：", en="This was understood:"), language)
    few = [[cut(cell, 28) for cell in row] for row in [head, *rows[:_MOST_SHOWN]]]
    for number, line in enumerate(aligned(few, left=range(len(head)))):
        yield Styled(shown(f"  {line}"), "bold" if number == 0 else "")
    if (left := len(rows) - _MOST_SHOWN) > 0:
        yield _styled(Text(zh=f"  ……另有 {left} 行", en=f"  … and {left} more rows"), language)


def _styled(text: Text, language: Language) -> "Styled":
    from rich.text import Text as Styled

    from sevenstep.report.terminal import shown

    return Styled(shown(text.for_language(language)))
