"""Rules of step 3."""

from collections.abc import Iterator
from typing import Final

from sevenstep.chain.cycles import cycles, told
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_architecture import Domain, Function
from sevenstep.rules.rule import Breach, rule
from sevenstep.rules.titles import unquoted


@rule(
    "S301",
    "function-without-domain",
    Severity.WARNING,
    title=Text(zh="业务环节要属于一个领域", en="A function stands in a domain"),
    reason=Text(
        zh="不属于任何领域的环节，架构图上没有它的位置，也没有人主管。",
        en="A function in no domain has no place in the architecture, and nobody in charge.",
    ),
    bad="""
    functions:
      declaration: {title: Declaration}
    """,
    good="""
    domains:
      port: {title: Port and customs}
    functions:
      declaration: {title: Declaration, domain: port}
    """,
)
def function_without_domain(chain: Chain) -> Iterator[Breach]:
    for function in chain.engagement.of(Function):
        if function.domain is None:
            yield Breach(
                function.id,
                Text(zh=f"业务环节“{function.id}”不属于任何领域", en=f"Function “{function.id}” stands in no domain"),
                Text(zh="写上 domain: 领域编号", en="Add domain: and the id of a domain"),
            )


@rule(
    "S302",
    "functions-in-circle",
    Severity.WARNING,
    title=Text(zh="业务环节的先后不绕圈", en="Functions do not follow one another in a circle"),
    reason=Text(
        zh="绕成圈的先后关系说不清从哪里开始。返工写在流程里，不写在架构里。",
        en="In a circle nothing comes first. Rework belongs into the flows, not into the architecture.",
    ),
    bad="""
    functions:
      declaration: {title: Declaration, follows: inspection}
      inspection: {title: Inspection, follows: declaration}
    """,
    good="""
    functions:
      declaration: {title: Declaration}
      inspection: {title: Inspection, follows: declaration}
    """,
)
def functions_in_circle(chain: Chain) -> Iterator[Breach]:
    for around in cycles(chain, "follows"):
        way = told(around, unquoted)
        yield Breach(
            around[0].source,
            Text(zh=f"业务环节绕成一圈：{way}", en=f"Functions follow one another in a circle: {way}"),
            Text(zh="去掉其中一个 follows", en="Take one of these out of follows"),
            around[0].path,
        )


@rule(
    "S303",
    "empty-domain",
    Severity.WARNING,
    title=Text(zh="领域里要有业务环节", en="A domain holds functions"),
    reason=Text(
        zh="空的领域在架构图上是一个空框：要么漏了环节，要么不需要它。",
        en="An empty domain is an empty box: either its functions are missing, or it is not needed.",
    ),
    bad="""
    domains:
      port: {title: Port and customs}
    """,
    good="""
    domains:
      port: {title: Port and customs}
    functions:
      declaration: {title: Declaration, domain: port}
    """,
)
def empty_domain(chain: Chain) -> Iterator[Breach]:
    if not _is_whole(chain, "function", "in-domain"):
        return
    for domain in chain.engagement.of(Domain):
        if not chain.holders(domain.id, "in-domain"):
            yield Breach(
                domain.id,
                Text(zh=f"领域“{domain.id}”里没有业务环节", en=f"Domain “{domain.id}” holds no function"),
                Text(
                    zh=f"在环节上写 domain: {domain.id}，或删掉这个领域",
                    en=f"Write domain: {domain.id} on its functions, or take the domain out",
                ),
            )


@rule(
    "S304",
    "feeds-without-data",
    Severity.WARNING,
    title=Text(zh="环节之间的供给要说明是什么数据", en="What one function feeds to another is named"),
    reason=Text(
        zh="只说“有联系”不够：不知道交的是什么，就画不出数据流。",
        en="A mere “somehow connected” cannot be built: name the data that passes.",
    ),
    bad="""
    functions:
      declaration: {title: Declaration, feeds: [{to: inspection}]}
      inspection: {title: Inspection}
    """,
    good="""
    functions:
      declaration: {title: Declaration, feeds: [{to: inspection, data: declaration-form}]}
      inspection: {title: Inspection}
    data:
      declaration-form: {title: Declaration form}
    """,
)
def feeds_without_data(chain: Chain) -> Iterator[Breach]:
    for function in chain.engagement.of(Function):
        for index, feed in enumerate(function.feeds):
            if not feed.data and feed.to != function.id:
                yield Breach(
                    function.id,
                    Text(
                        zh=f"“{function.id}”供给“{feed.to}”，却没有写是什么数据",
                        en=f"“{function.id}” feeds “{feed.to}”, but no data is named",
                    ),
                    Text(
                        zh=f"写成 {{to: {feed.to}, data: 数据对象编号}}",
                        en=f"Write {{to: {feed.to}, data: …}} with the id of a data object",
                    ),
                    ("feeds", index, "to"),
                )


