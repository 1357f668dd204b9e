from collections.abc import Iterator

from sevenstep.analysis.decision.decide import decisions
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text, joined
from sevenstep.model.frames.decision import Decision
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A202",
    "choice-not-first-without-reason",
    Severity.WARNING,
    title=Text(zh="没选排名第一的方案要说明理由", en="Another choice than the first has a reason"),
    reason=Text(
        zh="排名第一的没选，审阅的人首先会问为什么。",
        en="Where another option is ranked first, this is what everybody asks.",
    ),
)
def choice_not_first_without_reason(chain: Chain) -> Iterator[Violation]:
    for key, result in decisions(chain).items():
        decision = chain.elements[key]
        if not isinstance(decision, Decision) or decision.choice is None or decision.choice.reason is not None:
            continue
        place = result.chosen_place
        if place is not None and place > 1:
            first = joined(decision.options[name].title for name in result.first)
            yield Violation(
                key,
                Text(
                    zh=f"选定的方案排第 {place}，第一是{first.for_language('zh')}，没有说明理由",
                    en=f"The choice is ranked {place}, behind {first.for_language('en')}, and no reason is given",
                ),
                Text(zh="在 choice 里写 reason", en="Give the reason in the choice, as `reason`"),
                ("choice",),
                on_key=True,
            )
