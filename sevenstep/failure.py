"""What keeps the toolkit from running at all: an exception that a person can read.

(A problem in the YAML is data, a Diagnostic; a failure ends the command.)
"""

from sevenstep.language import Text


class Failure(Exception):
    """What could not be done and why (`message`), and what the person can do about it (`remedy`)."""

    def __init__(self, message: Text, remedy: Text | None = None) -> None:
        super().__init__(message.in_("en"))
        self.message = message
        self.remedy = remedy
