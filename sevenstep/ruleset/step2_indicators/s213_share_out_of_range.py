import re
from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.quantity import same_unit
from sevenstep.model.step2_indicators import Indicator
from sevenstep.ruleset.rule import Violation, rule

_CHANGE: Final = re.compile(
    r"\b(?:gr[eo]w|increas|decreas|reduc|chang|ris(?:e|ing)|fall|year[- ]on[- ]year|yoy\b)"
    r"|增长|增速|增幅|增加|增减|下降|降幅|减少|涨|跌|同比|环比|变化|变动",
    re.IGNORECASE,
)


@rule(
    "S213",
    "share-out-of-range",
    Severity.WARNING,
    title=Text(zh="百分比在 0 到 100% 之间", en="A share lies between 0 and 100%"),
    reason=Text(
        zh="超过全部的占比是写错了；若是增长率，请在名称或定义里写明。",
        en="No share is more than the whole. If it is a rate of change, its title or definition should say so.",
    ),
)
def share_out_of_range(chain: Chain) -> Iterator[Violation]:
    for indicator in chain.engagement.of(Indicator):
        outside = [
            (path, figure.known)
            for path, figure in indicator.all_figures()
            if same_unit(figure.known.unit or indicator.unit, "%") and (figure.known.low < 0 or figure.known.high > 100)
        ]
        if outside and not _is_rate_of_change(indicator):
            for path, value in outside:
                yield Violation(
                    indicator.id,
                    Text(
                        zh=f"指标“{indicator.id}”是百分比，{value.shown('zh', '%')} 却不在 0 到 100% 之间",
                        en=f"Indicator “{indicator.id}” is a share, but {value.shown('en', '%')} is not between 0 and "
                        "100%",
                    ),
                    Text(
                        zh="改正数字；若是增长率，把“增长”写进名称或定义；"
                        "确实可以超过 100% 的，写明理由：accepted: {S213: 理由}",
                        en="Correct the figure; of a rate of change say “growth” or “change” in the title; "
                        "of what may exceed 100%, say why: accepted: {S213: reason}",
                    ),
                    path,
                )


def _is_rate_of_change(indicator: Indicator) -> bool:
    texts = [*indicator.title.wordings(), *(indicator.definition.wordings() if indicator.definition else ())]
    return any(_CHANGE.search(text) for text in texts)
