"""Words that an engagement adds to lists of the model: while its files are read, these are words of the list too."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Final

from pydantic import ValidationError, WrapValidator

from sevenstep.language import Choice, Text
from sevenstep.model.choices import ActorType, Channel, ListName
from sevenstep.model.custom.word import CustomWord
from sevenstep.model.names import meant_value
from sevenstep.model.quantity import InvalidValue
from sevenstep.model.suggest import did_you_mean
from sevenstep.source.characters import brief

LISTS: Final[dict[str, type[Choice]]] = {ListName.ACTOR_TYPE: ActorType, ListName.CHANNEL: Channel}
"""The lists that can be added to, by the name under which that is done."""

AddedWords = tuple[tuple[str, CustomWord], ...]
"""Words with the list that each is added to."""

_ADDED: Final[ContextVar[AddedWords]] = ContextVar("words added to lists", default=())


@contextmanager
def words_added(words: AddedWords) -> Iterator[None]:
    """While it lasts, these are words of their lists."""
    token = _ADDED.set(words)
    try:
        yield
    finally:
        _ADDED.reset(token)


@dataclass(frozen=True, slots=True)
class AddedTo:
    """That words can be added to the list; stands in the type beside what reads them."""

    name: str


def read_added(name: str) -> WrapValidator:
    """What reads a word of the list, or one that the engagement adds to it."""

    def read(value: Any, built_in: Callable[[Any], Any]) -> Any:
        added = {str(word): word for listed, word in _ADDED.get() if listed == name}
        if isinstance(value, CustomWord):
            return value
        if not added or not isinstance(value, str):
            return built_in(value)
        if (word := added.get(value.strip())) is not None:
            return word
        try:
            return built_in(value)
        except ValidationError:
            raise _none_of(value, {**{str(word): word.label for word in LISTS[name]}, **_labels(added)}) from None

    return WrapValidator(read)


def _labels(added: dict[str, CustomWord]) -> dict[str, Text]:
    return {word: said.label for word, said in added.items()}


def _none_of(value: str, words: dict[str, Text]) -> InvalidValue:
    by_label = {said: word for word, label in words.items() for said in label.wordings()}
    meant = by_label.get(value.strip()) or meant_value(value, words)
    listed = ", ".join(words)
    return InvalidValue(
        Text(zh=f"“{brief(value)}”不能写在这里", en=f"“{brief(value)}” is not allowed here"),
        Text(zh=f"改成 {meant}", en=f"Write {meant}")
        if meant
        else did_you_mean(value, words) or Text(zh=f"可以写：{listed}", en=f"Write one of: {listed}"),
    )
