"""Writing a new engagement: all of its files or none, and none in the place of another."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from sevenstep.checking.check import Checked, ModelHasErrors
from sevenstep.checking.load import checker_for
from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.output.files import made
from sevenstep.output.lock import one_writer
from sevenstep.output.progress import Tell
from sevenstep.output.reason import cannot_write, shown
from sevenstep.output.together import FileContent, rewrite_all
from sevenstep.source.files import HEADER_FILE, SourceFile
from sevenstep.source.folder import Folder
from sevenstep.source.load import read_document
from sevenstep.source.walk import find_files

_MOST_TOLD: Final = 5


def checked_start(folder: Path, files: Mapping[str, str]) -> Checked:
    """The engagement that the files would make in `folder`; raises ModelHasErrors where it would not be sound."""
    documents = [read_document(SourceFile(name, text)) for name, text in files.items()]
    checked = checker_for(folder).check(documents)
    if checked.errors:
        raise ModelHasErrors(checked)
    return checked


def make(
    folder: Path, files: Mapping[str, str], ci: tuple[Path, str] | None = None, tell: Tell | None = None
) -> list[Path]:
    """Write the files into `folder`, which is made where it is missing; raises Failure where any is there already.

    Returns what was written, in order.
    """
    wanted = {folder / name: text for name, text in files.items()}
    if ci is not None:
        wanted[ci[0]] = ci[1]
    look_around(folder, wanted)
    is_new = not os.path.lexists(folder)
    made(folder)
    try:
        with one_writer(folder, tell):
            look_around(folder, wanted)
            contents = [FileContent(path, None, text.encode("utf-8")) for path, text in wanted.items()]
            rewrite_all(contents, _around(folder, ci))
    except BaseException:
        if is_new and not any(folder.iterdir()):
            folder.rmdir()
        raise
    return list(wanted)


def look_around(folder: Path, wanted: Mapping[Path, str]) -> None:
    """Raise Failure where a new engagement cannot be written there: nothing is ever written over."""
    try:
        _look_above(folder)
        if not os.path.lexists(folder):
            return
        if not folder.is_dir():
            raise Failure(
                Text(zh=f"{shown(folder)} 不是文件夹", en=f"{shown(folder)} is not a folder"),
                Text(zh="另给一个文件夹", en="Name another folder"),
            )
        _look_for_models(folder)
        there = [path for path in wanted if os.path.lexists(path)]
    except (OSError, ValueError) as error:
        raise cannot_write(folder, error) from error
    if there:
        raise _there(there)


def _look_above(folder: Path) -> None:
    """An engagement reads what lies in the folders below it: within one there cannot be another."""
    for above in Path(os.path.realpath(folder)).parents:
        if os.path.lexists(above / HEADER_FILE):
            raise Failure(
                Text(
                    zh=f"{shown(folder)} 在另一个项目里面（{shown(above)}），写进去会成为它的一部分",
                    en=f"{shown(folder)} lies within another engagement ({shown(above)}) and would become a part of it",
                ),
                Text(zh="另给一个在它外面的文件夹", en="Name a folder outside of it"),
            )
        if os.path.lexists(above / ".git"):
            return


def _look_for_models(folder: Path) -> None:
    """What is in the folder must neither be an engagement nor become a part of the new one."""
    if os.path.lexists(folder / HEADER_FILE):
        raise Failure(
            Text(
                zh=f"{shown(folder)} 已经是一个项目（有 {HEADER_FILE}），没有改动",
                en=f"{shown(folder)} is an engagement already (it holds {HEADER_FILE}); nothing was changed",
            ),
            Text(
                zh="要添加要素，用 sevenstep new；要新建项目，另给一个文件夹",
                en="To add an element, use sevenstep new; for a new engagement, name another folder",
            ),
        )
    with Folder(folder) as opened:
        found = [file if isinstance(file, str) else file.place.file for file in find_files(opened)]
    if found:
        raise Failure(
            Text(
                zh=f"{shown(folder)} 里已有会被当作模型读取的文件：{_named(found)}",
                en=f"{shown(folder)} holds files already that would be read as parts of the model: {_named(found)}",
            ),
            Text(
                zh="另给一个空文件夹，或先把这些文件移开",
                en="Name an empty folder, or move those files elsewhere first",
            ),
        )


def _there(paths: list[Path]) -> Failure:
    listed = _named([shown(path) for path in paths])
    return Failure(
        Text(zh=f"已经存在，不会被覆盖：{listed}", en=f"There already, and not written over: {listed}"),
        Text(
            zh="另给一个文件夹，先移开这些文件，或用 --no-editor、--ci none 不写编辑器和 CI 的文件",
            en="Name another folder, move those files away, or leave out the files of editors and CI: "
            "--no-editor, --ci none",
        ),
    )


def _named(names: list[str]) -> str:
    more = f", … ({len(names)})" if len(names) > _MOST_TOLD else ""
    return ", ".join(names[:_MOST_TOLD]) + more


def _around(folder: Path, ci: tuple[Path, str] | None) -> Path:
    """The folder that holds everything that is written: the engagement's, or the root of its repository."""
    if ci is None or ci[0].is_relative_to(folder):
        return folder
    return Path(os.path.commonpath([os.path.realpath(folder), os.path.realpath(ci[0].parents[0])]))
