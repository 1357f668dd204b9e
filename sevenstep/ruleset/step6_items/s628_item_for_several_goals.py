from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.chain.justification import Way, reason_of, undecided
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step6_items import Item
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S628",
    "item-for-several-goals",
    Severity.HINT,
    title=Text(zh="事项首先为哪个目标而设，要分得清", en="It is clear which goal an item is there for first"),
    reason=Text(
        zh="一个场景通向多个目标；流程测算的指标和所用的单位、系统、数据分不出主次时，要由作者写明，否则存在依据只能并列。",
        en="A scenario leads to several goals. Where neither the indicators that the item's flows estimate nor the "
        "units, systems and data it uses tell which of them is meant, its author has to.",
    ),
)
def item_for_several_goals(chain: Chain) -> Iterator[Violation]:
    for item in chain.engagement.of(Item):
        if not undecided(chain, item.id):
            continue
        reason = reason_of(chain, item.id)
        first: dict[str, Way] = {}
        for way in reason.ways:
            first.setdefault(way.ending.goal, way)
        named = [goal for goal in reason.undecided if goal in first][:3]
        candidates = dict.fromkeys(first[goal].hops[-3].to if len(first[goal].hops) > 2 else goal for goal in named)
        yield Violation(
            item.id,
            Text(
                zh=f"业务事项“{item.id}”同样贴近{'、'.join(f'“{goal}”' for goal in named)}，模型分不出主次",
                en=f"Item “{item.id}” is as close to {' as to '.join(f'“{goal}”' for goal in named)}: nothing in the "
                "model tells them apart",
            ),
            Text(
                zh=f"用 because 写明它首先服务于哪个环节、指标或目标，如 because: {next(iter(candidates))}",
                en="Use because to name the function, indicator or goal it is there for first, for instance because:"
                f" {next(iter(candidates))}",
            ),
        )
