from collections.abc import Iterator

from sevenstep.analysis.assessment.factor_tree import factor_tree
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.assessment import Assessment
from sevenstep.model.frames.factor import Factor
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A106",
    "factor-of-no-assessment",
    Severity.WARNING,
    title=Text(zh="每个因素属于一次评估", en="Each factor belongs to an assessment"),
    reason=Text(
        zh="不在任何评估里的因素，写了也不会算。",
        en="What belongs to no assessment is never counted.",
    ),
)
def factor_of_no_assessment(chain: Chain) -> Iterator[Violation]:
    if not chain.engagement.has_read_all(Assessment, Factor):
        return
    reached = {
        node.factor.id for assessment in chain.engagement.of(Assessment) for node in factor_tree(chain, assessment)
    }
    for factor in chain.engagement.of(Factor):
        if factor.id in reached:
            continue
        is_circle = factor.parent is not None and chain.targets(factor.id, "under-factor")
        yield Violation(
            factor.id,
            Text(zh="往上走到不了任何评估", en="It does not lead up to any assessment")
            if is_circle
            else Text(zh="它不属于任何评估", en="It belongs to no assessment"),
            Text(
                zh="写明 assessment，或它的上级因素 parent；上级不能绕成一圈",
                en="Name its assessment, or the factor above it as its parent; parents must not go round in a circle",
            ),
        )
