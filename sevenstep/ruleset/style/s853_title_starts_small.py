import re
from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.style.wordings import wordings

_SMALL: Final = re.compile(r"[a-z](?!-)[a-z]")


@rule(
    "S853",
    "title-starts-small",
    Severity.WARNING,
    literal=True,
    on=False,
    title=Text(zh="英文名称以大写字母开头", en="An English title begins with a capital"),
    reason=Text(zh="表格和图里，大小写不一的名称显得随意。", en="Titles of mixed case look careless side by side."),
)
def title_starts_small(chain: Chain) -> Iterator[Violation]:
    for element in chain.elements.values():
        for path, said in wordings(element.title, ("title",)):
            if _SMALL.match(said):
                yield Violation(
                    element.id,
                    Text(zh=f"名称以小写字母开头：“{said}”", en=f"The title begins with a small letter: “{said}”"),
                    Text(zh=f"写成 {said[0].upper()}{said[1:]}", en=f"Write {said[0].upper()}{said[1:]}"),
                    path,
                )
