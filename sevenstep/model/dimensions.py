"""Dimensions: by what figures are told apart, such as province, mode or cargo, and how a whole follows from members."""

from typing import Annotated, Any, ClassVar, Self

from pydantic import AfterValidator, BeforeValidator, model_validator

from sevenstep.language import Text
from sevenstep.model.choices import RollUpRule
from sevenstep.model.element import Element
from sevenstep.model.field import Declared, Shown
from sevenstep.model.form import Short, reads
from sevenstep.model.kind import Kind, Where
from sevenstep.model.members import MAX_MEMBERS, not_too_many, require_few
from sevenstep.model.part import Part
from sevenstep.model.quantity import InvalidValue
from sevenstep.model.relation import Closeness, Relation
from sevenstep.model.values import Amount, Reference, References, Title, id_problem
from sevenstep.source.characters import brief


@reads(short=Short.VALUES, ids=True, most=MAX_MEMBERS)
def _members(value: Any) -> Any:
    """Members with their titles; those of a list are titles themselves. Raises InvalidValue."""
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        if (
            twice := next((name for name in value if value.count(name) > 1), None)
            if len(value) <= MAX_MEMBERS
            else None
        ):
            raise InvalidValue(
                Text(zh=f"成员“{brief(twice)}”写了两次", en=f"The member “{brief(twice)}” stands here twice"),
                Text(zh="只留一个", en="Keep one of them"),
            )
        value = {name: name for name in value}
    if isinstance(value, dict):
        require_few(len(value))
        for name in value:
            if problem := id_problem(str(name)):
                raise InvalidValue(
                    problem,
                    Text(zh="编号写短，名称写在后面：chongqing: 重庆", en="Write a short id, and the name behind it"),
                )
    return value


def _few(elements: tuple[str, ...]) -> tuple[str, ...]:
    require_few(len(elements))
    return elements


class Dimension(Element):
    KIND: ClassVar = Kind(
        "dimension",
        "dimensions",
        2,
        Text(zh="维度", en="Dimension"),
        Text(zh="维度", en="Dimensions"),
        tier=1,
        left_out={
            Where.CHAIN: "the indicators that are told by it stand for it",
            Where.TRACE: "the indicators that are told by it stand for it",
            Where.OWN_TRACE: "the indicators that are told by it are on its page",
        },
    )
    EXPLANATION: ClassVar = Text(
        zh="数值按什么细分：省份、运输方式、货类、方向、单位……",
        en="By what figures are told apart: province, mode, cargo, direction, party.",
    )

    members: Annotated[
        dict[str, Title],
        BeforeValidator(_members),
        Declared(
            Text(zh="成员", en="Members"),
            Text(
                zh=f"各个成员：编号和名称，最多 {MAX_MEMBERS} 个。",
                en=f"The members, each with its id and its title; {MAX_MEMBERS} at most.",
            ),
            "{rail: {zh: 铁路, en: Rail}, road: {zh: 公路, en: Road}}",
            shown=Shown.TABLE,
            key=Text(zh="编号", en="Id"),
            each=Text(zh="名称", en="Title"),
        ),
    ] = {}
    elements: Annotated[
        References,
        AfterValidator(_few),
        Relation(
            "member-element",
            (),
            Text(zh="成员", en="has as members"),
            Text(zh="作为维度的成员", en="is a member of"),
            closeness=Closeness.NONE,
        ),
        Declared(
            Text(zh="要素成员", en="Members from the chain"),
            Text(
                zh="本身就是要素的成员（地点、参与主体、领域……）：写编号，名称取要素的。",
                en="Members that are elements themselves (places, actors, domains): their ids; the titles are theirs.",
            ),
            "[customs, port-authority]",
            column=1,
        ),
    ] = ()

    @property
    def member_ids(self) -> tuple[str, ...]:
        """All its members, in the order in which they are shown."""
        return tuple(dict.fromkeys((*self.elements, *self.members)))


class RollUp(Part):
    TITLE: ClassVar = Text(zh="汇总", en="Roll-up")
    EXPLANATION: ClassVar = Text(
        zh="整体如何由各成员得出；简写时只写 `sum`、`mean` 或 `none`。",
        en="How the whole follows from the members; written short, just `sum`, `mean` or `none`.",
    )
    SHORT: ClassVar = ("rule",)

    rule: Annotated[
        RollUpRule,
        Declared(
            Text(zh="办法", en="Rule"),
            Text(
                zh="合计、平均，或没有整体；写了权数就是加权平均。",
                en="The sum, the mean (weighted where weights are given), or no whole at all.",
            ),
            "mean",
        ),
    ] = RollUpRule.MEAN
    weighted_by: Annotated[
        Reference | None,
        Relation(
            "weighted-by",
            ("indicator",),
            Text(zh="权数取自", en="weighted by"),
            Text(zh="作为权数", en="weighs"),
            closeness=Closeness.NONE,
        ),
        Declared(
            Text(zh="权数指标", en="Weighted by"),
            Text(
                zh="各成员的权数取自哪个指标，它也要按同一维度写。",
                en="The indicator that gives the weights of the members; it is given by the same dimension.",
            ),
            "port-throughput",
        ),
    ] = None
    weights: Annotated[
        dict[Reference, dict[str, Amount]],
        BeforeValidator(not_too_many),
        Relation(
            "weights-by",
            ("dimension",),
            Text(zh="权数按维度", en="has weights by"),
            Text(zh="写有权数的指标", en="has weights in"),
            closeness=Closeness.NONE,
        ),
        Declared(
            Text(zh="权数", en="Weights"),
            Text(zh="直接写出的权数，按维度和成员。", en="Weights as numbers, by dimension and member."),
            "{mode: {rail: 3, road: 1}}",
            key=Text(zh="成员", en="Member"),
        ),
    ] = {}

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"rule": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _weights_of_a_mean(self) -> Self:
        if self.weighted_by is not None and self.weights:
            raise InvalidValue(
                Text(zh="权数写了两处：weighted_by 和 weights", en="There are weights twice: weighted_by and weights"),
                Text(zh="只留一个", en="Keep one of them"),
            )
        if (self.weighted_by is not None or self.weights) and self.rule != RollUpRule.MEAN:
            raise InvalidValue(
                Text(
                    zh=f"写了权数，汇总办法却是 {self.rule}（{self.rule.label.zh}）",
                    en=f"There are weights, but the rule is {self.rule}",
                ),
                Text(zh="加权平均写 rule: mean；否则去掉权数", en="Write rule: mean, or take the weights out"),
            )
        return self
