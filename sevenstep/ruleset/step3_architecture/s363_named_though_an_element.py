from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.field import field_of
from sevenstep.model.step3_regulations import Regulation
from sevenstep.model.values import same_words
from sevenstep.ruleset.rule import Violation, rule

_NAMES: Final = (("issuer_name", "issuer"), ("jurisdiction_name", "jurisdiction"))


@rule(
    "S363",
    "named-though-an-element",
    Severity.WARNING,
    title=Text(zh="已是要素的制定方和范围写编号", en="An issuer or jurisdiction that is an element is named by its id"),
    reason=Text(
        zh="写成名称，链上就没有联系，也会和写编号的被当成两个。",
        en="By its name alone nothing leads to it, and it counts as another than where its id is written.",
    ),
)
def named_though_an_element(chain: Chain) -> Iterator[Violation]:
    titles = _titles(chain)
    for regulation in chain.engagement.of(Regulation):
        for field, reference in _NAMES:
            name = getattr(regulation, field)
            said = name.wordings() if name is not None and getattr(regulation, reference) is None else ()
            known = next((titles[same_words(wording)] for wording in said if same_words(wording) in titles), None)
            if known is not None and chain.elements[known].KIND.name in _allowed(reference):
                yield Violation(
                    regulation.id,
                    Text(
                        zh=f"“{regulation.id}”的 {field} 就是要素“{known}”",
                        en=f"The {field} of “{regulation.id}” is the element “{known}”",
                    ),
                    Text(zh=f"改为 {reference}: {known}", en=f"Write {reference}: {known} instead"),
                    (field,),
                )


def _allowed(reference: str) -> tuple[str, ...]:
    relation = field_of(Regulation, reference).relation
    return relation.to if relation is not None else ()


def _titles(chain: Chain) -> dict[str, str]:
    """The elements that can issue or have a jurisdiction, by every wording of their titles."""
    kinds = {kind for _, reference in _NAMES for kind in _allowed(reference)}
    return {
        same_words(wording): element.id
        for element in chain.elements.values()
        if element.KIND.name in kinds
        for wording in element.title.wordings()
    }
