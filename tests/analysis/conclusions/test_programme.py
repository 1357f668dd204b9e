"""What the plan comes to in sentences: targets that are late, and why."""

from sevenstep.analysis.analyse import analyse
from sevenstep.analysis.conclusions.in_time import delay_said, standing
from sevenstep.analysis.conclusions.programme import programme_conclusion
from tests.analysis.course.test_course import FLOWS, PROJECTS
from tests.engagements import chain_of


def test_the_headline_counts_targets_and_the_lead_says_why():
    chain = chain_of(FLOWS + PROJECTS)
    found = programme_conclusion(chain, analyse(chain))
    assert found is not None
    assert (
        found.headline.en
        == "2 projects from January 2024 to March 2026: 2 of 4 targets are not reached when they are due."
    )
    assert found.headline.zh == "2 个项目从 2024 年 1 月做到 2026 年 3 月；按此安排，4 项目标中有 2 项到期达不到。"
    said = [text.en for text in found.lead]
    assert said[0] == "Target 2025 of “Time” is missed, since “Q” ends in March 2026."
    assert said[1] == "Nothing that is planned brings “Time” to the target."
    assert said[2] == "Nothing on the critical path may be late: “P” → “Q”."


def test_every_target_says_how_it_stands():
    chain = chain_of(FLOWS + PROJECTS)
    course = analyse(chain).course.indicators["time"]
    assert [standing(chain, target, course.unit).en for target in course.targets] == [
        "Target 2024 is reached in time, from July 2024 on.",
        "Target 2025 is missed, since “Q” ends in March 2026.",
        "Target 2026 is missed by 13 h when it is due, and nothing that is planned reaches it.",
    ]


def test_a_delay_is_told_where_it_does_something():
    chain = chain_of(FLOWS.replace("2026: 5 h", "2026: 20 h") + PROJECTS)
    told = [delay_said(chain, delay) for delay in analyse(chain).course.delays]
    assert told[1] is not None
    assert told[1].en == (
        "A delay of 3 months of “Q”: the computed figures of goal “Faster” all meet their targets from July 2026 on, "
        "not April 2026; 1 more goal moves."
    )


def test_nothing_is_concluded_without_projects():
    chain = chain_of(FLOWS)
    assert programme_conclusion(chain, analyse(chain)) is None
