from collections.abc import Iterator

from sevenstep.analysis.unmeasured import indicators_without_figures
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S207",
    "indicator-without-data",
    Severity.QUESTION,
    title=Text(zh="指标要说明数据从哪里来", en="An indicator says where its figures come from"),
    reason=Text(
        zh="说不出数据来源的指标，以后量不出来。",
        en="An indicator for which there is no source of data will never be measured.",
    ),
    decision=Text(
        zh="决定这个指标能不能用，还是要换一个量得出来的。",
        en="It decides whether the indicator can be used, or another one that can be measured.",
    ),
)
def indicator_without_data(chain: Chain) -> Iterator[Violation]:
    for indicator in indicators_without_figures(chain):
        if indicator.source is None and indicator.formula is None and indicator.online_rate is None:
            yield Violation(
                indicator.id,
                indicator.title.inserted_into(
                    zh="“{}”的数据将从哪里取？", en="Where will the figures of “{}” come from?"
                ),
                Text(
                    zh="写上 source: {dataset: 数据集}，或文件和页码",
                    en="Add source: {dataset: …}, or a document and page",
                ),
            )
