"""Names and fixed words that are not those of the model but can only mean one of them: read as what they mean.

Each is an error, with the key that is meant; nothing follows from it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from pydantic_core import ErrorDetails

from sevenstep.diagnostic import Diagnostic, Edit, KeyPath, Place
from sevenstep.language import LANGUAGES, Text
from sevenstep.model.names import meant_key
from sevenstep.source.characters import brief

_MOST: Final = 200
"""How many names of one element are looked up."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What stands at a path of the data means `new`: the key (`on_key`), or the value."""

    path: KeyPath
    new: str
    on_key: bool = False


class Reading:
    """The data of an element as they are meant, and the way back to how they are written."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data
        self.written: dict[KeyPath, str] = {}

    def take(self, found: Iterable[Meant]) -> int:
        """Read the data so; how many of `found` could be."""
        count = 0
        for meant in list(found)[:_MOST]:
            changed = _changed(self.data, meant.path, meant)
            if changed is not None:
                self.data = changed
                count += 1
                if meant.on_key:
                    self.written[(*meant.path[:-1], meant.new)] = str(self.path(meant.path)[-1])
        return count

    def is_renamed(self, path: KeyPath) -> bool:
        """Whether the path leads through a key that is written otherwise."""
        return any(path[:length] in self.written for length in range(1, len(path) + 1))

    def path(self, path: KeyPath) -> KeyPath:
        """The path as it is written in the file."""
        return tuple(self.written.get(path[: length + 1], part) for length, part in enumerate(path))

    def diagnostic(self, diagnostic: Diagnostic, base: Place) -> Diagnostic:
        """The diagnostic at the place as it is written."""
        if not self.written:
            return diagnostic
        length = len(base.path)

        def back(place: Place) -> Place:
            return replace(place, path=(*base.path, *self.path(place.path[length:])))

        edits = tuple(Edit(back(edit.place), edit.new) for edit in diagnostic.edits)
        return replace(diagnostic, place=back(diagnostic.place), edits=edits)


def _changed(data: Any, path: KeyPath, meant: Meant) -> Any:
    """A copy of the data with the change; None where it cannot be made."""
    head, rest = path[0], path[1:]
    if isinstance(data, dict) and head in data:
        if rest:
            inner = _changed(data[head], rest, meant)
            return None if inner is None else {**data, head: inner}
        if not meant.on_key:
            return {**data, head: meant.new}
        if meant.new in data:
            return None
        return {meant.new if key == head else key: value for key, value in data.items()}
    if isinstance(data, list) and isinstance(head, int) and head < len(data):
        inner = meant.new if not rest else _changed(data[head], rest, meant)
        return None if inner is None else [*data[:head], inner, *data[head + 1 :]]
    return None


def languages(detail: ErrorDetails, path: KeyPath) -> list[Meant]:
    """A text with its languages called otherwise: ``{中文: …, 英文: …}``."""
    given = detail["input"]
    if not isinstance(given, dict) or not given or not path:
        return []
    wrong = [key for key in given if isinstance(key, str) and key not in LANGUAGES]
    meant = [meant_key(key, LANGUAGES, given) for key in wrong]
    if not wrong or len(set(meant)) < len(meant):
        return []
    return [Meant((*path, key), new, on_key=True) for key, new in zip(wrong, meant, strict=True) if new is not None]


def key_message(name: str, meant: str) -> tuple[Text, Text]:
    """That a field is called otherwise."""
    return (
        Text(zh=f"“{brief(name)}”的键名是 {meant}", en=f"The key for “{brief(name)}” is {meant}"),
        Text(zh=f"改写成 {meant}:", en=f"Write {meant}:"),
    )
