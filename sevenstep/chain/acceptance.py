"""Which breaches an author has accepted: on the element itself, or on what it is part of."""

from dataclasses import dataclass
from datetime import date

from sevenstep.chain.graph import Chain
from sevenstep.model.dates import days_of
from sevenstep.model.element import Acceptance
from sevenstep.model.relation import Role


@dataclass(frozen=True, slots=True)
class Given:
    """An acceptance, the element it is written on, and the key it stands under."""

    acceptance: Acceptance
    element: str
    key: str


def acceptance(chain: Chain, element: str, *names: str) -> Given | None:
    """The acceptance, valid today, of a breach in `element` of the rule with those names (its code, its name)."""
    if element not in chain.elements:
        return None
    seen = {element}
    waiting = [element]
    while waiting:
        here = waiting.pop()
        accepted = chain.elements[here].accepted
        for name in names if accepted else ():
            if (found := accepted.get(name)) and not is_over(found, chain.engagement.today):
                return Given(found, here, name)
        for link in chain.outgoing.get(here, ()):
            if link.relation.role is Role.PART_OF and link.target not in seen:
                seen.add(link.target)
                waiting.append(link.target)
    return None


def is_over(given: Acceptance, today: date) -> bool:
    """Whether the acceptance held until a day before today."""
    days = days_of(given.until) if given.until else None
    return days is not None and days[1] < today
