"""The answer of an engagement, worked out by hand on a small model."""

import pytest

from sevenstep.analysis.analyse import analysis_of
from sevenstep.analysis.conclusions.agreement import unknown_figures
from sevenstep.analysis.conclusions.engagement import EngagementConclusion, conclude
from sevenstep.language import Text

MODEL = """
goals: {G1: {title: {zh: 快, en: Fast}}}
indicators:
  I:
    title: {zh: 用时, en: Time needed}
    measures: G1
    unit: h
    direction: decrease
    baseline: {value: 12, date: 2023}
    targets: {2027: TARGET}
  J:
    title: {zh: 满意度, en: Satisfaction}
    measures: G1
    unit: "%"
    direction: increase
    baseline: {value: 60, date: 2023}
    targets: {2027: 80}
actors: {desk: {title: {zh: 窗口, en: Desk}, type: operator}}
flows:
  now:
    title: {zh: 现状, en: Now}
    variant: as-is
    estimates: {I: lead_time}
    steps:
      begin: {title: b, type: start, next: wait}
      wait: {title: {zh: 排队, en: Queue}, actor: desk, time: 1h, wait: 8h, next: done}
      done: {title: {zh: 办理, en: Handle}, actor: desk, time: 1h, next: end}
      end: {title: e, type: end}
  then:
    title: {zh: 目标, en: Then}
    variant: to-be
    estimates: {I: lead_time}
    source: assumption
    steps:
      begin: {title: b, type: start, next: wait}
      wait: {title: {zh: 网上办, en: Apply online}, actor: desk, time: 1h, wait: 3h, next: end}
      end: {title: e, type: end}
"""


@pytest.fixture
def concluded(checked):
    def conclude_(text: str) -> EngagementConclusion:
        chain = checked(text).chain
        return conclude(chain, analysis_of(chain))

    return conclude_


def test_the_headline_tells_the_change_and_how_many_targets_are_reached(concluded):
    found = concluded(MODEL.replace("TARGET", "5"))
    assert found.headline.zh == "用时可从 10 小时缩短到 4 小时；唯一能判断的目标达标。"
    assert found.headline.en == "Time needed can fall from 10 h to 4 h; the one target that can be judged is reached."
    assert found.judged == 1


def test_a_missed_target_is_named_with_its_gap(concluded):
    found = concluded(MODEL.replace("TARGET", "3"))
    assert "差 1 小时" in found.headline.zh
    assert found.headline.en.endswith("only time needed misses, by 1 h.")


def test_what_cannot_be_judged_is_counted_apart_with_the_reason(concluded):
    lead = concluded(MODEL.replace("TARGET", "5")).lead
    assert lead[0].zh.startswith("另有 1 项目标尚无法判断")
    assert lead[0].en.startswith("1 more target cannot be judged yet: ")


def test_the_assumption_that_decides_is_named_with_the_room_that_is_left(concluded):
    (first,) = concluded(MODEL.replace("TARGET", "5")).confirm
    assert (first.step, first.field, first.actor, first.indicator) == ("then/wait", "wait", "desk", "I")
    assert first.decides
    assert first.hours == pytest.approx(1.0)


def test_an_assumption_that_leaves_much_room_decides_nothing(concluded):
    (first,) = concluded(MODEL.replace("TARGET", "9")).confirm
    assert not first.decides
    assert first.hours == pytest.approx(5.0)


def test_the_longest_wait_of_today_is_named_and_none_of_the_design(concluded):
    (wait,) = concluded(MODEL.replace("TARGET", "5")).waits
    assert (wait.flow, wait.step, wait.actor, wait.hours) == ("now", "now/wait", "desk", 8.0)


ONE_TARGET = "goals: {G1: {title: 快}}\nindicators: {I: {title: t, measures: G1, targets: {2027: 5}}}"
TWO_TARGETS = f"{ONE_TARGET[:-1]}, J: {{title: u, measures: G1, targets: {{2027: 6}}}}}}"


@pytest.mark.parametrize(
    ("model", "zh", "en"),
    [
        ("goals: {}", "分析刚开始", "there is no goal yet"),
        ("goals: {G1: {title: 快}}", "还没有带目标值的指标", "no indicator has a target yet"),
        (ONE_TARGET, "唯一的目标尚无法判断", "The one target cannot be judged yet."),
        (TWO_TARGETS, "2 项目标均尚无法判断", "None of the 2 targets can be judged yet."),
    ],
)
def test_a_model_that_has_just_begun_says_so(concluded, model, zh, en):
    found = concluded(model)
    assert zh in found.headline.zh
    assert en in found.headline.en
    assert found.figures == ()


@pytest.mark.parametrize(
    ("says", "unknown"),
    [
        ("用时从 10 小时降到 4 小时，2027 年达标", ()),
        ("用时降到 0.17 天", ()),
        ("用时降到 3 小时", ("3",)),
        ("用时降到 4.5 小时，省 6 小时", ("4.5",)),
    ],
)
def test_figures_of_an_author_that_no_result_gives_are_found(checked, says, unknown):
    chain = checked(MODEL.replace("TARGET", "5")).chain
    analysis = analysis_of(chain)
    assert unknown_figures(Text(plain=says), conclude(chain, analysis), analysis, "zh") == unknown
