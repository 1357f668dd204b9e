"""How a schema says things to people: in one language, or in both."""

from dataclasses import dataclass
from enum import StrEnum

from sevenstep.language import Text
from sevenstep.model.form import Form


class SchemaLanguage(StrEnum):
    """In which language titles and descriptions are."""

    ZH = "zh"
    EN = "en"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Wording:
    """Titles and descriptions in the language that is asked for."""

    language: SchemaLanguage

    def title(self, text: Text) -> str:
        """A few words."""
        return " · ".join(self._said(text))

    def description(self, *texts: Text) -> str:
        """Sentences: all of them in one language, then all of them in the other."""
        told = [self._said(text) for text in texts]
        whole = Text(zh="".join(said[0] for said in told), en=" ".join(said[-1] for said in told))
        return "\n\n".join(
            self._said(whole) if self.language is SchemaLanguage.BOTH else [_first(whole, self.language)]
        )

    def _said(self, text: Text) -> list[str]:
        if self.language is SchemaLanguage.BOTH:
            return list(dict.fromkeys((text.for_language("zh"), text.for_language("en"))))
        return [_first(text, self.language)]


def _first(text: Text, language: SchemaLanguage) -> str:
    return text.for_language("en" if language is SchemaLanguage.EN else "zh")


NOT_SO: dict[Form, Text] = {
    Form.ID: Text(
        zh="编号只能用文字、数字和 - _ .，以文字或数字开头，不以 . 结尾",
        en="An id has letters, digits, - _ . only; it begins with a letter or digit and ends without a dot",
    ),
    Form.TITLE: Text(zh="此处须为文字", en="A text is needed here"),
    Form.PROSE: Text(zh="此处须为文字", en="A text is needed here"),
    Form.SOURCE: Text(
        zh='按语言写的来源只能是假设：{zh: 假设：理由, en: "assumption: reason"}',
        en="A source in two languages can only be an assumption, with its reason",
    ),
    Form.YES_NO: Text(zh="这里要写 true 或 false", en="true or false is needed here"),
    Form.QUANTITY: Text(
        zh="写成数字加单位，如 36.5 h、50 CNY、70%，或范围 7..9 d",
        en="Write a number and its unit, as in 36.5 h, 50 CNY, 70%, or a range, 7..9 d",
    ),
    Form.YEARLY: Text(
        zh="写成金额，可带每年，如 300000 CNY、20..30 万元/年",
        en="Write a sum, with its stretch of time where it has one, as in 300000 CNY or 20000 CNY/y",
    ),
    Form.EACH: Text(zh="写成数字加单位，如 1600 h/y", en="Write a number and its unit, as in 1600 h/y"),
    Form.BOUNDED: Text(
        zh="写成数字加单位、范围或界限，如 16 h、7..9 d、≥95%",
        en="Write a number and its unit, a range or a bound, as in 16 h, 7..9 d, ≥95%",
    ),
    Form.SHARE: Text(zh="写成 70% 或 0.7", en="Write 70% or 0.7"),
    Form.WHOLE: Text(zh="写一个整数，不带单位", en="Write one whole number without a unit"),
    Form.TIME: Text(
        zh="写成 30min、2h、1h30min、2d 或范围 7d..9d",
        en="Write 30min, 2h, 1h30min, 2d, or a range, 7d..9d",
    ),
    Form.RATE: Text(zh="写成 40/d、12000/年", en="Write 40/d or 12000/y"),
    Form.DATE: Text(
        zh="写成 2024、2024-03、2024-03-05、2024Q1，或 2023-04..2024-03",
        en="Write 2024, 2024-03, 2024-03-05, 2024Q1, or a stretch, 2023-04..2024-03",
    ),
    Form.MOMENT: Text(zh="写成 2026-11-23 或 2026-11-23T10:15:00Z", en="Write 2026-11-23 or 2026-11-23T10:15:00Z"),
    Form.END: Text(zh="写一个数", en="Write one number"),
    Form.PAIR: Text(zh="写两个数，如 [1, 5]", en="Write two numbers, as in [1, 5]"),
}
"""What an editor says of a value that has not the form."""
