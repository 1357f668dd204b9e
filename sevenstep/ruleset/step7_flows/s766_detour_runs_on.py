from collections.abc import Iterator

from sevenstep.chain.flow_graph import following
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step7_flows.run_on import every_run_on, is_detour, run_on_violation


@rule(
    "S766",
    "detour-runs-on",
    Severity.HINT,
    title=Text(zh="绕行之后接回主路要写明", en="A detour says where it comes back"),
    reason=Text(
        zh="补正之后接着往下办，多半就是这个意思；可是写明 next，别人移动或插入步骤时才不会走错。",
        en="That what was corrected goes on like the rest is likely meant. With next it stays so when somebody moves a "
        "step or puts one between.",
    ),
)
def detour_runs_on(chain: Chain) -> Iterator[Violation]:
    for flow, run_on in every_run_on(chain):
        if is_detour(flow, run_on, following(flow)):
            yield run_on_violation(flow, run_on)
