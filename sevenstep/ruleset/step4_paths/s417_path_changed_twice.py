from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.chain.path_variants import changing
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step4_paths import Path
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S417",
    "path-changed-twice",
    Severity.WARNING,
    title=Text(zh="每条现状路径只有一条目标路径", en="An as-is path has one to-be path"),
    reason=Text(
        zh="有两条目标路径时，不知道拿哪一条和现状比。",
        en="With two to-be paths it is unclear which to compare with today's.",
    ),
)
def path_changed_twice(chain: Chain) -> Iterator[Violation]:
    for path in chain.engagement.of(Path):
        designs = [design.id for design in changing(chain, path)]
        if len(designs) > 1:
            listed = [f"“{design}”" for design in designs]
            yield Violation(
                designs[1],
                Text(
                    zh=f"现状路径“{path.id}”有 {len(designs)} 条目标路径：{'、'.join(listed)}",
                    en=f"As-is path “{path.id}” is changed by {len(designs)} to-be paths: {', '.join(listed)}",
                ),
                Text(
                    zh="合成一条目标路径；若是几件事，把现状也分成几条",
                    en="Make them one path; if they are several matters, split today's path as well",
                ),
                ("changes",),
                also=tuple((other, ("changes",)) for other in (designs[0], *designs[2:])),
            )
