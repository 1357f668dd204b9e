"""Where a statement or a figure comes from, and how sure it is."""

import re
from typing import Annotated, Any, ClassVar, Final

from pydantic import Field, model_validator

from sevenstep.language import LANGUAGES, Text
from sevenstep.model.choices import Sureness
from sevenstep.model.field import Declared
from sevenstep.model.form import ASSUMPTION, Form
from sevenstep.model.part import Part
from sevenstep.model.quantity import InvalidValue
from sevenstep.model.values import Date, Prose, Title, plain_text

_ASSUMED: Final = re.compile(rf"(?:{'|'.join(ASSUMPTION)})\b[\s:：,，—-]*(.*)", re.IGNORECASE | re.DOTALL)
MAX_SOURCE: Final = 500

_FIGURE: Final = re.compile(r"([^#＃]+)[#＃]([^#＃]+)")


def _assumption_in_languages(value: dict[str, Any]) -> dict[str, Any]:
    """``{zh: 假设：…, en: "assumption: …"}`` as an assumption with its reason in both languages."""
    found = {language: _ASSUMED.fullmatch(plain_text(said, MAX_SOURCE)) for language, said in value.items()}
    reasons = {language: match[1] for language, match in found.items() if match is not None and match[1]}
    if len(reasons) < len(value):
        raise InvalidValue(
            Text(
                zh="按语言写的来源只能是假设，并写明理由",
                en="A source in two languages can only be an assumption, with its reason",
            ),
            Text(
                zh='写成 {zh: 假设：理由, en: "assumption: reason"}；文档只写编号和页码',
                en='Write {zh: 假设：理由, en: "assumption: reason"}; of a document just its id and page',
            ),
        )
    return {"sure": Sureness.ASSUMED, "note": reasons}


def _with_figure(fields: dict[str, Any]) -> dict[str, Any]:
    """`quarterly#booking-lead` as the document and its registered figure."""
    document = fields.get("document")
    match = _FIGURE.fullmatch(document) if isinstance(document, str) and fields.get("figure") is None else None
    if match is None or not match[1].strip() or not match[2].strip():
        return fields
    return {**fields, "document": match[1].strip(), "figure": match[2].strip()}


class Source(Part):
    TITLE: ClassVar = Text(zh="来源", en="Source")
    EXPLANATION: ClassVar = Text(
        zh="一句话或一个数出自哪里，有多大把握。也可以写成一段文字：`quarterly p. 41`（`sources:` "
        "里登记的文件和其中的位置），`quarterly#booking-lead`（文件里登记的一个数），或没有人证实的合理取值："
        '`假设：理由`，两种语言写成 `{zh: 假设：…, en: "assumption: …"}`。',
        en="Where a statement or a figure comes from, and how sure it is. Written short as text: `quarterly "
        "p. 41` (a document registered under `sources:` and the place in it), `quarterly#booking-lead` (a figure "
        "registered with it), or `assumption: reason` "
        "(one text, or one per language) for a plausible value that nobody has confirmed.",
    )
    SHORT: ClassVar = (Form.SOURCE,)

    document: Annotated[
        str | None,
        Declared(
            Text(zh="文件", en="Document"),
            Text(
                zh="engagement.yaml 的 sources 里登记的文件的编号，或文件的名称。",
                en="A document: the id of one registered in engagement.yaml under `sources`, or its name.",
            ),
            "quarterly",
        ),
    ] = None
    figure: Annotated[
        str | None,
        Declared(
            Text(zh="登记的数值", en="Registered figure"),
            Text(
                zh="文件里登记的哪一个数（`sources` 下的 figures）；简写成 `quarterly#booking-lead`。",
                en="Which of the document's registered figures (`figures` under `sources`); written short, "
                "`quarterly#booking-lead`.",
            ),
            "booking-lead",
        ),
    ] = Field(default=None, max_length=200)
    page: Annotated[
        str | None,
        Declared(Text(zh="页码", en="Page"), Text(zh="在文件的什么地方。", en="Where in the document."), "p. 41"),
    ] = None
    interview: Annotated[
        Title | None,
        Declared(
            Text(zh="访谈", en="Interview"),
            Text(zh="谁说的。", en="Who said so."),
            "{zh: 报关科科长, en: The head of the declaration office}",
        ),
    ] = None
    dataset: Annotated[
        Title | None,
        Declared(
            Text(zh="数据集", en="Data set"),
            Text(zh="取自哪个数据集。", en="The data set it was taken from."),
            "{zh: 2023 年报关单, en: Declarations of 2023}",
        ),
    ] = None
    date: Annotated[
        Date | None,
        Declared(
            Text(zh="时间", en="Date"),
            Text(zh="什么时候说的、发表的或测量的。", en="When it was said, published or measured."),
            "2024-03",
        ),
    ] = None
    sure: Annotated[
        Sureness,
        Declared(
            Text(zh="把握", en="Sure"),
            Text(zh="有多大把握；假设写 `assumed`。", en="How sure it is; of an assumption, `assumed`."),
            "medium",
        ),
    ] = Sureness.HIGH
    note: Annotated[
        Prose | None,
        Declared(
            Text(zh="备注", en="Note"),
            Text(
                zh="读者还应知道什么；假设在这里写理由。",
                en="What else a reader should know; of an assumption, its reason.",
            ),
            "{zh: 只算工作日, en: Working days only}",
        ),
    ] = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if isinstance(value, dict) and value and value.keys() <= set(LANGUAGES):
            return _assumption_in_languages(value)
        if not isinstance(value, str):
            return _with_figure(value) if isinstance(value, dict) else value
        text = plain_text(value, MAX_SOURCE)
        if match := _ASSUMED.fullmatch(text):
            return {"sure": Sureness.ASSUMED, **({"note": match[1]} if match[1] else {})}
        document, _, page = text.partition(" ")
        return _with_figure({"document": document, **({"page": page.strip()} if page else {})})

    @property
    def is_assumption(self) -> bool:
        return self.sure == Sureness.ASSUMED
