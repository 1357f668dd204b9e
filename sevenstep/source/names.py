"""Names of files and folders: those that cannot be shown, and those that other systems would lose."""

import re
import unicodedata
from typing import Final

from sevenstep.language import Text
from sevenstep.output.door import is_device_name
from sevenstep.source.characters import INVISIBLE, named, visible

_LINE_END_OR_TAB: Final = re.compile(r"[\t\r\n]")


def shown_name(name: str) -> str:
    """`name` on one line, every character visible: for a diagnostic on a name that cannot be shown."""
    return _LINE_END_OR_TAB.sub(lambda match: f"<{named(match[0])}>", visible(name))


def name_problem(name: str) -> tuple[Text, Text] | None:
    """What is wrong with the name of a file or folder, and the remedy; None where it is fine."""
    if hidden := INVISIBLE.search(name) or _LINE_END_OR_TAB.search(name):
        code = named(hidden[0])
        return (
            Text(zh=f"名称里有看不见的字符 {code}", en=f"The name holds an invisible character: {code}"),
            Text(zh="改名，只用看得见的字符", en="Rename it with characters that can be seen"),
        )
    if is_device_name(name):
        stem = name.split(".", maxsplit=1)[0].rstrip()
        return (
            Text(zh=f"“{stem}”在 Windows 上是设备名", en=f"“{stem}” is the name of a device on Windows"),
            Text(zh="换一个名称", en="Give it another name"),
        )
    return None


def same_name(name: str) -> str:
    """What two names are compared by: Windows and macOS take those that agree in it for one file."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
