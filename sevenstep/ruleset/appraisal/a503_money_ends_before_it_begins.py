from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.dates import is_before
from sevenstep.model.frames.appraisal import Appraisal
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A503",
    "money-ends-before-it-begins",
    Severity.ERROR,
    title=Text(zh="每年的钱先开始、后结束", en="Money ends after it begins"),
    reason=Text(
        zh="止于早于起于的一项，一年也没有钱。",
        en="A line whose end comes before its beginning has no year at all.",
    ),
)
def money_ends_before_it_begins(chain: Chain) -> Iterator[Violation]:
    for appraisal in chain.engagement.of(Appraisal):
        lines = [(name, number, line.begins, line.until) for name, number, line in appraisal.lines]
        lines += [("savings", number, saving.begins, saving.until) for number, saving in enumerate(appraisal.savings)]
        for name, number, begins, until in lines:
            if begins is not None and until is not None and is_before(until, begins):
                yield Violation(
                    appraisal.id,
                    Text(
                        zh=f"起于 {begins}，却止于 {until}", en=f"From {begins} until {until}: it ends before it begins"
                    ),
                    Text(
                        zh="把 from 和 until 对调，或改正其中一个", en="Swap from and until, or put one of them right"
                    ),
                    (name, number, "until"),
                )
