from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.chain.serving import functions_of
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_regulations import Regulation
from sevenstep.model.step7_flows import Activity
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S357",
    "required-by-what-does-not-bind",
    Severity.WARNING,
    title=Text(zh="要求某一步的法规标准，也约束这一步", en="A step is required by regulations that bind it"),
    reason=Text(
        zh="约束里没有这一步，也没有它用的数据、系统和所属环节，看不出凭什么要求它。",
        en="Where a regulation binds neither the step nor its data, its system or its function, "
        "nobody can tell why it demands it.",
    ),
)
def required_by_what_does_not_bind(chain: Chain) -> Iterator[Violation]:
    for link in chain.related("required-by"):
        regulation, activity = chain.elements[link.target], chain.elements[link.source]
        if not isinstance(regulation, Regulation) or not isinstance(activity, Activity) or not regulation.binds:
            continue
        if not chain.engagement.is_partial(regulation.id) and _around(chain, activity).isdisjoint(regulation.binds):
            yield Violation(
                activity.id,
                Text(
                    zh=f"作业“{activity.id}”因“{regulation.id}”而做，“{regulation.id}”却不约束它",
                    en=f"“{activity.id}” is done for “{regulation.id}”, which does not bind it",
                ),
                Text(
                    zh=f"在“{regulation.id}”的 binds 里加上 {activity.id}，或换成真正要求它的那一条",
                    en=f"Add {activity.id} to the binds of “{regulation.id}”, or name the one that demands it",
                ),
                link.path,
                also=((regulation.id, ("binds",)),),
            )


def _around(chain: Chain, activity: Activity) -> set[str]:
    """The step, what it works with, and the functions that its flow runs for."""
    used = {activity.id, *activity.reads, *activity.writes, *([activity.system] if activity.system else ())}
    return used | functions_of(chain, activity.id.rpartition("/")[0])
