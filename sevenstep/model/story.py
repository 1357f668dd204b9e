"""What is told on the guided tour, and printed as the short pack: the author's own list of stops."""

from typing import Annotated, Any, ClassVar

from pydantic import model_validator

from sevenstep.language import Text
from sevenstep.model.choices import StoryPage, StoryPart
from sevenstep.model.field import Declared, Shown
from sevenstep.model.part import Part
from sevenstep.model.values import Prose, Reference, Title


class StoryStop(Part):
    TITLE: ClassVar = Text(zh="一站", en="Stop")
    EXPLANATION: ClassVar = Text(
        zh="导览的一站：一句话、一幅画面、一段讲解。`part`、`element`、`picture`、`page` 写一个；都不写，就只有话。"
        "只写一个词时，是 `part`。",
        en="A stop of the tour: a sentence, one thing to see, what is said. One of `part`, `element`, `picture` and "
        "`page` names what is seen; with none of them there are words alone. A single word is its `part`.",
    )
    SHORT: ClassVar = ("part",)

    part: Annotated[
        StoryPart | None,
        Declared(
            Text(zh="自动生成的一站", en="Generated stop"),
            Text(
                zh="由模型生成的那一站：画面和那句话由它来，也可以自己另写。",
                en="The stop that is made of the model: it brings the sentence and what is seen.",
            ),
            "effect",
        ),
    ] = None
    element: Annotated[
        Reference | None,
        Declared(
            Text(zh="要素", en="Element"),
            Text(zh="显示这个要素自己的图。", en="An element, whose own picture is shown."),
            "booking-asis",
        ),
    ] = None
    picture: Annotated[
        str | None,
        Declared(
            Text(zh="图", en="Picture"),
            Text(
                zh="显示这张图，按 `sevenstep draw` 用的名称。",
                en="A picture, by the name `sevenstep draw` knows it by.",
            ),
            "goal-tree",
        ),
    ] = None
    page: Annotated[
        StoryPage | None,
        Declared(
            Text(zh="页面", en="Page"),
            Text(zh="显示这一页上的图，并链接到它。", en="A page: its picture is shown, and the stop leads there."),
            "outlook",
        ),
    ] = None
    title: Annotated[
        Title | None,
        Declared(
            Text(zh="一句话", en="Headline"),
            Text(
                zh="这一站要人记住的话；不写，用自动生成的或要素的名称。",
                en="The sentence to be remembered; left out, the generated one, or what the thing is called.",
            ),
            "{zh: 九成时间在等, en: Nine tenths of the time are waiting}",
        ),
    ] = None
    narration: Annotated[
        Prose | None,
        Declared(
            Text(zh="讲解词", en="Narration"),
            Text(
                zh="讲到这一站时说的话，用 Markdown 写；可以写 [[编号]] 和 {{value 指标编号}}。",
                en="What is said there, in Markdown, with [[ID]] and {{value ID}} where they help.",
            ),
            "{zh: 先看今天。, en: First today.}",
            shown=Shown.PROSE,
        ),
    ] = None

    @model_validator(mode="before")
    @classmethod
    def _from_word(cls, value: Any) -> Any:
        return {"part": value} if isinstance(value, str) else value
