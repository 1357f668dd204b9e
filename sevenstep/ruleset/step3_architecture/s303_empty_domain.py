from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_architecture import Domain, Function
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step3_architecture.whole import is_whole


@rule(
    "S303",
    "empty-domain",
    Severity.WARNING,
    title=Text(zh="领域里要有业务环节", en="A domain holds functions"),
    reason=Text(
        zh="空的领域在架构图上是一个空框：要么漏了环节，要么不需要它。",
        en="An empty domain is an empty box: either its functions are missing, or it is not needed.",
    ),
)
def empty_domain(chain: Chain) -> Iterator[Violation]:
    if not is_whole(chain, Function, "in-domain"):
        return
    for domain in chain.engagement.of(Domain):
        if not chain.holders(domain.id, "in-domain"):
            yield Violation(
                domain.id,
                Text(zh=f"领域“{domain.id}”里没有业务环节", en=f"Domain “{domain.id}” holds no function"),
                Text(
                    zh=f"在环节上写 domain: {domain.id}，或删掉这个领域",
                    en=f"Write domain: {domain.id} on its functions, or take the domain out",
                ),
            )
