"""Whether the plan brings the targets about in time: when, for how much money, and what it waits for."""

from collections.abc import Iterator
from typing import Final

from sevenstep.analysis.choices import Verdict
from sevenstep.analysis.conclusions.conclusion import Conclusion, Figure
from sevenstep.analysis.conclusions.in_time import delay_said, late_by_projects, late_said, worst_delays
from sevenstep.analysis.conclusions.wording import NAMED, named, sentence, titled
from sevenstep.analysis.course.results import Course
from sevenstep.analysis.programme.load import overbooked
from sevenstep.analysis.programme.results import Programme
from sevenstep.analysis.programme.wording import begin_said, end_said, money_said, over_said
from sevenstep.analysis.results import Analysis
from sevenstep.analysis.wording import shown_share
from sevenstep.chain.graph import Chain
from sevenstep.language import Text, many
from sevenstep.model.frames.project import Project

_MOST_LATE: Final = 2
_LONGEST_PATH: Final = 6


def programme_conclusion(chain: Chain, analysis: Analysis) -> Conclusion | None:
    """None where there are no projects."""
    count = chain.engagement.count(Project)
    if not count:
        return None
    found, course = analysis.programme, analysis.course
    return Conclusion(
        _headline(count, found, course), tuple(_lead(chain, found, course)), tuple(_figures(found, course))
    )


def counts(course: Course) -> dict[Verdict, int]:
    """How many targets of the indicators with a course have which verdict when they are due."""
    verdicts = [target.verdict for one in course.indicators.values() for target in one.targets]
    return {verdict: verdicts.count(verdict) for verdict in Verdict}


def _headline(count: int, found: Programme, course: Course) -> Text:
    begin, end = found.schedule.begin, found.schedule.end
    zh, en = f"{count} 个项目", many(count, "project")
    if begin is not None and end is not None:
        first, last = begin_said(begin), end_said(end)
        zh, en = f"{zh}从 {first.zh}做到 {last.zh}", f"{en} from {first.en} to {last.en}"
    if found.budget.total:
        sum_ = money_said(found.budget.total, found.budget.currency)
        zh, en = f"{zh}，投入 {sum_.zh}", f"{en}, for {sum_.en}"
    verdicts = counts(course)
    due = sum(verdicts.values())
    if not due:
        return sentence(zh, en)
    missed = verdicts[Verdict.MISSED]
    if not missed and verdicts[Verdict.UNSETTLED]:
        return sentence(
            f"{zh}；按此安排，{due} 项目标没有一项确定达不到", f"{en}: none of {due} targets is surely missed"
        )
    if not missed:
        return sentence(f"{zh}；按此安排，{due} 项目标全部如期达到", f"{en}: all of {due} targets are reached in time")
    return sentence(
        f"{zh}；按此安排，{due} 项目标中有 {missed} 项到期达不到",
        f"{en}: {missed} of {due} targets are not reached when they are due",
    )


def _lead(chain: Chain, found: Programme, course: Course) -> Iterator[Text]:
    for projects, targets in list(late_by_projects(course).items())[:_MOST_LATE]:
        yield late_said(chain, projects, targets)
    never = [
        one.indicator
        for one in course.indicators.values()
        if any(target.verdict is Verdict.MISSED and target.met_on is None for target in one.targets)
    ]
    if never:
        who = named(chain, never, NAMED)
        yield sentence(f"{who.zh}按现有安排一直达不到目标", f"Nothing that is planned brings {who.en} to the target")
    undated = tuple(dict.fromkeys(key for one in course.indicators.values() for key in one.undated))
    if undated:
        who = named(chain, undated, NAMED)
        yield sentence(
            f"没有项目交付{who.zh}，它们的作用没有算进来",
            f"No project delivers {who.en}, so that nothing of it is expected",
        )
    if found.budget.left_out:
        who = named(chain, found.budget.left_out, NAMED)
        yield sentence(
            f"{who.zh}有用其他币种写的预算，没有算进来", f"Money of {who.en} in another currency is not added up"
        )
    if found.spending.total:
        yield _spent(chain, found)
    path = found.schedule.critical_path
    if path:
        way = " → ".join
        keys = path[:_LONGEST_PATH]
        more = "" if len(path) == len(keys) else " → …"
        zh = way(titled(chain, key).for_language("zh") for key in keys)
        en = way(titled(chain, key).for_language("en") for key in keys)
        yield sentence(f"关键路径没有余量：{zh}{more}", f"Nothing on the critical path may be late: {en}{more}")
    if overbooked_units := dict(overbooked(found.efforts)):
        unit, load = max(overbooked_units.items(), key=lambda entry: entry[1].months)
        who, over, by = titled(chain, unit), over_said(load.worst), named(chain, load.worst.projects, NAMED)
        yield sentence(f"{who.zh}{over.zh}：{by.zh}同时占用", f"{who.en}: {over.en}, by {by.en}")
    for delay in worst_delays(course)[:1]:
        if (said := delay_said(chain, delay)) is not None:
            yield said


def _spent(chain: Chain, found: Programme) -> Text:
    """How much of the money is spent, and where that is more than there is."""
    spent, given = found.spending.total, found.budget.total
    told = money_said(spent, found.spending.currency)
    part = f"{shown_share(spent / given)}" if given else ""
    zh = f"已支出 {told.zh}" + (f"，占预算的 {part}" if part else "")
    en = f"{told.en} are spent" + (f", {part} of the budget" if part else "")
    if found.spending.beyond:
        who = named(chain, list(dict.fromkeys(one.element for one in found.spending.beyond)), NAMED)
        zh, en = f"{zh}；{who.zh}超出预算或额度", f"{en}; {who.en} beyond what there is"
    return sentence(zh, en)


def _figures(found: Programme, course: Course) -> Iterator[Figure]:
    if found.budget.total:
        yield Figure(
            Text(zh="预算合计", en="Budget in all"), after=money_said(found.budget.total, found.budget.currency)
        )
    verdicts = counts(course)
    due = sum(verdicts.values())
    if due:
        told = f"{verdicts[Verdict.REACHED]} / {due}"
        yield Figure(Text(zh="如期达到的目标", en="Targets reached in time"), after=Text(zh=told, en=told))
    if found.schedule.projects:
        told = f"{len(found.schedule.critical_path)} / {len(found.schedule.projects)}"
        yield Figure(Text(zh="没有余量的项目", en="Projects without slack"), after=Text(zh=told, en=told))
    taken = (*found.pools.values(), *found.efforts.values())
    over = len({month.name for months in taken for month in months if month.is_over})
    if taken:
        yield Figure(
            Text(zh="人力或资源超额的月份", en="Months with too much taken"),
            after=Text(zh=f"{over} 个", en=str(over)),
            is_better=False if over else None,
        )
