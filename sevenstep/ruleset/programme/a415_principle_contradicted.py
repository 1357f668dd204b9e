from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.principle import Principle
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A415",
    "principle-contradicted",
    Severity.WARNING,
    title=Text(zh="基本原则不被违背", en="Principles are not contradicted"),
    reason=Text(
        zh="既说遵循又说偏离，或者偏离的比遵循的多，这条原则就不成立。",
        en="What goes by a principle and departs from it, or a principle that more depart from than go by, is none.",
    ),
)
def principle_contradicted(chain: Chain) -> Iterator[Violation]:
    for principle in chain.engagement.of(Principle):
        going = {holder.id for holder in chain.holders(principle.id, "goes-by")}
        leaving = {holder.id for holder in chain.holders(principle.id, "departs-from")}
        for key in sorted(going & leaving):
            yield Violation(
                key,
                Text(
                    zh=f"“{key}”既遵循又偏离原则“{principle.id}”",
                    en=f"“{key}” goes by principle “{principle.id}” and departs from it",
                ),
                Text(zh="只留一个", en="Keep one of the two"),
                ("departs_from", principle.id),
            )
        if len(leaving) > len(going):
            yield Violation(
                principle.id,
                Text(
                    zh=f"偏离原则“{principle.id}”的有 {len(leaving)} 项，遵循的有 {len(going)} 项",
                    en=f"{len(leaving)} depart from principle “{principle.id}”, {len(going)} go by it",
                ),
                Text(zh="改写原则，或改变这些做法", en="Word the principle anew, or change what departs from it"),
            )
