"""Step 3: the laws, rules and standards that bind the business."""

import re
from datetime import date
from typing import Annotated, Any, ClassVar, Final

from pydantic import Field, PlainValidator

from sevenstep.language import Text
from sevenstep.model.choices import RegulationType
from sevenstep.model.dates import days_of
from sevenstep.model.element import Element, ExpectedDescription, ExpectedSource
from sevenstep.model.field import Declared, Written
from sevenstep.model.form import Form
from sevenstep.model.kind import Kind, Where
from sevenstep.model.quantity import InvalidValue, Quantity, is_known_unit, is_per_cent, is_working_days, scale_of
from sevenstep.model.quantity.plain import same_width
from sevenstep.model.relation import Closeness, Relation
from sevenstep.model.values import Date, Reference, References, Title, as_title, same_words

_NO_FIGURE: Final = re.compile(r"(?:n/?a|nan|inf(?:inity)?|∞|几) ?[%‰a-z/]*", re.IGNORECASE)
_BOUND: Final = re.compile(r"[≤≥]|[<>=]+ *[-+.0-9]")
_LAST_WORD: Final = re.compile(r"[a-z]+\Z", re.IGNORECASE)
_EXPONENT: Final = re.compile(r"(?<=[0-9])e[-+]?(?=[0-9])", re.IGNORECASE)


def _is_unit(unit: str) -> bool:
    """Whether a number is a figure by what stands behind it: “one bill” and “24小时预约通关” are words."""
    name = unit.partition("/")[0]
    return not unit or is_per_cent(name) or is_working_days(name) or is_known_unit(scale_of(name)[1])


def _is_meant_as_figure(text: str) -> bool:
    """Whether it is no text: a number behind a sign, or signs and digits alone with one word behind them."""
    plain = same_width(text).strip()
    if _BOUND.match(plain) or _NO_FIGURE.fullmatch(plain):
        return True
    number = _EXPONENT.sub("", _LAST_WORD.sub("", plain)).strip()
    return bool(number) and not any(character.isalpha() for character in number)


def _demand(value: Any) -> Quantity | Text:
    """A figure with its unit or bound where it is one, else a text; raises InvalidValue."""
    if isinstance(value, Quantity):
        return value
    if isinstance(value, str):
        try:
            said = Quantity.parse(value, bounds=True)
        except InvalidValue:
            if _is_meant_as_figure(value):
                raise
        else:
            if said.bound or _is_unit(said.unit):
                return said
    return as_title(value)


Demand = Annotated[
    Quantity | Text,
    PlainValidator(_demand),
    Written(
        Text(
            zh="一个数、范围或界限，如 ≤4 h；或一行文字",
            en="a number, a range or a bound, such as ≤4 h; or a text of one line",
        ),
        Form.TITLE,
    ),
]
"""What is demanded: a figure where it can be one, else words."""


