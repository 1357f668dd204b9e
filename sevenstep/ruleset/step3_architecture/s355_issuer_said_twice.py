from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_regulations import Regulation
from sevenstep.ruleset.rule import Violation, rule

_PAIRS: Final = (("issuer", "issuer_name"), ("jurisdiction", "jurisdiction_name"))


@rule(
    "S355",
    "issuer-said-twice",
    Severity.WARNING,
    title=Text(zh="制定方和适用范围各只说一次", en="Issuer and jurisdiction are each said once, by id or by name"),
    reason=Text(
        zh="编号和名称都写，改了一个忘了另一个就会矛盾；只有编号算数。",
        en="Where both id and name stand, one is changed and the other forgotten; the id alone counts.",
    ),
)
def issuer_said_twice(chain: Chain) -> Iterator[Violation]:
    for regulation in chain.engagement.of(Regulation):
        for reference, name in _PAIRS:
            if getattr(regulation, reference) is not None and getattr(regulation, name) is not None:
                yield Violation(
                    regulation.id,
                    Text(
                        zh=f"法规标准“{regulation.id}”既写了 {reference}，又写了 {name}",
                        en=f"Regulation “{regulation.id}” has both {reference} and {name}",
                    ),
                    Text(zh=f"去掉 {name}", en=f"Take {name} out"),
                    (name,),
                    edits=(((name,), None),),
                )
