"""Which elements rest on which sources, and which registered document a citation may mean."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import KeyPath
from sevenstep.model.contents import by_dimension, sources
from sevenstep.model.element import Element
from sevenstep.model.source import Source
from sevenstep.model.step7_flows import Node
from sevenstep.model.suggest import likely_meant

_MOST_COMPARED: Final = 100_000
"""How many pairs of names are compared at most: each takes some microseconds."""


def every_source(element: Element) -> Iterator[tuple[KeyPath, Source]]:
    """The sources of an element, of its figures, and of those by dimension, each with its path."""
    yield from sources(element)
    for path, _, members, _ in by_dimension(element):
        for member, figure in members.items():
            if figure.source is not None:
                yield (*path, member, "source"), figure.source


def at_mark(text: str) -> tuple[str, str, str]:
    """A text before its first ``#``, the mark (none where there is none), and what stands behind it."""
    before, mark, behind = text.replace("＃", "#").partition("#")
    return before.strip(), mark, behind.strip()


def document_named(source: Source) -> str:
    """The document that a source names; what is left of a citation that could not be read is not in it."""
    return at_mark(source.document or "")[0]


def documents_meant(chain: Chain) -> dict[str, list[str]]:
    """The registered documents that the others cited may be typos of, by the name that is cited."""
    registered = chain.engagement.header.sources
    if not registered:
        return {}
    cited = (document_named(source) for element in chain.elements.values() for _, source in every_source(element))
    others = dict.fromkeys(document for document in cited if document and document not in registered)
    most = _MOST_COMPARED // len(registered)
    return {name: near for name in islice(others, most) if (near := likely_meant(name, registered))}


def elements_resting_on(
    chain: Chain, wanted: Callable[[Source], bool]
) -> Iterator[tuple[Element, KeyPath, Source, tuple[tuple[str, KeyPath], ...]]]:
    """Elements with a source that is `wanted`: the first one's path and source, and the places of the others. For the
    nodes of a flow the flow is asked about."""
    of_nodes: dict[str, list[tuple[str, KeyPath, Source]]] = defaultdict(list)
    for element in chain.elements.values():
        if isinstance(element, Node):
            flow = element.id.rpartition("/")[0]
            of_nodes[flow] += [(element.id, path, source) for path, source in sources(element) if wanted(source)]
    for element in chain.elements.values():
        if isinstance(element, Node):
            continue
        found = [(element.id, path, source) for path, source in sources(element) if wanted(source)]
        found += of_nodes.get(element.id, ())
        if found:
            (holder, first, source), *others = found
            if holder != element.id:
                first = ("steps", holder.rpartition("/")[2], *first)
            yield element, first, source, tuple((other, path) for other, path, _ in others)