class Regulation(Element):
    KIND: ClassVar = Kind(
        "regulation",
        "regulations",
        3,
        Text(zh="法规标准", en="Regulation"),
        Text(zh="法规标准", en="Regulations"),
        left_out={
            Where.TRACE: "it binds what stands in the trace, and serves nothing there",
            Where.OWN_TRACE: "its page lists what it binds and the steps that are done only for it",
        },
    )
    EXPLANATION: ClassVar = Text(
        zh="有约束力的法律、规章、标准或协定：谁定的，管到哪里，从什么时候起，约束什么。",
        en="A law, rule, standard or agreement that binds: issued by whom, where it applies, since when, and to what.",
    )

    description: ExpectedDescription = None
    source: ExpectedSource = None

    type: Annotated[
        RegulationType | None,
        Declared(
            Text(zh="类型", en="Type"),
            Text(zh="是法律、规章、标准，还是别的。", en="A law, a standard, an agreement or another sort."),
            "standard",
            expected=True,
            column=1,
        ),
    ] = None
    issuer: Annotated[
        Reference | None,
        Relation(
            "issued-by",
            ("actor",),
            Text(zh="制定方", en="issued by"),
            Text(zh="制定的法规标准", en="issued"),
            backward_verb=Text(zh="制定了", en="issued"),
            closeness=Closeness.NONE,
        ),
        Declared(
            Text(zh="制定方", en="Issuer"),
            Text(
                zh="制定它的参与主体；不在参与主体之列的，写进 issuer_name。",
                en="The actor who issued it; one who is not an actor of the engagement goes into issuer_name.",
            ),
            "customs",
            column=2,
        ),
    ] = None
    issuer_name: Annotated[
        Title | None,
        Declared(
            Text(zh="制定方名称", en="Name of the issuer"),
            Text(
                zh="制定方不是本项目的参与主体时，写它的名称。",
                en="What the issuer is called, where it is not an actor of the engagement.",
            ),
            "{zh: 全国人民代表大会常务委员会, en: Standing Committee of the National People's Congress}",
            column=2,
        ),
    ] = None
    jurisdiction: Annotated[
        Reference | None,
        Relation(
            "applies-in",
            ("actor", "place", "transport-link"),
            Text(zh="适用范围", en="applies in"),
            Text(zh="范围内的法规标准", en="regulations that apply"),
            backward_verb=Text(zh="范围内适用", en="is under"),
            closeness=Closeness.NONE,
        ),
        Declared(
            Text(zh="适用范围", en="Jurisdiction"),
            Text(
                zh="它在谁的辖区、哪个地点或区段适用；不是模型里的要素时，写进 jurisdiction_name。",
                en="In whose area, at which place or on which link it applies; what is not an element of the model "
                "goes "
                "into jurisdiction_name.",
            ),
            "port-authority",
            column=3,
        ),
    ] = None
    jurisdiction_name: Annotated[
        Title | None,
        Declared(
            Text(zh="适用范围名称", en="Name of the jurisdiction"),
            Text(
                zh="适用的地区或范围叫什么，同一个范围写同一个名称。",
                en="What the area is called in which it applies; the same area by the same name.",
            ),
            "{zh: 广西, en: Guangxi}",
            column=3,
        ),
    ] = None
    begins: Annotated[
        Date | None,
        Declared(
            Text(zh="生效", en="In force from"),
            Text(zh="从什么时候起适用。", en="Since when it applies."),
            "2021-07-01",
            expected=True,
            column=5,
        ),
    ] = Field(default=None, alias="from")
    until: Annotated[
        Date | None,
        Declared(
            Text(zh="失效", en="Until"),
            Text(zh="适用到什么时候；不写就一直适用。", en="Until when it applies; left out, it still does."),
            "2026-12-31",
            column=5,
        ),
    ] = None
    binds: Annotated[
        References,
        Relation(
            "binds",
            ("function", "activity", "data", "system", "place", "transport-link"),
            Text(zh="约束", en="binds"),
            Text(zh="受其约束", en="bound by"),
            backward_verb=Text(zh="受约束于", en="is bound by"),
            closeness=Closeness.JUDGES,
        ),
        Declared(
            Text(zh="约束", en="Binds"),
            Text(
                zh="它约束的业务环节、作业（写成 流程/步骤）、数据对象、信息系统、地点和区段。",
                en="The functions, steps (written flow/step), data objects, systems, places and links that it binds.",
            ),
            "[declaration, declaration-form]",
            expected=True,
        ),
    ] = ()
    subject: Annotated[
        Title | None,
        Declared(
            Text(zh="规定事项", en="Subject"),
            Text(
                zh="它管的是哪件事；各辖区管同一件事的，写同样的文字，才能比较。",
                en="The matter it settles; regulations of other jurisdictions on the same matter say it in the same "
                "words, so that they can be compared.",
            ),
            "{zh: 转关货物查验, en: Inspection of goods in transit}",
            column=4,
        ),
    ] = None
    demands: Annotated[
        Demand | None,
        Declared(
            Text(zh="要求", en="Demands"),
            Text(
                zh="它在这件事上要求什么：能用数说的写数或界限，否则写一句话。",
                en="What it demands on that subject: a figure or a bound where it can be one, else words.",
            ),
            "≤4 h",
            column=4,
        ),
    ] = None

    @property
    def area(self) -> str:
        """What its jurisdiction is compared by: the id of an element, or the name; empty where it says neither."""
        if self.jurisdiction is not None:
            return self.jurisdiction
        return compared(self.jurisdiction_name)

    @property
    def matter(self) -> str:
        """What its subject is compared by; empty where it has none."""
        return compared(self.subject)

    @property
    def first_day(self) -> date:
        """The first day on which it applies, as far as it says."""
        days = days_of(self.begins) if self.begins is not None else None
        return days[0] if days else date.min

    @property
    def last_day(self) -> date:
        """The last day on which it applies, as far as it says."""
        days = days_of(self.until) if self.until is not None else None
        return days[1] if days else date.max

    def is_over(self, day: date) -> bool:
        """Whether it had ceased to apply before that day."""
        return self.last_day < day

    def is_to_come(self, day: date) -> bool:
        """Whether it begins to apply after that day only."""
        return day < self.first_day

    def applies_on(self, day: date) -> bool:
        """Whether it applies on that day, as far as it says."""
        return self.first_day <= day <= self.last_day

    def meets(self, other: "Regulation") -> bool:
        """Whether there is a day on which both apply, as far as they say."""
        return self.first_day <= other.last_day and other.first_day <= self.last_day


def compared(name: Text | None) -> str:
    """Names are compared in Chinese where they are said in it: translations may be missing, or worded freely."""
    return same_words(name.for_language("zh")) if name is not None else ""
