from collections.abc import Iterator

from sevenstep.analysis.unmeasured import indicators_without_figures
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.project import Project
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A412",
    "kpi-nobody-measures",
    Severity.WARNING,
    title=Text(zh="考核指标有人测量", en="Somebody measures what a project is judged by"),
    reason=Text(
        zh="没有基线、没有测量、流程也估不出来的指标，没法用来考核。",
        en="An indicator without a figure, and that no flow estimates, cannot judge anybody.",
    ),
)
def kpi_nobody_measures(chain: Chain) -> Iterator[Violation]:
    unmeasured = {indicator.id for indicator in indicators_without_figures(chain) if indicator.formula is None}
    for project in chain.engagement.of(Project):
        for key in project.judged_by:
            if key in unmeasured:
                yield Violation(
                    project.id,
                    Text(
                        zh=f"项目“{project.id}”按“{key}”考核，这个指标却没有人测量",
                        en=f"Project “{project.id}” is judged by “{key}”, which nobody measures",
                    ),
                    Text(
                        zh="写上基线和测量值，或换一个指标",
                        en="State its baseline and measurements, or judge by another",
                    ),
                    ("judged_by", key),
                )
