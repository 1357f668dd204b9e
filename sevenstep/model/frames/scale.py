"""Scales of named levels, such as maturity 1 to 5: declared once, whatever is judged by them."""

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, model_validator

from sevenstep.language import Text
from sevenstep.method import ASSESSMENT
from sevenstep.model.element import Element
from sevenstep.model.field import Declared, Shown
from sevenstep.model.form import Short, reads
from sevenstep.model.kind import Kind, Where
from sevenstep.model.part import Part
from sevenstep.model.quantity import InvalidValue, Quantity
from sevenstep.model.values import Prose, Score, Title
from sevenstep.source.characters import brief

MOST_LEVELS = 20
"""As many levels as anybody can tell apart, and more."""


@reads(short=Short.VALUES, most=MOST_LEVELS)
def _levels(value: Any) -> Any:
    """Levels by the score from which each holds; those of a list are counted from 1. Raises InvalidValue."""
    if isinstance(value, list):
        value = {str(number): level for number, level in enumerate(value, 1)}
    if not isinstance(value, dict):
        return value
    if len(value) > MOST_LEVELS:
        raise InvalidValue(
            Text(
                zh=f"一个等级表最多 {MOST_LEVELS} 级，这里有 {len(value)} 级",
                en=f"A scale has {MOST_LEVELS} levels at most, not {len(value)}",
            )
        )
    for key in value:
        if not isinstance(key, str) or (number := _number(key)) is None or number.unit or len(number.points) > 1:
            raise InvalidValue(
                Text(
                    zh=f"“{brief(str(key))}”不是分数：等级写在它从多少分起算的分数后面",
                    en=f"“{brief(str(key))}” is not a score: a level stands behind the score from which it holds",
                ),
                Text(
                    zh="写成 {1: 起步, 2: 发展, 3: 成熟}，或从低到高列出 [起步, 发展, 成熟]",
                    en="Write {1: begun, 2: growing, 3: mature}, or list them from low to high, [begun, growing, "
                    "mature]",
                ),
            )
    return value


def _number(text: str) -> Quantity | None:
    try:
        return Quantity.parse(text)
    except InvalidValue:
        return None


class Level(Part):
    TITLE: ClassVar = Text(zh="等级", en="Level")
    EXPLANATION: ClassVar = Text(
        zh="等级表里的一级；简写时只写名称。", en="One level of a scale; written short, just its title."
    )
    SHORT: ClassVar = ("title",)

    title: Annotated[
        Title,
        Declared(
            Text(zh="名称", en="Title"),
            Text(zh="这一级叫什么。", en="What the level is called."),
            "{zh: 补课, en: Catch up}",
        ),
    ]
    meaning: Annotated[
        Prose | None,
        Declared(
            Text(zh="含义", en="Meaning"),
            Text(zh="达到什么样算这一级。", en="What is seen where the level is reached."),
            "{zh: 单证在线流转，不再重填, en: Papers move online and are typed once}",
            shown=Shown.PROSE,
        ),
    ] = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return (
            {"title": value} if isinstance(value, str) or (isinstance(value, dict) and "title" not in value) else value
        )


class Scale(Element):
    KIND: ClassVar = Kind(
        "scale",
        "scales",
        ASSESSMENT.number,
        Text(zh="等级表", en="Scale"),
        Text(zh="等级表", en="Scales"),
        tier=3,
        left_out={
            Where.CHAIN: "it says how something is judged, and frames the chain",
            Where.TRACE: "what is judged by it stands for it",
            Where.OWN_TRACE: "its page lists what is judged by it",
        },
    )
    EXPLANATION: ClassVar = Text(
        zh="有名称的等级，从低到高，如成熟度 1 到 5 级；几处共用的只写一次。",
        en="Named levels from low to high, such as maturity 1 to 5; declared once for all that is judged by them.",
    )

    levels: Annotated[
        dict[str, Level],
        BeforeValidator(_levels),
        Declared(
            Text(zh="等级", en="Levels"),
            Text(
                zh="每一级从多少分起算、叫什么，从低到高写；只列名称的按 1、2、3……计分。",
                en="From which score on each level holds and what it is called, from low to high; titles alone are "
                "counted 1, 2, 3 and so on.",
            ),
            "{1: {zh: 补课, en: Catch up}, 2: {zh: 升级, en: Upgrade}, 3: {zh: 跃迁, en: Leap}}",
            shown=Shown.TABLE,
            expected=True,
            key=Text(zh="起算分", en="From"),
            each=Text(zh="等级", en="Level"),
        ),
    ] = {}
    highest: Annotated[
        Score | None,
        Declared(
            Text(zh="最高分", en="Highest score"),
            Text(
                zh="最多能得多少分；不写就是最高一级的起算分。",
                en="The most that can be scored; left out, the score from which the highest level holds.",
            ),
            "100",
        ),
    ] = None

    @property
    def steps(self) -> tuple[tuple[float, Level], ...]:
        """Its levels by the score from which each holds, from low to high."""
        return tuple(sorted(((Quantity.parse(key).low, level) for key, level in self.levels.items()), key=_by_score))

    @property
    def ends(self) -> tuple[float, float] | None:
        """The lowest and the highest score; None where no two scores differ."""
        scores = [score for score, _ in self.steps]
        highest = max([*scores, *([self.highest.high] if self.highest is not None else [])], default=0.0)
        return (scores[0], highest) if scores and highest > scores[0] else None

    def level_at(self, score: float) -> int | None:
        """How manieth level, from 0, a score is on; the lowest where it is below all of them, None without any."""
        steps = self.steps
        if not steps:
            return None
        return max((at for at, (begins, _) in enumerate(steps) if score >= begins - 1e-9), default=0)


def _by_score(step: tuple[float, Level]) -> float:
    return step[0]
