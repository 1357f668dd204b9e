from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step4_paths import Actor, Path
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step4_paths.authority import entitled_actors


@rule(
    "S406",
    "actor-without-domain",
    Severity.WARNING,
    title=Text(
        zh="执行或被问责的主体要写明活动领域", en="An actor that is responsible or accountable names its domains"
    ),
    reason=Text(
        zh="不写领域，就看不出它有没有这个职权。",
        en="Without domains nobody can see whether the actor is entitled to what it does.",
    ),
)
def actor_without_domain(chain: Chain) -> Iterator[Violation]:
    anywhere = set().union(*entitled_actors(chain).values())
    acting = {who for path in chain.engagement.of(Path) for raci in path.connects.values() for who in raci.acting}
    for actor in chain.engagement.of(Actor):
        if actor.id in acting and actor.id not in anywhere:
            yield Violation(
                actor.id,
                Text(zh=f"主体“{actor.id}”未写活动领域", en=f"Actor “{actor.id}” names no domain"),
                Text(zh="写上 domains: [领域编号]", en="Add domains: and the ids of domains"),
            )
