"""From what is to be added to a proposal that is proved: checked no worse, but for what the new one still lacks."""

from collections.abc import Set
from dataclasses import dataclass

from sevenstep.authoring.opened import Opened
from sevenstep.authoring.proposal import Proposal
from sevenstep.authoring.prove import WouldBeWorse, is_unfinished, proved
from sevenstep.checking.check import Checked
from sevenstep.source.places import Located


@dataclass(frozen=True, slots=True)
class Added:
    """A proposal that holds good, the engagement with it, and what is to be written next."""

    proposal: Proposal
    after: Checked
    unfinished: tuple[Located, ...]
    elsewhere: tuple[Located, ...] = ()
    """Warnings about other elements, which arise now that the new ones are there."""


def proved_addition(here: Opened, proposal: Proposal, new: Set[str], gone: Set[str] = frozenset()) -> Added:
    """The proposal with what the `new` elements still lack, and what others lack because of them; raises WouldBeWorse
    where there would be an error, or anything would be lost."""
    elsewhere: tuple[Located, ...] = ()
    try:
        after = proved(here, proposal, unfinished=new, gone=gone)
    except WouldBeWorse as worse:
        if not worse.worse or any(each.diagnostic.is_error for each in worse.worse):
            raise
        after, elsewhere = here.with_texts(proposal.texts), worse.worse
    known = {(each.rule.code, each.element, each.message) for each in here.checked.found}
    left = (
        each
        for each in after.found
        if is_unfinished(each, new) and (each.rule.code, each.element, each.message) not in known
    )
    return Added(proposal, after, after.located(left), elsewhere)
