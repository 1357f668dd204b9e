from collections.abc import Iterator
from typing import Final

from sevenstep.chain.acceptance import is_over
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Diagnostic, RuleInfo, Severity
from sevenstep.examples import Beside
from sevenstep.language import Text

EXPIRED_ACCEPTANCE: Final = RuleInfo(
    "S015",
    "expired-acceptance",
    Severity.WARNING,
    Text(zh="接受没有过期", en="An acceptance has not expired"),
    Text(
        zh="说好到期再议的事到期了：补上缺口，或重新约定。",
        en="What was to be settled by then is due: close the gap, or agree anew.",
    ),
    Beside(__file__),
)


def expired_acceptances(chain: Chain) -> Iterator[Diagnostic]:
    """Acceptances that are over."""
    for element in chain.elements.values():
        for key, given in element.accepted.items():
            if is_over(given, chain.engagement.today):
                yield Diagnostic(
                    EXPIRED_ACCEPTANCE,
                    chain.engagement.place(element.id, ("accepted", key), on_key=True),
                    Text(
                        zh=f"对 {key} 的接受到 {given.until} 为止，已经过期",
                        en=f"The acceptance of {key} held until {given.until} and is over",
                    ),
                    Text(zh="补上缺口，或写上新的 until", en="Close the gap, or agree on a new date under until"),
                    element=element.id,
                )
