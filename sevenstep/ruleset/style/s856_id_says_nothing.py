from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S856",
    "id-says-nothing",
    Severity.WARNING,
    literal=True,
    on=False,
    title=Text(zh="编号不只是数字", en="An id is more than a number"),
    reason=Text(
        zh="“12”是目标还是事项？引用的人要去查。", en="“12” may be anything: whoever reads a reference must look it up."
    ),
)
def id_says_nothing(chain: Chain) -> Iterator[Violation]:
    for element in chain.elements.values():
        name = element.id.rpartition("/")[2]
        if name.replace(".", "").replace("-", "").isdecimal():
            yield Violation(
                element.id,
                Text(zh=f"编号“{name}”只有数字", en=f"The id “{name}” is a mere number"),
                Text(zh="加上字母，如 G1 或 clearance-time", en="Put letters to it, as in G1 or clearance-time"),
            )