@rule(
    "S305",
    "feeds-itself",
    Severity.ERROR,
    title=Text(zh="业务环节不供给自己", en="A function does not feed itself"),
    reason=Text(
        zh="自己交给自己的数据不是交接。",
        en="What a function passes to itself is no hand-over.",
    ),
    bad="""
    functions:
      declaration: {title: Declaration, feeds: [{to: declaration, data: declaration-form}]}
    """,
    good="""
    functions:
      declaration: {title: Declaration, feeds: [{to: inspection, data: declaration-form}]}
    """,
)
def feeds_itself(chain: Chain) -> Iterator[Breach]:
    for function in chain.engagement.of(Function):
        for index, feed in enumerate(function.feeds):
            if feed.to == function.id:
                yield Breach(
                    function.id,
                    Text(zh=f"业务环节“{function.id}”供给自己", en=f"Function “{function.id}” feeds itself"),
                    Text(
                        zh="写上真正接收的环节，或删掉这一条",
                        en="Name the function that receives, or take the entry out",
                    ),
                    ("feeds", index, "to"),
                )


@rule(
    "S306",
    "function-alone",
    Severity.WARNING,
    title=Text(zh="业务环节要和别的环节有联系", en="A function is joined to others"),
    reason=Text(
        zh="前后都没有联系的环节，看不出它在业务里起什么作用。",
        en="Of a function that nothing leads to and that leads nowhere, nobody can tell what it is for.",
    ),
    bad="""
    functions:
      declaration: {title: Declaration}
      inspection: {title: Inspection, follows: declaration}
      training: {title: Training}
    """,
    good="""
    functions:
      declaration: {title: Declaration}
      inspection: {title: Inspection, follows: declaration}
    """,
)
def function_alone(chain: Chain) -> Iterator[Breach]:
    if not _is_whole(chain, "function") or chain.engagement.count("function") < 2:
        return
    for function in chain.engagement.of(Function):
        links = (*chain.outgoing.get(function.id, ()), *chain.incoming.get(function.id, ()))
        if not function.follows and not function.feeds and not any(one.relation.name in _JOINING for one in links):
            yield Breach(
                function.id,
                Text(
                    zh=f"业务环节“{function.id}”和别的环节没有联系",
                    en=f"Function “{function.id}” is joined to no other function",
                ),
                Text(
                    zh="写上 follows: 前一环节，或 feeds: [{to: 环节, data: 数据}]",
                    en="Add follows: and the function before it, or feeds: [{to: …, data: …}]",
                ),
            )


@rule(
    "S307",
    "domain-not-measured",
    Severity.HINT,
    title=Text(zh="有业务环节的领域要有指标", en="A domain with functions has indicators"),
    reason=Text(
        zh="没有指标的领域，做得好不好看不出来。",
        en="In a domain without indicators nobody sees whether things get better.",
    ),
    bad="""
    domains:
      port: {title: Port and customs}
    functions:
      declaration: {title: Declaration, domain: port}
    """,
    good="""
    domains:
      port: {title: Port and customs}
    functions:
      declaration: {title: Declaration, domain: port}
    indicators:
      clearance-time: {title: Clearance time, domain: port}
    """,
)
def domain_not_measured(chain: Chain) -> Iterator[Breach]:
    if not _is_whole(chain, "indicator", "domain"):
        return
    for domain in chain.engagement.of(Domain):
        if chain.holders(domain.id, "in-domain") and not chain.holders(domain.id, "domain"):
            yield Breach(
                domain.id,
                Text(zh=f"领域“{domain.id}”没有指标", en=f"Domain “{domain.id}” has no indicator"),
                Text(
                    zh=f"在它的指标上写 domain: {domain.id}", en=f"Write domain: {domain.id} on the indicators it has"
                ),
            )


def _is_whole(chain: Chain, kind: str, *relations: str) -> bool:
    """Whether every element of the kind could be read, and every such reference arrives."""
    engagement = chain.engagement
    lost = (*chain.dangling, *chain.mistyped)
    return (
        engagement.complete
        and kind not in engagement.broken.values()
        and not any(link.relation.name in relations for link in lost)
    )


_JOINING: Final = frozenset({"follows", "feeds"})

RULES: Final = (
    function_without_domain,
    functions_in_circle,
    empty_domain,
    feeds_without_data,
    feeds_itself,
    function_alone,
    domain_not_measured,
)
"""The rules of this step."""
