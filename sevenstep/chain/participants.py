"""Who takes part in a path, and what an actor belongs to."""

from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.model.links import links, relations
from sevenstep.model.relation import OWNED_BY
from sevenstep.model.step4_paths import Actor, Path

_TAKES_PART: Final = tuple(
    relation.name
    for relation in relations(Path.KIND.name)
    if relation.to == (Actor.KIND.name,) and relation is not OWNED_BY
)
"""Every relation of a path to an actor but that to its owner."""


def participants(chain: Chain, path: Path) -> set[str] | None:
    """The actors who have a part in the path; None where it names one who is not there."""
    named = {link.target for link in links(path) if link.relation.name in _TAKES_PART}
    found = {actor.id for actor in chain.targets(path.id, *_TAKES_PART)}
    return found if found == named else None


def superiors(chain: Chain, actor: str) -> list[str]:
    """The actor, and all that it belongs to."""
    found = {actor: None}
    waiting = [actor]
    while waiting:
        for parent in chain.targets(waiting.pop(), "actor-parent"):
            if parent.id not in found:
                found[parent.id] = None
                waiting.append(parent.id)
    return list(found)
