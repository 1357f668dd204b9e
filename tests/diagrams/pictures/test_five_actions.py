"""The picture of five actions: what the model holds of each, in their order, with the way back to the targets."""

from itertools import pairwise
from pathlib import Path

import pytest

from sevenstep.diagrams.pictures import catalogue
from sevenstep.diagrams.scene import Edge, Node
from tests.diagrams.seen import seen

GOLDEN = Path(__file__).parent / "golden"
MODEL = """
scales: {ladder: {title: Ladder, levels: {1: Begun, 2: Caught up, 3: Upgraded}}}
assessments: {standing: {title: Maturity, scale: ladder}}
factors: {size: {title: Size, assessment: standing, scale: ladder, values: {2024: 1}, targets: {2026: 3}}}
goals:
  G1: {title: Smart}
  G1.1: {title: Catch up, parent: G1, horizon: 2025}
  G1.2: {title: Leap, parent: G1, horizon: 2026}
  G1.2.1: {title: Further, parent: G1.2}
indicators:
  share: {title: Share, measures: G1.1, unit: "%"}
  speed: {title: Speed, measures: [G1.2.1, G1.2], unit: d}
needs:
  n1: {title: Seen, side: present, priority: must}
  n2: {title: Online, side: present}
  n3: {title: Copied, side: strategy, priority: must}
  n4: {title: Of nobody}
decisions:
  way:
    title: Which way
    requirements: {fast: {title: Fast}}
    criteria: {skill: {title: Skill, weight: 100%}}
    options:
      own: {title: Own, values: {skill: 3}, meets: {fast: yes}}
      hybrid: {title: Hybrid, values: {skill: 5}, meets: {fast: yes}}
      bought: {title: Bought, values: {skill: 4}, meets: {fast: no}}
    choice: {option: hybrid}
  open: {title: Not yet, options: {a: {title: A}}}
phases: {first: {title: First}, unused: {title: Of no project}}
groups: {list: {title: List 1}}
scenarios: {s1: {title: Path, group: list}, s2: {title: Cloud, group: list}}
funds: {own-money: {title: Own money}}
projects:
  p1:
    title: Works
    phase: first
    start: 2024-01
    end: 2024-06
    budget: [{year: 2024, amount: 3000000 CNY, fund: own-money}]
    risks: [{title: Late, chance: slight, effect: severe, answer: Files}, {title: Dear, chance: slight, effect: slight}]
  p2: {title: Alone, budget: [{year: 2024, amount: 1000000 CNY, fund: own-money}]}
benefits: {b: {title: Faster, comes_of: p1}}
lessons: {l: {title: Count first, learnt_from: p1}}
appraisals:
  pays:
    title: Pays
    from: 2024
    horizon: 3
    discount_rate: 5%
    outlay: [{title: Out, amount: 1000000 CNY, from: 2024}]
    income: [{title: In, amount: 1000000 CNY/y}]
"""


def drawn(checked, model: str = MODEL, language: str = "en"):
    return catalogue.draw(
        checked(model).chain,
        "five-actions",
        language,
        lambda element: f"{element.id}.html",
        list_of=lambda kind: f"lists#{kind.section}",
    )


def said(scene) -> dict[str, list[str]]:
    """The lines of each card by its first."""
    cards = (part for part in scene.parts() if isinstance(part, Node) and part.label.rows)
    lines = ([line.text for row in card.label.rows for cell in row for line in cell.lines] for card in cards)
    return {texts[0]: texts[1:] for texts in lines if texts}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_is_seen(checked, golden, language):
    golden(GOLDEN / f"five-actions.{language}.txt", seen(drawn(checked, language=language)))


def test_each_action_says_its_counts_names_and_figures(checked):
    cards = {title: " ".join(lines) for title, lines in said(drawn(checked)).items()}
    assert cards["Present state"] == "2 needs, 1 must be met · Seen · Online"
    assert cards["Of no stated side"] == "1 need · Of nobody"
    assert cards["Leap"] == "by 2026 1 sub-goal, 1 indicator"
    assert cards["Which way"] == "chosen: Hybrid first by all criteria 3 options, 1 criterion, 1 out"
    assert cards["Not yet"].startswith("not chosen yet")
    assert cards["First"] == "January 2024 to June 2024 1 project, CNY 3 mn"
    assert cards["Whose money"] == "CNY 4 mn in all · CNY 4 mn: Own money"
    assert cards["Risks"] == "2 risks, 1 with an answer 1 likely or grave"
    assert cards["Maturity"] == "now: Begun 1 target: Upgraded 3 by 2026"
    # −1 mn now, then 1 mn after one and two years at 5 %: −1 + 1/1.05 + 1/1.05² = 0.859
    assert cards["Pays"].startswith("present value CNY 859,410")
    assert "Of no project" not in cards


def test_actions_follow_each_other_and_the_last_leads_back_to_the_targets(checked):
    scene = drawn(checked)
    heads = [part for part in scene.parts() if isinstance(part, Node) and "action" in part.classes.split()]
    names = [head.name for head in heads]
    edges = {(part.source, part.target) for part in scene.parts() if isinstance(part, Edge)}
    assert len(names) == 5
    assert set(pairwise(names)) <= edges
    assert (names[4], names[1]) in edges
    assert [head.address.url for head in heads] == [
        "lists#needs",
        "lists#goals",
        "lists#decisions",
        "lists#projects",
        "lists#appraisals",
    ]


def test_many_of_a_kind_are_folded(checked):
    many = MODEL.replace(
        "needs:\n", "needs:\n" + "".join(f"  m{at}: {{title: More {at}, side: trend}}\n" for at in range(40))
    )
    assert said(drawn(checked, many))["Trend"] == ["40 needs", "· More 0", "· More 1", "… and 38 more needs"]


def test_several_goals_at_the_top_stand_for_themselves(checked):
    cards = said(drawn(checked, MODEL.replace("G1.2: {title: Leap, parent: G1, ", "G1.2: {title: Leap, ")))
    assert {"Smart", "Leap"} <= cards.keys()
    assert "Catch up" not in cards
