"""What `engagement.yaml` says of the engagement itself."""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Final, Literal

from pydantic import BeforeValidator, Field, model_validator

from sevenstep.diagnostic import KeyPath, Severity
from sevenstep.language import Language, Text
from sevenstep.model.calendar import Calendar
from sevenstep.model.choices import Edition, ListName
from sevenstep.model.conclusion import WrittenConclusion
from sevenstep.model.custom.declaration import (
    MOST_FIELDS,
    CustomField,
    WordOfField,
    names_of_fields,
    words_of_lists,
)
from sevenstep.model.field import Declared, Shown, Written, fields_of
from sevenstep.model.form import Form, Short, reads
from sevenstep.model.part import Part
from sevenstep.model.quantity import InvalidValue
from sevenstep.model.quantity.named_unit import UnitNames
from sevenstep.model.quantity.unit_parts import plain_unit
from sevenstep.model.source_document import SourceDocument
from sevenstep.model.story import StoryStop
from sevenstep.model.unit_title import MOST_UNITS, UnitTitle
from sevenstep.model.values import Amount, Date, Id, Prose, Title, Whole, ends_of_scale, one_or_many


class Settings(Part):
    TITLE: ClassVar = Text(zh="设置", en="Settings")
    EXPLANATION: ClassVar = Text(zh="对整个项目统一规定的事项。", en="What is decided once for the whole engagement.")

    repository: Annotated[
        str | None,
        Declared(
            Text(zh="代码库", en="Repository"),
            Text(
                zh="模型在代码库里的文件夹地址；页面由此链到 YAML。",
                en="Address of the folder in a source repository; pages link to the YAML there.",
            ),
            "https://example.com/models/corridor",
        ),
    ] = Field(default=None, pattern=r"""^https://[^\s"'<>]+$""", max_length=300)
    scale: Annotated[
        tuple[float, float],
        BeforeValidator(ends_of_scale),
        Written(Text(zh="两个数：最低分和最高分", en="two numbers, the lowest and the highest"), Form.PAIR),
        Declared(
            Text(zh="分数范围", en="Scale"),
            Text(
                zh="事项在一条准则上的最低分和最高分。",
                en="Lowest and highest score that an item can get on a criterion.",
            ),
            "[1, 5]",
        ),
    ] = (1.0, 5.0)
    edition: Annotated[
        Edition,
        Declared(
            Text(zh="站点面向谁", en="Edition"),
            Text(
                zh="站点默认面向谁：读者版只有标题和结论，作者版另有编号、规则和文件位置。",
                en="For whom the site is built unless told otherwise: readers see titles and conclusions, authors also "
                "ids, rules and places in files.",
            ),
            "readers",
        ),
    ] = Edition.READERS


MOST_STOPS: Final = 60
"""Stops of a story; nobody sits through more."""
_Selectors = Annotated[tuple[str, ...], BeforeValidator(one_or_many)]


class FileSettings(Part):
    TITLE: ClassVar = Text(zh="文件的设置", en="Settings of files")
    EXPLANATION: ClassVar = Text(zh="某些文件里怎样另外检查。", en="What is checked otherwise in some files.")

    ignore: Annotated[
        _Selectors,
        Declared(
            Text(zh="关闭的规则", en="Rules switched off"),
            Text(zh="在那些文件里不检查的规则。", en="Rules that are not checked there."),
            "[S409]",
        ),
    ] = ()


class CheckSettings(Part):
    TITLE: ClassVar = Text(zh="检查设置", en="Settings of the check")
    EXPLANATION: ClassVar = Text(
        zh="检查哪些规则，违反了有多严重。规则可以写编号（`S705`）、几个编号共同的开头（`S7`）或名称。",
        en="Which rules are checked, and how bad a breach is. A rule is named by its code (`S705`), by the "
        "beginning of several codes (`S7`), or by its name.",
    )

    select: Annotated[
        _Selectors,
        Declared(
            Text(zh="打开的规则", en="Rules switched on"),
            Text(zh="在默认之外还要检查的规则。", en="Rules to switch on besides those that are on."),
            "[S9]",
        ),
    ] = ()
    ignore: Annotated[
        _Selectors,
        Declared(
            Text(zh="关闭的规则", en="Rules switched off"),
            Text(zh="不检查的规则。", en="Rules to switch off."),
            "[S409]",
        ),
    ] = ()
    severity: Annotated[
        dict[str, Severity],
        Declared(
            Text(zh="严重程度", en="Severity"),
            Text(zh="违反某条规则在这里有多严重。", en="How bad a breach of a rule is here."),
            "{S705: warning}",
            key=Text(zh="规则", en="Rule"),
        ),
    ] = {}
    files: Annotated[
        dict[str, FileSettings],
        Declared(
            Text(zh="各文件的设置", en="Settings of files"),
            Text(
                zh="对某些文件另作规定：文件名、`flows/*.yaml` 这样的样式，或以 / 结尾的文件夹。",
                en="Other settings for some files: a name, a pattern such as `flows/*.yaml`, or a folder "
                "that ends in `/`.",
            ),
            "{flows/*.yaml: {ignore: [S705]}}",
            key=Text(zh="文件", en="File"),
        ),
    ] = {}
    baseline: Annotated[
        str | None,
        Declared(
            Text(zh="已知问题", en="Known problems"),
            Text(
                zh="engagement.yaml 旁边的文件，记着模型开始检查之前已知的问题。",
                en="A file beside engagement.yaml with the problems that were known before the model came under check.",
            ),
            "known.json",
        ),
    ] = Field(default=None, max_length=300)


