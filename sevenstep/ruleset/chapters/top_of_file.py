"""Where a problem of a chapter as a whole stands."""

from typing import Final

from sevenstep.diagnostic import Span

TOP_OF_FILE: Final = Span(1, 1, 1, 2)
