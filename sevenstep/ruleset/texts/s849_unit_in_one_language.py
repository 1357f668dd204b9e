from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import KeyPath, Severity
from sevenstep.language import LANGUAGES, Language, Text
from sevenstep.model.contents import units
from sevenstep.model.quantity.unit_words import unnamed_parts
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S849",
    "unit-in-one-language",
    Severity.WARNING,
    literal=True,
    title=Text(zh="单位在项目的各种语言里都有名称", en="Every unit has a name in all languages of the engagement"),
    reason=Text(
        zh="常用单位工具已认识；其他单位只有模型里的一种写法，会原样出现在另一种语言的页面上。",
        en="Common units are known. Any other has one name, the one in the model, and stands so on the pages of the "
        "other language.",
    ),
)
def unit_in_one_language(chain: Chain) -> Iterator[Violation]:
    header = chain.engagement.header
    if len(header.languages) < 2 or "languages" not in header.model_fields_set:
        return  # nobody said that there should be two
    found: dict[tuple[str, Language], list[tuple[str, KeyPath]]] = {}
    for element in chain.elements.values():
        for path, unit in units(element):
            for language in LANGUAGES:
                for part in unnamed_parts(unit, language):
                    found.setdefault((part, language), []).append((element.id, path))
    for (unit, language), places in found.items():
        yield _unnamed(unit, language, places)


def _unnamed(unit: str, language: Language, places: list[tuple[str, KeyPath]]) -> Violation:
    element, path = places[0]
    zh, en = ("中文", "Chinese") if language == "zh" else ("英文", "English")
    return Violation(
        element,
        Text(
            zh=f"单位“{unit}”没有{zh}名称，{zh}页面上仍显示“{unit}”",
            en=f"The unit “{unit}” has no {en} name: {en} pages show “{unit}”",
        ),
        Text(
            zh=f"在 engagement.yaml 里写 units: {{{unit}: {zh}名称}}",
            en=f"In engagement.yaml write units: {{{unit}: {en} name}}",
        ),
        path,
        also=tuple(places[1:]),
    )
