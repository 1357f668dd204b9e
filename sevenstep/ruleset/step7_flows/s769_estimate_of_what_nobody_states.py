from collections.abc import Iterator

from sevenstep.analysis.unstated import unstated
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step7_flows import Flow
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S769",
    "estimate-of-what-nobody-states",
    Severity.WARNING,
    title=Text(
        zh="测算质量、排放和上网率的流程写明了它们",
        en="A flow that estimates quality, emissions or systems states them",
    ),
    reason=Text(
        zh="没有步骤写差错概率，不等于信息百分之百准确，只是没人说过；这样的指标得不到数值。",
        en="Where no step states a chance of error, information is not right in 100 % of cases: nobody has said. Such "
        "an indicator gets no value.",
    ),
)
def estimate_of_what_nobody_states(chain: Chain) -> Iterator[Violation]:
    for flow in chain.engagement.of(Flow):
        if not flow.steps or not flow.estimates:
            continue
        lacking = unstated(flow)
        for key, estimate in flow.estimates.items():
            metric = estimate.metric
            if metric in lacking:
                reason = lacking[metric]
                yield Violation(
                    flow.id,
                    Text(
                        zh=f"流程“{flow.id}”用 {metric}（{metric.label.zh}）测算“{key}”，"
                        f"但{reason.for_language('zh')}：得不出数值",
                        en=f"Flow “{flow.id}” estimates “{key}” by {metric}, but {reason.for_language('en')}: "
                        "there is no value",
                    ),
                    Text(zh="在步骤上写明，或去掉这个测算", en="State it at the steps, or take the estimate out"),
                    ("estimates", key),
                )
