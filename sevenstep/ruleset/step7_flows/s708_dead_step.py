from collections.abc import Iterator

from sevenstep.chain.flow_graph import following, preceding, reached
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import EventType
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step7_flows.judged_flows import judged_flows


@rule(
    "S708",
    "dead-step",
    Severity.ERROR,
    title=Text(zh="每一步都要有可能发生", en="Every step can happen"),
    reason=Text(
        zh="有箭头连着却永远轮不到的步骤，画出来像在做，其实没有人做。",
        en="A step that arrows lead to, but that no case ever comes to, looks like work that is done. It never is.",
    ),
)
def dead_step(chain: Chain) -> Iterator[Violation]:
    for flow, found in judged_flows(chain):
        if not found.dead:
            continue
        left, leads_to, led_by = dict.fromkeys(found.dead, True), following(flow), preceding(flow)
        within = {name: [to for to in leads_to.get(name, ()) if to in left] for name in left}
        for name in found.dead:
            before = next((step for step in led_by.get(name, ()) if step not in within), None)
            if name not in left or before is None:
                continue
            behind = [other for other in reached([name], within) if left.pop(other, False)]
            is_end = flow.steps[before].type == EventType.END
            yield Violation(
                f"{flow.id}/{name}",
                Text(
                    zh=f"步骤“{name}”永远不会发生："
                    + (f"“{before}”是结束，到那里就办完了" if is_end else f"“{before}”从不走这一路"),
                    en=f"Step “{name}” never happens: "
                    + (f"“{before}” is an end, where the case is over" if is_end else f"“{before}” never leads there"),
                ),
                Text(
                    zh=f"把“{before}”改成 type: event，或删掉它后面的步骤",
                    en=f"Make “{before}” type: event, or take out what follows it",
                )
                if is_end
                else Text(
                    zh="给这一路大于 0% 的概率，或删掉它",
                    en="Give this branch a chance above 0%, or take it out",
                ),
                also=tuple((f"{flow.id}/{other}", ()) for other in sorted(behind) if other != name),
            )
