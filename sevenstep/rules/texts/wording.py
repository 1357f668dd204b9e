"""Texts are translated, finished, and titles are short and tell elements apart."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import KeyPath, Severity
from sevenstep.language import NAMES, Text
from sevenstep.memory import per_element
from sevenstep.model.contents import texts, words
from sevenstep.model.element import Element, same_words
from sevenstep.model.step7_flows import Node
from sevenstep.rules.rule import Breach, rule


@rule(
    "S803",
    "missing-translation",
    Severity.WARNING,
    literal=True,
    title=Text(zh="每段文字都有项目的各种语言", en="Every text is there in all languages of the engagement"),
    reason=Text(
        zh="缺了译文，另一种语言的读者看到的就是夹杂的页面。",
        en="Where a translation is missing, readers of that language get pages in two languages.",
    ),
    bad="""
    languages: [zh, en]
    goals:
      G1: {title: 更快通关}
      G2: {title: {en: Cheaper haulage}}
    """,
    good="""
    languages: [zh, en]
    goals:
      G1: {title: {zh: 更快通关, en: Faster clearance}}
      G2: {title: TIR}
    """,
)
def missing_translation(chain: Chain) -> Iterator[Breach]:
    header = chain.engagement.header
    if len(header.languages) < 2 or "languages" not in header.model_fields_set:
        return  # nobody said that there should be two
    for path, said in header.texts():
        if _is_untranslated(said):
            yield _untranslated("", path, said)
    for element in chain.elements.values():
        for path, text in _of_one_language(element):
            yield _untranslated(element.id, path, text)


@per_element
def _of_one_language(element: Element) -> Iterator[tuple[KeyPath, Text]]:
    return ((path, text) for path, text in texts(element) if _is_untranslated(text))


def _is_untranslated(text: Text) -> bool:
    """Whether it is there in one of the two languages only. Words without Chinese letters serve for both."""
    if text.plain is not None:
        return _CHINESE.search(text.plain) is not None
    return text.zh is None or text.en is None


def _untranslated(element: str, path: KeyPath, text: Text) -> Breach:
    language = "en" if text.plain is not None or text.en is None else "zh"
    missing = Text(zh="中文" if language == "zh" else "英文", en="Chinese" if language == "zh" else "English")
    return Breach(
        element,
        Text(
            zh=f"这段文字没有{missing.in_('zh')}：“{_start(text)}”",
            en=f"This text is not there in {missing.in_('en')}: “{_start(text)}”",
        ),
        Text(
            zh="写成 {zh: 中文, en: English}",
            en=f"Write {{zh: {NAMES['zh']}, en: {NAMES['en']}}}",
        ),
        path,
    )


def _start(text: Text) -> str:
    said = " ".join(text.in_("zh").split())
    return said if len(said) <= 30 else said[:30] + "…"


WIDEST_TITLE: Final = 60
"""In cells of a terminal, of which a Chinese character takes two: about three lines of a box in a picture."""


@rule(
    "S804",
    "title-too-long",
    Severity.WARNING,
    literal=True,
    title=Text(zh=f"名称不超过 {WIDEST_TITLE // 2} 个汉字", en=f"A title has at most {WIDEST_TITLE} letters"),
    reason=Text(
        zh="更长的名称在图里要占很多行，也没有人会这样称呼它。",
        en="A longer one fills its box in every picture, and nobody will call the thing by it.",
    ),
    bad="""
    goals:
      G1: {title: Faster clearance of all containers that go by rail to the sea and by sea to the rail}
    """,
    good="""
    goals:
      G1: {title: Faster clearance, statement: All containers that go by rail to the sea are cleared in a day}
    """,
)
def title_too_long(chain: Chain) -> Iterator[Breach]:
    for element in chain.elements.values():
        for language, said, width in _too_long(element):
            yield Breach(
                element.id,
                Text(
                    zh=f"名称有 {width // 2} 个汉字宽：“{said}”",
                    en=f"The title is {width} letters wide: “{said}”",
                ),
                Text(zh="写短，细节放进 description", en="Shorten it; details go into description"),
                ("title", language) if language else ("title",),
            )


@per_element
def _too_long(element: Element) -> Iterator[tuple[str, str, int]]:
    """Each wording that is too wide: its language, the words, how wide they are."""
    title = element.title
    for language, said in (("zh", title.zh), ("en", title.en), ("", title.plain)):
        width = _width(said) if said is not None else 0
        if said is not None and width > WIDEST_TITLE:
            yield language, said, width


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


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
    bad="""
    goals:
      G1: {title: Faster clearance, statement: "Clearance takes XXX hours (TODO: ask customs)"}
    """,
    good="""
    goals:
      G1: {title: Faster clearance, statement: Clearance takes less than a day}
    """,
)
def leftover(chain: Chain) -> Iterator[Breach]:
    for path, text in chain.engagement.header.texts():
        for here, found in _in_text(path, text):
            yield _left("", here, found)
    for element in chain.elements.values():
        for path, found in _leftovers(element):
            yield _left(element.id, path, found)


def _left(element: str, path: KeyPath, found: str) -> Breach:
    return Breach(
        element,
        Text(zh=f"文字里还留着“{found}”", en=f"The text still holds “{found}”"),
        Text(
            zh="写完它；还不知道的，删掉字段，让它成为待问的问题",
            en="Finish it. What is not known yet: leave the field out, and it becomes an open question",
        ),
        path,
    )


@per_element
def _leftovers(element: Element) -> Iterator[tuple[KeyPath, str]]:
    every = [*texts(element), *((path, Text(plain=word)) for path, word in words(element))]
    joined = "\n".join(said for _, text in every for said in text.in_all()).casefold()
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


@rule(
    "S808",
    "same-title",
    Severity.WARNING,
    literal=True,
    title=Text(zh="同类要素不重名", en="No two elements of a kind have the same title"),
    reason=Text(
        zh="图和网页上只看得见名称，同名的两个要素分不开。",
        en="In pictures and on pages the title is all there is to tell elements apart.",
    ),
    bad="""
    actors:
      customs: {title: Customs, type: government}
      customs-inland: {title: customs, type: government}
    """,
    good="""
    actors:
      customs: {title: Customs, type: government}
      customs-inland: {title: Inland customs, type: government}
    """,
)
def same_title(chain: Chain) -> Iterator[Breach]:
    first: dict[tuple[str, str], str] = {}
    for element in chain.elements.values():
        kind = element.KIND
        if kind.section == "steps" or kind.name in _SAID_ELSEWHERE:
            continue
        twins = {first.setdefault((kind.name, same_words(said)), element.id) for said in element.title.in_all()}
        for twin in sorted(twins - {element.id}):
            title = kind.title
            yield Breach(
                element.id,
                Text(
                    zh=f"{title.in_('zh')}“{element.id}”和“{twin}”同名",
                    en=f"{title.in_('en')} “{element.id}” has the same title as “{twin}”",
                ),
                Text(zh="合并，或换一个名称", en="Merge the two, or give one of them another title"),
                ("title",),
                also=((twin, ("title",)),),
            )


_SAID_ELSEWHERE: Final = frozenset({"indicator", "scenario", "flow"})
"""Kinds that have a rule of their own for twins; the variants of a flow may share a title."""
_CHINESE: Final = re.compile("[\u3400-\u9fff]")
_LEFTOVER: Final = re.compile(
    r"(?<![a-z0-9])(?:todo|fixme|xxx+|tbd|tbc|lorem ipsum|to be (?:defined|decided))(?![a-z0-9])"
    r"|(?:^|(?<=[.:;(\[])|(?<=[.:;(\[] ))to be done(?![a-z0-9])"  # elsewhere work is to be done
    r"|(?<![等期对接招亟有])待(?:补充?|定义?|填写?|确认)(?![\u3400-\u9fff])"
    r"|(?<![\u3400-\u9fff])待完善(?![\u3400-\u9fff])"  # elsewhere it is the business that is to be improved
    r"|占位符?(?![\u3400-\u9fff])|[?？]{3,}",
    re.IGNORECASE | re.MULTILINE,
)
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


RULES: Final = (missing_translation, title_too_long, leftover, same_title)
"""These rules."""
