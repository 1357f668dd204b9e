import re
from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import KeyPath, Severity
from sevenstep.language import Text
from sevenstep.memory import per_element
from sevenstep.model.contents import texts, words
from sevenstep.model.element import Element
from sevenstep.model.step7_flows import Node
from sevenstep.ruleset.rule import Violation, rule

_LEFTOVER: Final = re.compile(
    r"(?i:(?<![a-z0-9])(?:todo|fixme|xxx+|tbd|tbc|lorem ipsum|to be (?:defined|decided))(?![a-z0-9])"
    r"|(?:^|(?<=[.:;(\[])|(?<=[.:;(\[] ))to be done(?![a-z0-9]))"  # elsewhere work is to be done
    r"|(?<![等期对接招亟有])待(?:补充?|定义?|填写?|确认)(?![\u3400-\u9fff])"
    r"|(?<![\u3400-\u9fff])待完善(?![\u3400-\u9fff])"  # elsewhere it is the business that is to be improved
    r"|占位符?(?![\u3400-\u9fff])|[?？]{3,}",
    re.MULTILINE,
)
"""Case matters for Latin letters only: to fold all the Chinese ones takes longer than to import ten rules."""
_STATES: Final = frozenset({"待补", "待补充", "待填", "待填写", "待确认"})
"""What a case in a flow can be: papers wait to be completed, space to be confirmed."""
_HALVES: Final = (
    "todo",
    "fixme",
    "xxx",
    "tbd",
    "tbc",
    "lorem ip",
    "to be d",
    "待",
    "占位",
    "???",
    "？？？",
    "?？",
    "？?",
)
"""Every leftover holds one of these; to look for them is ten times as fast."""


@rule(
    "S805",
    "leftover",
    Severity.WARNING,
    literal=True,
    title=Text(zh="文字里没有留下“待补”之类的记号", en="No text holds a leftover such as TODO"),
    reason=Text(
        zh="客户不该在发布的分析里读到“待补”。",
        en="A client should not read TODO in a published analysis.",
    ),
)
def leftover(chain: Chain) -> Iterator[Violation]:
    for path, text in chain.engagement.header.texts():
        for here, found in _in_text(path, text):
            yield _left("", here, found)
    for element in chain.elements.values():
        for path, found in _leftovers(element):
            yield _left(element.id, path, found)


def _left(element: str, path: KeyPath, found: str) -> Violation:
    return Violation(
        element,
        Text(zh=f"文字里还留着“{found}”", en=f"The text still holds “{found}”"),
        Text(
            zh="写完它；还不知道的，删掉字段，让它成为待确认事项",
            en="Finish it. What is not known yet: leave the field out, and it becomes an open question",
        ),
        path,
    )


@per_element
def _leftovers(element: Element) -> Iterator[tuple[KeyPath, str]]:
    every = [*texts(element), *((path, Text(plain=word)) for path, word in words(element))]
    joined = "\n".join(said for _, text in every for said in text.wordings()).casefold()
    if not any(word in joined for word in _HALVES):
        return
    in_flow = isinstance(element, Node)
    for path, text in every:
        for here, found in _in_text(path, text):
            if not (in_flow and found in _STATES):
                yield here, found


def _in_text(path: KeyPath, text: Text) -> Iterator[tuple[KeyPath, str]]:
    """The first leftover of each wording."""
    for language, said in (("zh", text.zh), ("en", text.en), ("", text.plain)):
        if said is not None and (match := _LEFTOVER.search(said)):
            yield ((*path, language) if language else path), match[0]
