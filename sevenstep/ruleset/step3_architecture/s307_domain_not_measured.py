from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step3_architecture import Domain
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step3_architecture.whole import is_whole


@rule(
    "S307",
    "domain-not-measured",
    Severity.HINT,
    title=Text(zh="有业务环节的领域要有指标", en="A domain with functions has indicators"),
    reason=Text(
        zh="没有指标的领域，做得好不好看不出来。",
        en="In a domain without indicators nobody sees whether things get better.",
    ),
)
def domain_not_measured(chain: Chain) -> Iterator[Violation]:
    if not is_whole(chain, Indicator, "domain"):
        return
    for domain in chain.engagement.of(Domain):
        if chain.holders(domain.id, "in-domain") and not chain.holders(domain.id, "domain"):
            yield Violation(
                domain.id,
                Text(zh=f"领域“{domain.id}”没有指标", en=f"Domain “{domain.id}” has no indicator"),
                Text(
                    zh=f"在它的指标上写 domain: {domain.id}", en=f"Write domain: {domain.id} on the indicators it has"
                ),
            )
