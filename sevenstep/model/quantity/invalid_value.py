"""A value that cannot stand where it stands."""

from sevenstep.language import Text


class InvalidValue(ValueError):
    """A value that its field cannot take: what is wrong with it and how to write it, in both languages."""

    def __init__(self, message: Text, remedy: Text | None = None) -> None:
        super().__init__(message.for_language("en"))
        self.message = message
        self.remedy = remedy
