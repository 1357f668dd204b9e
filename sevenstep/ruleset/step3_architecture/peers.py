"""Regulations on the same subject: those that can be compared."""

from datetime import date

from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain
from sevenstep.model.dates import days_of
from sevenstep.model.step3_regulations import Regulation


@per_chain
def by_subject(chain: Chain) -> dict[str, list[Regulation]]:
    """The regulations that have a subject, by what it is compared by."""
    found: dict[str, list[Regulation]] = {}
    for regulation in chain.engagement.of(Regulation):
        if regulation.matter:
            found.setdefault(regulation.matter, []).append(regulation)
    return found


def first_day(regulation: Regulation) -> date:
    """The first day on which it applies, as far as it says."""
    days = days_of(regulation.begins) if regulation.begins is not None else None
    return days[0] if days else date.min


def last_day(regulation: Regulation) -> date:
    """The last day on which it applies, as far as it says."""
    days = days_of(regulation.until) if regulation.until is not None else None
    return days[1] if days else date.max
