from collections.abc import Iterator

from sevenstep.analysis.transport.passages import day_of
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import Running
from sevenstep.model.step3_places import Traffic
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S332",
    "runs-before-it-opens",
    Severity.WARNING,
    title=Text(zh="在用的已经开通", en="What runs has opened"),
    reason=Text(
        zh="写着在用，开通时间却还没到：两个里有一个不对。",
        en="Where it runs and yet is still to open, one of the two is wrong.",
    ),
)
def runs_before_it_opens(chain: Chain) -> Iterator[Violation]:
    day = day_of(chain)
    for element in chain.elements.values():
        if isinstance(element, Traffic) and element.state is Running.RUNNING and not element.runs_on(day):
            yield Violation(
                element.id,
                Text(
                    zh=f"“{element.id}”在用，开通时间 {element.opens} 却晚于模型的时间 {day}",
                    en=f"“{element.id}” is running, but is to open in {element.opens}, after {day}, the day of "
                    "the model",
                ),
                Text(zh="还没有开通就写 state: being-built", en="Write state: being-built if it has not opened yet"),
                ("opens",),
            )
