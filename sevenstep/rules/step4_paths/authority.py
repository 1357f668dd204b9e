"""Who answers for a function has a say in its domain."""

from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.chain.tree import Tree, tree
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.memory import per_chain
from sevenstep.model.step3_architecture import Function
from sevenstep.model.step4_paths import Actor, Path
from sevenstep.rules.rule import Breach, rule


@rule(
    "S405",
    "accountable-without-authority",
    Severity.WARNING,
    title=Text(zh="负责者 (A) 在环节所属的领域里有职权", en="Who is accountable has a say in the function's domain"),
    reason=Text(
        zh="管不着这个领域的人负不了这个责。",
        en="Nobody can answer for work in a domain where they have no say.",
    ),
    bad="""
    domains:
      port: {title: Port and customs}
      trade: {title: Trade}
    functions:
      inspection: {title: Inspection, domain: port}
    actors:
      shipper: {title: Shipper, type: enterprise, domains: [trade]}
    paths:
      clearance: {title: Clearance, connects: {inspection: {R: shipper, A: shipper}}}
    """,
    good="""
    domains:
      port: {title: Port and customs}
    functions:
      inspection: {title: Inspection, domain: port}
    actors:
      customs: {title: Customs, type: government, domains: [port]}
    paths:
      clearance: {title: Clearance, connects: {inspection: {R: customs, A: customs}}}
    """,
)
def accountable_without_authority(chain: Chain) -> Iterator[Breach]:
    entitled = _entitled(chain)
    anywhere = set().union(*entitled.values())
    for path in chain.engagement.of(Path):
        for key, raci in path.connects.items():
            function = chain.elements.get(key)
            if not isinstance(function, Function) or function.domain is None:
                continue
            for index, who in enumerate(raci.accountable):
                if who in anywhere and who not in entitled.get(function.domain, ()):
                    yield Breach(
                        path.id,
                        Text(
                            zh=f"“{who}”对环节“{key}”负责，却不在领域“{function.domain}”活动",
                            en=f"“{who}” answers for function “{key}”, but has no say in domain “{function.domain}”",
                        ),
                        Text(
                            zh=f"换一个负责者，或在“{who}”的 domains 里加上 {function.domain}",
                            en=f"Name another actor, or add {function.domain} to the domains of “{who}”",
                        ),
                        ("connects", key, "A", index),
                    )


@rule(
    "S406",
    "actor-without-domain",
    Severity.WARNING,
    title=Text(zh="执行或负责的主体要写明活动领域", en="An actor that is responsible or accountable names its domains"),
    reason=Text(
        zh="不写领域，就看不出它有没有这个职权。",
        en="Without domains nobody can see whether the actor is entitled to what it does.",
    ),
    bad="""
    actors:
      customs: {title: Customs, type: government}
    paths:
      clearance: {title: Clearance, connects: {inspection: {R: customs, A: customs}}}
    """,
    good="""
    domains:
      port: {title: Port and customs}
    actors:
      customs: {title: Customs, type: government, domains: [port]}
    paths:
      clearance: {title: Clearance, connects: {inspection: {R: customs, A: customs}}}
    """,
)
def actor_without_domain(chain: Chain) -> Iterator[Breach]:
    anywhere = set().union(*_entitled(chain).values())
    acting = {who for path in chain.engagement.of(Path) for raci in path.connects.values() for who in raci.acting}
    for actor in chain.engagement.of(Actor):
        if actor.id in acting and actor.id not in anywhere:
            yield Breach(
                actor.id,
                Text(zh=f"主体“{actor.id}”没有写活动领域", en=f"Actor “{actor.id}” names no domain"),
                Text(zh="写上 domains: [领域编号]", en="Add domains: and the ids of domains"),
            )


@per_chain
def _entitled(chain: Chain) -> dict[str, set[str]]:
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


RULES: Final = (accountable_without_authority, actor_without_domain)
"""These rules."""
