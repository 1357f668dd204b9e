from collections.abc import Iterator

from sevenstep.chain.flow_graph import following
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step7_flows.run_on import every_run_on, is_detour, run_on_violation


@rule(
    "S765",
    "branch-runs-on",
    Severity.WARNING,
    title=Text(zh="一路办完不会掉进另一路", en="A branch does not run on into another by mistake"),
    reason=Text(
        zh="没写 next 的步骤接着往下走：挨着写的另一路就成了它的下一步，“批准”之后又去“驳回”。",
        en="A step without next goes on to the one below. If that is the other way out of the decision, those who are "
        "granted something are refused it next.",
    ),
)
def branch_runs_on(chain: Chain) -> Iterator[Violation]:
    for flow, run_on in every_run_on(chain):
        if not is_detour(flow, run_on, following(flow)):
            yield run_on_violation(flow, run_on)
