"""Items are scored on all criteria, within the scale, and the weights add up."""

import math
from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.quantity import plain_number
from sevenstep.model.step6_items import Criterion, Item
from sevenstep.rules.rule import Breach, rule
from sevenstep.rules.titles import unquoted

_TOLERANCE: Final = 0.005
"""How far weights may be off 1: what three thirds written as 33.3% lose is less."""


@rule(
    "S605",
    "item-not-scored",
    Severity.QUESTION,
    title=Text(zh="事项要按准则打分", en="An item is scored"),
    reason=Text(
        zh="没有打分的事项排不进名次。",
        en="An item without scores has no rank.",
    ),
    decision=Text(zh="决定这件事排在第几位、先做还是后做。", en="It decides on the rank of the item: now or later."),
    bad="""
    criteria:
      benefit: {title: Benefit, weight: 100%}
    items:
      booking: {title: {zh: 在线订舱, en: Booking online}}
    """,
    good="""
    criteria:
      benefit: {title: Benefit, weight: 100%}
    items:
      booking: {title: Booking online, scores: {benefit: 5}}
    """,
)
def item_not_scored(chain: Chain) -> Iterator[Breach]:
    if not chain.engagement.count("criterion"):
        return
    for item in chain.engagement.of(Item):
        if not item.scores:
            yield Breach(
                item.id,
                item.title.put(zh="“{}”在各条准则上各得几分？", en="How does “{}” score on each criterion?"),
                Text(zh="写上 scores: {准则编号: 分数}", en="Add scores: {criterion: score}"),
            )


@rule(
    "S606",
    "criterion-not-scored",
    Severity.WARNING,
    title=Text(zh="打了分的事项，每条准则都要有分", en="A scored item is scored on every criterion"),
    reason=Text(
        zh="缺一项分数，总分就不能和别的事项比。",
        en="With a score missing, the sum cannot be compared with that of other items.",
    ),
    bad="""
    criteria:
      benefit: {title: Benefit, weight: 60%}
      effort: {title: Effort, weight: 40%, direction: decrease}
    items:
      booking: {title: Booking online, scores: {benefit: 5}}
    """,
    good="""
    criteria:
      benefit: {title: Benefit, weight: 60%}
      effort: {title: Effort, weight: 40%, direction: decrease}
    items:
      booking: {title: Booking online, scores: {benefit: 5, effort: 2}}
    """,
)
def criterion_not_scored(chain: Chain) -> Iterator[Breach]:
    criteria = [criterion.id for criterion in chain.engagement.of(Criterion)]
    for item in chain.engagement.of(Item):
        missing = [key for key in criteria if key not in item.scores]
        if item.scores and missing:
            listed, named = ", ".join(missing), [unquoted(key) for key in missing]
            yield Breach(
                item.id,
                Text(
                    zh=f"事项“{item.id}”缺少分数：{'、'.join(named)}",
                    en=f"Item “{item.id}” lacks scores: {', '.join(named)}",
                ),
                Text(zh=f"在 scores 里补上 {listed}", en=f"Add {listed} under scores"),
                ("scores",),
                on_key=True,
            )


@rule(
    "S607",
    "score-off-scale",
    Severity.ERROR,
    title=Text(zh="分数在评分范围内", en="A score lies on the scale"),
    reason=Text(
        zh="超出范围的分数会盖过其他所有准则。",
        en="A score off the scale outweighs all other criteria.",
    ),
    bad="""
    criteria:
      benefit: {title: Benefit, weight: 100%}
    items:
      booking: {title: Booking online, scores: {benefit: 9}}
    """,
    good="""
    criteria:
      benefit: {title: Benefit, weight: 100%}
    items:
      booking: {title: Booking online, scores: {benefit: 4.5}}
    """,
)
def score_off_scale(chain: Chain) -> Iterator[Breach]:
    low, high = chain.engagement.header.settings.scale
    scale = f"{plain_number(low)}–{plain_number(high)}"
    for item in chain.engagement.of(Item):
        for key, score in item.scores.items():
            if score.unit or score.low < low or score.high > high:
                yield Breach(
                    item.id,
                    Text(zh=f"分数 {score.text} 不在 {scale} 之内", en=f"The score {score.text} is not within {scale}"),
                    Text(
                        zh=f"写 {scale} 的数，或改 settings: {{scale: [{plain_number(low)}, {plain_number(high)}]}}",
                        en=f"Write a number within {scale}, or change the scale under settings in engagement.yaml",
                    ),
                    ("scores", key),
                )


@rule(
    "S608",
    "weights-off-one",
    Severity.ERROR,
    title=Text(zh="各准则的权重合计 100%", en="The weights of the criteria add up to 100%"),
    reason=Text(
        zh="权重加不到一，总分就没有意义。",
        en="If weights do not add up to one, the weighted sum means nothing.",
    ),
    bad="""
    criteria:
      benefit: {title: Benefit, weight: 60%}
      effort: {title: Effort, weight: 60%}
    """,
    good="""
    criteria:
      benefit: {title: Benefit, weight: 60%}
      effort: {title: Effort, weight: 40%}
    """,
)
def weights_off_one(chain: Chain) -> Iterator[Breach]:
    criteria = list(chain.engagement.of(Criterion))
    total = math.fsum(criterion.weight for criterion in criteria)
    if not criteria or abs(total - 1) <= _TOLERANCE or "criterion" in chain.engagement.broken.values():
        return
    if not chain.engagement.complete:
        return
    *others, last = criteria
    shown = plain_number(round(total * 100, 2))
    yield Breach(
        last.id,
        Text(zh=f"各准则的权重合计 {shown}%", en=f"The weights of the criteria add up to {shown}%"),
        Text(zh="改到合计 100%", en="Make them add up to 100%"),
        ("weight",),
        also=tuple((criterion.id, ("weight",)) for criterion in others),
    )


RULES: Final = (
    item_not_scored,
    criterion_not_scored,
    score_off_scale,
    weights_off_one,
)
"""These rules."""
