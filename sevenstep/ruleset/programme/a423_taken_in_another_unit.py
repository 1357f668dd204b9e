from collections.abc import Iterator

from sevenstep.analysis.programme.load import unlike
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A423",
    "taken-in-another-unit",
    Severity.WARNING,
    title=Text(zh="占用和可用用同一种单位", en="What is taken is told in the unit of what there is"),
    reason=Text(
        zh="两种单位不能换算，占用就没有算进来，超没超不知道。",
        en="Units that cannot be told in one another are not added up, so that nobody sees whether it is too much.",
    ),
)
def taken_in_another_unit(chain: Chain) -> Iterator[Violation]:
    for one in unlike(chain):
        yield Violation(
            one.project,
            Text(
                zh=f"项目“{one.project}”占用“{one.holder}”用的单位是 {one.taken}，而它有多少用的是 {one.there}，"
                "换算不了，没有算进来",
                en=f"Project “{one.project}” takes of “{one.holder}” in {one.taken}, which says what it has in "
                f"{one.there}: it is not added up",
            ),
            Text(zh="用同一种单位写", en="Write both in one unit"),
            one.path,
        )
