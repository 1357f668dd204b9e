from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import GatewayType
from sevenstep.model.step7_flows import Flow, Gateway
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S738",
    "inclusive-branch-without-chance",
    Severity.QUESTION,
    title=Text(zh="多选网关的每一路有自己的概率", en="Every branch of an inclusive gateway has its own chance"),
    reason=Text(
        zh="多选网关的几路各走各的，合计不必是 100%；未写概率的一路，分析只能当作一半的业务会走。",
        en="The branches of an inclusive gateway are taken apart from one another and need not add up to 100%; of one "
        "without a chance the analysis can only reckon that half of the cases take it.",
    ),
    decision=Text(
        zh="决定这一路的作业、时间和费用按多少业务计算。",
        en="It decides on how many cases the work, time and cost of this branch are reckoned.",
    ),
)
def inclusive_branch_without_chance(chain: Chain) -> Iterator[Violation]:
    for flow in chain.engagement.of(Flow):
        for node in flow.steps.values():
            if not isinstance(node, Gateway) or node.type != GatewayType.INCLUSIVE or node.id not in chain.elements:
                continue
            branches = node.next or {}
            for target, branch in branches.items():
                if branch.chance is None and len(branches) > 1 and target in flow.steps:
                    after = flow.steps[target].title
                    yield Violation(
                        node.id,
                        Text(
                            zh=f"“{node.title.for_language('zh')}”之后，每 100 "
                            f"件有几件走到“{after.for_language('zh')}”？现在按 50 件算",
                            en=f"Behind “{node.title.for_language('en')}”, how many of 100 cases go "
                            f"on to “{after.for_language('en')}”? "
                            "50 are reckoned now",
                        ),
                        Text(
                            zh=f"写上概率，每件都走写 {target}: 100%",
                            en=f"Give its chance; where every case takes it, {target}: 100%",
                        ),
                        ("next", target),
                        on_key=True,
                    )
