from collections.abc import Iterator

from sevenstep.analysis.programme.reach import domains_reached
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text, many
from sevenstep.model.frames.project import Project
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step3_architecture import Domain
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A417",
    "gap-where-nothing-is-done",
    Severity.HINT,
    title=Text(zh="有差距的领域有项目（数字荒漠）", en="Something is done where there are gaps"),
    reason=Text(
        zh="领域里的指标定了目标，却没有一个项目去改善（数字荒漠）。",
        en="A domain whose indicators have targets, and for which no project does anything, is left behind.",
    ),
)
def gap_where_nothing_is_done(chain: Chain) -> Iterator[Violation]:
    if not chain.engagement.count(Project) or not chain.engagement.has_read_all(Project):
        return
    reached = domains_reached(chain)
    for domain in chain.engagement.of(Domain):
        held = (chain.elements.get(link.source) for link in chain.related("domain") if link.target == domain.id)
        wanted = [one for one in held if isinstance(one, Indicator) and one.targets]
        if wanted and domain.id not in reached:
            yield Violation(
                domain.id,
                Text(
                    zh=f"领域“{domain.id}”有 {len(wanted)} 个指标定了目标，却没有项目去改善",
                    en=f"Domain “{domain.id}” has {many(len(wanted), 'indicator')} with targets, and no project "
                    "for them",
                ),
                Text(zh="立一个项目，或说明为什么不做", en="Add a project, or accept it with the reason"),
            )
