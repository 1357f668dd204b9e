from collections.abc import Iterator

from sevenstep.analysis.decision.decide import decisions
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.decision import Decision
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A201",
    "choice-fails-requirement",
    Severity.ERROR,
    title=Text(zh="选定的方案满足各项要求", en="What is chosen meets every requirement"),
    reason=Text(
        zh="不满足必须满足的要求还选它，要么要求不是必须的，要么选错了。",
        en="Either the requirement is none, or the choice is wrong.",
    ),
)
def choice_fails_requirement(chain: Chain) -> Iterator[Violation]:
    for key, result in decisions(chain).items():
        decision = chain.elements[key]
        for name in result.out.get(result.chosen, ()):
            if isinstance(decision, Decision):
                option, requirement = decision.options[result.chosen].title, decision.requirements[name].title
                yield Violation(
                    key,
                    Text(
                        zh=f"选定的“{option.for_language('zh')}”不满足要求“{requirement.for_language('zh')}”",
                        en=f"The choice “{option.for_language('en')}” does not meet “{requirement.for_language('en')}”",
                    ),
                    Text(zh="换一个方案，或去掉这项要求", en="Choose another option, or take the requirement out"),
                    ("choice", "option"),
                )
