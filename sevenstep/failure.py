"""What keeps the toolkit from running at all: an exception that a person can read.

(A problem in the YAML is data, a Diagnostic; a failure ends the command.)
"""

from typing import Any

from sevenstep.language import Language, Text, user_language


class Failure(Exception):
    """What could not be done and why (`message`), and what the person can do about it (`remedy`).

    As a string it is both, in the language of the system.
    """

    def __init__(self, message: Text, remedy: Text | None = None) -> None:
        super().__init__(message, remedy)
        self.message = message
        self.remedy = remedy

    def said(self, language: Language) -> str:
        """Both, in that language."""
        said = self.message.for_language(language)
        return f"{said}\n→ {self.remedy.for_language(language)}" if self.remedy is not None else said

    def __str__(self) -> str:
        return self.said(user_language())

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.message.for_language(user_language())!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        """How it travels from one process to another."""
        return type(self), (self.message, self.remedy)
