from collections.abc import Iterator
from typing import Any, Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import LANGUAGES, Language, Text
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.values import same_words
from sevenstep.ruleset.rule import Violation, rule

_LANGUAGES: Final[dict[Language, Text]] = {
    "zh": Text(zh="中文", en="Chinese"),
    "en": Text(zh="英文", en="English"),
}
_FIELDS: Final = {
    "title": Text(zh="名称", en="title"),
    "definition": Text(zh="定义", en="definition"),
    "formula": Text(zh="公式", en="formula"),
}


@rule(
    "S215",
    "measured-twice",
    Severity.WARNING,
    literal=True,
    title=Text(zh="同一件事只量一次", en="Nothing is measured twice"),
    reason=Text(
        zh="两个指标量同一件事，迟早会报出两个不同的数。",
        en="Two indicators of the same thing will sooner or later show two different figures.",
    ),
)
def measured_twice(chain: Chain) -> Iterator[Violation]:
    first: dict[tuple[str, str], str] = {}
    for indicator in chain.engagement.of(Indicator):
        said = [("title", text) for text in indicator.title.wordings()]
        said += [("definition", text) for text in (indicator.definition.wordings() if indicator.definition else ())]
        said += [("formula", indicator.formula.text)] if indicator.formula else []
        twins = {first.setdefault((field, same_words(text)), indicator.id): field for field, text in reversed(said)}
        twins.pop(indicator.id, None)
        for twin, field in twins.items():
            name = _FIELDS[field]
            if language := _alike_in_one(getattr(indicator, field), getattr(chain.elements[twin], field)):
                name = name.inserted_into(f"{language.zh}{{}}", f"{language.en} {{}}")
            yield Violation(
                indicator.id,
                Text(
                    zh=f"指标“{indicator.id}”和“{twin}”的{name.zh}相同，量的是同一件事",
                    en=f"Indicators “{indicator.id}” and “{twin}” have the same {name.en}: they measure the same",
                ),
                Text(
                    zh=f"合并成一个；若是两件事，改写其中一个的 {field}",
                    en=f"Merge the two; if they differ, write another {field} for one of them",
                ),
                (field,),
                also=((twin, (field,)),),
            )


def _alike_in_one(said: Any, other: Any) -> Text | None:
    """The language in which the two are alike, where they differ in the other: perhaps a slip of translation."""
    if not (isinstance(said, Text) and isinstance(other, Text)):
        return None
    alike = [
        language
        for language in LANGUAGES
        if same_words(said.for_language(language)) == same_words(other.for_language(language))
    ]
    return _LANGUAGES[alike[0]] if len(alike) == 1 else None
