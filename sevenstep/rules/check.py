"""The fourth stage: an engagement with everything that is wrong with it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sevenstep.chain.graph import Chain, build
from sevenstep.diagnostic import Diagnostic
from sevenstep.model.build import build as build_engagement
from sevenstep.rules.catalogue import CHAIN_RULES
from sevenstep.rules.crash import crash
from sevenstep.rules.rule import Rule
from sevenstep.source.document import Document
from sevenstep.source.places import Located, located


@dataclass(frozen=True, slots=True)
class Checked:
    """The documents, the chain they make, and every problem with its place, in the order of the files."""

    documents: tuple[Document, ...]
    chain: Chain
    problems: tuple[Located, ...]

    @property
    def errors(self) -> int:
        return sum(problem.diagnostic.is_error for problem in self.problems)

    @property
    def warnings(self) -> int:
        return len(self.problems) - self.errors


def check(
    documents: Iterable[Document],
    earlier: Iterable[Diagnostic] = (),
    rules: Iterable[Rule] = CHAIN_RULES,
) -> Checked:
    """Build the chain of `documents` and run every rule on it; `earlier` problems are reported with the rest."""
    read = tuple(documents)
    engagement, while_building = build_engagement(read)
    chain = build(engagement)
    found = [*earlier, *(d for document in read for d in document.diagnostics), *while_building]
    for one in rules:
        found.extend(_run(one, chain))
    return Checked(read, chain, tuple(located(dict.fromkeys(found), read)))


def _run(one: Rule, chain: Chain) -> Iterator[Diagnostic]:
    """The rule's diagnostics; if it crashes, those found so far and one that names it."""
    try:
        yield from one.check(chain)
    except Exception as error:
        yield crash(one, error)
