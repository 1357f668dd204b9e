from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step5_scenarios import Scenario
from sevenstep.model.step7_flows import Flow, Node
from sevenstep.model.values import same_words
from sevenstep.ruleset.rule import Violation, rule

_SAID_ELSEWHERE: Final = (Indicator, Scenario, Flow, Node)
"""Classes that have a rule of their own for twins, and those that may share a title: variants of a flow, and steps."""


@rule(
    "S808",
    "same-title",
    Severity.WARNING,
    literal=True,
    title=Text(zh="同类要素不重名", en="No two elements of a kind have the same title"),
    reason=Text(
        zh="图和网页上只看得见名称，同名的两个要素分不开。",
        en="In pictures and on pages the title is all there is to tell elements apart.",
    ),
)
def same_title(chain: Chain) -> Iterator[Violation]:
    first: dict[tuple[str, str], str] = {}
    for element in chain.elements.values():
        kind = element.KIND
        if isinstance(element, _SAID_ELSEWHERE):
            continue
        twins = {first.setdefault((kind.name, same_words(said)), element.id) for said in element.title.wordings()}
        for twin in sorted(twins - {element.id}):
            title = kind.title
            yield Violation(
                element.id,
                Text(
                    zh=f"{title.for_language('zh')}“{element.id}”和“{twin}”同名",
                    en=f"{title.for_language('en')} “{element.id}” has the same title as “{twin}”",
                ),
                Text(zh="合并，或换一个名称", en="Merge the two, or give one of them another title"),
                ("title",),
                also=((twin, ("title",)),),
            )
