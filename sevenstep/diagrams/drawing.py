"""A picture before it is laid out."""

from collections.abc import Callable
from dataclasses import dataclass

from sevenstep.language import Text
from sevenstep.model.element import Element

Link = Callable[[Element], str | None]
"""The address of an element's page, or None where it has none."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """One picture as DOT text.

    `name` is a path that is safe in addresses and file names (``flow/booking-asis``); `elements` counts the elements
    that are shown as such, those folded into a number left out.
    """

    name: str
    title: Text
    dot: str
    elements: int
