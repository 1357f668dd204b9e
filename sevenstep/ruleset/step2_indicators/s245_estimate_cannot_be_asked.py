from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step7_flows import OF_STEPS, Flow
from sevenstep.ruleset.rule import Violation, rule

_ONLY_OF_STEPS: Final = frozenset({"visits", "probability"})


@rule(
    "S245",
    "estimate-cannot-be-asked",
    Severity.ERROR,
    title=Text(zh="按步骤测算时，度量要能按步骤算", en="A metric of steps can be computed for steps"),
    reason=Text(
        zh="全程时间、流程效率等属于整个流程，不能分到步骤；经过次数和经过概率只属于步骤。",
        en="Lead time, efficiency and the like belong to the whole flow; visits and the chance of passing belong to "
        "steps.",
    ),
)
def estimate_cannot_be_asked(chain: Chain) -> Iterator[Violation]:
    for flow in chain.engagement.of(Flow):
        for key, estimate in flow.estimates.items():
            metric, name = estimate.metric, estimate.metric.label
            if estimate.of and metric not in OF_STEPS:
                listed = "、".join(sorted(OF_STEPS))
                yield Violation(
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
                yield Violation(
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
