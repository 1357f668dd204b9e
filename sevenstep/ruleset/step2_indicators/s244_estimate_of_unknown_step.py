from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step7_flows import Flow
from sevenstep.model.suggest import did_you_mean
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S244",
    "estimate-of-unknown-step",
    Severity.ERROR,
    title=Text(zh="测算所指的步骤在流程里", en="An estimate names steps of its flow"),
    reason=Text(
        zh="流程里没有的步骤，算不出时间和费用。",
        en="A step that is not in the flow has neither time nor cost.",
    ),
)
def estimate_of_unknown_step(chain: Chain) -> Iterator[Violation]:
    for flow in chain.engagement.of(Flow):
        for key, estimate in flow.estimates.items():
            for name in dict.fromkeys(estimate.of):
                if name not in flow.steps and f"{flow.id}/{name}" not in chain.engagement.broken:
                    yield Violation(
                        flow.id,
                        Text(
                            zh=f"流程“{flow.id}”没有步骤“{name}”，无法用它测算“{key}”",
                            en=f"Flow “{flow.id}” has no step “{name}” to estimate “{key}” by",
                        ),
                        did_you_mean(name, flow.steps)
                        or Text(zh="写该流程 steps: 下的名称", en="Name steps that stand under its steps:"),
                        ("estimates", key, "of"),
                    )
