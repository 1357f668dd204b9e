"""A word of a list that an engagement made."""

from typing import Any

from sevenstep.language import Text
from sevenstep.model.choices import Tone


class CustomWord(str):
    """The word as it stands in the YAML; it knows what people call it, and in what colour."""

    __slots__ = ("label", "tone")
    label: Text
    tone: Tone | None

    def __new__(cls, word: str, label: Text, tone: Tone | None = None) -> "CustomWord":
        made = super().__new__(cls, word)
        made.label = label
        made.tone = tone
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        return CustomWord, (str(self), self.label, self.tone)
