from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_regulations import Regulation, compared
from sevenstep.model.values import same_words
from sevenstep.ruleset.rule import Violation, rule

_NAMES: Final = ("subject", "jurisdiction_name")


@rule(
    "S360",
    "name-worded-otherwise",
    Severity.WARNING,
    title=Text(
        zh="同一件事、同一个范围，写法处处一样",
        en="One subject and one jurisdiction are worded alike everywhere",
    ),
    reason=Text(
        zh="法规标准按事项和范围的文字来比较；一种语言相同、另一种不同的，被当成两件事。",
        en="Regulations are compared by these words: what is alike in one language and not in the other counts as two.",
    ),
)
def name_worded_otherwise(chain: Chain) -> Iterator[Violation]:
    for field in _NAMES:
        first: dict[str, Regulation] = {}
        for regulation in chain.engagement.of(Regulation):
            name = getattr(regulation, field)
            said = sorted({same_words(wording) for wording in name.wordings()}) if name is not None else []
            twin = next((first[wording] for wording in said if wording in first), None)
            for wording in said:
                first.setdefault(wording, regulation)
            other = getattr(twin, field) if twin is not None else None
            if twin is not None and compared(other) != compared(name):
                yield Violation(
                    regulation.id,
                    Text(
                        zh=f"“{regulation.id}”的 {field} 与“{twin.id}”的在一种语言里相同，在另一种里不同",
                        en=f"The {field} of “{regulation.id}” is that of “{twin.id}” in one language, "
                        "and another in the other",
                    ),
                    Text(
                        zh="是同一个，就照抄那里的写法；不是，就换一个名称",
                        en="Where they are one, write it as it stands there; else name them apart",
                    ),
                    (field,),
                    also=((twin.id, (field,)),),
                )
