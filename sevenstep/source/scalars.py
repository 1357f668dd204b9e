"""Every key and value of a file with where it stands in the text: what changes at marks are made by."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sevenstep.diagnostic import KeyPath
from sevenstep.source.reader import is_end, is_list, is_scalar, is_start, readable_events


@dataclass(frozen=True, slots=True)
class Scalar:
    """One key (`on_key`) or value: its key path, what it says, and from where to where it is written.

    `style` is the quote or block sign that it is written with, empty for a plain one.
    """

    path: KeyPath
    on_key: bool
    value: str
    start: int
    end: int
    style: str


def scalars(text: str) -> Iterator[Scalar]:
    """The keys and values of a text that can be read, in order; those of a part that cannot be are left out."""
    path: list[Any] = []
    for event in readable_events(text):
        if is_scalar(event):
            on_key = bool(path) and path[-1] is None
            if on_key:
                path[-1] = event.value
            if path:
                yield _scalar(event, tuple(path), on_key)
            if not on_key:
                _next(path)
        elif is_start(event):
            path.append(0 if is_list(event) else None)
        elif is_end(event):
            path.pop()
            _next(path)


def _next(path: list[Any]) -> None:
    """A value is done: the next entry of the list, or the next key."""
    if path:
        path[-1] = path[-1] + 1 if isinstance(path[-1], int) else None


def _scalar(event: Any, path: KeyPath, on_key: bool) -> Scalar:
    return Scalar(path, on_key, event.value, event.start_mark.index, event.end_mark.index, event.style or "")
