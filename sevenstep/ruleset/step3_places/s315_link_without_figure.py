from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import BestBy
from sevenstep.model.step3_places import Route, TransportLink
from sevenstep.ruleset.rule import Violation, rule

_FIELDS: Final = BestBy.each(
    {
        BestBy.FASTEST: ("time", "通过时间", "time", "30 h"),
        BestBy.CHEAPEST: ("cost", "通过成本", "cost", "3200 CNY/TEU"),
        BestBy.SUREST: ("reliability", "可靠度", "reliability", "95%"),
    }
)


@rule(
    "S315",
    "link-without-figure",
    Severity.WARNING,
    title=Text(zh="区段有路线比较要用的数值", en="A link has the figure that routes are compared by"),
    reason=Text(
        zh="缺这个数的区段，找最好的走法时只能当作不存在。",
        en="A link that lacks the figure is left out when the best way is looked for, as if it were not there.",
    ),
)
def link_without_figure(chain: Chain) -> Iterator[Violation]:
    wanted = dict.fromkeys(route.best for route in chain.engagement.of(Route))
    for best in wanted:
        field, zh, en, example = _FIELDS[best]
        for link in chain.engagement.of(TransportLink):
            if getattr(link, field) is None:
                yield Violation(
                    link.id,
                    Text(
                        zh=f"运输区段“{link.id}”没有{zh}，找{best.label.zh}的走法时用不上它",
                        en=f"Link “{link.id}” has no {en}: the {best.label.en} way is looked for without it",
                    ),
                    Text(
                        zh=f"写上 {field}: {example}；没有测过就先估",
                        en=f"Add {field}: {example}, estimated if need be",
                    ),
                )
