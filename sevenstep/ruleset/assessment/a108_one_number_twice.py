from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.factor import Factor
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A108",
    "one-number-twice",
    Severity.ERROR,
    title=Text(zh="一个数只写一处", en="One number stands in one place"),
    reason=Text(
        zh="同一个数写两处，改了一处就不一致了。",
        en="A number that stands twice is wrong as soon as one of them is changed.",
    ),
)
def one_number_twice(chain: Chain) -> Iterator[Violation]:
    for factor in chain.engagement.of(Factor):
        if factor.takes is None:
            continue
        for field, held in (("values", factor.values), ("targets", factor.targets)):
            if held:
                yield Violation(
                    factor.id,
                    Text(
                        zh=f"它的数取自“{factor.takes}”，又写了 {field}",
                        en=f"It takes the value of “{factor.takes}”, and has {field} of its own",
                    ),
                    Text(zh="删掉这里的，或删掉 takes", en="Take these out, or `takes`"),
                    (field,),
                    on_key=True,
                )
