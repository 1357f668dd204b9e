"""What functions of one domain give to those of another: whoever follows takes up, whoever is fed receives."""

from collections import Counter
from collections.abc import Iterator, Mapping

from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain
from sevenstep.model.step3_architecture import Function

FEEDS = "feeds"
_FOLLOWS = "follows"


def function_links(chain: Chain) -> Iterator[tuple[str, str, str]]:
    """Who comes first or gives, who comes after or receives, and the relation, in the order of the files."""
    for function in chain.engagement.of(Function):
        for link in chain.outgoing.get(function.id, ()):
            if link.relation.name == FEEDS:
                yield link.source, link.target, FEEDS
            elif link.relation.name == _FOLLOWS:
                yield link.target, link.source, _FOLLOWS


def domain_of(chain: Chain, function: str) -> str | None:
    """The domain of a function."""
    return next((domain.id for domain in chain.targets(function, "in-domain")), None)


@per_chain
def domain_links(chain: Chain) -> Mapping[tuple[str, str], int]:
    """How many links lead from the functions of one domain to those of another."""
    counts: Counter[tuple[str, str]] = Counter()
    for giver, taker, _ in function_links(chain):
        ends = domain_of(chain, giver), domain_of(chain, taker)
        if ends[0] is not None and ends[1] is not None and ends[0] != ends[1]:
            counts[ends[0], ends[1]] += 1
    return counts
