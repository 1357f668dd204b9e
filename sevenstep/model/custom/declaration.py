"""What engagement.yaml says of a field that the engagement adds to its elements."""

import re
from typing import Annotated, Any, ClassVar, Final, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from sevenstep.language import Text
from sevenstep.model.choices import CustomShown, CustomType, Tone
from sevenstep.model.custom.lists import LISTS
from sevenstep.model.field import Declared
from sevenstep.model.form import Short, reads
from sevenstep.model.members import YesNo
from sevenstep.model.part import Part
from sevenstep.model.quantity import InvalidValue
from sevenstep.model.values import Prose, Title, is_text, one_or_many, part_or_parts

MOST_FIELDS: Final = 60
MOST_WORDS: Final = 40
_NAME: Final = re.compile(r"[a-z][a-z0-9_-]{0,39}")


class WordOfField(Part):
    TITLE: ClassVar = Text(zh="选项", en="Choice")
    EXPLANATION: ClassVar = Text(
        zh="自定义字段的一个选项；简写时只写名称。",
        en="One word that a field can be; written short, just what it is called.",
    )
    SHORT: ClassVar = ("label",)

    label: Annotated[
        Title,
        Declared(
            Text(zh="名称", en="Label"),
            Text(zh="读者看到的说法。", en="What readers are shown."),
            "{zh: 高, en: High}",
        ),
    ]
    tone: Annotated[
        Tone | None,
        Declared(
            Text(zh="颜色", en="Colour"),
            Text(
                zh="它是好、坏、等待还是搁置；不写就不着色。",
                en="Whether it is good, bad, waiting or on hold; none without.",
            ),
            "bad",
        ),
    ] = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"label": value} if is_text(value) else value


@reads(short=Short.VALUES, most=MOST_WORDS)
def _words(value: Any) -> Any:
    """Words with their labels; those of a list are labels themselves. Raises InvalidValue."""
    if isinstance(value, list) and all(isinstance(word, str) for word in value):
        value = {word: word for word in value}
    if isinstance(value, dict) and len(value) > MOST_WORDS:
        raise InvalidValue(
            Text(
                zh=f"最多 {MOST_WORDS} 个选项，这里有 {len(value)} 个",
                en=f"There can be {MOST_WORDS} words, not {len(value)}",
            )
        )
    return value


@reads()
def words_of_lists(value: Any) -> Any:
    """Words to add, each named as one of the model is; raises InvalidValue."""
    for listed, words in value.items() if isinstance(value, dict) else ():
        for word in words if isinstance(words, dict) else ():
            if not _NAME.fullmatch(str(word)) or word in map(str, LISTS.get(listed, ())):
                raise InvalidValue(
                    Text(zh=f"“{word}”不能加进 {listed}", en=f"“{word}” cannot be added to {listed}"),
                    Text(
                        zh="用列表里还没有的词：小写英文字母、数字、- 和 _，如 hospital；中文名称写在后面",
                        en="Take a word that is not in the list, of small letters, digits, - and _, such as hospital; "
                        "what readers see stands behind it",
                    ),
                )
    return value


@reads()
def names_of_fields(value: Any) -> Any:
    """Declarations by names that can be keys beside the built-in ones; raises InvalidValue."""
    for name in value if isinstance(value, dict) else ():
        if not _NAME.fullmatch(str(name)):
            raise InvalidValue(
                Text(zh=f"“{name}”不能作字段名", en=f"“{name}” cannot be the name of a field"),
                Text(
                    zh="用小写英文字母、数字、- 和 _，以字母开头，如 urgency；中文名称写在 label 里",
                    en="Use small letters, digits, - and _, beginning with a letter, as in urgency; what readers see "
                    "goes into label",
                ),
            )
    return value


@reads(short=Short.ONE, least=1)
def _some_kinds(value: Any) -> Any:
    """One kind or several; raises InvalidValue where there is none."""
    if value == []:
        raise InvalidValue(
            Text(zh="没有写加在哪类要素上", en="No kind is named that has the field"),
            Text(zh="写成 on: [item, scenario]", en="Write on: [item, scenario]"),
        )
    return one_or_many(value)


def _one_kind(name: str) -> str:
    from sevenstep.model.kinds import KINDS, SECTIONS  # what stands in the header is read before the elements

    if name not in KINDS and name not in SECTIONS:
        known = ", ".join(cls.KIND.name for cls in SECTIONS.values())
        raise InvalidValue(
            Text(zh=f"没有“{name}”这类要素", en=f"There is no kind “{name}”"),
            Text(zh=f"可以写：{known}", en=f"There are {known}"),
        )
    kind = SECTIONS[name].KIND.name if name in SECTIONS else name
    if kind not in {cls.KIND.name for cls in SECTIONS.values()}:
        raise InvalidValue(
            Text(zh=f"“{name}”写在流程里面，不能加字段", en=f"“{name}” stands inside flows, and takes no fields"),
            Text(zh="把字段加在 flow 上", en="Add the field to flow"),
        )
    return kind


