from collections.abc import Iterable, Iterator

from sevenstep.analysis.appraisal.currencies import code_of
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.appraisal import Appraisal
from sevenstep.model.frames.project import Project
from sevenstep.model.quantity import Quantity, scale_of
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A508",
    "outlay-stated-twice",
    Severity.WARNING,
    title=Text(zh="同一笔投入只写一次", en="An outlay is stated once"),
    reason=Text(
        zh="项目预算已经是投入：再写一遍，就算了两次。",
        en="The budgets of projects are outlay already: stated again, they count twice.",
    ),
)
def outlay_stated_twice(chain: Chain) -> Iterator[Violation]:
    for appraisal in chain.engagement.of(Appraisal):
        totals = {
            element.id: sums_by_unit(line.amount for line in element.budget)
            for element in (chain.elements.get(key) for key in appraisal.appraises)
            if isinstance(element, Project) and element.budget
        }
        for number, line in enumerate(appraisal.outlay):
            stated = sums_by_unit(line.sums)
            for project, total in totals.items():
                if stated == total:
                    yield Violation(
                        appraisal.id,
                        Text(
                            zh=f"投入“{line.title.for_language('zh')}”和项目“{project}”的预算一样多，很可能算了两次",
                            en=f"The outlay “{line.title.for_language('en')}” is as much as the budget of project "
                            f"“{project}”: most likely it counts twice",
                        ),
                        Text(
                            zh="删去这一项：项目的预算会自动计入",
                            en="Take the line out: the budget of the project is counted by itself",
                        ),
                        ("outlay", number),
                        also=((project, ("budget",)),),
                    )


def sums_by_unit(amounts: Iterable[Quantity]) -> dict[str, tuple[float, float]]:
    """What amounts add up to, each currency for itself."""
    found: dict[str, tuple[float, float]] = {}
    for amount in amounts:
        scale = scale_of(amount.unit)[0]
        low, high = found.get(code_of(amount.unit), (0.0, 0.0))
        found[code_of(amount.unit)] = round(low + amount.low * scale, 2), round(high + amount.high * scale, 2)
    return found
