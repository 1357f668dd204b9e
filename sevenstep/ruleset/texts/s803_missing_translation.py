import re
from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import KeyPath, Severity
from sevenstep.language import NAMES, Text
from sevenstep.memory import per_element
from sevenstep.model.contents import texts
from sevenstep.model.element import Element
from sevenstep.ruleset.rule import Violation, rule

_CHINESE: Final = re.compile("[\u3400-\u9fff]")


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
)
def missing_translation(chain: Chain) -> Iterator[Violation]:
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


def _untranslated(element: str, path: KeyPath, text: Text) -> Violation:
    language = "en" if text.plain is not None or text.en is None else "zh"
    missing = Text(zh="中文" if language == "zh" else "英文", en="Chinese" if language == "zh" else "English")
    return Violation(
        element,
        Text(
            zh=f"这段文字没有{missing.for_language('zh')}：“{_start(text)}”",
            en=f"This text is not there in {missing.for_language('en')}: “{_start(text)}”",
        ),
        Text(
            zh="写成 {zh: 中文, en: English}",
            en=f"Write {{zh: {NAMES['zh']}, en: {NAMES['en']}}}",
        ),
        path,
    )


def _start(text: Text) -> str:
    said = " ".join(text.for_language("zh").split())
    return said if len(said) <= 30 else said[:30] + "…"