KindName = Annotated[str, AfterValidator(_one_kind)]


class CustomField(Part):
    TITLE: ClassVar = Text(zh="自定义字段", en="Field of its own")
    EXPLANATION: ClassVar = Text(
        zh="本项目给一类或几类要素加的字段：检查、页面、表格、搜索、版本对比都和内置字段一样对待。",
        en="A field that the engagement adds to one kind of element or several: checked, shown on pages and in tables, "
        "searched and compared like those that are there.",
    )

    label: Annotated[
        Title,
        Declared(
            Text(zh="名称", en="Label"),
            Text(zh="读者看到的名称。", en="What readers call it."),
            "{zh: 紧急程度, en: Urgency}",
        ),
    ]
    explanation: Annotated[
        Prose | None,
        Declared(
            Text(zh="说明", en="Explanation"),
            Text(zh="这个字段说什么，给写的人看。", en="What the field says, for those who write it."),
            "{zh: 多快要办成, en: How soon it is needed}",
        ),
    ] = None
    on: Annotated[
        tuple[KindName, ...],
        BeforeValidator(_some_kinds),
        Declared(
            Text(zh="加在", en="On"),
            Text(
                zh="哪些类别的要素有这个字段，如 item、scenario。",
                en="The kinds that have it, such as item and scenario.",
            ),
            "[item, scenario]",
        ),
    ]
    type: Annotated[
        CustomType,
        Declared(
            Text(zh="类型", en="Type"),
            Text(
                zh="填什么：文字、数、日期、选项、是否，或别的要素。",
                en="What is written: text, number, date, a word, yes or no, an element.",
            ),
            "word",
        ),
    ] = CustomType.TEXT
    unit: Annotated[
        str | None,
        Declared(
            Text(zh="单位", en="Unit"),
            Text(zh="数的单位；写值时可以省去。", en="The unit of a number; values may leave it out."),
            "d",
        ),
    ] = Field(default=None, min_length=1, max_length=40)
    words: Annotated[
        dict[str, WordOfField],
        BeforeValidator(_words),
        Declared(
            Text(zh="选项", en="Words"),
            Text(zh="可选的词和各自的名称、颜色。", en="The words to choose from, with their labels and colours."),
            "{now: {label: {zh: 马上, en: At once}, tone: bad}, later: {zh: 以后, en: Later}}",
            key=Text(zh="词", en="Word"),
        ),
    ] = {}
    to: Annotated[
        tuple[KindName, ...],
        BeforeValidator(one_or_many),
        Declared(
            Text(zh="指向", en="To"),
            Text(zh="可以填哪些类别的要素；不写就是任何要素。", en="The kinds of elements it may name; any without."),
            "[actor]",
        ),
    ] = ()
    many: Annotated[
        YesNo,
        Declared(
            Text(zh="可以多个", en="Many"), Text(zh="能不能填一个列表。", en="Whether several may be written."), "true"
        ),
    ] = False
    expected: Annotated[
        YesNo,
        Declared(
            Text(zh="应填", en="Expected"),
            Text(zh="没有填的要素算不完整。", en="An element without it is not complete."),
            "true",
        ),
    ] = False
    shown: Annotated[
        tuple[CustomShown, ...],
        BeforeValidator(part_or_parts),
        Declared(
            Text(zh="显示在", en="Shown"),
            Text(zh="页面、表格，或都显示（不写就是都显示）。", en="On pages, in tables, or both, as without."),
            "[page, table]",
        ),
    ] = (CustomShown.PAGE, CustomShown.TABLE)

    @model_validator(mode="after")
    def _goes_together(self) -> Self:
        if (self.type is CustomType.WORD) != bool(self.words):
            raise InvalidValue(
                Text(
                    zh="选项字段（type: word）要写 words，其他类型不写",
                    en="A field of type word has words; no other has",
                ),
                Text(zh="写成 words: {high: {zh: 高, en: High}}", en="Write words: {high: {zh: 高, en: High}}"),
            )
        if self.unit is not None and self.type is not CustomType.NUMBER:
            raise InvalidValue(
                Text(zh="只有数（type: number）有单位", en="Only a number has a unit"),
                Text(zh="去掉 unit，或写 type: number", en="Take unit out, or write type: number"),
            )
        if self.to and self.type is not CustomType.REFERENCE:
            raise InvalidValue(
                Text(zh="只有要素字段（type: reference）写 to", en="Only a reference says what it points to"),
                Text(zh="去掉 to，或写 type: reference", en="Take to out, or write type: reference"),
            )
        return self
