from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.chain.tree import tree
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step6_items import Item
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step6_items.item_paths import paths_of
from sevenstep.ruleset.titles import unquoted


@rule(
    "S603",
    "unit-not-on-path",
    Severity.WARNING,
    title=Text(zh="责任单位在事项的协同路径上", en="Who is responsible takes part in the paths of the item"),
    reason=Text(
        zh="路径上没有的单位，别人不知道要和它协同。",
        en="Nobody on the path knows that they work together with a unit that is not on it.",
    ),
)
def unit_not_on_path(chain: Chain) -> Iterator[Violation]:
    actors = tree(chain, "actor-parent")
    for item in chain.engagement.of(Item):
        paths = paths_of(chain, item)
        taking_part = {who for path in paths for who in path.participants}
        if not taking_part:
            continue
        strangers: dict[str, list[int]] = {}
        for index, operation in enumerate(item.operations):
            unit = operation.unit or ""
            if unit in chain.elements and not any(actors.related(unit, who) for who in taking_part):
                strangers.setdefault(unit, []).append(index)
        listed = [unquoted(path.id) for path in paths]
        for who, places in strangers.items():
            yield Violation(
                item.id,
                Text(
                    zh=f"责任单位“{who}”没有参与路径{'、'.join(listed)}",
                    en=f"The responsible unit “{who}” takes no part in the path {', '.join(listed)}",
                ),
                Text(
                    zh="在路径的 connects 里给它职责，或换一个单位",
                    en="Give it a part on the path, or name another unit",
                ),
                ("operations", places[0], "unit"),
                also=tuple((item.id, ("operations", index, "unit")) for index in places[1:]),
            )
