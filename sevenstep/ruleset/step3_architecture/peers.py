"""Regulations on the same subject: those that can be compared."""

from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain
from sevenstep.model.step3_regulations import Regulation


@per_chain
def by_subject(chain: Chain) -> dict[str, list[Regulation]]:
    """The regulations that have a subject, by what it is compared by."""
    found: dict[str, list[Regulation]] = {}
    for regulation in chain.engagement.of(Regulation):
        if regulation.matter:
            found.setdefault(regulation.matter, []).append(regulation)
    return found
