from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step1_goals import Goal
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step4_paths import Path
from sevenstep.model.step5_scenarios import Scenario
from sevenstep.model.step6_items import Item
from sevenstep.ruleset.rule import Violation, rule

_DESCRIBED: Final = (Goal, Indicator, Path, Scenario, Item)


@rule(
    "S855",
    "no-description",
    Severity.WARNING,
    on=False,
    title=Text(zh="主要的要素要有说明", en="The main elements are described"),
    reason=Text(
        zh="名称说不清的地方，说明来补；评审的人没有参加过讨论。",
        en="Reviewers were not in the room: what a title cannot say, the description does.",
    ),
)
def no_description(chain: Chain) -> Iterator[Violation]:
    for element in chain.elements.values():
        said = element.description or getattr(element, "statement", None) or getattr(element, "definition", None)
        if isinstance(element, _DESCRIBED) and said is None:
            title = element.KIND.title
            yield Violation(
                element.id,
                Text(
                    zh=f"{title.for_language('zh')}“{element.id}”没有说明",
                    en=f"{title.for_language('en')} “{element.id}” is not described",
                ),
                Text(zh="写上 description", en="Add description:"),
            )
