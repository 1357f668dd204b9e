from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.chain.path_variants import changed_by
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step4_paths import Path
from sevenstep.model.step5_scenarios import Scenario
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S420",
    "both-variants-realized",
    Severity.WARNING,
    title=Text(zh="场景落实一条路径的一个版本", en="A scenario realizes a path in one variant"),
    reason=Text(
        zh="现状和目标是同一条路径的前后：落实了目标，现状就有了交代。",
        en="As is and to be are one path before and after: who realizes the one has dealt with the other.",
    ),
)
def both_variants_realized(chain: Chain) -> Iterator[Violation]:
    for scenario in chain.engagement.of(Scenario):
        for path in chain.targets(scenario.id, "realizes"):
            before = changed_by(chain, path) if isinstance(path, Path) else None
            if before is not None and before.id in scenario.realizes:
                yield Violation(
                    scenario.id,
                    Text(
                        zh=f"场景“{scenario.id}”同时落实现状路径“{before.id}”和目标路径“{path.id}”",
                        en=f"Scenario “{scenario.id}” realizes as-is path “{before.id}” and to-be path “{path.id}”",
                    ),
                    Text(zh="只写目标路径", en="Name the to-be path only"),
                    ("realizes", scenario.realizes.index(before.id)),
                )
