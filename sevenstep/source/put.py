"""Putting a field into a mapping that stands in a file: its line, or its part of the braces, and nothing else."""

import re
from collections.abc import Mapping
from typing import Any, Final

from sevenstep.diagnostic import KeyPath
from sevenstep.source.blocks import offsets, without_tail
from sevenstep.source.edit import Stretch, scalar
from sevenstep.source.lines import LINE_END
from sevenstep.source.places import KeySpans, locate

_REST_OF_LINE: Final = re.compile(r"[^\r\n]*")


def field_put(text: str, held: Mapping[str, Any], path: KeyPath, name: str, value: tuple[str, ...]) -> Stretch | None:
    """The change of the text by which the mapping at `path`, which holds `held`, gets the field, or gets it anew.

    The value is written alone, or as a list in brackets; with no value the field goes. A new field stands behind the
    first one of the mapping. None where that cannot be done.
    """
    wanted = {path, *((*path, key) for key in held)}
    spans = locate(text, wanted)
    if wanted - spans.keys():
        return None
    said = scalar(value[0], "") if len(value) == 1 else f"[{', '.join(scalar(one, '') for one in value)}]"
    if name in held:
        start, end = offsets(text, spans[*path, name].value)
        if value:
            return Stretch(start, without_tail(text, start, end), said)
        return _without(text, spans[*path, name])
    first, last = next(iter(held), None), next(reversed(list(held)), None)
    if not value or first is None or last is None:
        return None
    start, _ = offsets(text, spans[path].value)
    if text[start : start + 1] == "{":
        _, at = offsets(text, spans[*path, last].value)
        return Stretch(at, at, f", {name}: {said}")
    return _on_a_line(text, spans[*path, first], f"{name}: {said}")


def _on_a_line(text: str, first: KeySpans, said: str) -> Stretch | None:
    if first.key is None:
        return None
    start, end = offsets(text, first.value)
    rest = _REST_OF_LINE.match(text, without_tail(text, start, end))
    at = rest.end() if rest else end
    newline = found[0] if (found := LINE_END.search(text)) else "\n"
    return Stretch(at, at, f"{newline}{' ' * (first.key.column - 1)}{said}")


def _without(text: str, here: KeySpans) -> Stretch | None:
    """The field with its line, or with its comma."""
    if here.key is None:
        return None
    start, _ = offsets(text, here.key)
    value, end = offsets(text, here.value)
    end = without_tail(text, value, end)
    line_start = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    if not text[line_start:start].strip() and (rest := re.compile(r"[ \t]*(?:\r\n|\n|\r|$)").match(text, end)):
        return Stretch(line_start, rest.end(), "")
    if found := re.compile(r",\s*\Z").search(text, max(0, start - 200), start):
        return Stretch(found.start(), end, "")
    return None
