"""Are there enough people for the work that the flow brings a year?"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sevenstep.analysis.choices import Answer
from sevenstep.analysis.item_evaluation.matching import Matching
from sevenstep.analysis.item_evaluation.verdicts import Ground
from sevenstep.analysis.results import FlowMetrics
from sevenstep.analysis.simulation.sharing import shared
from sevenstep.analysis.wording import shown_number, shown_share
from sevenstep.chain.graph import Chain
from sevenstep.language import Text, joined
from sevenstep.model.choices import Mode
from sevenstep.model.quantity import Quantity, plain_number
from sevenstep.model.step6_items import Staff
from sevenstep.model.values import same_words


@dataclass(frozen=True, slots=True)
class TeamLoad:
    """Some of the people, by their places in the list, who share work: hours that come a year, and hours that they
    have. A range counts by its likeliest value."""

    people: tuple[int, ...]
    needed: float
    able: float

    @property
    def load(self) -> float:
        return self.needed / self.able if self.able > 0 else float("inf")


@dataclass(frozen=True, slots=True)
class Work:
    """Hours of work a year: `by_team`, those who can do it by their places; `by_nobody`, of units of which no people
    are named. `untimed` are activities that say no time."""

    by_team: Mapping[frozenset[int], float]
    by_nobody: Mapping[str, float]
    untimed: tuple[str, ...]


def work_of(matching: Matching, metrics: Mapping[str, FlowMetrics], cases: float) -> Work:
    """The work that people do in the flows, by who can do it.

    People of a unit do the work in its lane and in those of units above or below it; where roles of the unit are those
    of the operation that an activity belongs to, they do it alone.
    """
    people = matching.item.resources.people if matching.item.resources is not None else ()
    role_of = {
        step: operation.role
        for operation, steps in zip(matching.item.operations, matching.of_operation, strict=True)
        for step in steps
    }
    by_team: dict[frozenset[int], float] = defaultdict(float)
    by_nobody: dict[str, float] = defaultdict(float)
    untimed = []
    teams: dict[tuple[str | None, Text | None], frozenset[int]] = {}
    for key, activity in matching.activities.items():
        if activity.mode == Mode.AUTOMATIC:
            continue
        flow, _, name = key.rpartition("/")
        if activity.time is None:
            untimed.append(key)
        hours = metrics[flow].steps[name].processing * cases
        if hours <= 0:
            continue
        lane, role = matching.lanes[key], role_of.get(key)
        if (team := teams.get((lane, role))) is None:
            team = teams[lane, role] = _team(matching, people, lane, role)
        if team:
            by_team[team] += hours
        else:
            by_nobody[lane or ""] += hours
    return Work(by_team, by_nobody, tuple(untimed))


def _team(matching: Matching, people: Sequence[Staff], lane: str | None, role: Text | None) -> frozenset[int]:
    able = [
        place
        for place, staff in enumerate(people)
        if staff.unit is None or lane is None or matching.actors.related(staff.unit, lane)
    ]
    wanted = _words(role)
    same = [place for place in able if wanted & _words(people[place].role)]
    return frozenset(same or able)


def _words(role: Text | None) -> set[str]:
    return {same_words(said) for said in role.wordings()} if role is not None else set()


def loads(people: Sequence[Staff], work: Work) -> tuple[list[TeamLoad], list[int]]:
    """How busy the people are, shared so that nobody is busier than they must be; and those with work of whom number or
    hours are not said. Work that these may do is not counted against others."""
    hours = [_likeliest(staff.number) * _hours(staff) if _is_counted(staff) else None for staff in people]
    unclear = sorted({place for team in work.by_team for place in team if hours[place] is None})
    counted = {team: need for team, need in work.by_team.items() if not team & set(unclear)}
    able = {str(place): float(has) for place, has in enumerate(hours) if has is not None}
    found = []
    for group in shared({frozenset(map(str, team)): need for team, need in counted.items()}, able):
        members = tuple(sorted(map(int, group.resources)))
        has = sum(able[str(place)] for place in members)
        need = group.load * has if has else _left_undone(members, counted, able)
        if need > 0:
            found.append(TeamLoad(members, need, has))
    return sorted(found, key=lambda team: team.people), unclear


def _left_undone(members: Sequence[int], counted: Mapping[frozenset[int], float], able: Mapping[str, float]) -> float:
    """The work that people without an hour to spare should do, where nobody else can."""
    return sum(
        hours
        for team, hours in counted.items()
        if not team.isdisjoint(members) and not any(able[str(place)] for place in team)
    )


def _is_counted(staff: Staff) -> bool:
    return staff.number is not None and staff.hours is not None


def _likeliest(number: Quantity | None) -> float:
    return number.middle if number is not None else 0.0


def _hours(staff: Staff) -> float:
    if staff.hours is None:
        return 0.0
    points = staff.hours.hours
    return points[1] if len(points) == 3 else (points[0] + points[-1]) / 2


def grounds(
    chain: Chain, matching: Matching, work: Work, teams: Sequence[TeamLoad], unclear: Sequence[int], limit: float
) -> Iterator[Ground]:
    """What is said of people, where the work is known."""
    people = matching.item.resources.people if matching.item.resources is not None else ()
    flows = tuple(flow.id for flow in matching.flows)
    if not work.by_team and not work.by_nobody:
        yield Ground(
            Answer.YES, Text(zh="流程里没有要人花时间办的作业", en="No activity takes the time of people"), flows
        )
    elif not people:
        need = sum(work.by_nobody.values())
        yield Ground(
            Answer.UNKNOWN,
            Text(
                zh=f"一年需 {_hours_shown(need, 'zh')}，未写明有哪些人员",
                en=f"{_hours_shown(need, 'en')} of work a year; the people are not said",
            ),
            flows,
            Text(
                zh="写上 resources: {people: [{unit: …, number: …, hours: …}]}",
                en="Add resources: {people: [{unit: …, number: …, hours: …}]}",
            ),
        )
    else:
        yield from (_of_team(chain, matching, people, team, limit) for team in teams)
        yield from _of_unclear(chain, people, unclear)
        yield from _of_nobody(chain, work)
    if work.untimed:
        yield Ground(
            None,
            Text(
                zh=f"{len(work.untimed)} 项作业未写时间，工作量按 0 计",
                en=f"Activities without a time, which count as no work: {len(work.untimed)}",
            ),
            work.untimed,
        )


def _of_team(chain: Chain, matching: Matching, people: Sequence[Staff], team: TeamLoad, limit: float) -> Ground:
    who = joined(staff_title(chain, people[place]) for place in team.people)
    answer = Answer.YES if team.load <= limit else Answer.PARTLY if team.load <= 1 else Answer.NO
    words = {
        Answer.YES: ("充足", "enough"),
        Answer.PARTLY: (
            f"充足，但超过 {shown_share(limit)}，没有余量",
            f"enough, but beyond {shown_share(limit)}: no reserve",
        ),
        Answer.NO: ("不足", "not enough"),
    }[answer]
    need, able = (_hours_shown(hours, "zh") for hours in (team.needed, team.able))
    need_en, able_en = (_hours_shown(hours, "en") for hours in (team.needed, team.able))
    said = "；".join(_counted(people[place], "zh") for place in team.people)
    said_en = "; ".join(_counted(people[place], "en") for place in team.people)
    return Ground(
        answer,
        Text(
            zh=f"{who.for_language('zh')}：一年需 {need}，有 {able}（{said}），占 {shown_share(team.load)}，{words[0]}",
            en=f"{who.for_language('en')}: {need_en} needed a year, {able_en} there ({said_en}), "
            f"{shown_share(team.load)}: {words[1]}",
        ),
        tuple(dict.fromkeys(unit for place in team.people if (unit := people[place].unit) in chain.elements and unit)),
        None
        if answer is Answer.YES
        else Text(
            zh="增加人手，或缩短作业用时、改为自动办理", en="Add people, or make the activities shorter or automatic"
        ),
        finding="F432" if answer is Answer.NO else "",
    )


def _of_unclear(chain: Chain, people: Sequence[Staff], unclear: Sequence[int]) -> Iterator[Ground]:
    if unclear:
        who = joined(staff_title(chain, people[place]) for place in unclear)
        yield Ground(
            Answer.UNKNOWN,
            who.inserted_into(zh="{}：未写人数或工时", en="{}: number or hours are not said"),
            add=Text(zh="写上 number 和 hours", en="Add number and hours"),
        )


def _of_nobody(chain: Chain, work: Work) -> Iterator[Ground]:
    for key, hours in work.by_nobody.items():
        actor = chain.elements.get(key)
        title = actor.title if actor is not None else Text(zh="没有执行主体的作业", en="activities of no actor")
        yield Ground(
            Answer.UNKNOWN,
            Text(
                zh=f"{title.for_language('zh')}：一年需 {_hours_shown(hours, 'zh')}，未写明其人员",
                en=f"{title.for_language('en')}: {_hours_shown(hours, 'en')} of work a year, its people are not said",
            ),
            (key,) if actor is not None else (),
            Text(zh="在 people 里写上它的人", en="Add its people under people"),
        )


def staff_title(chain: Chain, staff: Staff) -> Text:
    """The role with its unit, or the one that there is."""
    unit = chain.elements[staff.unit].title if staff.unit in chain.elements and staff.unit else None
    if staff.role is None:
        return unit or Text(zh="未写岗位的人", en="people of no role")
    if unit is None:
        return staff.role
    return Text(
        zh=f"{staff.role.for_language('zh')}（{unit.for_language('zh')}）",
        en=f"{staff.role.for_language('en')} ({unit.for_language('en')})",
    )


def _counted(staff: Staff, language: str) -> str:
    number, hours = plain_number(_likeliest(staff.number)), plain_number(round(_hours(staff)))
    return f"{number} 人 × {hours} 小时" if language == "zh" else f"{number} × {hours} h"


def _hours_shown(hours: float, language: str) -> str:
    return shown_number(hours, "h", "zh" if language == "zh" else "en")
