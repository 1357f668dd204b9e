"""Trees of elements: up, down, and no way without an end."""

from hypothesis import given
from hypothesis import strategies as st

from sevenstep.chain.tree import Tree, tree


def test_up_and_down(checked):
    chain = checked(
        "goals: {A: {title: a}, B: {title: b, parent: A}, C: {title: c, parent: B}, D: {title: d, parent: A}}\n"
    ).chain
    found = tree(chain, "parent")
    assert list(found.above("C")) == ["B", "A"]
    assert set(found.below("A")) == {"B", "C", "D"}
    assert [found.related("B", other) for other in "ABCD"] == [True, True, True, False]


def test_a_circle_ends():
    ring = Tree({"A": "B", "B": "C", "C": "A"}, {"A": ("C",), "B": ("A",), "C": ("B",)})
    assert list(ring.above("A")) == ["B", "C"]
    assert set(ring.below("A")) == {"B", "C"}


@given(st.lists(st.integers(0, 11), min_size=1, max_size=12))
def test_related_means_above_or_below(parents):
    """Each element hangs below an earlier one, or is a root."""
    parent = {str(child): str(above) for child, above in enumerate(parents) if above < child}
    children: dict[str, tuple[str, ...]] = {}
    for child, above in parent.items():
        children[above] = (*children.get(above, ()), child)
    found = Tree(parent, children)
    names = [str(number) for number in range(len(parents))]
    for name in names:
        for other in names:
            line = {name, *found.above(name), *found.below(name)}
            assert found.related(name, other) == (other in line)
