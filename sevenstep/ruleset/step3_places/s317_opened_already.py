from collections.abc import Iterator

from sevenstep.analysis.transport.passages import day_of
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import Running
from sevenstep.model.dates import days_of
from sevenstep.model.step3_places import Traffic
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S317",
    "opened-already",
    Severity.WARNING,
    title=Text(zh="已经开通的不再是在建", en="What has opened is not being built any more"),
    reason=Text(
        zh="开通时间已经过去，状况却没有改：要么延期了，要么已经可用。",
        en="Where the date has passed and the state has not changed, it is either late or in use.",
    ),
)
def opened_already(chain: Chain) -> Iterator[Violation]:
    day = day_of(chain)
    for element in chain.elements.values():
        if not isinstance(element, Traffic) or element.state not in {Running.BEING_BUILT, Running.PLANNED}:
            continue
        days = days_of(element.opens) if element.opens else None
        if days is not None and days[1] < day:
            yield Violation(
                element.id,
                Text(
                    zh=f"“{element.id}”写着{element.state.label.zh}，开通时间 {element.opens} 却早于模型的时间 {day}",
                    en=f"“{element.id}” is {element.state.label.en}, but was to open in {element.opens}, before "
                    f"{day}, the day of the model",
                ),
                Text(
                    zh="已经开通就写 state: running，延期就改 opens",
                    en="Write state: running if it has opened, or the new date if it is late",
                ),
                ("opens",),
            )
