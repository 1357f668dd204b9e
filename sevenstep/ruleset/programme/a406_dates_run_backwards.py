from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.dates import is_before
from sevenstep.model.frames.phase import Phase
from sevenstep.model.frames.project import Project
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A406",
    "dates-run-backwards",
    Severity.ERROR,
    title=Text(zh="日期不倒着走", en="Dates do not run backwards"),
    reason=Text(
        zh="完成早于开始，多半是写错了年份。",
        en="What ends before it begins is mostly a slip of the year.",
    ),
)
def dates_run_backwards(chain: Chain) -> Iterator[Violation]:
    dated: list[Phase | Project] = [*chain.engagement.of(Phase), *chain.engagement.of(Project)]
    for element in dated:
        if element.start is not None and element.end is not None and is_before(element.end, element.start):
            yield Violation(
                element.id,
                Text(
                    zh=f"“{element.id}”{element.start} 开始，{element.end} 就完成了",
                    en=f"“{element.id}” begins in {element.start}, yet ends in {element.end}",
                ),
                Text(zh="改正其中一个日期", en="Correct one of the two dates"),
                ("end",),
                also=((element.id, ("start",)),),
            )
