"""The factors of an assessment as a tree, with the part that each has in the whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sevenstep.chain.graph import Chain
from sevenstep.model.element import Element
from sevenstep.model.frames.assessment import Assessment
from sevenstep.model.frames.factor import Factor


@dataclass(frozen=True, slots=True)
class Node:
    """A factor in its tree: its `weight` among those beside it, its `share` of the whole, and the rows of those below.

    `scale` is the scale of levels that it is judged by, its own or that of what stands above it.
    """

    factor: Factor
    depth: int
    weight: float
    share: float
    scale: str | None
    below: tuple[int, ...] = ()


def tops(chain: Chain, assessment: Assessment) -> list[Factor]:
    """The factors that stand directly below the assessment."""
    return [factor for factor in _factors(chain.holders(assessment.id, "factor-of")) if not has_parent(chain, factor)]


def has_parent(chain: Chain, factor: Factor) -> bool:
    """Whether it stands under another factor."""
    return bool(chain.targets(factor.id, "under-factor"))


def below(chain: Chain, factor: Factor) -> list[Factor]:
    """The factors that stand directly below another."""
    return list(_factors(chain.holders(factor.id, "under-factor")))


def _factors(elements: Sequence[Element]) -> Iterator[Factor]:
    return (element for element in elements if isinstance(element, Factor))


def shares(weights: Sequence[float | None]) -> tuple[float, ...]:
    """Weights as parts of 1. Those that nobody states share alike what the others leave; where nothing weighs
    anything, all weigh the same."""
    stated = sum(weight for weight in weights if weight is not None)
    unsaid = sum(weight is None for weight in weights)
    rest = max(0.0, 1 - stated) / unsaid if unsaid else 0.0
    given = [rest if weight is None else weight for weight in weights]
    whole = sum(given)
    return tuple(weight / whole for weight in given) if whole > 0 else (1 / len(given),) * len(given) if given else ()


def factor_tree(chain: Chain, assessment: Assessment) -> tuple[Node, ...]:
    """Every factor of the assessment, each before those below it, in the order of the files."""
    nodes: list[Node] = []
    rows: list[list[int]] = []
    seen: set[str] = set()
    waiting = _beside(tops(chain, assessment), 0, 1.0, assessment.scale, None)
    while waiting:
        node, above = waiting.pop()
        if node.factor.id in seen:
            continue
        seen.add(node.factor.id)
        if above is not None:
            rows[above].append(len(nodes))
        waiting += _beside(below(chain, node.factor), node.depth + 1, node.share, node.scale, len(nodes))
        nodes.append(node)
        rows.append([])
    return tuple(
        Node(node.factor, node.depth, node.weight, node.share, node.scale, tuple(lower))
        for node, lower in zip(nodes, rows, strict=True)
    )


def _beside(
    factors: Sequence[Factor], depth: int, share: float, scale: str | None, above: int | None
) -> list[tuple[Node, int | None]]:
    """Factors that stand beside one another, the last first: they are taken from the end."""
    parts = shares([factor.weight for factor in factors])
    found = [
        (Node(factor, depth, part, part * share, factor.scale or scale), above)
        for factor, part in zip(factors, parts, strict=True)
    ]
    return found[::-1]
