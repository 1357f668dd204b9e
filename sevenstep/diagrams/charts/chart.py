"""A chart before it is drawn."""

from dataclasses import dataclass

from sevenstep.language import Language

WIDTH = 760.0
"""How wide charts are, in pixels: what a page has room for."""


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart in one language: what it is called, what it says in words, and its specification for Vega as JSON.

    `name` is a path that is safe in addresses and file names. The same chart always gives the same bytes.
    """

    name: str
    title: str
    says: str
    language: Language
    width: float
    height: float
    spec: str
