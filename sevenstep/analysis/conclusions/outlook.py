"""Whether the goals are reached: how many targets have which verdict, and what it takes to judge the others."""

from collections.abc import Iterator
from typing import Final

from sevenstep.analysis.choices import Verdict
from sevenstep.analysis.conclusions.conclusion import Conclusion
from sevenstep.analysis.conclusions.goal import ORDER, counted
from sevenstep.analysis.conclusions.in_time import late_by_projects, late_said, targets_in_time
from sevenstep.analysis.conclusions.indicator import indicator_figure, standing
from sevenstep.analysis.conclusions.needs import NeedKind, all_needs
from sevenstep.analysis.conclusions.wording import listed, sentence, titled
from sevenstep.analysis.results import Analysis
from sevenstep.chain.graph import Chain
from sevenstep.language import Text

_MOST_TOLD: Final = 3
_MOST_FIGURES: Final = 5


def outlook_conclusion(chain: Chain, analysis: Analysis) -> Conclusion:
    """The headline counts the verdicts of all indicators."""
    states = sorted(analysis.goal_attainment.indicators.values(), key=lambda state: ORDER.index(state.verdict))
    if not states:
        return Conclusion(
            sentence("尚无指标，目标能否达到无从判断", "There are no indicators, so nothing can be judged")
        )
    figures = (indicator_figure(chain, state) for state in states if state.verdict != Verdict.UNKNOWN)
    known = tuple(figure for figure in figures if figure is not None)
    headline = counted(chain, states) if len(states) > 1 else sentence(*_alone(chain, analysis))
    return Conclusion(headline, tuple(_lead(chain, analysis)), known[:_MOST_FIGURES])


def _alone(chain: Chain, analysis: Analysis) -> tuple[str, str]:
    (state,) = analysis.goal_attainment.indicators.values()
    title, told = titled(chain, state.indicator), standing(state)
    return f"{title.zh}：{told.for_language('zh')}", f"{title.en}: {told.for_language('en')}"


def _lead(chain: Chain, analysis: Analysis) -> Iterator[Text]:
    states = list(analysis.goal_attainment.indicators.values())
    if len(states) > 1:
        for state in [state for state in states if state.verdict == Verdict.MISSED][:_MOST_TOLD]:
            title, told = titled(chain, state.indicator), standing(state)
            yield sentence(f"{title.zh}：{told.for_language('zh')}", f"{title.en}: {told.for_language('en')}")
    if (in_time := targets_in_time(analysis.course)) is not None:
        yield in_time
    for projects, targets in list(late_by_projects(analysis.course).items())[:1]:
        yield late_said(chain, projects, targets)
    wanted = all_needs(chain, analysis)
    if not wanted:
        return
    parts = []
    for kind in NeedKind:
        if count := sum(need.kind == kind for need in wanted):
            parts.append(Text(zh=f"{count} {kind.label.zh}", en=f"{count} {kind.label.en}"))
    told = listed(parts)
    yield sentence(
        f"尚不能下结论的 {len(wanted)} 个：{told.for_language('zh')}",
        f"Of the {len(wanted)} that are open, {told.for_language('en')}",
    )
