"""The documents that figures come from, registered in `engagement.yaml`, each with the figures that it prints."""

from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, Field, model_validator

from sevenstep.language import Text
from sevenstep.model.field import Declared, Shown
from sevenstep.model.form import Form, reads
from sevenstep.model.part import Part
from sevenstep.model.quantity import InvalidValue
from sevenstep.model.values import Bounded, Date, Prose, Title, id_problem


@reads(Form.ID)
def _citable(name: str) -> str:
    """The name of a figure, as it can stand behind a ``#``; raises InvalidValue."""
    if problem := id_problem(name):
        raise InvalidValue(
            problem, Text(zh="换一个简短的编号，如 booking-lead", en="Take a short id, such as booking-lead")
        )
    return name


_Name = Annotated[str, AfterValidator(_citable)]


class SourceFigure(Part):
    TITLE: ClassVar = Text(zh="登记的数值", en="Registered figure")
    EXPLANATION: ClassVar = Text(
        zh="文件里印着的一个数：数值、页码、原话；简写时只写数。",
        en="A figure that a document prints: the value, the page, its words; written short, just the value.",
    )
    SHORT: ClassVar = ("value",)

    value: Annotated[
        Bounded,
        Declared(
            Text(zh="数值", en="Value"),
            Text(
                zh="印着的数、范围或界限，带单位；引用它的数都要与它一致。",
                en="The number, range or bound as printed, with its unit; every figure that cites it has to agree.",
            ),
            "7..9 d",
            shown=Shown.FIGURE,
        ),
    ]
    what: Annotated[
        Title | None,
        Declared(
            Text(zh="含义", en="Of what"),
            Text(zh="数值的含义。", en="What the figure is of."),
            "{zh: 发车前多久订舱, en: Booked ahead of the train}",
        ),
    ] = None
    page: Annotated[
        str | None,
        Declared(Text(zh="页码", en="Page"), Text(zh="在文件的什么地方。", en="Where in the document."), "p. 43"),
    ] = Field(default=None, max_length=200)
    words: Annotated[
        Prose | None,
        Declared(
            Text(zh="原话", en="Words"),
            Text(
                zh="文件里的原话，越短越好；读者在数值旁边看到它。",
                en="The words of the document, as few as will do; readers see them beside the figure.",
            ),
            "提前7—9天订舱",
            shown=Shown.PROSE,
        ),
    ] = None
    date: Annotated[
        Date | None, Declared(Text(zh="时间", en="Date"), Text(zh="数值对应的时间。", en="When it held."), "2023")
    ] = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"value": value} if isinstance(value, str) else value


class SourceDocument(Part):
    TITLE: ClassVar = Text(zh="资料", en="Registered source")
    EXPLANATION: ClassVar = Text(
        zh="许多要素引用的文件、访谈或数据集：登记一次，用它的键来称呼。",
        en="A document, interview or data set that many elements cite: registered once, named by its key.",
    )

    title: Annotated[
        Title,
        Declared(
            Text(zh="名称", en="Title"),
            Text(zh="它叫什么。", en="What it is called."),
            "{zh: 数智季刊, en: Digital quarterly}",
        ),
    ]
    by: Annotated[
        Title | None,
        Declared(
            Text(zh="作者", en="By"),
            Text(zh="谁写的、说的或发表的。", en="Who wrote, said or published it."),
            "{zh: 某咨询机构, en: A consultancy}",
        ),
    ] = None
    date: Annotated[
        Date | None, Declared(Text(zh="时间", en="Date"), Text(zh="什么时候的。", en="When."), "2024Q1")
    ] = None
    link: Annotated[
        str | None,
        Declared(
            Text(zh="网址", en="Link"),
            Text(zh="在哪里可以读到（https）。", en="Where it can be read (https)."),
            "https://example.com/quarterly.pdf",
        ),
    ] = Field(default=None, max_length=500)
    figures: Annotated[
        dict[_Name, SourceFigure],
        Declared(
            Text(zh="登记的数值", en="Registered figures"),
            Text(
                zh="文件里的数，登记一次；引用时写 `quarterly#booking-lead`，检查会核对引用处的数。",
                en="The figures of the document, registered once; cited as `quarterly#booking-lead`, so that the check "
                "compares what stands there.",
            ),
            "{booking-lead: {value: 7..9 d, page: p. 43}}",
            key=Text(zh="编号", en="Id"),
        ),
    ] = {}
