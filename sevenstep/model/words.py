"""What the fixed words of the model are called in both languages."""

from typing import Final

from sevenstep.language import Choice, Text
from sevenstep.model import choices

VALUES: Final[dict[str, Text]] = {
    str(word): word.label
    for words in vars(choices).values()
    if isinstance(words, type) and issubclass(words, Choice) and words is not choices.Stage
    for word in words
}
"""Every word that a field can be, whatever the field. (A stage stands in no field.)"""
