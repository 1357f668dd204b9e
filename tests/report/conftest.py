"""A small engagement with one of everything that a report can tell, checked by rules whose words never change."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from sevenstep.chain.coverage import standings
from sevenstep.chain.graph import Chain
from sevenstep.checking.check import Checked, check
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step1_goals import Goal
from sevenstep.model.step2_indicators import Indicator
from sevenstep.report.report import Report, report_of
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.source.files import SourceFile
from sevenstep.source.reader import read

ENGAGEMENT = {
    "engagement.yaml": """\
id: smart-plant
title: {zh: 智能工厂, en: Smart plant}
""",
    "目标 一.yaml": """\
goals:
  G1: {title: {zh: 数据可用, en: Data at hand}, horizon: 2027}
  G2:
    title: {zh: "能耗 <10%, “透明”", en: "Energy <10%, \\"seen\\""}
    accepted:
      S802: {reason: {zh: 二期再做, en: "Left for phase two, as agreed"}, by: Chen, until: 2030}
""",
    "指标/质量, 100%.yaml": """\
indicators:
  share: {title: {zh: 联网率, en: Share}, measures: G1}
  days: {title: {zh: 天数, en: Days}}
  cost: {title: {zh: 成本, en: Cost}}
""",
}

ERROR = {
    "title": Text(zh="目标要有期限", en="A goal has a horizon"),
    "reason": Text(zh="没有期限的目标无法检查。", en="A goal without one cannot be checked."),
    "bad": "goals: {G: {title: t}}",
    "good": "goals: {G: {title: t, horizon: 2027}}",
}
WARNING = {
    "title": Text(zh="指标要衡量目标", en="An indicator measures a goal"),
    "reason": Text(zh="否则没人知道为何统计。", en="Else nobody knows why it is counted."),
    "bad": "",
    "good": "",
}
HINT = {
    "title": Text(plain="unit"),
    "reason": Text(zh="数字要有单位。", en="Numbers want units."),
    "bad": "",
    "good": "",
}
COVERED = {
    "title": Text(plain="cover"),
    "reason": Text(zh="目标要落实。", en="Goals want cover."),
    "bad": "",
    "good": "",
}


@rule("S191", "no-horizon", Severity.ERROR, **ERROR)
def no_horizon(chain: Chain) -> Iterator[Violation]:
    for goal in chain.engagement.of(Goal):
        if goal.horizon is None:
            title = goal.title
            yield Violation(
                goal.id,
                Text(zh=f"“{title.for_language('zh')}”没有期限", en=f"“{title.for_language('en')}” has no horizon"),
                Text(zh="加上 horizon: 年份", en="Add horizon: YEAR"),
                edits=((("horizon",), "2027"),),
            )


@rule("S291", "measures-nothing", Severity.WARNING, **WARNING)
def measures_nothing(chain: Chain) -> Iterator[Violation]:
    first, *others = (one.id for one in chain.engagement.of(Indicator) if not one.measures)
    yield Violation(
        first,
        Text(zh="指标没有衡量任何目标", en="Indicators measure no goal"),
        also=tuple((other, ()) for other in others),
    )


@rule("S292", "no-unit", Severity.HINT, **HINT)
def no_unit(chain: Chain) -> Iterator[Violation]:
    yield Violation("share", Text(zh="没有单位\n如 %", en="No unit,\nsuch as %"), path=("title", "zh"))


@rule("S802", "uncovered", Severity.WARNING, **COVERED)
def uncovered(chain: Chain) -> Iterator[Violation]:
    for key, standing in standings(chain).items():
        if standing.covered is False and chain.elements[key].KIND.name == "goal":
            yield Violation(key, Text(zh="没有落实", en="Not covered"))


RULES = (no_horizon, measures_nothing, no_unit, uncovered)


@pytest.fixture
def sample_files() -> dict[str, str]:
    """The files of the engagement."""
    return dict(ENGAGEMENT)


@pytest.fixture
def checked_sample() -> Callable[..., Checked]:
    """Checks the engagement, with some files in place of its own."""

    def sample(**files: str) -> Checked:
        documents = [read(SourceFile(name, text)) for name, text in {**ENGAGEMENT, **files}.items()]
        return check(documents, rules=RULES, day=date(2026, 1, 1))

    return sample


@pytest.fixture
def report(checked_sample: Callable[..., Checked]) -> Report:
    """The report of the engagement, seen from the root of a repository."""
    found = report_of(checked_sample(), "models/样例 A/", "1.2.3")
    return replace(found, rules=tuple(one.info for one in RULES))
