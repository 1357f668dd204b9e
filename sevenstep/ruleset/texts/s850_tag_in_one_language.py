from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import LANGUAGES, Text
from sevenstep.model.quantity.unit_words import is_foreign
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S850",
    "tag-in-one-language",
    Severity.HINT,
    literal=True,
    title=Text(zh="标签在项目的各种语言里都有名称", en="Every tag has a name in all languages of the engagement"),
    reason=Text(
        zh="标签显示在页面上，也用来给图着色；只有一种语言的标签，另一种语言的读者看不懂。",
        en="Tags stand on pages and colour pictures; readers of the other language cannot read one that has no name in "
        "theirs.",
    ),
)
def tag_in_one_language(chain: Chain) -> Iterator[Violation]:
    header = chain.engagement.header
    if len(header.languages) < 2 or "languages" not in header.model_fields_set:
        return  # nobody said that there should be two
    tagged: dict[str, list[str]] = {}
    for element in chain.elements.values():
        for tag in element.tags:
            tagged.setdefault(tag, []).append(element.id)
    for tag, elements in tagged.items():
        for language in LANGUAGES:
            if is_foreign(header.tag_title(tag).for_language(language), language):
                zh, en = ("中文", "Chinese") if language == "zh" else ("英文", "English")
                yield Violation(
                    elements[0],
                    Text(zh=f"标签“{tag}”没有{zh}名称", en=f"The tag “{tag}” has no {en} name"),
                    Text(
                        zh=f"在 engagement.yaml 里写 tags: {{{tag}: {{zh: 中文, en: English}}}}",
                        en=f"In engagement.yaml write tags: {{{tag}: {{zh: 中文, en: English}}}}",
                    ),
                    ("tags",),
                    also=tuple((element, ("tags",)) for element in elements[1:]),
                )
