from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_architecture import Function
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S301",
    "function-without-domain",
    Severity.WARNING,
    title=Text(zh="业务环节要属于一个领域", en="A function belongs to a domain"),
    reason=Text(
        zh="不属于任何领域的环节，架构图上没有它的位置，也没有人主管。",
        en="A function in no domain has no place in the architecture, and nobody in charge.",
    ),
)
def function_without_domain(chain: Chain) -> Iterator[Violation]:
    for function in chain.engagement.of(Function):
        if function.domain is None:
            yield Violation(
                function.id,
                Text(zh=f"业务环节“{function.id}”不属于任何领域", en=f"Function “{function.id}” belongs to no domain"),
                Text(zh="写上 domain: 领域编号", en="Add domain: and the id of a domain"),
            )
