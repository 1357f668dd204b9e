from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.chain.path_variants import with_other_variants
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_architecture import Function
from sevenstep.model.step4_paths import Path
from sevenstep.model.step5_scenarios import Scenario
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S513",
    "improves-off-path",
    Severity.WARNING,
    title=Text(
        zh="场景改进的环节都在它落实的路径上", en="The functions that a scenario improves lie on the paths it realizes"
    ),
    reason=Text(
        zh="路径没有连到的环节，场景够不着：不是少落实了一条路径，就是环节写错了。",
        en="What its paths do not connect, a scenario does not reach: a path is missing, or the function is another.",
    ),
)
def improves_off_path(chain: Chain) -> Iterator[Violation]:
    for scenario in chain.engagement.of(Scenario):
        if not scenario.improves:
            continue
        paths = [path for path in chain.targets(scenario.id, "realizes") if isinstance(path, Path)]
        if len(paths) < len(set(scenario.realizes)):  # one is not there to be read: that is said elsewhere
            continue
        connected = {function for path in with_other_variants(chain, paths) for function in path.connects}
        for place, function in enumerate(scenario.improves):
            if isinstance(chain.elements.get(function), Function) and function not in connected:
                yield Violation(
                    scenario.id,
                    Text(
                        zh=f"场景“{scenario.id}”改进环节“{function}”，"
                        + ("它落实的路径却没有连接这个环节" if paths else "却没有落实任何路径"),
                        en=f"Scenario “{scenario.id}” improves “{function}”, "
                        + ("which none of the paths it realizes connects" if paths else "but realizes no path"),
                    ),
                    Text(
                        zh="在 realizes 里补上连接它的路径，在路径的 connects 里补上它，或改正 improves",
                        en="Realize a path that connects it, connect it on a path, or correct improves",
                    ),
                    ("improves", place),
                )
