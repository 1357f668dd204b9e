"""What the model holds of the last two of five actions: building and evaluating."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from sevenstep.analysis.analyse import analysis_of
from sevenstep.analysis.appraisal.results import AppraisalState
from sevenstep.analysis.appraisal.wording import money_said, payback_said
from sevenstep.analysis.assessment.results import AssessmentResult, Standing
from sevenstep.analysis.assessment.wording import level_said, score_shown
from sevenstep.analysis.choices import Verdict
from sevenstep.analysis.outcomes import outcomes
from sevenstep.analysis.programme.wording import begin_said, end_said
from sevenstep.chain.graph import Chain
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.looks.card import Card
from sevenstep.diagrams.pictures.action_boxes import MOST_TITLES, folded_cards, listed, more_of, plain
from sevenstep.language import Text, many
from sevenstep.model.choices import RiskLevel
from sevenstep.model.frames.appraisal import Appraisal
from sevenstep.model.frames.assessment import Assessment
from sevenstep.model.frames.outcomes import Benefit, Lesson
from sevenstep.model.frames.phase import Phase
from sevenstep.model.frames.pools import Fund
from sevenstep.model.frames.project import Project
from sevenstep.model.step5_scenarios import Group

_MOST_LINES: Final = 8
_WORKS: Final = Text(zh="做哪些事", en="What is done")
_MONEY: Final = Text(zh="钱从哪里来", en="Whose money")
_RISKS: Final = Text(zh="风险", en="Risks")
_BENEFITS: Final = Text(zh="成效", en="Benefits")


def build_cards(canvas: Canvas) -> list[Card]:
    """Phases in time with their money, what is done in them, whose money it is, what may go wrong."""
    chain = canvas.chain
    phases = [one for one in chain.engagement.of(Phase) if _projects(chain, one)]
    cards = folded_cards(canvas, phases, Phase, lambda phase: _of_projects(canvas, _projects(chain, phase)))
    if alone := [one for one in chain.engagement.of(Project) if one.phase is None]:
        lines = list(_of_projects(canvas, alone))
        cards.append(listed(canvas, "projects", Project.KIND.titles, alone, lines, Project))
    if groups := [one for one in chain.engagement.of(Group) if list(chain.holders(one.id, "group"))]:
        works = sum(len(list(chain.holders(one.id, "group"))) for one in groups)
        count = Text(
            zh=f"{len(groups)} 组，{works} 个场景", en=f"{many(works, 'scenario')} in {many(len(groups), 'group')}"
        )
        cards.append(listed(canvas, "works", _WORKS, groups, [count], Group, _MOST_LINES))
    cards += [*_funds(canvas), *_risks(canvas)]
    return cards


def _projects(chain: Chain, phase: Phase) -> list[Project]:
    return [one for one in chain.holders(phase.id, "in-phase") if isinstance(one, Project)]


def _of_projects(canvas: Canvas, projects: Sequence[Project]) -> Iterator[Text]:
    programme = analysis_of(canvas.chain).programme
    timed = [programme.schedule.projects[one.id] for one in projects if one.id in programme.schedule.projects]
    if timed:
        begin, end = _span(min(one.begin for one in timed), max(one.end for one in timed))
        yield Text(zh=f"{begin.zh}至 {end.zh}", en=f"{begin.en} to {end.en}")
    zh, en = f"{len(projects)} 个项目", many(len(projects), "project")
    spent = sum(programme.budget.by_project.get(one.id, 0.0) for one in projects)
    if spent:
        said = money_said(spent, programme.budget.currency)
        zh, en = f"{zh}，{said.zh}", f"{en}, {said.en}"
    yield Text(zh=zh, en=en)


def _span(begin: date, end: date) -> tuple[Text, Text]:
    return begin_said(begin), end_said(end)


def _funds(canvas: Canvas) -> Iterator[Card]:
    found = analysis_of(canvas.chain).programme.budget
    funds = [one for one in canvas.chain.engagement.of(Fund) if found.by_fund.get(one.id)]
    if not funds:
        return
    lines = [money_said(found.total, found.currency).inserted_into(zh="合计 {}", en="{} in all")]
    for fund in funds[:MOST_TITLES]:
        said = money_said(found.by_fund[fund.id], found.currency)
        lines.append(
            Text(zh=f"· {said.zh}：{fund.title.for_language('zh')}", en=f"· {said.en}: {fund.title.for_language('en')}")
        )
    if len(funds) > MOST_TITLES:
        lines.append(more_of(len(funds) - MOST_TITLES, Fund))
    yield plain(canvas, "funds", _MONEY, lines, Fund)


def _risks(canvas: Canvas) -> Iterator[Card]:
    risks = [risk for project in canvas.chain.engagement.of(Project) for risk in project.risks]
    if not risks:
        return
    grave = sum(RiskLevel.SEVERE in {risk.chance, risk.effect} for risk in risks)
    answered = sum(risk.answer is not None for risk in risks)
    lines = [
        Text(zh=f"{len(risks)} 项，{answered} 项有应对", en=f"{many(len(risks), 'risk')}, {answered} with an answer"),
        Text(zh=f"{grave} 项很可能或影响大", en=f"{grave} likely or grave"),
    ]
    yield plain(canvas, "risks", _RISKS, lines, Project)


def evaluation_cards(canvas: Canvas) -> list[Card]:
    """Where one stands and shall stand, what it pays, what came of what was promised, what was learnt."""
    chain, analysis = canvas.chain, analysis_of(canvas.chain)
    cards = folded_cards(
        canvas,
        list(chain.engagement.of(Assessment)),
        Assessment,
        lambda one: _of_assessment(chain, analysis.assessments.get(one.id)),
    )
    states = {state.appraisal: state for state in analysis.appraisals}
    cards += folded_cards(
        canvas, list(chain.engagement.of(Appraisal)), Appraisal, lambda one: _of_appraisal(states.get(one.id))
    )
    if benefits := list(chain.engagement.of(Benefit)):
        ids = {one.id for one in benefits}
        found = [one.verdict for one in outcomes(chain, analysis) if one.element in ids]
        reached, missed = found.count(Verdict.REACHED), found.count(Verdict.MISSED)
        cards.append(listed(canvas, "benefits", _BENEFITS, benefits, [_came(len(benefits), reached, missed)], Benefit))
    if lessons := list(chain.engagement.of(Lesson)):
        cards.append(listed(canvas, "lessons", Lesson.KIND.titles, lessons, [], Lesson))
    return cards


def _came(count: int, reached: int, missed: int) -> Text:
    zh, en = f"{count} 项", many(count, "benefit")
    if not reached and not missed:
        return Text(zh=f"{zh}，还没有结果", en=f"{en}, nothing known yet")
    return Text(zh=f"{zh}：{reached} 项做到，{missed} 项没有做到", en=f"{en}: {reached} came true, {missed} did not")


def _of_assessment(chain: Chain, result: AssessmentResult | None) -> Iterator[Text]:
    if result is None or result.now.good is None:
        return
    yield _standing(chain, result, result.level, result.now).inserted_into(zh="现在：{}", en="now: {}")
    if result.target is not None and result.target.good is not None:
        said = _standing(chain, result, result.target_level, result.target)
        yield said.inserted_into(zh="目标：{}", en="target: {}")
        if result.target_date:
            yield Text(zh=f"期限 {result.target_date}", en=f"by {result.target_date}")


def _standing(chain: Chain, result: AssessmentResult, level: int | None, standing: Standing) -> Text:
    score = score_shown(result, standing.good or 0.0)
    named = level_said(chain, result.scale, level)
    return named.inserted_into(zh=f"{{}} {score}", en=f"{{}} {score}") if named is not None else Text(plain=score)


def _of_appraisal(state: AppraisalState | None) -> Iterator[Text]:
    if state is None or not state.streams:
        return
    worth = money_said(state.worth.present_value, state.currency)
    name = Text(zh="净现值", en="present value") if state.rate is not None else Text(zh="净收益", en="net benefit")
    yield Text(zh=f"{name.zh} {worth.zh}", en=f"{name.en} {worth.en}")
    if state.worth.payback:
        yield payback_said(state, state.worth.payback).inserted_into(zh="{}收回投入", en="paid back {}")
    elif state.worth.payback is None:
        yield Text(zh="测算期内收不回投入", en="not paid back in time")
