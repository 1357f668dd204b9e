"""The picture from assessment to projects: what stands in it, and that many of a kind are folded into a number."""

from sevenstep.diagrams.pictures import catalogue
from sevenstep.diagrams.scene import Edge, Node

HEAD = """
assessments: {standing: {title: Standing, peers: {a: A, b: B}}}
factors: {size: {title: Size, assessment: standing, shows: slow}}
challenges: {slow: {title: Slow}}
goals: {G1: {title: Grow, answers: slow, horizon: 2027}}
indicators: {output: {title: Output, measures: G1}}
phases: {pilot: {title: Pilot}, unused: {title: Of no project}}
funds: {budget: {title: District budget}}
"""


def projects(count: int, phase: str) -> str:
    line = f"judged_by: {{output: 2027}}, {phase}budget: [{{year: 2025, amount: 1 CNY, fund: budget}}]"
    return "projects:\n" + "".join(f"  p{number}: {{title: Works {number}, {line}}}\n" for number in range(count))


def drawn(checked, model: str, language: str = "en"):
    return catalogue.draw(checked(model).chain, "argument", language, lambda _element: "x")


def said(scene) -> list[str]:
    nodes = (part for part in scene.parts() if isinstance(part, Node))
    return [line.text for node in nodes for row in node.label.rows for cell in row for line in cell.lines]


def test_it_says_peers_horizon_the_projects_of_a_phase_and_what_they_take(checked):
    texts = said(drawn(checked, HEAD + projects(2, "phase: pilot, ")))
    for text in ("Standing", "against 2 peers", "by 2027", "Pilot", "· Works 0", "· Works 1", "· District budget"):
        assert text in texts
    assert "Of no project" not in texts


def test_a_phase_of_many_projects_says_how_many_more_there_are(checked):
    texts = said(drawn(checked, HEAD + projects(40, "phase: pilot, ")))
    assert sum(text.startswith("· Works") for text in texts) == 5
    assert any("35" in text for text in texts)


def test_projects_of_no_phase_stand_for_themselves_up_to_a_number(checked):
    texts = said(drawn(checked, HEAD + projects(40, "")))
    assert sum(text.startswith("Works") for text in texts) == 11
    assert any("29" in text for text in texts)


def test_a_line_is_bold_where_more_than_three_ties_run(checked):
    def bold(count: int) -> bool:
        scene = drawn(checked, HEAD + projects(count, "phase: pilot, "))
        return any("bold" in part.classes for part in scene.parts() if isinstance(part, Edge))

    assert not bold(3)
    assert bold(4)
