from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step7_flows import Event, Gateway
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.style.wordings import wordings

_ENDS: Final = frozenset(".。,，;；:：!！")


@rule(
    "S852",
    "title-ends-in-punctuation",
    Severity.WARNING,
    literal=True,
    on=False,
    title=Text(zh="名称不以标点结尾", en="A title does not end in punctuation"),
    reason=Text(zh="名称不是句子。", en="A title is not a sentence."),
)
def title_ends_in_punctuation(chain: Chain) -> Iterator[Violation]:
    for element in chain.elements.values():
        for path, said in wordings(element.title, ("title",)):
            if said[-1:] in _ENDS and not isinstance(element, Event | Gateway):
                yield Violation(
                    element.id,
                    Text(zh=f"名称以“{said[-1]}”结尾", en=f"The title ends in “{said[-1]}”"),
                    Text(zh="去掉它", en="Take it out"),
                    path,
                )
