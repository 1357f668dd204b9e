from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step7_flows.judged_flows import judged_flows, listed


@rule(
    "S707",
    "runs-twice",
    Severity.ERROR,
    title=Text(zh="并行的几路先汇合再往下走", en="Parallel ways are joined before they go on"),
    reason=Text(
        zh="并行的几路不汇合就往下走，后面每一步都要做几遍：时长、费用和交接次数全算错。",
        en="Parallel ways that go on without being joined do all that follows once each: times and costs come out "
        "wrong.",
    ),
)
def runs_twice(chain: Chain) -> Iterator[Violation]:
    for flow, found in judged_flows(chain):
        for twice in found.twice:
            name, meeting = twice.node, listed(twice.meeting)
            if twice.meeting:
                message = Text(
                    zh=f"“{name}”会走两遍：{meeting.for_language('zh')}同时进行，又各自接到它",
                    en=f"“{name}” can run twice: {meeting.for_language('en')} are under way at once, "
                    f"and each leads to it",
                )
                join = f"join: {{title: …, type: parallel, next: {name}}}"
                remedy = Text(
                    zh=f"在“{name}”前加汇合 {join}，这几路都写 next: join",
                    en=f"Join them before “{name}” with {join}; let each way have next: join",
                )
            else:
                message = Text(
                    zh=f"“{name}”会走两遍：并行的一路还没汇合就绕了回去，又从头走一次",
                    en=f"“{name}” can run twice: a parallel way leads back and begins anew before the ways are joined",
                )
                remedy = Text(
                    zh="先用并行网关汇合，再判断要不要返工；或者让返工只回到本路之内",
                    en="Join the ways by a parallel gateway and lead back after it, or lead back only within the way",
                )
            yield Violation(f"{flow.id}/{name}", message, remedy)
