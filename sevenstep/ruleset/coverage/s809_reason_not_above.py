from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.chain.justification import may_be_there_for, reason_of
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step1_goals import Goal
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S809",
    "reason-not-above",
    Severity.WARNING,
    title=Text(zh="写明的存在依据要在链上位于该要素上方", en="A reason that is named stands above the element"),
    reason=Text(
        zh="写了依据，链上却没有路径通到那里，读者看到的依据就与模型其他内容对不上。",
        en="Where no links lead from the element to what it is said to be there for, its page says one thing and the "
        "rest of the model another.",
    ),
)
def reason_not_above(chain: Chain) -> Iterator[Violation]:
    for link in chain.related("because"):
        if may_be_there_for(chain, link.source, link.target):
            if isinstance(chain.elements[link.target], Goal) or reason_of(chain, link.target).ways:
                continue
            yield Violation(
                link.source,
                Text(
                    zh=f"“{link.source}”的存在依据“{link.target}”没有通到任何目标",
                    en=f"“{link.target}”, for which “{link.source}” is said to be there, leads to no goal",
                ),
                Text(zh="先让它服务于某个目标，或改写依据", en="Let it serve a goal first, or name another reason"),
                link.path,
            )
        else:
            yield Violation(
                link.source,
                Text(
                    zh=f"链上没有路径从“{link.source}”通到所写的存在依据“{link.target}”",
                    en=f"No links lead from “{link.source}” to “{link.target}”, for which it is said to be there",
                ),
                Text(
                    zh="改写为它确实服务的环节、指标或目标，或补上缺少的关系",
                    en="Name a function, an indicator or a goal that it does serve, or add the relation that is "
                    "missing",
                ),
                link.path,
            )
