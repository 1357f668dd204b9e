"""Rules of step 7: the flow of today against the flow that shall be, and what is measured by them."""

from collections.abc import Iterator
from typing import Final

from sevenstep.analysis.estimates import COUNTED, Counted, fits
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Flow, Metric
from sevenstep.rules.rule import Breach, rule


@rule(
    "S723",
    "as-is-without-to-be",
    Severity.WARNING,
    title=Text(zh="画了现状，也要画目标", en="Where today's flow is drawn, so is the one that shall be"),
    reason=Text(
        zh="只有现状没有目标，看不出要改什么，也算不出能改善多少。",
        en="Without a to-be flow nobody sees what shall change, nor how much it would gain.",
    ),
    bad="""
    items:
      booking: {title: Book space}
    flows:
      booking-asis: {title: "Booking, as is", details: booking, variant: as-is}
    """,
    good="""
    items:
      booking: {title: Book space}
    flows:
      booking-asis: {title: "Booking, as is", details: booking, variant: as-is}
      booking-tobe: {title: "Booking, to be", details: booking, variant: to-be}
    """,
)
def as_is_without_to_be(chain: Chain) -> Iterator[Breach]:
    for item, as_is, to_be in _variants(chain):
        if as_is and not to_be:
            yield Breach(
                item.id,
                Text(
                    zh=f"事项“{item.id}”有现状流程“{as_is[0]}”，没有目标流程",
                    en=f"Item “{item.id}” has an as-is flow, “{as_is[0]}”, but no to-be flow",
                ),
                Text(
                    zh=f"在 flows: 下加一个流程：details: {item.id}，variant: to-be；不打算改的，"
                    "写 accepted: {S723: 理由}",
                    en=f"Add a flow with details: {item.id} and variant: to-be; if nothing is to change, "
                    "accepted: {S723: reason}",
                ),
            )


@rule(
    "S724",
    "to-be-without-as-is",
    Severity.WARNING,
    title=Text(zh="画了目标，也要画现状", en="Where a to-be flow is drawn, so is today's"),
    reason=Text(
        zh="没有现状作对照，目标流程快了多少、省了多少都无从说起。",
        en="With nothing to compare it with, nobody can say what the to-be flow gains.",
    ),
    bad="""
    items:
      booking: {title: Book space}
    flows:
      booking-tobe: {title: "Booking, to be", details: booking, variant: to-be}
    """,
    good="""
    items:
      booking: {title: Book space}
    flows:
      booking-asis: {title: "Booking, as is", details: booking, variant: as-is}
      booking-tobe: {title: "Booking, to be", details: booking, variant: to-be}
    """,
)
def to_be_without_as_is(chain: Chain) -> Iterator[Breach]:
    for item, as_is, to_be in _variants(chain):
        if to_be and not as_is:
            yield Breach(
                item.id,
                Text(
                    zh=f"事项“{item.id}”有目标流程“{to_be[0]}”，没有现状流程",
                    en=f"Item “{item.id}” has a to-be flow, “{to_be[0]}”, but no as-is flow",
                ),
                Text(
                    zh=f"在 flows: 下加一个流程：details: {item.id}，variant: as-is；现在还没有这件事的，"
                    "写 accepted: {S724: 新业务}",
                    en=f"Add a flow with details: {item.id} and variant: as-is; if nobody does it today, "
                    "accepted: {S724: new business}",
                ),
            )


@rule(
    "S725",
    "variant-twice",
    Severity.WARNING,
    title=Text(zh="每个事项的现状、目标各一个流程", en="An item has one flow in each variant"),
    reason=Text(
        zh="两个都叫现状，比较时不知道拿哪一个，指标也会得到两个值。",
        en="Of two as-is flows nobody knows which to compare, and an indicator gets two values.",
    ),
    bad="""
    items:
      booking: {title: Book space}
    flows:
      booking-rail: {title: Booking by rail, details: booking, variant: as-is}
      booking-road: {title: Booking by road, details: booking, variant: as-is}
    """,
    good="""
    items:
      booking-rail: {title: Book space on a train}
      booking-road: {title: Book a truck}
    flows:
      by-rail: {title: Booking by rail, details: booking-rail, variant: as-is}
      by-road: {title: Booking by road, details: booking-road, variant: as-is}
    """,
)
def variant_twice(chain: Chain) -> Iterator[Breach]:
    for item, *variants in _flows_of_items(chain):
        for flows, zh, en in zip(variants, ("现状", "目标"), ("as-is", "to-be"), strict=True):
            if len(flows) > 1:
                listed = [f"“{flow}”" for flow in flows]
                yield Breach(
                    flows[1],
                    Text(
                        zh=f"事项“{item.id}”有 {len(flows)} 个{zh}流程：{'、'.join(listed)}",
                        en=f"Item “{item.id}” has {len(flows)} {en} flows: {', '.join(listed)}",
                    ),
                    Text(
                        zh="合成一个流程，用网关分开；若是两件事，各立一个事项",
                        en="Make them one flow that a gateway splits; if they are two matters, give each an item",
                    ),
                    ("variant",),
                    also=tuple((other, ("variant",)) for other in (flows[0], *flows[2:])),
                )


