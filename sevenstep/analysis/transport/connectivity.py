"""Which places and links hold the ground together: taken out, they leave pairs of places that nothing joins."""

from collections.abc import Iterable
from typing import Any

from sevenstep.analysis.transport.passages import Ground


def separated_pairs(ground: Ground) -> dict[str, int]:
    """By place or link without which some places are no longer joined: how many pairs of other places that is.

    Links are taken both ways. Linear in places and links: they are the articulation points of the graph that has both
    for its nodes, and the sizes of the pieces are counted once, up the tree of its blocks.
    """
    import networkx

    graph: Any = networkx.Graph()
    graph.add_nodes_from(key for key in ground.passages if key in ground.runs)
    for place, joins in ground.joins.items():
        for link, there in joins:
            if {place, link, there} <= ground.runs:
                graph.add_edge(place, link)
                graph.add_edge(link, there)
    found: dict[str, int] = {}
    for piece in networkx.connected_components(graph):
        found |= _in_piece(ground, graph.subgraph(piece))
    return {key: found[key] for key in ground.passages if found.get(key)}


def _in_piece(ground: Ground, graph: Any) -> dict[str, int]:
    """Of one piece that hangs together."""
    import networkx

    cuts = set(networkx.articulation_points(graph))
    if not cuts:
        return {}
    tree: Any = networkx.Graph()
    sizes: dict[Any, int] = {cut: _is_place(ground, cut) for cut in cuts}
    blocks: Any = networkx.biconnected_components(graph)
    for number, block in enumerate(blocks):
        sizes[number] = sum(_is_place(ground, key) for key in block - cuts)
        tree.add_edges_from((number, cut) for cut in block & cuts)
    whole = sum(sizes.values())
    root = next(iter(sizes))
    below = dict(sizes)
    children: dict[Any, list[Any]] = {node: [] for node in tree}
    for parent, child in reversed(list(networkx.bfs_edges(tree, root))):
        below[parent] += below[child]
        children[parent].append(child)
    return {
        cut: _pairs(whole - sizes[cut], [*(below[child] for child in children[cut]), whole - below[cut]])
        for cut in cuts
    }


def _is_place(ground: Ground, key: str) -> int:
    return int(not ground.passages[key].is_link)


def _pairs(places: int, parts: Iterable[int]) -> int:
    """Pairs of places that lie in different parts."""
    return (places**2 - sum(part**2 for part in parts)) // 2
