from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from sevenstep.analysis.wording import shown_hours, shown_share
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text, joined
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step7_flows import Flow
from sevenstep.ruleset.rule import Violation, rule

if TYPE_CHECKING:
    from sevenstep.analysis.exits import Exit

_MOST: Final = 5


@rule(
    "S734",
    "estimate-mixes-ends",
    Severity.QUESTION,
    title=Text(zh="几种结局的平均时间，要说清指的是哪些业务", en="A time over several ends says which cases it means"),
    reason=Text(
        zh="部分业务早早结束，把全体的平均拉低：指标看上去达到了，走完全程的业务却没有。",
        en="Cases that end early pull the mean of all down: the indicator seems to be reached, while those that go the "
        "whole way take much longer.",
    ),
    decision=Text(
        zh="决定指标量的是哪些业务，目标算不算达到也随之改变。",
        en="It decides which cases the indicator counts, and with that whether its target is reached.",
    ),
)
def estimate_mixes_ends(chain: Chain) -> Iterator[Violation]:
    # brought in only when it looks: the rules are known by their texts, and need no numbers for that
    from sevenstep.analysis.exits import mixed_exits
    from sevenstep.analysis.resting import TIMES

    for flow in chain.engagement.of(Flow):
        keys = [key for key, asked in flow.estimates.items() if asked.metric in TIMES and not asked.of]
        known = [indicator for key in keys if isinstance(indicator := chain.elements.get(key), Indicator)]
        if not known or not (exits := mixed_exits(flow)):
            continue
        ways = joined([_said(chain, exit_) for exit_ in exits[:_MOST]], "；", "; ")
        named = joined(indicator.title.inserted_into(zh="“{}”", en="“{}”") for indicator in known)
        mean = _mean(exits)
        yield Violation(
            flow.id,
            flow.title.inserted_into(
                zh=f"“{{}}”的平均时间{mean.zh}混合了几种结局：{ways.zh}。{named.zh}指的是哪些业务？",
                en=f"The mean time of “{{}}”{mean.en} mixes several ways out: {ways.en}. "
                f"Which cases does {named.en} mean?",
            ),
            Text(
                zh="只算走完全程的，就把早退的分出去，另写一个流程；确实要全体的平均，写明理由：accepted: {S734: 理由}",
                en="If only those that go the whole way count, put the others into a flow of their own; if the mean of "
                "all is meant, say so: accepted: {S734: reason}",
            ),
            ("estimates", known[0].id),
            also=tuple((flow.id, ("estimates", indicator.id)) for indicator in known[1:]),
        )


def _mean(exits: "tuple[Exit, ...]") -> Text:
    """What all cases take on average, where it is known of each way out."""
    if any(exit_.hours is None for exit_ in exits):
        return Text(plain="", zh="", en="")
    mean = sum(exit_.share * (exit_.hours or 0.0) for exit_ in exits)
    return Text(zh=f"（{shown_hours(mean, 'zh')}）", en=f", {shown_hours(mean, 'en')},")


def _said(chain: Chain, exit_: "Exit") -> Text:
    title, share = chain.elements[exit_.node].title, shown_share(exit_.share)
    told = Text(zh=f"{share} 止于“{title.for_language('zh')}”", en=f"{share} leave at “{title.for_language('en')}”")
    if exit_.hours is None:
        return told
    zh, en = shown_hours(exit_.hours, "zh"), shown_hours(exit_.hours, "en")
    return told.inserted_into(zh=f"{{}}，平均 {zh}", en=f"{{}} after {en}")
