"""How a caller hears of long work."""

from collections.abc import Callable

from sevenstep.language import Text

Progress = Callable[[Text, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""
Tell = Callable[[Text], None]
"""Told what is waited for."""
