from collections.abc import Iterator
from itertools import pairwise

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.scale import Scale
from sevenstep.model.quantity import Quantity
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A102",
    "levels-without-order",
    Severity.ERROR,
    title=Text(zh="等级表的各级从低到高", en="The levels of a scale rise"),
    reason=Text(
        zh="等级没有次序，就说不出谁高谁低。",
        en="Without an order nobody can tell which level is higher.",
    ),
)
def levels_without_order(chain: Chain) -> Iterator[Violation]:
    for scale in chain.engagement.of(Scale):
        scores = [(key, Quantity.parse(key).low) for key in scale.levels]
        for (before, low), (key, high) in pairwise(scores):
            if high <= low:
                yield Violation(
                    scale.id,
                    Text(
                        zh=f"等级的起算分 {key} 不高于它前面的 {before}",
                        en=f"A level begins at {key}, which is not above {before}, where the level before it begins",
                    ),
                    Text(
                        zh="从低到高写：{1: 起步, 2: 发展, 3: 成熟}",
                        en="Write them from low to high: {1: begun, 2: growing, 3: mature}",
                    ),
                    ("levels", key),
                    on_key=True,
                )
                break
        else:
            if len(scores) < 2:
                yield Violation(
                    scale.id,
                    Text(
                        zh="等级表只有一级" if scores else "等级表没有写等级",
                        en="The scale has one level only" if scores else "The scale has no levels",
                    ),
                    Text(zh="至少写两级", en="Name two levels at least"),
                    ("levels",),
                )
