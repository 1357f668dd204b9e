"""Who does what in each function of a path: one accountable, one or more responsible, nobody twice."""

from collections.abc import Iterator
from typing import Final

from sevenstep.chain.cycles import cycles, told
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step4_paths import Path
from sevenstep.rules.rule import Breach, rule
from sevenstep.rules.titles import unquoted


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
        way = told(around, unquoted)
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
    paths:
      P:
        title: Declaration
        connects:
          declare: {R: agent, A: [shipper, customs]}
          review: {R: customs}
    """,
    good="""
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
            who = [unquoted(one) for one in raci.accountable]
            yield Breach(
                path.id,
                Text(
                    zh=f"环节“{function}”有 {count} 个负责者 (A)：{'、'.join(who)}",
                    en=f"Function “{function}” has {count} accountable actors (A): {', '.join(who)}",
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
    paths:
      P:
        title: Declaration
        connects:
          declare: {A: shipper, C: customs}
    """,
    good="""
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
    paths:
      P:
        title: Declaration
        connects:
          declare: {R: [agent, agent], A: shipper, C: customs, I: customs}
    """,
    good="""
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


RULES: Final = (actor_cycle, accountable_not_one, responsible_missing, raci_twice)
"""These rules."""
