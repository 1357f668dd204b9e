from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.chain.tree import tree
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step4_paths import Actor
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S414",
    "idle-actor",
    Severity.WARNING,
    title=Text(zh="每个主体都要参与一件事", en="Every actor takes part in something"),
    reason=Text(
        zh="什么也不做的主体，要么漏了它的职责，要么不该列在这里。",
        en="An actor that does nothing is either missing from a path, or need not be here.",
    ),
)
def idle_actor(chain: Chain) -> Iterator[Violation]:
    if not chain.engagement.complete or chain.engagement.broken:
        return
    actors = tree(chain, "actor-parent")
    busy: set[str] = set()
    for key, links in chain.incoming.items():
        here: str | None = key if any(link.relation.name != "actor-parent" for link in links) else None
        while here is not None and here not in busy:  # what an actor does, does the one it belongs to
            busy.add(here)
            here = actors.parent.get(here)
    for actor in chain.engagement.of(Actor):
        if actor.id not in busy:
            yield Violation(
                actor.id,
                Text(zh=f"主体“{actor.id}”没有参与任何事", en=f"Actor “{actor.id}” takes part in nothing"),
                Text(zh="在一条路径里给它职责，或删掉它", en="Give it a part on a path, or take it out"),
            )
