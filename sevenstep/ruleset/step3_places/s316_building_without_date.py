from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import Running
from sevenstep.model.step3_places import Traffic
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S316",
    "building-without-date",
    Severity.WARNING,
    title=Text(zh="在建的写明何时开通", en="What is being built says when it opens"),
    reason=Text(
        zh="没有开通时间，就不知道从什么时候起可以指望它。",
        en="Without a date nobody knows from when on it can be counted upon.",
    ),
)
def building_without_date(chain: Chain) -> Iterator[Violation]:
    for element in chain.elements.values():
        if isinstance(element, Traffic) and element.state is Running.BEING_BUILT and element.opens is None:
            yield Violation(
                element.id,
                Text(
                    zh=f"“{element.id}”在建，未写明何时开通",
                    en=f"“{element.id}” is being built, but no opening date is given",
                ),
                Text(
                    zh="写上 opens: 2026；只有打算、没有开工的写 state: planned",
                    en="Add opens: 2026; what is only planned has state: planned",
                ),
                ("state",),
            )
