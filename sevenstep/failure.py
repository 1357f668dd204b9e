"""What keeps the toolkit from running at all: an exception that a person can read.

(A problem in the YAML is data, a Diagnostic; a failure ends the command.)
"""

from typing import Any

from sevenstep.language import Text


class Failure(Exception):
    """What could not be done and why (`message`), and what the person can do about it (`remedy`)."""

    def __init__(self, message: Text, remedy: Text | None = None) -> None:
        super().__init__(message.in_("en"))
        self.message = message
        self.remedy = remedy

    def __reduce__(self) -> tuple[Any, ...]:
        """How it travels from one process to another."""
        return type(self), (self.message, self.remedy)
