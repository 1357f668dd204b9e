from collections.abc import Iterator

from sevenstep.analysis.assessment.assess import assessments
from sevenstep.analysis.assessment.main_factors import main_factors
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.assessment import FEWEST_SPOKES, Assessment
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A114",
    "radar-of-few-factors",
    Severity.WARNING,
    title=Text(zh="雷达图至少有三个方面", en="A radar has three factors at least"),
    reason=Text(
        zh="不到三个方面有值，雷达图画不成面，站点上就不会有这张图。",
        en="Where fewer than three main factors are known a radar encloses nothing, so the site does not show one.",
    ),
)
def radar_of_few_factors(chain: Chain) -> Iterator[Violation]:
    for assessment in chain.engagement.of(Assessment):
        if not assessment.radar:
            continue
        found = main_factors(assessments(chain)[assessment.id])
        known = sum(one.now.good is not None for one in found)
        if found and known < FEWEST_SPOKES:
            yield Violation(
                assessment.id,
                Text(
                    zh=f"要画雷达图，但最上面的因素里只有 {known} 个有值",
                    en=f"A radar is asked for, but of its main factors only {known} are known",
                ),
                Text(
                    zh="补上因素或评估值；或者去掉 radar，点图已经说清楚",
                    en="Add factors or values; or leave radar out: the rows of dots say it all",
                ),
                ("radar",),
            )
