from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_regulations import Regulation
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S350",
    "regulation-without-issuer",
    Severity.WARNING,
    title=Text(zh="法规标准要写明由谁制定", en="A regulation says who issued it"),
    reason=Text(
        zh="不知道谁定的，就不知道该找谁解释，也不知道谁能改。",
        en="Without an issuer, nobody can be asked what it means, and nobody can change it.",
    ),
)
def regulation_without_issuer(chain: Chain) -> Iterator[Violation]:
    for regulation in chain.engagement.of(Regulation):
        if regulation.issuer is None and regulation.issuer_name is None:
            yield Violation(
                regulation.id,
                Text(
                    zh=f"法规标准“{regulation.id}”未写明由谁制定",
                    en=f"Regulation “{regulation.id}” does not say who issued it",
                ),
                Text(
                    zh="写上 issuer: 参与主体编号；不在其中的写 issuer_name: 名称",
                    en="Add issuer: and the id of an actor, or issuer_name: with its name where it is none",
                ),
            )
