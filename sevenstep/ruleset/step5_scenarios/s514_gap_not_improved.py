from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step1_goals import Challenge
from sevenstep.model.step3_architecture import Function
from sevenstep.model.step5_scenarios import Scenario
from sevenstep.model.step7_flows import Finding
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S514",
    "gap-not-improved",
    Severity.HINT,
    title=Text(zh="有痛点或发现的环节，有场景去改进", en="A function with a challenge or a finding is improved"),
    reason=Text(
        zh="知道哪个环节不好，却没有场景改进它，问题会留下来。只在写了 improves 的项目里检查。",
        en="Where a function is known to fail and no scenario improves it, it goes on failing. Asked only where "
        "scenarios say what they improve.",
    ),
)
def gap_not_improved(chain: Chain) -> Iterator[Violation]:
    if not chain.related("improves") or not chain.engagement.has_read_all(Scenario):
        return
    if any(link.relation.name == "improves" for link in (*chain.dangling, *chain.mistyped)):
        return
    for function in chain.engagement.of(Function):
        hurts = [one.id for one in chain.holders(function.id, "felt-in", "touches") if isinstance(one, _HURTING)]
        if hurts and not chain.holders(function.id, "improves"):
            listed = [f"“{key}”" for key in hurts]
            yield Violation(
                function.id,
                Text(
                    zh=f"环节“{function.id}”体现了{'、'.join(listed)}，没有场景改进它",
                    en=f"“{function.id}” is where {', '.join(listed)} is felt, but no scenario improves it",
                ),
                Text(
                    zh=f"在改进它的场景里写 improves: [{function.id}]；有意不管的，写 accepted: {{S514: 理由}}",
                    en=f"Add improves: [{function.id}] to the scenario that does; if it is left as it is on purpose, "
                    "accepted: {S514: reason}",
                ),
            )


_HURTING = (Challenge, Finding)
