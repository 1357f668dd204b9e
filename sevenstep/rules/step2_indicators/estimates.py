"""What flows estimate of indicators can be asked of them."""

from collections.abc import Iterator
from typing import Final

from sevenstep.analysis.estimates import adds_up
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step7_flows import METRICS, OF_STEPS, Flow
from sevenstep.model.suggest import did_you_mean
from sevenstep.rules.rule import Breach, rule

_ONLY_OF_STEPS: Final = frozenset({"visits", "probability"})


@rule(
    "S244",
    "estimate-of-unknown-step",
    Severity.ERROR,
    title=Text(zh="估算所指的步骤在流程里", en="An estimate names steps of its flow"),
    reason=Text(
        zh="流程里没有的步骤，算不出时间和费用。",
        en="Of a step that is not in the flow there is neither time nor cost.",
    ),
    bad="""
    indicators:
      waiting: {title: Waiting at the gate, unit: h}
    flows:
      gate:
        title: Gate
        variant: as-is
        estimates: {waiting: {metric: waiting_time, of: queu}}
        steps:
          arrive: {title: Truck arrives, type: start}
          queue: {title: Queue, wait: 2h}
          leave: {title: Truck leaves, type: end}
    """,
    good="""
    indicators:
      waiting: {title: Waiting at the gate, unit: h}
    flows:
      gate:
        title: Gate
        variant: as-is
        estimates: {waiting: {metric: waiting_time, of: queue}}
        steps:
          arrive: {title: Truck arrives, type: start}
          queue: {title: Queue, wait: 2h}
          leave: {title: Truck leaves, type: end}
    """,
)
def estimate_of_unknown_step(chain: Chain) -> Iterator[Breach]:
    for flow in chain.engagement.of(Flow):
        for key, estimate in flow.estimates.items():
            for name in dict.fromkeys(estimate.of):
                if name not in flow.steps and f"{flow.id}/{name}" not in chain.engagement.broken:
                    yield Breach(
                        flow.id,
                        Text(
                            zh=f"流程“{flow.id}”没有步骤“{name}”，无法用它估算“{key}”",
                            en=f"Flow “{flow.id}” has no step “{name}” to estimate “{key}” by",
                        ),
                        did_you_mean(name, flow.steps)
                        or Text(zh="写这个流程 steps: 下的名称", en="Name steps that stand under its steps:"),
                        ("estimates", key, "of"),
                    )


@rule(
    "S245",
    "estimate-cannot-be-asked",
    Severity.ERROR,
    title=Text(zh="按步骤估算时，度量要能按步骤算", en="What is asked of steps can be told of steps"),
    reason=Text(
        zh="全程时间、流程效率等属于整个流程，不能分到步骤；经过次数和经过概率只属于步骤。",
        en="A lead time or an efficiency is that of the whole flow; times and chance of passing are those of steps.",
    ),
    bad="""
    indicators:
      lead: {title: Lead time, unit: h}
      empty: {title: Empty trips, unit: "%"}
    flows:
      gate:
        title: Gate
        variant: as-is
        estimates: {lead: {metric: lead_time, of: queue}, empty: probability}
        steps:
          arrive: {title: Truck arrives, type: start}
          queue: {title: Queue, wait: 2h}
          leave: {title: Truck leaves, type: end}
    """,
    good="""
    indicators:
      lead: {title: Lead time, unit: h}
      empty: {title: Empty trips, unit: "%"}
    flows:
      gate:
        title: Gate
        variant: as-is
        estimates: {lead: lead_time, empty: {metric: probability, of: leave}}
        steps:
          arrive: {title: Truck arrives, type: start}
          queue: {title: Queue, wait: 2h}
          leave: {title: Truck leaves, type: end}
    """,
)
def estimate_cannot_be_asked(chain: Chain) -> Iterator[Breach]:
    for flow in chain.engagement.of(Flow):
        for key, estimate in flow.estimates.items():
            metric, name = estimate.metric, METRICS[estimate.metric]
            if estimate.of and metric not in OF_STEPS:
                listed = "、".join(sorted(OF_STEPS))
                yield Breach(
                    flow.id,
                    Text(
                        zh=f"{metric}（{name.zh}）属于整个流程，不能只问几个步骤",
                        en=f"{metric} is that of the whole flow: it cannot be asked of some steps",
                    ),
                    Text(
                        zh=f"去掉 of，或换成能按步骤算的：{listed}",
                        en=f"Leave out of, or use one of {listed.replace('、', ', ')}",
                    ),
                    ("estimates", key),
                )
            elif metric in _ONLY_OF_STEPS and not estimate.of:
                yield Breach(
                    flow.id,
                    Text(
                        zh=f"{metric}（{name.zh}）要说明是哪些步骤的",
                        en=f"{metric} needs the steps it is about",
                    ),
                    Text(
                        zh=f"写成 {key}: {{metric: {metric}, of: [步骤]}}",
                        en=f"Write {key}: {{metric: {metric}, of: [step]}}",
                    ),
                    ("estimates", key),
                )


@rule(
    "S246",
    "estimated-twice",
    Severity.WARNING,
    title=Text(
        zh="几个流程估算一个指标，只在能相加时", en="Several flows estimate an indicator only where they add up"
    ),
    reason=Text(
        zh="不同事项的时间、费用和次数可以相加；此外两个值没人知道该取哪个，只用第一个。",
        en="Times, costs and counts of different items add up; of any other two values nobody knows which one counts, "
        "and only the first is used.",
    ),
    bad="""
    indicators:
      by-hand: {title: Share by hand, unit: "%"}
    flows:
      gate: {title: Gate, details: gate-in, variant: as-is, estimates: {by-hand: manual_share}}
      yard: {title: Yard, details: storage, variant: as-is, estimates: {by-hand: manual_share}}
    """,
    good="""
    indicators:
      waiting: {title: Waiting, unit: h}
    flows:
      gate: {title: Gate, details: gate-in, variant: as-is, estimates: {waiting: waiting_time}}
      yard: {title: Yard, details: storage, variant: as-is, estimates: {waiting: waiting_time}}
    """,
)
def estimated_twice(chain: Chain) -> Iterator[Breach]:
    found: dict[tuple[str, str], list[Flow]] = {}
    for flow in chain.engagement.of(Flow):
        for key in flow.estimates:
            if isinstance(chain.elements.get(key), Indicator):
                found.setdefault((key, flow.variant), []).append(flow)
    for (key, variant), flows in found.items():
        items = [flow.details for flow in flows]
        if len(flows) < 2 or (items[0] is not None and len(set(items)) == 1) or adds_up(flows, key):
            continue  # two flows of one item are another rule's matter
        others = [flow.id for flow in flows[1:]]
        yield Breach(
            others[0],
            Text(
                zh=f"“{key}”的{'现状' if variant == 'as-is' else '目标'}值已由流程“{flows[0].id}”估算，"
                f"“{'”、“'.join(others[:5])}”的没有用上",
                en=f"“{key}” is estimated by flow “{flows[0].id}” ({variant}) already: "
                f"“{'”, “'.join(others[:5])}” is not used",
            ),
            Text(
                zh="只留一个；要相加，就用同一个能相加的度量，流程各属一个事项",
                en="Keep one; what adds up is one metric (a time, a cost, a count) of flows that detail an item each",
            ),
            ("estimates", key),
            also=tuple((other, ("estimates", key)) for other in (flows[0].id, *others[1:])),
        )


RULES: Final = (estimate_of_unknown_step, estimate_cannot_be_asked, estimated_twice)
"""These rules."""
