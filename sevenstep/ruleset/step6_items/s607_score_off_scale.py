from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.quantity import plain_number
from sevenstep.model.step6_items import Item
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S607",
    "score-off-scale",
    Severity.ERROR,
    title=Text(zh="分数在评分范围内", en="A score lies on the scale"),
    reason=Text(
        zh="超出范围的分数会盖过其他所有准则。",
        en="A score off the scale outweighs all other criteria.",
    ),
)
def score_off_scale(chain: Chain) -> Iterator[Violation]:
    low, high = chain.engagement.header.settings.scale
    scale = f"{plain_number(low)}–{plain_number(high)}"
    for item in chain.engagement.of(Item):
        for key, score in item.scores.items():
            if score.unit or score.low < low or score.high > high:
                yield Violation(
                    item.id,
                    Text(zh=f"分数 {score.text} 不在 {scale} 之内", en=f"The score {score.text} is not within {scale}"),
                    Text(
                        zh=f"写 {scale} 的数，或改 settings: {{scale: [{plain_number(low)}, {plain_number(high)}]}}",
                        en=f"Write a number within {scale}, or change the scale under settings in engagement.yaml",
                    ),
                    ("scores", key),
                )
