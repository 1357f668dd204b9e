"""Why the system refuses to write, in words, and what a person can do about it."""

import errno
import os
import re
from pathlib import Path
from typing import Final

from sevenstep.failure import Failure
from sevenstep.language import Text

_FULL: Final = Text(
    zh="腾出磁盘空间（临时文件夹也要有），或换一个输出位置",
    en="Make room on the disk (the temporary folder needs some, too), or choose another place",
)
_DENIED: Final = Text(
    zh="检查文件和文件夹的权限，关闭占用它的程序，或换一个输出位置",
    en="Look at the permissions of the file and its folder, close the program that holds it, or choose another place",
)
_NAME: Final = Text(zh="换一个较短的名称", en="Choose a shorter name")
_PLACE: Final = Text(zh="检查路径，或换一个输出位置", en="Look at the path, or choose another place")
_HELD: Final = Text(zh="关闭占用它的程序后再试", en="Close the program that holds it, and try again")
_OPEN: Final = Text(
    zh="在那个程序（如 Excel、WPS 或编辑器）里关闭这个文件，再试一次",
    en="Close the file in that program (Excel, WPS or an editor, perhaps), and try again",
)
_LATER: Final = Text(zh="关闭一些程序后再试", en="Close other programs, and try again")
_DISK: Final = Text(zh="检查磁盘，或换一个输出位置", en="Look at the disk, or choose another place")
_ANY: Final = Text(
    zh="检查文件夹的权限和磁盘空间，关闭占用它的程序，或换一个输出位置",
    en="Look at the folder's permissions and the disk's space, close the program that holds it, "
    "or choose another place",
)

_KNOWN: Final[dict[str, tuple[str, str, Text]]] = {
    "ENOSPC": ("磁盘已满", "the disk is full", _FULL),
    "EDQUOT": ("磁盘配额已用完", "the disk quota is used up", _FULL),
    "EFBIG": ("超过了系统允许的文件大小", "the file is larger than the system allows", _FULL),
    "EROFS": ("这个磁盘是只读的", "the disk is read-only", _PLACE),
    "EIO": ("磁盘读写出错", "the disk has an error", _DISK),
    "EMFILE": ("打开的文件太多", "too many files are open", _LATER),
    "ENFILE": ("打开的文件太多", "too many files are open", _LATER),
    "ENOMEM": ("内存不足", "out of memory", _LATER),
    "EACCES": ("没有权限", "permission denied", _DENIED),
    "EPERM": ("没有权限", "permission denied", _DENIED),
    "ENAMETOOLONG": ("名称或路径太长", "the name or path is too long", _NAME),
    "ENOTDIR": ("路径中有一段不是文件夹", "a part of the path is not a folder", _PLACE),
    "EEXIST": ("路径中有一段不是文件夹", "a part of the path is not a folder", _PLACE),
    "ENOENT": ("没有这个文件夹", "there is no such folder", _PLACE),
    "EISDIR": ("那里是一个文件夹", "a folder is there", _PLACE),
    "ELOOP": ("路径中的链接绕成了圈，或不允许跟随", "a link in the path leads in a circle, or nowhere", _PLACE),
    "EINVAL": ("系统不接受这个名称", "the system does not accept the name", _PLACE),
    "EILSEQ": ("系统不接受这个名称", "the system does not accept the name", _PLACE),
    "EBADF": ("它没有打开供写入", "it is not open for writing", _PLACE),
    "EBUSY": ("正被占用", "it is in use", _HELD),
    "ETXTBSY": ("正被占用", "it is in use", _HELD),
    "SHARING": ("另一个程序正打开着它", "another program has it open", _OPEN),
}
_SHARING: Final = frozenset({32, 33})
"""What Windows says of a file that Excel, say, keeps to itself; to Python it is a lack of permission."""
_OF_THE_SYSTEM: Final = frozenset({"ENOSPC", "EDQUOT", "EFBIG", "EROFS", "EIO", "EMFILE", "ENFILE", "ENOMEM"})


def name_of(error: OSError | ValueError) -> str:
    """The name of what went wrong, such as ``ENOSPC``; a name that no system takes is a ValueError in Python."""
    if not isinstance(error, OSError):
        return "EINVAL"
    if getattr(error, "winerror", None) in _SHARING:
        return "SHARING"
    return errno.errorcode.get(error.errno or 0, "")


def reason(error: OSError | ValueError) -> Text:
    """Why, as the second half of a sentence."""
    if found := _KNOWN.get(name_of(error)):
        return Text(zh=found[0], en=found[1])
    return Text(plain=getattr(error, "strerror", None) or type(error).__name__)


def remedy(error: OSError | ValueError) -> Text:
    """What the person can do."""
    found = _KNOWN.get(name_of(error))
    return found[2] if found else _ANY


def is_of_the_system(error: OSError) -> bool:
    """Whether that is the state of the machine (a full disk) and no defect of ours."""
    return name_of(error) in _OF_THE_SYSTEM


def cannot_write(path: Path, error: OSError | ValueError, remedy_instead: Text | None = None) -> Failure:
    """That `path` could not be written, why, and what to do about it."""
    return Failure(
        reason(error).inserted_into(zh=f"无法写入 {shown(path)}：{{}}", en=f"Cannot write {shown(path)}: {{}}"),
        remedy_instead or remedy(error),
    )


_LONGEST: Final = 160
_LINE_END: Final = re.compile(r"[\t\r\n]")


def shown(path: Path) -> str:
    """`path` as a message can hold it: on one line, and cut in its middle where it is very long."""
    said = _LINE_END.sub(lambda match: f"<U+{ord(match[0]):04X}>", os.fspath(path))
    return said if len(said) <= _LONGEST else f"{said[: _LONGEST // 2]}…{said[-_LONGEST // 4 :]}"