@rule(
    "S726",
    "measure-shapes-as-is",
    Severity.ERROR,
    title=Text(zh="举措形成的是目标流程", en="A measure shapes a to-be flow"),
    reason=Text(
        zh="现状是举措之前的样子；把举措挂在现状上，前后比较就不成立。",
        en="Today's flow is what was there before the measure; with the measure in it, before and after are the same.",
    ),
    bad="""
    flows:
      booking-asis: {title: "Booking, as is", details: booking, variant: as-is}
      booking-tobe: {title: "Booking, to be", details: booking, variant: to-be}
    measures:
      one-order: {title: Order once, shapes: booking-asis}
    """,
    good="""
    flows:
      booking-asis: {title: "Booking, as is", details: booking, variant: as-is}
      booking-tobe: {title: "Booking, to be", details: booking, variant: to-be}
    measures:
      one-order: {title: Order once, shapes: booking-tobe}
    """,
)
def measure_shapes_as_is(chain: Chain) -> Iterator[Breach]:
    to_be: dict[str, str] = {}
    for flow in chain.engagement.of(Flow):
        if flow.details is not None and flow.variant == "to-be":
            to_be.setdefault(flow.details, flow.id)
    for link in chain.related("shapes"):
        shaped = chain.elements[link.target]
        if not isinstance(shaped, Flow) or shaped.variant != "as-is":
            continue
        meant = to_be.get(shaped.details or "")
        yield Breach(
            link.source,
            Text(
                zh=f"举措“{link.source}”形成的“{shaped.id}”是现状流程",
                en=f"Measure “{link.source}” shapes “{shaped.id}”, which is an as-is flow",
            ),
            Text(zh=f"改成目标流程“{meant}”", en=f"Name the to-be flow, “{meant}”")
            if meant
            else Text(zh="改成目标流程的编号", en="Name a to-be flow"),
            link.path,
        )


@rule(
    "S727",
    "estimate-in-another-unit",
    Severity.WARNING,
    title=Text(
        zh="估算用的度量与指标的单位相符", en="A flow's metric fits the unit of the indicator that it estimates"
    ),
    reason=Text(
        zh="用小时去估一个以元计的指标，链条看似闭合，得出的数却没有意义。",
        en="Hours put into an indicator in CNY seem to close the chain, but the figure means nothing.",
    ),
    bad="""
    indicators:
      waiting-cost: {title: Cost of waiting, unit: CNY}
    flows:
      gate-asis: {title: "Gate, as is", variant: as-is, estimates: {waiting-cost: waiting_time}}
      gate-tobe: {title: "Gate, to be", variant: to-be, estimates: {waiting-cost: waiting_time}}
    """,
    good="""
    indicators:
      waiting-cost: {title: Cost of waiting, unit: CNY}
    flows:
      gate-asis: {title: "Gate, as is", variant: as-is, estimates: {waiting-cost: cost}}
      gate-tobe: {title: "Gate, to be", variant: to-be, estimates: {waiting-cost: cost}}
    """,
)
def estimate_in_another_unit(chain: Chain) -> Iterator[Breach]:
    found: dict[tuple[str, Metric], list[str]] = {}
    for flow in chain.engagement.of(Flow):
        for indicator, estimate in flow.estimates.items():
            found.setdefault((indicator, estimate.metric), []).append(flow.id)
    for (key, metric), flows in found.items():
        estimated = chain.elements.get(key)
        unit = estimated.figures_unit if isinstance(estimated, Indicator) else None
        if unit is None or fits(unit, metric):
            continue
        what, needs = _NEEDED[COUNTED[metric]]
        yield Breach(
            flows[0],
            Text(
                zh=f"流程“{flows[0]}”用 {metric}（{what.in_('zh')}）估算“{key}”，这个指标"
                + (f"的单位却是 {unit}" if unit else "却没有单位"),
                en=f"Flow “{flows[0]}” estimates “{key}” by {metric}, {what.in_('en')}, but this indicator "
                + (f"is in {unit}" if unit else "has no unit"),
            ),
            Text(
                zh=f"换一个相符的度量，或把指标的单位改成 {needs.in_('zh')}",
                en=f"Choose a metric that fits, or give the indicator {needs.in_('en')}",
            ),
            ("estimates", key),
            also=tuple((other, ("estimates", key)) for other in flows[1:]),
        )


_NEEDED: Final[dict[Counted, tuple[Text, Text]]] = {
    "time": (Text(zh="时间", en="a time"), Text(zh="h、d 等时间单位", en="a unit of time, such as h or d")),
    "share": (Text(zh="比例", en="a share"), Text(zh="%", en="the unit %")),
    "number": (
        Text(zh="次数", en="a count"),
        Text(zh='“次”，或写 unit: ""', en='a unit such as times, or unit: ""'),
    ),
    "money": (Text(zh="费用", en="a cost"), Text(zh="CNY 等币种", en="a currency, such as CNY")),
}
"""What a metric is, and the unit that it needs."""


def _variants(chain: Chain) -> Iterator[tuple[Item, list[str], list[str]]]:
    """The items with their flows as is and to be; none where a flow may be missing that is only misspelt or unread."""
    engagement = chain.engagement
    if not engagement.complete or "flow" in engagement.broken.values():
        return
    if any(link.relation.name == "details" for link in (*chain.dangling, *chain.mistyped)):
        return
    yield from _flows_of_items(chain)


def _flows_of_items(chain: Chain) -> Iterator[tuple[Item, list[str], list[str]]]:
    for item in chain.engagement.of(Item):
        flows = [flow for flow in chain.holders(item.id, "details") if isinstance(flow, Flow)]
        if flows:
            as_is = [flow.id for flow in flows if flow.variant == "as-is"]
            yield item, as_is, [flow.id for flow in flows if flow.variant == "to-be"]


RULES: Final = (
    as_is_without_to_be,
    to_be_without_as_is,
    variant_twice,
    measure_shapes_as_is,
    estimate_in_another_unit,
)
"""Variants and what they estimate, in the order of the codes."""
