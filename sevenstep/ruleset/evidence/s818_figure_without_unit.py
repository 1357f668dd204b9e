from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.contents import figures
from sevenstep.model.evidence import Evidence
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S818",
    "figure-without-unit",
    Severity.HINT,
    title=Text(zh="依据里的数要写单位", en="A figure of evidence has a unit"),
    reason=Text(
        zh="只写一个 5，读者不知道是 5 家、5 次还是 5 天。",
        en="A bare 5 may be five firms, five times or five days.",
    ),
)
def figure_without_unit(chain: Chain) -> Iterator[Violation]:
    for element in chain.elements.values():
        for path, evidence in figures(element):
            if isinstance(evidence, Evidence) and evidence.figure is not None and not evidence.figure.unit:
                yield Violation(
                    element.id,
                    Text(zh=f"{evidence.figure.text} 没有单位", en=f"{evidence.figure.text} has no unit"),
                    Text(
                        zh=f"写上单位，如 {evidence.figure.text} 次、{evidence.figure.text} 家",
                        en=f"Add the unit, as in {evidence.figure.text} times",
                    ),
                    (*path, "figure"),
                )
