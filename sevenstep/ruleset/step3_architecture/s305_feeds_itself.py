from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_architecture import Function
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S305",
    "feeds-itself",
    Severity.ERROR,
    title=Text(zh="业务环节不供给自己", en="A function does not feed itself"),
    reason=Text(
        zh="自己交给自己的数据不是交接。",
        en="What a function passes to itself is not a hand-over.",
    ),
)
def feeds_itself(chain: Chain) -> Iterator[Violation]:
    for function in chain.engagement.of(Function):
        for index, feed in enumerate(function.feeds):
            if feed.to == function.id:
                yield Violation(
                    function.id,
                    Text(zh=f"业务环节“{function.id}”供给自己", en=f"Function “{function.id}” feeds itself"),
                    Text(
                        zh="写上真正接收的环节，或删掉这一条",
                        en="Name the function that receives, or take the entry out",
                    ),
                    ("feeds", index, "to"),
                )
