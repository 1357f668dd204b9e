from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.assessment import Assessment
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A111",
    "assessment-without-subject",
    Severity.WARNING,
    title=Text(zh="评估写明对象", en="An assessment says what it assesses"),
    reason=Text(
        zh="不知道评的是谁，结论就用不上。",
        en="What an assessment concludes is of no use where nobody knows of whom.",
    ),
)
def assessment_without_subject(chain: Chain) -> Iterator[Violation]:
    for assessment in chain.engagement.of(Assessment):
        if assessment.subject is None and assessment.subject_name is None:
            yield Violation(
                assessment.id,
                Text(zh="未写明评的是谁", en="It does not say who or what is assessed"),
                Text(
                    zh="写 subject（模型里的要素），或 subject_name: 本区",
                    en="Name the subject, an element of the model, or its name: subject_name: The district",
                ),
            )
