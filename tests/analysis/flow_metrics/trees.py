"""Random flows of nested blocks, with their means worked out on the tree by the textbook formulas.

Sequence: the sum. Choice: the mean by chance. Loop with chance r to go again: body / (1 - r). Parallel: cost is the
sum, time the maximum (Dumas et al., Fundamentals of Business Process Management, 2nd ed. 2018, ch. 7.1).
"""

from dataclasses import dataclass, field
from itertools import pairwise

from hypothesis import strategies as st

from sevenstep.model.step7_flows import Flow


@dataclass
class Means:
    """Of one block: time (fixed, None where chance decides), cost, how likely nothing is done again."""

    time: float
    is_fixed: bool
    cost: float
    once: float


@dataclass
class Tree:
    steps: dict[str, dict] = field(default_factory=dict)

    def add(self, **said) -> str:
        name = f"n{len(self.steps)}"
        self.steps[name] = {"title": name, **said}
        return name

    def lead(self, name: str, *targets: str, chances: list[float] | None = None) -> None:
        known = self.steps[name].setdefault("next", {})
        for number, target in enumerate(targets):
            known[target] = {"chance": str(chances[number])} if chances else {}


leaf = st.builds(lambda time, cost: ("leaf", time, cost), st.integers(0, 9), st.integers(0, 9))
chance = st.sampled_from([0.1, 0.25, 0.5, 0.75])


def blocks(kinds: tuple[str, ...]) -> st.SearchStrategy:
    def grown(inner):
        parts = st.lists(inner, min_size=2, max_size=3)
        return st.one_of(
            *(st.tuples(st.just(kind), parts) for kind in kinds if kind in {"sequence", "parallel"}),
            *(st.tuples(st.just(kind), chance, parts) for kind in kinds if kind == "choice"),
            *(st.tuples(st.just(kind), chance, inner) for kind in kinds if kind == "loop"),
        )

    return st.recursive(leaf, grown, max_leaves=8)


def drawn(tree: Tree, block) -> tuple[str, str, Means]:
    """Its first and last node, and its means."""
    match block:
        case ("leaf", time, cost):
            name = tree.add(time=f"{time}h", cost=f"{cost} CNY")
            return name, name, Means(time, True, cost, 1.0)
        case ("sequence", parts):
            found = [drawn(tree, part) for part in parts]
            for one, other in pairwise(found):
                tree.lead(one[1], other[0])
            means = [one[2] for one in found]
            return found[0][0], found[-1][1], _added(means)
        case ("choice", likely, parts):
            split, join = tree.add(type="exclusive"), tree.add(type="exclusive")
            found = [drawn(tree, part) for part in parts]
            chances = [likely] + [(1 - likely) / (len(parts) - 1)] * (len(parts) - 1)
            tree.lead(split, *(one[0] for one in found), chances=chances)
            for one in found:
                tree.lead(one[1], join)
            pairs = [(share, one[2]) for share, one in zip(chances, found, strict=True)]
            return (
                split,
                join,
                Means(
                    sum(share * one.time for share, one in pairs),
                    False,
                    sum(share * one.cost for share, one in pairs),
                    sum(share * one.once for share, one in pairs),
                ),
            )
        case ("loop", again, part):
            merge, decide, after = tree.add(type="exclusive"), tree.add(type="exclusive"), tree.add(type="exclusive")
            first, last, means = drawn(tree, part)
            tree.lead(merge, first)
            tree.lead(last, decide)
            tree.lead(decide, merge, after, chances=[again, 1 - again])
            share = 1 / (1 - again)
            return merge, after, Means(means.time * share, False, means.cost * share, means.once * (1 - again))
        case ("parallel", parts):
            split, join = tree.add(type="parallel"), tree.add(type="parallel")
            found = [drawn(tree, part) for part in parts]
            tree.lead(split, *(one[0] for one in found))
            for one in found:
                tree.lead(one[1], join)
            means = [one[2] for one in found]
            once = 1.0
            for one in means:
                once *= one.once
            longest = max(one.time for one in means)
            return split, join, Means(longest, all(m.is_fixed for m in means), sum(m.cost for m in means), once)
    raise AssertionError(block)


def _added(means: list[Means]) -> Means:
    once = 1.0
    for one in means:
        once *= one.once
    return Means(sum(m.time for m in means), all(m.is_fixed for m in means), sum(m.cost for m in means), once)


def flow_of(block) -> tuple[Flow, Means]:
    """The flow of a block, between a start and an end, and its means; `is_fixed` tells of the whole."""
    tree = Tree()
    start = tree.add(type="start")
    first, last, means = drawn(tree, block)
    end = tree.add(type="end")
    tree.lead(start, first)
    tree.lead(last, end)
    return Flow.model_validate({"id": "f", "title": "f", "variant": "as-is", "steps": tree.steps}), means


def is_fixed_within_parallel(block) -> bool:
    """Whether no chance is left inside any parallel part."""
    match block:
        case ("leaf", _, _):
            return True
        case ("sequence", parts):
            return all(map(is_fixed_within_parallel, parts))
        case ("choice", _, parts):
            return all(map(is_fixed_within_parallel, parts))
        case ("loop", _, part):
            return is_fixed_within_parallel(part)
        case ("parallel", parts):
            return all(map(_is_fixed, parts))
    raise AssertionError(block)


def _is_fixed(block) -> bool:
    match block:
        case ("leaf", _, _):
            return True
        case ("sequence" | "parallel", parts):
            return all(map(_is_fixed, parts))
    return False
