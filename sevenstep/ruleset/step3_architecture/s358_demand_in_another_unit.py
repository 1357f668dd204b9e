from collections.abc import Iterator

from sevenstep.analysis.units import UnlikeUnits, convert
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.quantity import Quantity
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step3_architecture.peers import by_subject


@rule(
    "S358",
    "demand-in-another-unit",
    Severity.WARNING,
    title=Text(zh="同一件事的要求用能换算的单位", en="Demands on one subject are in units that convert"),
    reason=Text(
        zh="单位换算不了的要求，既比不出松紧，也看不出矛盾。",
        en="Where units do not convert, nobody can tell which demand is stricter, or whether two clash.",
    ),
)
def demand_in_another_unit(chain: Chain) -> Iterator[Violation]:
    for peers in by_subject(chain).values():
        figures = [(peer, peer.demands) for peer in peers if isinstance(peer.demands, Quantity)]
        for peer, figure in figures[1:]:
            first, expected = figures[0]
            try:
                convert(1.0, figure.unit, expected.unit)
            except UnlikeUnits:
                yield Violation(
                    peer.id,
                    Text(
                        zh=f"“{peer.id}”要求 {figure.text}，“{first.id}”在同一件事上要求 {expected.text}："
                        "两个单位不能换算",
                        en=f"“{peer.id}” demands {figure.text}, “{first.id}” on the same subject {expected.text}: "
                        "these units do not convert",
                    ),
                    Text(
                        zh="换成同一个单位；管的不是一件事，就另写 subject",
                        en="Use one unit, or give them two subjects where these are two matters",
                    ),
                    ("demands",),
                    also=((first.id, ("demands",)),),
                )
