"""Which actors have a say in a domain."""

from sevenstep.chain.graph import Chain
from sevenstep.chain.tree import Tree, tree
from sevenstep.memory import per_chain


@per_chain
def entitled_actors(chain: Chain) -> dict[str, set[str]]:
    """The actors that have a say in each domain: those that name it, what they belong to, and what belongs to them."""
    actors = tree(chain, "actor-parent")
    found: dict[str, set[str]] = {}
    for link in chain.related("works-in"):
        found.setdefault(link.target, set()).add(link.source)
    return {domain: _families(actors, named) for domain, named in found.items()}


def _families(actors: Tree, named: set[str]) -> set[str]:
    """The actors with all above and below them; each is looked at once."""
    above = set(named)
    for actor in named:
        here = actors.parent.get(actor)
        while here is not None and here not in above:
            above.add(here)
            here = actors.parent.get(here)
    below = set(named)
    waiting = list(named)
    while waiting:
        for child in actors.children.get(waiting.pop(), ()):
            if child not in below:
                below.add(child)
                waiting.append(child)
    return above | below
