from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.project import Project
from sevenstep.model.step7_flows import Measure
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A416",
    "money-where-nothing-moves",
    Severity.WARNING,
    title=Text(zh="花钱的地方有改善（数字内卷）", en="Money is spent where something moves"),
    reason=Text(
        zh="有预算，却不改变任何流程、不按任何指标考核：越投越多，业务不变（数字内卷）。",
        en="Money of a project that changes no flow and is judged by no indicator makes more of the same.",
    ),
)
def money_where_nothing_moves(chain: Chain) -> Iterator[Violation]:
    for project in chain.engagement.of(Project):
        if not project.budget or project.judged_by or chain.engagement.is_partial(project.id):
            continue
        delivered = [chain.elements.get(key) for key in project.delivers]
        moves = any(one.shapes or one.changes for one in delivered if isinstance(one, Measure))
        flows = any(chain.holders(one.id, "details") for one in delivered if one is not None)
        if not moves and not flows:
            yield Violation(
                project.id,
                Text(
                    zh=f"项目“{project.id}”有预算，却不改变任何流程，也不按指标考核",
                    en=f"Project “{project.id}” has money, yet changes no flow and is judged by no indicator",
                ),
                Text(
                    zh="写明它改变什么（举措的 shapes、changes）或按什么考核",
                    en="Say what it changes (shapes, changes of its measures) or what it is judged by",
                ),
                ("budget",),
            )