class Threshold(Part):
    TITLE: ClassVar = Text(zh="阈值", en="Threshold")
    EXPLANATION: ClassVar = Text(
        zh="在本项目里从多少起才算发现，以及为什么不用通常的值。",
        en="From where on something counts as a finding in this engagement, and why another value than the usual one.",
    )

    value: Annotated[
        Amount,
        Declared(
            Text(zh="数值", en="Value"), Text(zh="一个比例或一个数。", en="The value, as a share or a number."), "80%"
        ),
    ]
    reason: Annotated[
        Prose,
        Declared(
            Text(zh="理由", en="Reason"),
            Text(zh="为什么这里该用这个数。", en="Why it is right here."),
            "{zh: 旺季常态, en: Usual in the high season}",
        ),
    ]


class AnalysisSettings(Part):
    TITLE: ClassVar = Text(zh="分析设置", en="Settings of the analysis")
    EXPLANATION: ClassVar = Text(zh="流程的分析方式。", en="How flows are analysed.")

    seed: Annotated[
        Whole,
        Declared(
            Text(zh="随机种子", en="Seed"),
            Text(
                zh="随机数从哪里开始：同一个种子得到同样的答案。",
                en="Where random numbers begin: the same seed gives the same results.",
            ),
            "7",
        ),
    ] = Field(default=7, ge=0, lt=2**32)
    cases: Annotated[
        Whole,
        Declared(
            Text(zh="模拟件数", en="Cases"),
            Text(
                zh="不能精确计算的流程模拟多少件。",
                en="How many cases are simulated of a flow whose metrics cannot be had exactly.",
            ),
            "10000",
        ),
    ] = Field(default=10_000, ge=100, le=1_000_000)
    thresholds: Annotated[
        dict[str, Threshold],
        Declared(
            Text(zh="阈值", en="Thresholds"),
            Text(
                zh="找问题的规则从多少起才算，按阈值的名称写。",
                en="From where on the rules for findings speak, by the name of the threshold.",
            ),
            "{utilisation: {value: 90%, reason: 旺季常态}}",
            key=Text(zh="名称", en="Name"),
        ),
    ] = {}


class Term(Part):
    TITLE: ClassVar = Text(zh="术语", en="Term")
    EXPLANATION: ClassVar = Text(
        zh="项目术语的统一说法；简写时只写英文。",
        en="How a term of the engagement is said; written short, its English.",
    )
    SHORT: ClassVar = ("en",)

    en: Annotated[
        str | None,
        Declared(
            Text(zh="英文", en="English"),
            Text(zh="唯一的英文译法。", en="The one English translation."),
            "rail–sea transport",
        ),
    ] = Field(default=None, max_length=200)
    never: Annotated[
        _Selectors,
        Declared(
            Text(zh="不用的说法", en="Never"),
            Text(zh="不能用来称呼它的词，中英文都算。", en="Words, in either language, that must not be used for it."),
            "[海铁联运]",
        ),
    ] = Field(default=(), alias="not")

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"en": value} if isinstance(value, str) else value


StepName = Literal["step1", "step2", "step3", "step4", "step5", "step6", "step7"]


@reads(short=Short.ONE, least=1, most=2)
def _some_language(value: Any) -> Any:
    value = [value] if isinstance(value, str) else value
    if isinstance(value, list) and not 0 < len(value) <= 2:
        raise InvalidValue(Text(zh="至少要有一种语言：zh 或 en", en="Name at least one language: zh or en"))
    return value


