import re
from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule

_ID: Final = re.compile(r"[a-z][a-z0-9.]*(?:-[a-z0-9.]+)*|[A-Z]{1,3}[0-9]+(?:\.[0-9]+)*|[A-Z]")


@rule(
    "S851",
    "id-style",
    Severity.WARNING,
    literal=True,
    on=False,
    title=Text(
        zh="编号用小写字母和连字符，或字母加数字", en="Ids are lower case with hyphens, or a letter and numbers"
    ),
    reason=Text(
        zh="编号会出现在网址里；写法一致才好记、好找。",
        en="Ids become addresses; written alike they are easier to remember and to find.",
    ),
)
def id_style(chain: Chain) -> Iterator[Violation]:
    for element in chain.elements.values():
        name = element.id.rpartition("/")[2]
        if name.isascii() and not _ID.fullmatch(name):
            better = re.sub(r"[_\s]+", "-", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name)).lower()
            yield Violation(
                element.id,
                Text(zh=f"编号“{name}”的写法和别的不同", en=f"The id “{name}” is written in another way than others"),
                Text(zh=f"写成 {better}，引用处也改", en=f"Write {better}, and change what refers to it"),
            )
