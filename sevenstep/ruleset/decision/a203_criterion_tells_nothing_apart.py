from collections.abc import Iterator

from sevenstep.analysis.decision.decide import decisions
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.decision import Decision
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A203",
    "criterion-tells-nothing-apart",
    Severity.WARNING,
    title=Text(zh="准则能分出高下", en="A criterion tells options apart"),
    reason=Text(
        zh="各方案在这条准则上都一样，它的权重就白占了。",
        en="Where all options are alike, the weight of the criterion is lost.",
    ),
)
def criterion_tells_nothing_apart(chain: Chain) -> Iterator[Violation]:
    for key, result in decisions(chain).items():
        decision = chain.elements[key]
        for criterion in result.criteria:
            if criterion.differs or len(result.ranked) < 2 or not isinstance(decision, Decision):
                continue
            title = decision.criteria[criterion.criterion].title
            yield Violation(
                key,
                Text(
                    zh=f"各方案在“{title.for_language('zh')}”上都一样",
                    en=f"All options are alike on “{title.for_language('en')}”",
                ),
                Text(zh="改成要求，或去掉它", en="Make it a requirement, or take it out"),
                ("criteria", criterion.criterion),
                on_key=True,
            )
