from collections.abc import Iterator

from sevenstep.analysis.decision.decide import decisions
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.decision import Decision
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A208",
    "requirement-open",
    Severity.QUESTION,
    title=Text(zh="选定的方案各项要求都已确认", en="Every requirement is confirmed of what is chosen"),
    reason=Text(
        zh="选定的方案有一项要求还没确认，定了也可能推翻。",
        en="A choice of which a requirement is not known yet may fall again.",
    ),
)
def requirement_open(chain: Chain) -> Iterator[Violation]:
    for key, result in decisions(chain).items():
        decision = chain.elements[key]
        if not isinstance(decision, Decision) or result.chosen not in decision.options:
            continue
        for name in result.open.get(result.chosen, ()):
            requirement = decision.requirements[name].title
            yield Violation(
                key,
                Text(
                    zh=f"选定的方案是否满足“{requirement.for_language('zh')}”，还没有确认",
                    en=f"Whether the choice meets “{requirement.for_language('en')}” is not known yet",
                ),
                Text(zh="确认后写 yes 或 no", en="Write yes or no once it is known"),
                ("options", result.chosen, "meets"),
            )
