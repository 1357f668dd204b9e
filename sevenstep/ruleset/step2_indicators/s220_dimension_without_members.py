from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.dimensions import Dimension
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S220",
    "dimension-without-members",
    Severity.WARNING,
    title=Text(zh="维度至少有两个成员", en="A dimension has at least two members"),
    reason=Text(
        zh="只有一个成员，细分和不细分一样。",
        en="With a single member there is nothing to compare.",
    ),
)
def dimension_without_members(chain: Chain) -> Iterator[Violation]:
    for dimension in chain.engagement.of(Dimension):
        members = len(dimension.member_ids)
        if members < 2 and not chain.engagement.is_partial(dimension.id):
            zh, en = ("只有一个成员", "has one member") if members else ("没有成员", "has no members")
            yield Violation(
                dimension.id,
                Text(zh=f"维度“{dimension.id}”{zh}", en=f"Dimension “{dimension.id}” {en}"),
                Text(
                    zh="写上成员，如 members: {rail: 铁路, road: 公路}；本身是要素的，写 elements: [编号, 编号]",
                    en="Add them, members: {rail: Rail, road: Road}; of elements of the chain, elements: [id, id]",
                ),
            )