class Header(Part):
    TITLE: ClassVar = Text(zh="项目", en="Engagement")
    EXPLANATION: ClassVar = Text(
        zh="engagement.yaml 中关于项目本身的内容。", en="What `engagement.yaml` says of the engagement itself."
    )

    id: Annotated[
        Id,
        Declared(
            Text(zh="编号", en="Id"),
            Text(zh="简短的名字：字母、数字、- _ 和点。", en="A short name: letters, digits, - _ and dots."),
            "western-corridor",
        ),
    ]
    title: Annotated[
        Title,
        Declared(
            Text(zh="名称", en="Title"),
            Text(zh="项目的名称。", en="What the engagement is called."),
            "{zh: 西部陆海新通道, en: Western land–sea corridor}",
        ),
    ]
    client: Annotated[
        Title | None,
        Declared(
            Text(zh="客户", en="Client"),
            Text(zh="委托方。", en="For whom it is done."),
            "{zh: 口岸物流办公室, en: Port and logistics office}",
        ),
    ] = None
    description: Annotated[
        Prose | None,
        Declared(
            Text(zh="说明", en="Description"),
            Text(
                zh="项目简介，用 Markdown 书写：站点上最先读到的内容。",
                en="What it is about, in Markdown: the first words on the site.",
            ),
            "{zh: 通道怎样更快。, en: How the corridor becomes faster.}",
            shown=Shown.PROSE,
        ),
    ] = None
    conclusion: Annotated[
        WrittenConclusion,
        Declared(
            Text(zh="结论", en="Conclusion"),
            Text(zh="作者自己的结论，首页先说它。", en="What the author concludes; the overview begins with it."),
            "{figures: [clearance-time]}",
        ),
    ] = WrittenConclusion()
    narration: Annotated[
        Prose | None,
        Declared(
            Text(zh="讲解词", en="Narration"),
            Text(
                zh="导览开头的讲解；不写则用说明。", en="The first words of the guided tour; left out, the description."
            ),
            "{zh: 从目标讲起。, en: We begin with the goals.}",
            shown=Shown.PROSE,
        ),
    ] = None
    narrations: Annotated[
        dict[StepName, Prose],
        Declared(
            Text(zh="各步讲解词", en="Narrations"),
            Text(
                zh="导览讲到每一步时的讲解；不写则用该步的问题。",
                en="What is said on the tour of each step; left out, the step's question.",
            ),
            "{step1: {zh: 先看目标。, en: First the goals.}}",
            shown=Shown.PROSE,
            key=Text(zh="步骤", en="Step"),
        ),
    ] = {}
    story: Annotated[
        tuple[StoryStop, ...],
        Declared(
            Text(zh="导览", en="Story"),
            Text(
                zh="导览各站，按讲解次序书写；不写则由模型生成。",
                en="The stops of the guided tour, in order; left out, they are made of the model.",
            ),
            "[opening, goal, {element: booking-asis, narration: {zh: 先看订舱。, en: First the booking.}}, effect]",
        ),
    ] = Field(default=(), max_length=MOST_STOPS)
    languages: Annotated[
        tuple[Language, ...],
        BeforeValidator(_some_language),
        Declared(
            Text(zh="语言", en="Languages"),
            Text(zh="用哪些语言写；第一种先显示。", en="The languages it is written in; the first is shown first."),
            "[zh, en]",
        ),
    ] = ("zh", "en")
    date: Annotated[
        Date | None, Declared(Text(zh="时间", en="Date"), Text(zh="模型对应的时间。", en="Of when it is."), "2024-03")
    ] = None
    version: Annotated[
        str | None,
        Declared(
            Text(zh="版本", en="Version"),
            Text(zh="模型的版本。", en="Which version of the model this is."),
            '"1.0"',
        ),
    ] = Field(default=None, max_length=40)
    sources: Annotated[
        dict[str, SourceDocument],
        Declared(
            Text(zh="资料来源", en="Sources"),
            Text(
                zh="许多要素引用的文件、访谈和数据集，登记一次。",
                en="Documents, interviews and data sets cited by many elements, registered once.",
            ),
            "{quarterly: {title: {zh: 数智季刊, en: Digital quarterly}, date: 2024Q1}}",
            key=Text(zh="编号", en="Id"),
        ),
    ] = {}
    settings: Annotated[
        Settings,
        Declared(
            Text(zh="设置", en="Settings"),
            Text(zh="对整个项目统一规定的事项。", en="What is decided once for all."),
            "{scale: [1, 5]}",
        ),
    ] = Settings()
    glossary: Annotated[
        dict[str, Term],
        Declared(
            Text(zh="术语表", en="Glossary"),
            Text(zh="项目的术语，以中文为键。", en="The terms of the engagement, by their Chinese wording."),
            "{铁海联运: {en: rail–sea transport, not: [海铁联运]}}",
            key=Text(zh="术语", en="Term"),
        ),
    ] = {}
    units: Annotated[
        dict[str, UnitTitle],
        Declared(
            Text(zh="单位名称", en="Units"),
            Text(
                zh="单位在中文页、英文页上各叫什么，以数值后面写的单位为键。常用单位不必写。",
                en="What units are called for readers of each language, by the unit as it stands behind numbers. "
                "Common units need no entry.",
            ),
            "{例: cases, bed: {zh: 床, en: beds}}",
            key=Text(zh="单位", en="Unit"),
        ),
    ] = Field(default={}, max_length=MOST_UNITS)
    tags: Annotated[
        dict[str, Title],
        Declared(
            Text(zh="标签名称", en="Tags"),
            Text(
                zh="标签在中文页、英文页上各叫什么，以标签为键。",
                en="What tags are called for readers of each language, by the tag.",
            ),
            "{pilot: {zh: 试点, en: Pilot}}",
            key=Text(zh="标签", en="Tag"),
        ),
    ] = {}
    fields: Annotated[
        dict[str, CustomField],
        BeforeValidator(names_of_fields),
        Declared(
            Text(zh="自定义字段", en="Fields of its own"),
            Text(
                zh="本项目给要素加的字段，以字段名为键：名称、加在哪些类别上、填什么。",
                en="Fields that the engagement adds to its elements, by the name of the field: what it is called, "
                "which kinds have it, what is written in it.",
            ),
            "{urgency: {label: {zh: 紧急程度, en: Urgency}, on: [item], type: word, "
            "words: {now: {zh: 马上, en: At once}, later: {zh: 以后, en: Later}}}}",
            key=Text(zh="字段", en="Field"),
        ),
    ] = Field(default={}, max_length=MOST_FIELDS)
    lists: Annotated[
        dict[ListName, dict[str, WordOfField]],
        BeforeValidator(words_of_lists),
        Declared(
            Text(zh="补充的选项", en="Words of its own"),
            Text(
                zh="给模型的固定词加的：主体类型（actor-type）、渠道（channel）。",
                en="Words that are added to lists of the model: types of actors, channels.",
            ),
            "{actor-type: {hospital: {zh: 医院, en: Hospital}}, channel: {courier: {zh: 专人送达, en: Courier}}}",
            key=Text(zh="列表", en="List"),
        ),
    ] = {}
    calendars: Annotated[
        dict[str, Calendar],
        Declared(
            Text(zh="工作日历", en="Calendars"),
            Text(zh="工作时间，各有名称。", en="Working hours, by a name of their own."),
            "{office: mon-fri 08:00-12:00 13:00-17:30}",
            key=Text(zh="名称", en="Name"),
        ),
    ] = {}
    analysis: Annotated[
        AnalysisSettings,
        Declared(
            Text(zh="分析设置", en="Analysis"), Text(zh="流程的分析方式。", en="How flows are analysed."), "{seed: 7}"
        ),
    ] = AnalysisSettings()
    check: Annotated[
        CheckSettings,
        Declared(
            Text(zh="检查设置", en="Check"),
            Text(zh="检查哪些规则，违反了有多严重。", en="Which rules are checked, and how bad a breach is."),
            "{ignore: [S409]}",
        ),
    ] = CheckSettings()

    @property
    def unit_names(self) -> UnitNames:
        """What it calls units, by the unit as it is compared."""
        return tuple((plain_unit(unit), title.name_of(unit)) for unit, title in self.units.items())

    def calendar_said(self, name: str) -> Text:
        """What a calendar is called; its id where there is none."""
        return self.calendars[name].said if name in self.calendars else Text(plain=name)

    def tag_title(self, tag: str) -> Text:
        """What a tag is called: itself where nothing else is said."""
        return self.tags.get(tag, Text(plain=tag))

    def texts(self) -> Iterator[tuple[KeyPath, Text]]:
        """What it says in words of its own: the titles of documents are those of others."""
        for field in fields_of(Header):
            said = getattr(self, field.name)
            if isinstance(said, Text):
                yield (field.key,), said
            elif isinstance(said, dict) and Text in field.types:
                yield from (((field.key, key), told) for key, told in said.items())
        for key, calendar in self.calendars.items():
            if calendar.title is not None:
                yield ("calendars", key, "title"), calendar.title
        for number, stop in enumerate(self.story):
            for name in ("title", "narration"):
                if (told := getattr(stop, name)) is not None:
                    yield ("story", number, name), told
