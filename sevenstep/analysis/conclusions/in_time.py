"""What the course of indicators says in sentences: targets that come too late, and what a delay does."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from sevenstep.analysis.choices import Verdict
from sevenstep.analysis.conclusions.wording import joint, named, sentence, titled
from sevenstep.analysis.course.results import Course, Delay, DueTarget, IndicatorCourse
from sevenstep.analysis.programme.wording import begin_said, in_force_said, month_said
from sevenstep.analysis.verdict_wording import both, gap_shown
from sevenstep.chain.graph import Chain
from sevenstep.language import Text, many
from sevenstep.model.frames.project import Project

_NAMED: Final = 3


def standing(chain: Chain, target: DueTarget, unit: str) -> Text:
    """How one target stands to what is expected when it is due, with the projects that it waits for."""
    day = target.day
    if target.verdict is Verdict.REACHED and target.met_on is None:
        return sentence(f"{_of(day)}今天已经达到", f"Target {day} is met today already")
    if target.verdict is Verdict.REACHED and target.met_on is not None:
        since = begin_said(target.met_on)
        return sentence(f"{_of(day)}如期达到：{since.zh}起达标", f"Target {day} is reached in time, from {since.en} on")
    if target.verdict is Verdict.UNSETTLED:
        return sentence(f"{_of(day)}到期时能否达到存疑", f"Whether target {day} is reached in time is not settled")
    if target.met_on is None:
        gap = both(lambda language: gap_shown(target.gap, unit, language))
        return sentence(
            f"{_of(day)}到期时还差 {gap.zh}，按现有安排一直达不到",
            f"Target {day} is missed by {gap.en} when it is due, and nothing that is planned reaches it",
        )
    why = _because(chain, target.waits_for, target.met_on)
    return sentence(f"{_of(day)}不能如期达到，因为{why.zh}", f"Target {day} is missed, since {why.en}")


def _because(chain: Chain, projects: Sequence[str], met: date) -> Text:
    """That projects end, or are rolled out far enough, on the day before."""
    who, end = named(chain, projects, _NAMED), in_force_said(met)
    elements = [chain.elements.get(key) for key in projects]
    if any(one.rollout for one in elements if isinstance(one, Project)):
        return Text(
            zh=f"{who.zh}到 {end.zh}才推广到位",
            en=f"{who.en} {'are' if len(projects) > 1 else 'is'} rolled out far enough only in {end.en}",
        )
    return Text(zh=f"{who.zh}到 {end.zh}才完成", en=f"{who.en} {'end' if len(projects) > 1 else 'ends'} in {end.en}")


def _is_year(day: str) -> bool:
    return len(day) == 4 and day.isdigit()


def _of(day: str) -> str:
    return f"{day} 年目标" if _is_year(day) else f"{day} 的目标"


def late_by_projects(course: Course) -> Mapping[tuple[str, ...], list[tuple[IndicatorCourse, DueTarget]]]:
    """The targets that are reached too late, by the projects that they wait for; most first."""
    found: dict[tuple[str, ...], list[tuple[IndicatorCourse, DueTarget]]] = {}
    for one in course.indicators.values():
        for target in one.targets:
            if target.verdict is Verdict.MISSED and target.waits_for:
                found.setdefault(target.waits_for, []).append((one, target))
    return dict(sorted(found.items(), key=lambda entry: -len(entry[1])))


def late_said(chain: Chain, projects: Sequence[str], targets: Sequence[tuple[IndicatorCourse, DueTarget]]) -> Text:
    """That targets wait for projects: “Target 2025 of … is missed, since … ends in 2026”."""
    days = "、".join(dict.fromkeys(target.day for _, target in targets))
    days_en = ", ".join(dict.fromkeys(target.day for _, target in targets))
    what = named(chain, [one.indicator for one, _ in targets], _NAMED)
    met = max(target.met_on for _, target in targets if target.met_on is not None)
    why = _because(chain, projects, met)
    if len(targets) == 1:
        return sentence(
            f"{what.zh}的 {_of(days)}不能如期达到，因为{why.zh}",
            f"Target {days_en} of {what.en} is missed, since {why.en}",
        )
    return sentence(
        f"{len(targets)} 项目标（{days}：{what.zh}）不能如期达到，因为{why.zh}",
        f"{len(targets)} targets ({days_en}: {what.en}) are missed, since {why.en}",
    )


def delay_said(chain: Chain, delay: Delay) -> Text | None:
    """What it does that a project is late; None where it does nothing to targets or goals."""
    if not delay.lost and not delay.moved:
        return None
    parts = list(_of_delay(chain, delay))
    what = joint(*parts)
    project = titled(chain, delay.project)
    return sentence(
        f"{project.zh}每推迟 {delay.months} 个月：{what.zh}",
        f"A delay of {delay.months} months of {project.en}: {what.en}",
    )


def _of_delay(chain: Chain, delay: Delay) -> Iterator[Text]:
    if delay.lost:
        lost = named(chain, list(dict.fromkeys(lost.indicator for lost in delay.lost)), _NAMED)
        days = ", ".join(dict.fromkeys(lost.day for lost in delay.lost))
        yield Text(zh=f"{lost.zh}的目标（{days}）从达到变为达不到", en=f"{lost.en} then miss their targets ({days})")
    for moved in delay.moved[:1]:
        goal, planned, then = titled(chain, moved.goal), month_said(moved.planned), month_said(moved.then)
        yield Text(
            zh=f"目标{goal.zh}下测算得出的指标，全部达标的时间从 {planned.zh}推到 {then.zh}",
            en=f"the computed figures of goal {goal.en} all meet their targets from {then.en} on, not {planned.en}",
        )
    if left := len(delay.moved) - 1 if delay.moved else 0:
        yield Text(zh=f"另有 {left} 个目标推后", en=f"{many(left, 'more goal')} {'moves' if left == 1 else 'move'}")


def worst_delays(course: Course) -> list[Delay]:
    """The projects whose delay does most first: targets lost, then goals moved."""
    telling = [delay for delay in course.delays if delay.lost or delay.moved]
    return sorted(telling, key=lambda delay: (-len(delay.lost), -len(delay.moved), -len(delay.pushed)))


def indicator_in_time(chain: Chain, course: Course, indicator: str) -> Iterator[Text]:
    """How each target of an indicator stands to what the projects bring about, where there are any."""
    one = course.indicators.get(indicator)
    if one is not None and len(one.points) > 1:
        yield from (standing(chain, target, one.unit) for target in one.targets)


def goal_in_time(chain: Chain, course: Course, goal: str, indicators: Sequence[str]) -> Iterator[Text]:
    """When a goal is reached by the projects that are planned, what comes too late, and what moves it most."""
    late = [
        (one, target)
        for key in indicators
        if (one := course.indicators.get(key)) is not None
        for target in one.targets
        if target.verdict is Verdict.MISSED and target.waits_for
    ]
    if goal in course.reached_on:
        day = begin_said(course.reached_on[goal])
        yield sentence(
            f"按项目安排，能由流程测算的指标到 {day.zh}都达到最后的目标值",
            f"By the projects planned, its indicators that flows tell of meet their last targets from {day.en} on",
        )
    by_projects: dict[tuple[str, ...], list[tuple[IndicatorCourse, DueTarget]]] = {}
    for one, target in late:
        by_projects.setdefault(target.waits_for, []).append((one, target))
    for projects, targets in list(by_projects.items())[:2]:
        yield late_said(chain, projects, targets)
    moving = [(moved, delay) for delay in course.delays for moved in delay.moved if moved.goal == goal]
    if moving:
        moved, delay = max(moving, key=lambda entry: entry[0].then)
        project, then = titled(chain, delay.project), month_said(moved.then)
        yield sentence(
            f"{project.zh}推迟 {delay.months} 个月，它就推到 {then.zh}",
            f"A delay of {delay.months} months of {project.en} moves it to {then.en}",
        )


def targets_in_time(course: Course) -> Text | None:
    """How many targets are reached when they are due, in one sentence; None where no project dates any."""
    verdicts = [target.verdict for one in course.indicators.values() for target in one.targets]
    if not verdicts or not any(len(one.points) > 1 for one in course.indicators.values()):
        return None
    missed = verdicts.count(Verdict.MISSED)
    if verdicts.count(Verdict.REACHED) == len(verdicts):
        return sentence(
            f"按项目安排，{len(verdicts)} 项有期限的目标全部如期达到",
            f"By the projects planned, {_all_of(len(verdicts))} reached in time",
        )
    if not missed:
        return sentence(
            f"按项目安排，{len(verdicts)} 项有期限的目标没有一项到期达不到",
            f"By the projects planned, none of {len(verdicts)} dated targets is missed when it is due",
        )
    return sentence(
        f"按项目安排，{len(verdicts)} 项有期限的目标中有 {missed} 项到期达不到",
        f"By the projects planned, {missed} of {len(verdicts)} dated targets are not reached when they are due",
    )


def _all_of(count: int) -> str:
    return "the dated target is" if count == 1 else f"all {count} dated targets are"
