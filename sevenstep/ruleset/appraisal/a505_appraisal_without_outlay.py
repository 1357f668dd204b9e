from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.appraisal import Appraisal
from sevenstep.model.frames.project import Project
from sevenstep.model.step6_items import Item
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A505",
    "appraisal-without-outlay",
    Severity.WARNING,
    title=Text(zh="测算有投入", en="An appraisal has an outlay"),
    reason=Text(
        zh="没有投入，回收期和收益率都没有意义。",
        en="Without an outlay there is nothing to be paid back, and no return on anything.",
    ),
)
def appraisal_without_outlay(chain: Chain) -> Iterator[Violation]:
    for appraisal in chain.engagement.of(Appraisal):
        elements = [chain.elements.get(key) for key in appraisal.appraises]
        budgets = any(isinstance(element, Project) and element.budget for element in elements)
        changes = any(
            isinstance(element, Item) and element.change is not None and element.change.money is not None
            for element in elements
        )
        if not (appraisal.outlay or budgets or changes):
            yield Violation(
                appraisal.id,
                Text(zh=f"测算“{appraisal.id}”没有投入", en=f"Appraisal “{appraisal.id}” has no outlay"),
                Text(
                    zh="在 appraises 里写上有预算的项目，或写 outlay: [{title: 建设, amount: 300000 CNY}]",
                    en="Name projects that have a budget under appraises, or write "
                    "outlay: [{title: Building, amount: 300000 CNY}]",
                ),
            )
