"""What rests on nobody's word."""

from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.model.element import Element


def assumed_elements(chain: Chain) -> Iterator[Element]:
    """The elements that say of themselves that their figures are assumed."""
    for element in chain.elements.values():
        if element.source is not None and element.source.is_assumption:
            yield element
