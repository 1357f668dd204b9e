from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_architecture import Function
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step3_architecture.whole import is_whole

_JOINING: Final = frozenset({"follows", "feeds"})


@rule(
    "S306",
    "function-alone",
    Severity.WARNING,
    title=Text(zh="业务环节要和别的环节有联系", en="A function is joined to others"),
    reason=Text(
        zh="前后都没有联系的环节，看不出它在业务里起什么作用。",
        en="If nothing leads to a function or from it, nobody can tell what it is for.",
    ),
)
def function_alone(chain: Chain) -> Iterator[Violation]:
    if not is_whole(chain, Function) or chain.engagement.count(Function) < 2:
        return
    for function in chain.engagement.of(Function):
        links = (*chain.outgoing.get(function.id, ()), *chain.incoming.get(function.id, ()))
        if not function.follows and not function.feeds and not any(link.relation.name in _JOINING for link in links):
            yield Violation(
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
