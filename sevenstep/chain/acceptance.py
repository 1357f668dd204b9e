"""Which violations an author has accepted: on the element itself, or on what it is part of."""

from dataclasses import dataclass
from datetime import date

from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain
from sevenstep.model.dates import days_of
from sevenstep.model.evidence import Acceptance
from sevenstep.model.relation import Role


@dataclass(frozen=True, slots=True)
class AcceptanceMatch:
    """An acceptance, the element it is written on, and the key it stands under."""

    acceptance: Acceptance
    element: str
    key: str


def acceptance(chain: Chain, element: str, *names: str) -> AcceptanceMatch | None:
    """The acceptance, valid today, of a violation in `element` of the rule with those names (its code, its name)."""
    if element not in chain.elements or _accepted_keys(chain).isdisjoint(names):
        return None
    known = _known(chain).setdefault(names, {})
    waiting = [element]
    on_the_way: set[str] = set()
    while waiting:
        here = waiting[-1]
        above = _above(chain, here)
        unknown = [key for key in above if key not in known and key not in on_the_way]
        if here not in known and (own := _own(chain, here, names)):
            known[here] = own
        elif here not in known and unknown:
            on_the_way.add(here)
            waiting.extend(unknown)
            continue
        elif here not in known:
            known[here] = next((match for key in above if (match := known.get(key)) is not None), None)
        waiting.pop()
    return known[element]


def _own(chain: Chain, element: str, names: tuple[str, ...]) -> AcceptanceMatch | None:
    accepted = chain.elements[element].accepted
    for name in names:
        if (found := accepted.get(name)) and not is_over(found, chain.engagement.today):
            return AcceptanceMatch(found, element, name)
    return None


def _above(chain: Chain, element: str) -> list[str]:
    """What the element is part of."""
    return [link.target for link in chain.outgoing.get(element, ()) if link.relation.role is Role.PART_OF]


@per_chain
def _accepted_keys(chain: Chain) -> frozenset[str]:
    """Every key under which something is accepted."""
    return frozenset(key for element in chain.elements.values() for key in element.accepted)


@per_chain
def _known(chain: Chain) -> dict[tuple[str, ...], dict[str, AcceptanceMatch | None]]:
    """What was found before, by names and element: in a deep tree the same way up is asked for again and again."""
    return {}


def is_over(acceptance: Acceptance, today: date) -> bool:
    """Whether the acceptance held until a day before today."""
    days = days_of(acceptance.until) if acceptance.until else None
    return days is not None and days[1] < today
