from collections.abc import Iterator

from sevenstep.analysis.programme.reach import moves_anything
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.project import Project
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A416",
    "money-where-nothing-moves",
    Severity.HINT,
    title=Text(zh="有预算的项目写明改变什么", en="A project with money says what it changes"),
    reason=Text(
        zh="模型里看不出它改变什么：是漏写了，还是真的什么都不变？没有漏写的，就是数字内卷（发现 F503）。",
        en="The model does not show what it changes: was that left out, or does nothing change? If nothing was left "
        "out, it is a finding (F503).",
    ),
)
def money_where_nothing_moves(chain: Chain) -> Iterator[Violation]:
    for project in chain.engagement.of(Project):
        if (project.budget or project.spent) and not moves_anything(chain, project):
            yield Violation(
                project.id,
                Text(
                    zh=f"项目“{project.id}”有预算，没有写明改变哪个流程、按什么考核",
                    en=f"Project “{project.id}” has money, and does not say which flow it changes or what it is "
                    "judged by",
                ),
                Text(
                    zh="写明它改变什么（举措的 shapes、changes）或按什么考核",
                    en="Say what it changes (shapes, changes of its measures) or what it is judged by",
                ),
                ("budget",) if project.budget else ("spent",),
            )
