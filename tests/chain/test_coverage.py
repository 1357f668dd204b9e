"""Coverage: what is justified and covered, by hand-counted examples."""

from sevenstep.chain.coverage import coverage, covered_elements, standings

TREE = """
challenges:
  C: {title: Slow}
goals:
  G: {title: Top}
  G1: {title: Left, parent: G, answers: C}
  G2: {title: Right, parent: G}
indicators:
  one: {title: One, measures: G1}
  two: {title: Two, measures: G2}
  none: {title: Serves nothing}
"""


def test_a_goal_whose_parts_are_covered_is_covered(checked):
    chain = checked(TREE).chain
    assert covered_elements(chain) == {"C", "G", "G1", "G2"}


def test_a_goal_with_one_open_part_is_open(checked):
    chain = checked(TREE.replace("two: {title: Two, measures: G2}", "two: {title: Two, measures: G1}")).chain
    assert "G" not in covered_elements(chain)


def test_figures_of_the_steps(checked):
    first, second, *_ = coverage(checked(TREE).chain)
    assert (first.elements, first.worked_out, first.to_cover, first.to_justify) == (4, 4, 4, 0)
    assert (second.elements, second.justified, second.to_justify) == (3, 2, 3)
    assert (second.worked_out, second.deferred, second.open, second.to_cover) == (0, 0, 3, 3)


def test_acceptance_on_a_group_holds_for_its_scenarios(checked):
    chain = checked(
        """
        groups:
          later: {title: Later, accepted: {S802: {reason: Next phase, by: Client, until: 2027}}}
        scenarios:
          S: {title: Drills, group: later}
          T: {title: Plans}
        """
    ).chain
    found = standings(chain)
    assert found["S"].accepted is not None
    assert found["S"].accepted.until == "2027"
    assert found["T"].accepted is None


def test_goals_in_a_circle_end(checked):
    chain = checked("goals:\n  A: {title: a, parent: B}\n  B: {title: b, parent: A}\n").chain
    assert covered_elements(chain) == set()
