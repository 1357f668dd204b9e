from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import RiskLevel
from sevenstep.model.frames.project import Project
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A419",
    "risk-without-answer",
    Severity.HINT,
    title=Text(zh="大的风险有应对", en="Great risks have an answer"),
    reason=Text(
        zh="可能性或影响高的风险，没有应对就只能等它发生。",
        en="A risk that is likely or severe and has no answer is waited for.",
    ),
)
def risk_without_answer(chain: Chain) -> Iterator[Violation]:
    for project in chain.engagement.of(Project):
        for number, risk in enumerate(project.risks):
            if risk.answer is None and RiskLevel.SEVERE in {risk.chance, risk.effect}:
                title = risk.title
                yield Violation(
                    project.id,
                    Text(
                        zh=f"项目“{project.id}”的风险“{title.for_language('zh')}”没有应对",
                        en=f"Risk “{title.for_language('en')}” of project “{project.id}” has no answer",
                    ),
                    Text(zh="在 answer 里写怎么应对", en="Say in answer what is done about it"),
                    ("risks", number),
                )
