from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import ContextType
from sevenstep.model.step1_context import StrategicContext
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S112",
    "trend-without-figure",
    Severity.QUESTION,
    title=Text(zh="趋势要有数字", en="A trend has a figure"),
    reason=Text(
        zh="没有数字的趋势只是一种感觉，撑不起目标。",
        en="A trend without a figure is only a feeling; no goal can be based on it.",
    ),
    decision=Text(
        zh="决定这个趋势能不能作为立目标的理由。", en="It decides whether the trend can be a reason for a goal."
    ),
)
def trend_without_figure(chain: Chain) -> Iterator[Violation]:
    for found in chain.engagement.of(StrategicContext):
        if found.type == ContextType.TREND and all(evidence.figure is None for evidence in found.evidence):
            yield Violation(
                found.id,
                found.title.inserted_into(zh="“{}”有什么数字可以说明？", en="Which figures show “{}”?"),
                Text(
                    zh="写上 evidence: [{what: 看到了什么, figure: 数值, source: 出处}]",
                    en="Add evidence: [{what: …, figure: …, source: …}]",
                ),
                ("evidence",) if found.evidence else (),
                on_key=bool(found.evidence),
            )
