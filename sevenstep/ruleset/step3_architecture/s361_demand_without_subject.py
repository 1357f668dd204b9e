from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_regulations import Regulation
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S361",
    "demand-without-subject",
    Severity.WARNING,
    title=Text(zh="规定事项和要求要成对写", en="Subject and demand are written together"),
    reason=Text(
        zh="只写要求，不知道在哪件事上比；只写事项，不知道要求什么。",
        en="A demand without a subject cannot be compared; a subject without a demand says nothing.",
    ),
)
def demand_without_subject(chain: Chain) -> Iterator[Violation]:
    for regulation in chain.engagement.of(Regulation):
        if regulation.demands is not None and regulation.subject is None:
            yield Violation(
                regulation.id,
                Text(
                    zh=f"法规标准“{regulation.id}”写了要求，未写明在哪件事上",
                    en=f"Regulation “{regulation.id}” has a demand, but no subject",
                ),
                Text(
                    zh="写上 subject: 它规定的事项，与别处管同一件事的写法一样",
                    en="Add subject: and the matter it settles, worded as where others settle it",
                ),
                ("demands",),
                on_key=True,
            )
        elif regulation.subject is not None and regulation.demands is None:
            yield Violation(
                regulation.id,
                Text(
                    zh=f"法规标准“{regulation.id}”写了规定事项，未写要求什么",
                    en=f"Regulation “{regulation.id}” has a subject, but no demand",
                ),
                Text(zh="写上 demands: 数、界限或一句话", en="Add demands: and a figure, a bound, or a text"),
                ("subject",),
                on_key=True,
            )
