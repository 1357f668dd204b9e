"""Who does what in each function of a path, and whether the actors are entitled to it."""

from collections.abc import Iterator
from typing import Final

from sevenstep.chain.cycles import cycles, told
from sevenstep.chain.graph import Chain, once
from sevenstep.chain.tree import Tree, tree
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_architecture import Function
from sevenstep.model.step4_paths import Actor, Path
from sevenstep.rules.rule import Breach, rule


@rule(
    "S401",
    "actor-cycle",
    Severity.ERROR,
    title=Text(zh="参与主体是一棵树", en="Actors form a tree"),
    reason=Text(
        zh="互相隶属的主体没有谁在上面。",
        en="Of actors that belong to one another none stands above.",
    ),
    bad="""
    actors:
      port: {title: Port, type: operator, parent: quay}
      quay: {title: Quay, type: operator, parent: port}
    """,
    good="""
    actors:
      port: {title: Port, type: operator}
      quay: {title: Quay, type: operator, parent: port}
    """,
)
def actor_cycle(chain: Chain) -> Iterator[Breach]:
    for around in cycles(chain, "actor-parent"):
        way = told(around)
        yield Breach(
            around[0].source,
            Text(zh=f"主体互相隶属：{way}", en=f"Actors belong to one another: {way}"),
            Text(zh="去掉其中一个 parent", en="Take one of these parents out"),
            around[0].path,
        )


@rule(
    "S402",
    "accountable-not-one",
    Severity.ERROR,
    title=Text(
        zh="路径上每个环节恰有一个负责者 (A)",
        en="Each function on a path has exactly one accountable actor (A)",
    ),
    reason=Text(
        zh="没有人负责，或几家都负责，出了事就找不到人。",
        en="Where nobody or everybody answers for the work, nobody can be asked when it fails.",
    ),
    bad="""
    functions:
      declare: {title: Declaration}
      review: {title: Review}
    actors:
      shipper: {title: 货主, type: enterprise}
      agent: {title: 货代, type: enterprise}
      customs: {title: 海关, type: government}
    paths:
      P:
        title: Declaration
        connects:
          declare: {R: agent, A: [shipper, customs]}
          review: {R: customs}
    """,
    good="""
    functions:
      declare: {title: Declaration}
      review: {title: Review}
    actors:
      shipper: {title: 货主, type: enterprise}
      agent: {title: 货代, type: enterprise}
      customs: {title: 海关, type: government}
    paths:
      P:
        title: Declaration
        connects:
          declare: {R: agent, A: shipper}
    """,
)
def accountable_not_one(chain: Chain) -> Iterator[Breach]:
    for path in chain.engagement.of(Path):
        for function, raci in path.connects.items():
            count = len(raci.accountable)
            if count == 1:
                continue
            who = ", ".join(raci.accountable) or "—"
            yield Breach(
                path.id,
                Text(
                    zh=f"环节“{function}”有 {count} 个负责者 (A)：{who}",
                    en=f"Function “{function}” has {count} accountable actors (A): {who}",
                )
                if count
                else Text(
                    zh=f"环节“{function}”没有负责者 (A)",
                    en=f"Function “{function}” has no accountable actor (A)",
                ),
                Text(
                    zh="只留一个 A，其余改为 R、C 或 I" if count else "写上一个 A",
                    en="Keep one A; make the others R, C or I" if count else "Name one actor under A",
                ),
                ("connects", function, "A") if count else ("connects", function),
                on_key=not count,
            )


@rule(
    "S403",
    "responsible-missing",
    Severity.ERROR,
    title=Text(
        zh="路径上每个环节至少有一个执行者 (R)",
        en="Each function on a path has at least one responsible actor (R)",
    ),
    reason=Text(
        zh="没有人执行的环节不会发生。",
        en="A function that nobody does is not done.",
    ),
    bad="""
    functions:
      declare: {title: Declaration}
      review: {title: Review}
    actors:
      shipper: {title: 货主, type: enterprise}
      agent: {title: 货代, type: enterprise}
      customs: {title: 海关, type: government}
    paths:
      P:
        title: Declaration
        connects:
          declare: {A: shipper, C: customs}
    """,
    good="""
    functions:
      declare: {title: Declaration}
      review: {title: Review}
    actors:
      shipper: {title: 货主, type: enterprise}
      agent: {title: 货代, type: enterprise}
      customs: {title: 海关, type: government}
    paths:
      P:
        title: Declaration
        connects:
          declare: {R: agent, A: shipper}
    """,
)
def responsible_missing(chain: Chain) -> Iterator[Breach]:
    for path in chain.engagement.of(Path):
        for function, raci in path.connects.items():
            if not raci.responsible:
                yield Breach(
                    path.id,
                    Text(
                        zh=f"环节“{function}”没有执行者 (R)",
                        en=f"Function “{function}” has no responsible actor (R)",
                    ),
                    Text(zh="写上至少一个 R", en="Name at least one actor under R"),
                    ("connects", function),
                    on_key=True,
                )


@rule(
    "S404",
    "raci-twice",
    Severity.ERROR,
    title=Text(
        zh="同一主体不能既被咨询 (C) 又被知会 (I)，也不重复写",
        en="An actor is not consulted (C) and informed (I) at once, nor named twice",
    ),
    reason=Text(
        zh="事前问过的人不必事后再通知；写两遍说明职责还没有想清楚。",
        en="Who is asked before need not be told after; a name given twice shows a duty not thought through.",
    ),
    bad="""
    functions:
      declare: {title: Declaration}
      review: {title: Review}
    actors:
      shipper: {title: 货主, type: enterprise}
      agent: {title: 货代, type: enterprise}
      customs: {title: 海关, type: government}
    paths:
      P:
        title: Declaration
        connects:
          declare: {R: [agent, agent], A: shipper, C: customs, I: customs}
    """,
    good="""
    functions:
      declare: {title: Declaration}
      review: {title: Review}
    actors:
      shipper: {title: 货主, type: enterprise}
      agent: {title: 货代, type: enterprise}
      customs: {title: 海关, type: government}
    paths:
      P:
        title: Declaration
        connects:
          declare: {R: agent, A: agent, C: customs}
    """,
)
def raci_twice(chain: Chain) -> Iterator[Breach]:
    for path in chain.engagement.of(Path):
        for function, raci in path.connects.items():
            letters = {"R": raci.responsible, "A": raci.accountable, "C": raci.consulted, "I": raci.informed}
            twice = [
                (letter, actor)
                for letter, actors in letters.items()
                for actor in dict.fromkeys(actors)
                if actors.count(actor) > 1
            ]
            aside = [
                ("I", actor)
                for actor in raci.informed
                if actor in raci.consulted or actor in raci.responsible or actor in raci.accountable
            ]
            for letter, actor in dict.fromkeys([*twice, *aside]):
                last = len(letters[letter]) - 1 - letters[letter][::-1].index(actor)
                here = ("connects", function, letter, last)
                yield Breach(
                    path.id,
                    Text(
                        zh=f"环节“{function}”的 {letter} 里，“{actor}”已在别处写过",
                        en=f"Function “{function}”: “{actor}” under {letter} is named already",
                    ),
                    Text(zh="只留更重的一项", en="Keep the weightier of the two"),
                    here,
                    edits=((here if last else here[:-1], None),),
                )


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


@once
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


RULES: Final = (
    actor_cycle,
    accountable_not_one,
    responsible_missing,
    raci_twice,
    accountable_without_authority,
    actor_without_domain,
)
"""These rules."""
