from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import GatewayType
from sevenstep.model.quantity import plain_number
from sevenstep.model.step7_flows import Branch, Gateway, Node
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S710",
    "branch-without-condition",
    Severity.WARNING,
    title=Text(zh="分支写明条件", en="Branches say when they are taken"),
    reason=Text(
        zh="没有条件，办事的人不知道该走哪一路，系统也没法判断。",
        en="Without conditions those who do the work cannot tell which way to go, and no system can decide it.",
    ),
)
def branch_without_condition(chain: Chain) -> Iterator[Violation]:
    for node in chain.engagement.of(Node):
        if (isinstance(node, Gateway) and node.type == GatewayType.PARALLEL) or not node.next:
            continue
        unsaid = [target for target, branch in node.next.items() if branch.when is None]
        if len(unsaid) < 2:
            continue
        names = [f"“{target}”" for target in unsaid]
        yield Violation(
            node.id,
            Text(
                zh=f"“{node.name}”未写明何时走哪一路：{'、'.join(names)}",
                en=f"“{node.name}” does not say when each of these ways is taken: {', '.join(names)}",
            ),
            _conditions(node.next[unsaid[0]], unsaid[0]),
            ("next", unsaid[0]),
            on_key=True,
        )


def _conditions(branch: Branch, target: str) -> Text:
    chance = "" if branch.chance is None else f"{plain_number(branch.chance * 100)}% "
    return Text(
        zh=f"写上条件，如 next: {{{target}: {chance}单证齐全, …}}，最多留一路不写；若几路都要走，用 type: parallel",
        en=f"Give all but one a condition, as in next: {{{target}: {chance}papers complete, …}}; "
        "if all are taken, use type: parallel",
    )
