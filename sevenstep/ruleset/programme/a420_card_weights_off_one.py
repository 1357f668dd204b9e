from collections.abc import Iterator

from sevenstep.analysis.wording import shown_share
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.governance import KpiCard
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A420",
    "card-weights-off-one",
    Severity.WARNING,
    title=Text(zh="考核卡的权重合计 100%", en="The weights of a KPI card make 100%"),
    reason=Text(
        zh="合计不是 100%，得分就没法比较。",
        en="Otherwise scores cannot be compared.",
    ),
)
def card_weights_off_one(chain: Chain) -> Iterator[Violation]:
    for card in chain.engagement.of(KpiCard):
        total = sum(float(weight) for weight in card.weights.values())
        if card.weights and abs(total - 1) > 1e-6:
            shown = shown_share(total)
            yield Violation(
                card.id,
                Text(
                    zh=f"考核卡“{card.id}”的权重合计是 {shown}",
                    en=f"The weights of KPI card “{card.id}” make {shown}",
                ),
                Text(zh="把权重改成合计 100%", en="Make them 100% together"),
                ("weights",),
            )
