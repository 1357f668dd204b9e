"""Writing what is proposed: all files of it, or none."""

from collections.abc import Callable
from pathlib import Path

from sevenstep.authoring.opened import Opened, opened
from sevenstep.authoring.proposal import Proposal
from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.output.progress import Tell
from sevenstep.output.reason import shown
from sevenstep.output.together import FileContent, rewrite_all
from sevenstep.source.chapters import is_beside
from sevenstep.source.files import BYTE_ORDER_MARK
from sevenstep.source.guard import identity
from sevenstep.source.names import name_problem, same_name
from sevenstep.source.writing import writing

Proved = Callable[[Opened], Proposal]
"""What proposes a change of an engagement, proves it, and raises Failure where it cannot be made."""


def carried_out(folder: Path, propose: Proved, *, dry_run: bool = False, tell: Tell | None = None) -> Proposal:
    """Open the engagement, have a change proposed, and write it; with `dry_run` nothing is written.

    Waits for others that write there, and has `tell` say so; if they changed anything, the change is proposed anew.
    Raises Failure.
    """
    here = opened(folder)
    proposal = propose(here)
    if dry_run or not proposal:
        return proposal
    with writing(folder, tell):
        if here.changed_on_disk() is not None:
            here = opened(folder)
            proposal = propose(here)
        _write(here, proposal)
    return proposal


def write(here: Opened, proposal: Proposal, tell: Tell | None = None) -> None:
    """Write a proposal, all of it or nothing; raises Failure where a file is not any more what was read."""
    if not proposal:
        return
    with writing(here.folder, tell):
        if (changed := here.changed_on_disk()) is not None:
            path = here.folder / changed
            raise Failure(
                Text(
                    zh=f"没有写入：{shown(path)} 读取之后被别的程序改过",
                    en=f"Nothing was written: {shown(path)} was changed after it was read",
                ),
                Text(zh="再运行一次", en="Run the command again"),
            )
        _write(here, proposal)


def _write(here: Opened, proposal: Proposal) -> None:
    contents: dict[object, FileContent] = {}
    for change in proposal.changes:
        path = here.folder / change.file
        if change.before is None and (problem := new_file_problem(here, change.file)) is not None:
            raise problem
        key = identity(path) or path  # one file under two names would be changed twice
        if key in contents:
            raise _twice(path)
        contents[key] = FileContent(path, _bytes(change.before), _bytes(change.after))
    rewrite_all(contents.values(), here.folder, head=BYTE_ORDER_MARK)


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else text.encode("utf-8")


def new_file_problem(here: Opened, name: str) -> Failure | None:
    """Why no file of that name can be made in the engagement; None where it can."""
    parts = name.split("/")
    twin = next((other for other in here.documents if same_name(other) == same_name(name)), None)
    if twin is not None:
        return Failure(
            Text(zh=f"已经有文件 {twin}", en=f"There is a file {twin} already"),
            Text(zh="换一个文件名", en="Choose another name"),
        )
    if not name or "\\" in name or ":" in name or any(part in {"", ".", ".."} for part in parts):
        return _no_place(
            name,
            Text(
                zh="写项目文件夹里的名称，如 flows/booking.yaml", en="Name a file in the folder, as flows/booking.yaml"
            ),
        )
    if any(part.startswith(".") for part in parts) or not (name.lower().endswith((".yaml", ".yml")) or is_beside(name)):
        return _no_place(
            name,
            Text(
                zh="文件名以 .yaml 结尾，不以点开头",
                en="End the name in .yaml, and begin no part of it with a dot",
            ),
        )
    problem = next((found for part in parts if (found := name_problem(part)) is not None), None)
    return _no_place(name, problem[1], problem[0]) if problem is not None else None


def _no_place(name: str, remedy: Text, why: Text | None = None) -> Failure:
    said = why or Text(zh="不会被当作项目的文件来读", en="it would not be read as a part of the engagement")
    return Failure(
        Text(
            zh=f"不能新建文件“{name}”：{said.for_language('zh')}",
            en=f"The file “{name}” cannot be made: {said.for_language('en')}",
        ),
        remedy,
    )


def _twice(path: Path) -> Failure:
    return Failure(
        Text(
            zh=f"没有写入：{shown(path)} 与另一个名称是同一个文件",
            en=f"Nothing was written: {shown(path)} is the same file as another name of the engagement",
        ),
        Text(zh="去掉链接，只留文件本身", en="Take the link away and keep the file itself"),
    )
