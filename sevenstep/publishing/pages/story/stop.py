"""One stop of the story: the sentence to be remembered, one thing to see, and what is said about it."""

from dataclasses import dataclass

from sevenstep.analysis.conclusions.conclusion import Figure as Tile
from sevenstep.language import Text
from sevenstep.publishing.pages.chapter_view import Part as Piece
from sevenstep.publishing.pages.story.bars import Bars
from sevenstep.publishing.views import Table


@dataclass(frozen=True, slots=True)
class Stop:
    """What is seen is bars, else the first of `figures` (names of pictures) that there is, else the table; above it
    tiles. `url` is where more is told.

    `lead` are the sentences that a generated stop has to say; `said` is what the author says there, instead of them.
    `step` is that of the method, 0 for none.
    """

    name: str
    kicker: str
    title: Text
    url: str
    step: int = 0
    lead: tuple[Text, ...] = ()
    said: tuple[Piece, ...] = ()
    figures: tuple[str, ...] = ()
    tiles: tuple[Tile, ...] = ()
    bars: tuple[Bars, ...] = ()
    table: Table | None = None
