from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step7_flows.judged_flows import judged_flows


@rule(
    "S764",
    "soundness-not-judged",
    Severity.HINT,
    title=Text(zh="流程走不走得通能判断出来", en="Whether a flow can come to a standstill can be judged"),
    reason=Text(
        zh="分支交叉得太多，可能的走法就多得看不完：没报卡死，不等于不会卡死。",
        en="Where very many ways cross, they can be combined in more ways than can be looked at. That no standstill is "
        "reported then does not mean that there is none.",
    ),
)
def soundness_not_judged(chain: Chain) -> Iterator[Violation]:
    for flow, found in judged_flows(chain):
        if not found.complete and not found.stuck and not found.twice:
            yield Violation(
                flow.id,
                flow.title.inserted_into(
                    zh="“{}”会不会卡死、有没有步骤重复走，没有判断：分支交叉，可能的走法太多",
                    en="Whether cases of “{}” can come to a standstill, or do a step twice, was not judged: its ways "
                    "cross in too many combinations",
                ),
                Text(
                    zh="让每个分开的网关各有一个汇合，分支之间不交叉；或把其中一段拆成单独的流程",
                    en="Let the ways of each split meet in one join of its own, without crossing others, or make a "
                    "part a flow of its own",
                ),
                ("steps",),
                on_key=True,
            )
