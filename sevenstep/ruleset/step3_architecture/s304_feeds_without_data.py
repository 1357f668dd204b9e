from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_architecture import Function
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S304",
    "feeds-without-data",
    Severity.WARNING,
    title=Text(zh="环节之间的供给要说明是什么数据", en="What one function feeds to another is named"),
    reason=Text(
        zh="只说“有联系”不够：不知道交的是什么，就画不出数据流。",
        en="A mere “somehow connected” cannot be built: name the data that passes.",
    ),
)
def feeds_without_data(chain: Chain) -> Iterator[Violation]:
    for function in chain.engagement.of(Function):
        for index, feed in enumerate(function.feeds):
            if not feed.data and feed.to != function.id:
                yield Violation(
                    function.id,
                    Text(
                        zh=f"“{function.id}”供给“{feed.to}”，却未写明是什么数据",
                        en=f"“{function.id}” feeds “{feed.to}”, but no data is named",
                    ),
                    Text(
                        zh=f"写成 {{to: {feed.to}, data: 数据对象编号}}",
                        en=f"Write {{to: {feed.to}, data: …}} with the id of a data object",
                    ),
                    ("feeds", index, "to"),
                )
