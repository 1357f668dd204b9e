from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import Sureness
from sevenstep.ruleset.evidence.citations import elements_resting_on
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S814",
    "unsure-source",
    Severity.QUESTION,
    title=Text(zh="来源要可靠", en="A source is reliable"),
    reason=Text(
        zh="标着“不太确定”的数，作者自己也不放心。",
        en="The author of a figure marked as unsure doubts it too.",
    ),
    decision=Text(zh="决定要不要再量一次。", en="It decides whether to measure again."),
)
def unsure_source(chain: Chain) -> Iterator[Violation]:
    for element, first, _, also in elements_resting_on(chain, lambda source: source.sure == Sureness.LOW):
        yield Violation(
            element.id,
            element.title.inserted_into(
                zh="“{}”的来源不太可靠，谁有更好的数？",
                en="The source of “{}” is not reliable. Who has better figures?",
            ),
            Text(
                zh="换成更可靠的来源；已经核实的，写 sure: high",
                en="Name a better source; once it is checked, write sure: high",
            ),
            first,
            also=also,
        )
