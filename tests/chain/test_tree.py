"""Trees of elements: up, down, and no way without an end."""

from sevenstep.chain.tree import Tree, tree


def test_up_and_down(checked):
    chain = checked(
        "goals: {A: {title: a}, B: {title: b, parent: A}, C: {title: c, parent: B}, D: {title: d, parent: A}}\n"
    ).chain
    found = tree(chain, "parent")
    assert list(found.above("C")) == ["B", "A"]
    assert set(found.below("A")) == {"B", "C", "D"}
    assert set(found.line("B")) == {"A", "B", "C"}


def test_a_circle_ends():
    ring = Tree({"A": "B", "B": "C", "C": "A"}, {"A": ("C",), "B": ("A",), "C": ("B",)})
    assert list(ring.above("A")) == ["B", "C"]
    assert set(ring.below("A")) == {"B", "C"}
